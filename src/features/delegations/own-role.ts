import { notFound } from "@/domain/errors";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import type { Transaction } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";

/** Grants in force at an instant. */
export const inForce = (now: Date): Prisma.RoleGrantWhereInput => ({
  startsAt: { lte: now },
  OR: [{ endsAt: null }, { endsAt: { gt: now } }],
});

/**
 * The actor's own role in the DNUM of a ministry: theirs, not delegated to them. Null for who holds it by delegation,
 * which is not delegated again. Throws `not-found` for another ministry.
 */
export async function ownRole(
  tx: Transaction,
  actor: Actor,
  { ministryId, now }: { ministryId: string; now: Date },
) {
  if (!ministriesHeld(actor).includes(ministryId)) throw notFound();
  return tx.roleGrant.findFirst({
    where: { agentId: actor.agentId, role: "dnum", ministryId, delegated: false, ...inForce(now) },
    // The one that lasts longest.
    orderBy: { endsAt: { sort: "desc", nulls: "first" } },
  });
}
