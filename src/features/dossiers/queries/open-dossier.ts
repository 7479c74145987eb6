import { mayWrite } from "@/domain/dossier/editing";
import type { Evaluation } from "@/domain/dossier/evaluation";
import { dossierNumber } from "@/domain/dossier/number";
import { type DossierStatus, STATUS_LABELS, statusForCarrier } from "@/domain/dossier/statuses";
import { type Access, covers } from "@/domain/dossier/team";
import { notFound } from "@/domain/errors";
import { centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { projectStandings } from "@/server/project-standing";
import { visibleDossiers } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";
import { type DraftState, evaluate, readDraft } from "../draft";
import { nextStep } from "../next-step";

/** A dossier as its team opens it, at the portal's clock. */
export interface OpenDossier {
  state: DraftState;
  evaluation: Evaluation;
  /** What the actor may do: `read` is everyone of the team. */
  may: (access: Access) => boolean;
  /** Whether the actor may change an answer, or a part written as a whole, now. */
  mayWrite: (part: string) => boolean;
  /** As the carrier may read it. */
  status: DossierStatus;
  now: Date;
  header: DossierHeaderProps;
}

interface Amounts {
  granted: bigint | null;
  requested: bigint | null;
  computed: number | null;
}

/** The amount the header shows: granted once notified, else asked once filed, else as the plan gives it now. */
function grantOf({ granted, requested, computed }: Amounts): DossierHeaderProps["grant"] {
  if (granted !== null) return { label: "Subvention accordée", cents: centsFromBigInt(granted) };
  if (requested !== null) {
    return { label: "Subvention demandée", cents: centsFromBigInt(requested) };
  }
  return computed
    ? { label: "Subvention calculée", cents: centsFromBigInt(BigInt(computed)) }
    : undefined;
}

/** The dossier of one of the actor's teams. Throws `not-found` when it is out of their sight. */
export async function openDossier(actor: Actor, number: string): Promise<OpenDossier> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const seen = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: {
      id: true,
      notifiedAt: true,
      requestedGrant: true,
      round: { select: { month: true } },
      members: { where: { agentId: actor.agentId }, select: { access: true } },
      decisions: {
        where: { status: "confirmed", notifiedAt: { not: null } },
        select: { amount: true },
      },
    },
  });
  if (!seen) throw notFound();
  const [state, now, projects] = await Promise.all([
    readDraft(seen.id),
    portalNow(),
    projectStandings([seen.id]),
  ]);
  const evaluation = evaluate(state, now);
  const status = statusForCarrier(state.status, seen.notifiedAt !== null);
  const { theme, call, carrier, coCarriers, title } = state;
  const isOwn = actor.organisation?.id === carrier.id;
  // Filing commits the carrier: its own agents alone.
  const may = (access: Access) =>
    covers(seen.members[0]?.access ?? "read", access) && (access !== "file" || isOwn);
  return {
    state,
    evaluation,
    may,
    mayWrite: (part) => may("write") && mayWrite(state.editing, part),
    status,
    now,
    header: {
      number,
      title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      status: STATUS_LABELS[status],
      carrier: [carrier.name, ...coCarriers.map(({ name }) => name)].join(", avec "),
      grant: grantOf({
        granted: seen.decisions[0]?.amount ?? null,
        requested: seen.requestedGrant,
        computed: evaluation.simulation.amounts?.grant ?? null,
      }),
      next: nextStep({
        status,
        theme,
        call,
        juryMonth: seen.round?.month ?? null,
        dueAt: state.asked?.kind === "complement" ? state.asked.dueAt : undefined,
        project: projects.get(seen.id),
        now,
      }),
    },
  };
}
