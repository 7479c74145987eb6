import "server-only";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { bopKept, readsAllCredits } from "@/domain/rights/credits";
import { type Relation, visibleDossiers } from "../visibility";
import { database, type Transaction } from "./client";
import { Prisma } from "./generated/client";

/** The role that reads for a ministry: it owns no table, so that the database's own policies hold for it. */
const ROLE = "guichet_ministry";

const SNAPSHOT = { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead };

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
  return database().$transaction(async (tx) => {
    await narrow(tx, actor);
    return work(tx);
  }, SNAPSHOT);
}

/**
 * Reads in a room, whichever it is: under the ministry's sight in its own, and in the credits for who follows no others;
 * on the owner's connection elsewhere, on one snapshot where the page asks for it.
 */
export function inRoom<Result>(
  actor: Actor,
  as: Relation,
  work: (tx: Transaction) => Promise<Result>,
  { snapshot = false }: { snapshot?: boolean } = {},
): Promise<Result> {
  if (isMinistryAlone(actor, as)) return asMinistry(actor, work);
  return snapshot ? database().$transaction(work, SNAPSHOT) : work(database());
}

/** The same for a part of an open transaction: what a command loads before it writes. */
export function withinRoom<Result>(
  tx: Transaction,
  actor: Actor,
  as: Relation,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return isMinistryAlone(actor, as) ? withinMinistry(tx, actor, work) : work(tx);
}

/** Whether what the actor sees in a room is what their ministries see, and nothing more. */
function isMinistryAlone(actor: Actor, as: Relation): boolean {
  if (as !== "credits") return as === "ministry";
  return !readsAllCredits(actor) && bopKept(actor) === null;
}

/**
 * A part of an open transaction under the ministry's sight: what a DNUM writes of its ministry, beside the audit line and
 * the notices that are the portal's own. When `work` throws, the transaction stays narrow: it is to be given up.
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

/**
 * The dossier of this number, when it is of the actor's ministries: for what several rooms open by one address, and read
 * afterwards. Null out of their sight.
 */
export async function seenByMinistry(actor: Actor, number: string): Promise<{ id: string } | null> {
  if (ministriesHeld(actor).length === 0) return null;
  const where = { AND: [{ number }, visibleDossiers(actor, "ministry")] };
  return asMinistry(actor, (tx) => tx.dossier.findFirst({ where, select: { id: true } }));
}

/** Of this transaction alone: at its end the pool's connection is the owner's again, however it ends. */
async function narrow(tx: Transaction, actor: Actor): Promise<void> {
  // Outside a transaction the role would last one statement, and the next would see everything.
  if (tx === database()) throw new Error("A ministry reads within a transaction");
  const ministries = ministriesHeld(actor).join(",");
  await tx.$queryRaw`
    SELECT set_config('role', ${ROLE}, true), set_config('app.ministries', ${ministries}, true)`;
}
