import "server-only";
import { dossierChain, recordFact } from "../audit";
import { inTransaction, type Transaction } from "../database/client";
import { logger } from "../log";
import { notify } from "../notifications";
import { dnumAgents, teamOf } from "../recipients";

/**
 * Turns into recorded information the visas whose delay is over, one transaction each. Where the text asks for the
 * DNUM's own act, a visa has no delay and never comes here. A DNUM that answers at the same instant and this job update
 * the same row under the same condition: one of them finds nothing left. Returns how many were recorded.
 */
export async function recordTacitVisas(): Promise<number> {
  let count = 0;
  while (await inTransaction(recordNext)) count += 1;
  logger().info({ event: "tacit-visas-recorded", count });
  return count;
}

interface TacitVisa {
  dossierId: string;
  ministryId: string;
}

async function recordNext(tx: Transaction): Promise<boolean> {
  const [visa] = await tx.$queryRaw<TacitVisa[]>`
    UPDATE visa SET status = 'recorded', given_at = guichet_now()
    WHERE id = (
      SELECT id FROM visa WHERE status = 'awaited' AND tacit_at < guichet_now()
      ORDER BY tacit_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING dossier_id AS "dossierId", ministry_id AS "ministryId"`;
  if (!visa) return false;
  const { dossierId, ministryId } = visa;
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: null,
    action: "record-tacit-visa",
    facts: { ministryId },
  });
  const { status } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { status: true },
  });
  // Nobody waits for an answer on a withdrawn dossier.
  if (status === "withdrawn") return true;
  const [agents, team] = await Promise.all([dnumAgents(tx, ministryId), teamOf(tx, dossierId)]);
  await notify(tx, [
    ...team.map((recipientId) => ({ kind: "visa-tacit" as const, recipientId, dossierId })),
    ...agents.map((recipientId) => ({ kind: "visa-lapsed" as const, recipientId, dossierId })),
  ]);
  return true;
}
