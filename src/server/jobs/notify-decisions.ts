import "server-only";
import { inTransaction, type Transaction } from "../database/client";
import { logger } from "../log";
import { notifyConfirmedDecision } from "../notify-decision";

/**
 * Notifies the decisions whose appointment has come, one transaction each. Somebody who notifies one at the same instant
 * holds its dossier's row: the job passes over it. Returns how many were notified.
 */
export async function notifyDueDecisions(): Promise<number> {
  let count = 0;
  while (await inTransaction(notifyNext)) count += 1;
  if (count > 0) logger().info({ event: "decisions-notified", count });
  return count;
}

interface DueDecision {
  decisionId: string;
  id: string;
  number: string;
}

async function notifyNext(tx: Transaction): Promise<boolean> {
  const [due] = await tx.$queryRaw<DueDecision[]>`
    SELECT decision.id AS "decisionId", dossier.id, dossier.number
    FROM decision JOIN dossier ON dossier.id = decision.dossier_id
    WHERE decision.status = 'confirmed' AND decision.notified_at IS NULL AND decision.notify_at <= guichet_now()
    ORDER BY decision.notify_at, decision.id LIMIT 1 FOR UPDATE OF dossier SKIP LOCKED`;
  if (!due) return false;
  const { decisionId, ...dossier } = due;
  return notifyConfirmedDecision(tx, { decisionId, dossier, actorId: null });
}
