import "server-only";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { database, type Transaction } from "./client";
import { Prisma } from "./generated/client";

/** The role that reads for a ministry: it owns no table, so that the database's own policies hold for it. */
const ROLE = "guichet_ministry";

/**
 * Reads for a ministry: one transaction, on one snapshot, in which the database itself shows the rows of the ministries
 * the actor serves and no other (docs/decisions/2026-11-28-ministry-isolation.md). It is the second wall: the queries
 * inside keep their own condition, `visibleDossiers(actor, "ministry")`. What the role is not granted is an error, and
 * an actor of no ministry reads nothing.
 */
export function asMinistry<Result>(
  actor: Actor,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return database().$transaction(
    async (tx) => {
      await narrow(tx, actor);
      return work(tx);
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
}

/**
 * The same for a part of an open transaction: what a DNUM writes of its ministry, beside the audit line and the notices
 * that are the portal's own. When `work` throws, the transaction stays narrow: it is to be given up.
 */
export async function withinMinistry<Result>(
  tx: Transaction,
  actor: Actor,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  await narrow(tx, actor);
  const result = await work(tx);
  await tx.$queryRaw`SELECT set_config('role', 'none', true), set_config('app.ministries', '', true)`;
  return result;
}

/** Of this transaction alone: at its end the pool's connection is the owner's again, however it ends. */
async function narrow(tx: Transaction, actor: Actor): Promise<void> {
  const ministries = ministriesHeld(actor).join(",");
  await tx.$queryRaw`
    SELECT set_config('role', ${ROLE}, true), set_config('app.ministries', ${ministries}, true)`;
}
