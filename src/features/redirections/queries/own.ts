import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { type Compared, compare, readTarget } from "../comparison";

/** What changes for a carrier whose dossier goes to another theme. */
export interface OwnRedirection extends Compared {
  acceptedAt: Date;
  /** Why, in the words its former theme wrote for it. */
  reason: string;
  /** Null until the carrier confirms. */
  confirmedAt: Date | null;
}

/**
 * The last redirection of a dossier of one of the actor's teams, once accepted: a proposal that waits or was declined is
 * the administration's own. Throws `not-found` out of sight, and for a dossier that never went anywhere.
 */
export async function readOwnRedirection(actor: Actor, number: string): Promise<OwnRedirection> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const row = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: {
      id: true,
      redirections: {
        where: { status: { in: ["accepted", "confirmed"] } },
        orderBy: { answeredAt: "desc" },
        take: 1,
      },
    },
  });
  const redirection = row?.redirections[0];
  if (!row || !redirection?.answeredAt) throw notFound();
  const target = await readTarget(redirection.toCallId);
  if (!target) throw new Error(`Unknown rules: ${redirection.toTheme}`);
  const { proposedAt, answeredAt, carrierReason, confirmedAt } = redirection;
  const now = await portalNow();
  return {
    ...(await compare({ dossierId: row.id, target, proposedAt, now })),
    acceptedAt: answeredAt,
    reason: carrierReason,
    confirmedAt,
  };
}
