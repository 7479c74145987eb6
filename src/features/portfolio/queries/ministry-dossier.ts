import { dossierNumber } from "@/domain/dossier/number";
import { type DossierStatus, statusForCarrier } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import type { ProjectStanding } from "@/domain/execution/next-act";
import type { ExplanationStep } from "@/domain/funding/types";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import type { Outcome } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import type { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";
import { type FiledDossier, readFiledDossier, simulateFiled } from "@/server/filed-dossier";
import { projectStandings } from "@/server/project-standing";
import { visibleDossiers } from "@/server/visibility";

/** A dossier as its ministry reads it: what the carrier filed, and the decision once notified. Nothing of the jury. */
export interface MinistryDossier {
  number: string;
  title: string;
  /** As shown to the ministry. */
  status: DossierStatus;
  carrier: string;
  filed: FiledDossier;
  /** How the computed grant came out, rule by rule; empty when the rules would say another amount since. */
  explanation: readonly ExplanationStep[];
  call: { closesAt: Date | null };
  /** `2021-02` and its expected day, when a monthly jury judges it. */
  round: { month: string; juryOn: Date } | null;
  decision: NotifiedDecision | null;
  /** What is open on its project, once its follow-up is. */
  project: ProjectStanding | undefined;
  now: Date;
}

export interface NotifiedDecision {
  outcome: Outcome;
  amount: Cents | null;
  /** What the carrier reads. */
  motive: string;
  notifiedAt: Date;
}

const DOSSIER = {
  id: true,
  title: true,
  status: true,
  notifiedAt: true,
  setAsideMotive: true,
  carrier: { select: { name: true } },
  call: { select: { closesAt: true } },
  round: { select: { month: true, juryOn: true } },
  decisions: {
    where: { status: "confirmed", notifiedAt: { not: null } },
    select: { outcome: true, amount: true, motive: true, notifiedAt: true },
  },
} satisfies Prisma.DossierSelect;

/** A filed dossier of a ministry the agent serves. Throws `not-found` out of sight and for a draft. */
export async function readMinistryDossier(actor: Actor, number: string): Promise<MinistryDossier> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const { row, filed, simulation, now, projects } = await asMinistry(actor, async (tx) => {
    const found = await tx.dossier.findFirst({
      where: { AND: [{ number }, visibleDossiers(actor, "ministry")] },
      select: DOSSIER,
    });
    if (!found) throw notFound();
    return {
      row: found,
      filed: await readFiledDossier(found.id, tx),
      simulation: await simulateFiled(found.id, tx, { notifiedOnly: true }),
      now: await portalNow(tx),
      projects: await projectStandings([found.id], tx),
    };
  });
  if (!filed) throw notFound();
  const asFiled = simulation?.amounts?.grant === filed.amounts.computedGrant;
  const status = statusForCarrier(row.status as DossierStatus, row.notifiedAt !== null);
  return {
    number,
    title: row.title,
    status,
    carrier: row.carrier.name,
    filed,
    explanation: asFiled ? simulation.explanation : [],
    call: row.call,
    round: row.round,
    decision: decisionOf(row),
    project: projects.get(row.id),
    now,
  };
}

interface Decided {
  status: string;
  notifiedAt: Date | null;
  setAsideMotive: string | null;
  decisions: readonly {
    outcome: string;
    amount: bigint | null;
    motive: string;
    notifiedAt: Date | null;
  }[];
}

/** What was notified: a decision, or a setting aside, which has its motive on the dossier. */
function decisionOf(row: Decided): NotifiedDecision | null {
  const [decision] = row.decisions;
  if (decision?.notifiedAt) {
    return {
      outcome: decision.outcome as Outcome,
      amount: decision.amount === null ? null : centsFromBigInt(decision.amount),
      motive: decision.motive,
      notifiedAt: decision.notifiedAt,
    };
  }
  if (row.status === "set-aside" && row.notifiedAt && row.setAsideMotive) {
    const { setAsideMotive: motive, notifiedAt } = row;
    return { outcome: "set-aside", amount: null, motive, notifiedAt };
  }
  return null;
}
