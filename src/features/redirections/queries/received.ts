import { dossierNumber } from "@/domain/dossier/number";
import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { type Actor, fullName, themesHeld } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import type { DossierHeaderProps } from "@/ui/dossier-header";
import { type Compared, compare, readTarget } from "../comparison";

/** A dossier that another theme proposes to the actor's: what was filed of it, and what it would become. */
export interface ReceivedProposal extends Compared {
  id: string;
  header: DossierHeaderProps;
  proposedBy: string;
  proposedAt: Date;
  reason: string;
  /** What the carrier will read. */
  carrierReason: string;
  /** The actor proposed it: another person answers. */
  own: boolean;
  now: Date;
}

/**
 * The proposal of this dossier that waits for the actor's answer; null when none does, or when it is out of their sight.
 * Nothing but what was filed is read: neither note, score nor opinion of the theme that proposes.
 */
export async function readReceived(actor: Actor, number: string): Promise<ReceivedProposal | null> {
  if (!dossierNumber.safeParse(number).success) return null;
  const themes = themesHeld(actor, rolesWith("answer-redirection"));
  const row = await database().dossier.findFirst({
    where: { AND: [{ number }, visibleDossiers(actor, "receiving")] },
    select: {
      id: true,
      status: true,
      title: true,
      carrier: { select: { name: true } },
      redirections: {
        where: {
          status: "proposed",
          ...(themes !== "all" && { toTheme: { in: [...themes] } }),
        },
      },
    },
  });
  const redirection = row?.redirections[0];
  if (!row || !redirection) return null;
  const target = await readTarget(redirection.toCallId);
  if (!target) throw new Error(`Unknown rules: ${redirection.toTheme}`);
  const [now, proposer] = await Promise.all([
    portalNow(),
    database().agent.findUnique({ where: { id: redirection.proposedById } }),
  ]);
  const { proposedAt } = redirection;
  const compared = await compare({ dossierId: row.id, target, proposedAt, now });
  const { theme, title, amounts } = compared.filed;
  return {
    ...compared,
    id: redirection.id,
    proposedBy: proposer ? fullName(proposer) : "Personne effacée",
    proposedAt,
    reason: redirection.reason,
    carrierReason: redirection.carrierReason,
    own: redirection.proposedById === actor.agentId,
    now,
    header: {
      number,
      title,
      theme: { code: theme.code, title: theme.title, href: routes.theme(theme.slug) },
      // How far its theme has gone with it is that theme's own.
      status: STATUS_LABELS["filed" satisfies DossierStatus],
      carrier: row.carrier.name,
      grant: { label: "Subvention demandée", cents: amounts.requestedGrant },
      next: {
        what: `accepter ou décliner le dossier dans le thème ${target.theme.code}`,
        who: "le porteur de ce thème",
      },
    },
  };
}
