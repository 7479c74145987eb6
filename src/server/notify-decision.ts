import "server-only";
import { dossierChain, recordFact } from "./audit";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";
import { sealLetter } from "./decision-letter";
import { notify } from "./notifications";

export interface DecisionToNotify {
  decisionId: string;
  /** Its row is locked by the caller. */
  dossier: { id: string; number: string };
  /** Null when the portal keeps an appointment made by somebody. */
  actorId: string | null;
}

/**
 * Notifies a confirmed decision: from this instant the carrier and the ministry read it, and each member of the team
 * gets a mail. Returns false, and does nothing, when the decision does not wait for it any more.
 */
export async function notifyConfirmedDecision(
  tx: Transaction,
  { decisionId, dossier, actorId }: DecisionToNotify,
): Promise<boolean> {
  const at = await portalNow(tx);
  const { count } = await tx.decision.updateMany({
    where: { id: decisionId, dossierId: dossier.id, status: "confirmed", notifiedAt: null },
    data: { notifiedAt: at },
  });
  if (count !== 1) return false;
  await tx.dossier.update({ where: { id: dossier.id }, data: { notifiedAt: at } });
  const members = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
  const recipients = members.map(({ agentId }) => agentId);
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId,
    action: "notify-decision",
    facts: { decisionId, recipients, letter: await sealLetter(tx, decisionId) },
  });
  await notify(
    tx,
    recipients.map((recipientId) => ({
      kind: "decision-notified" as const,
      recipientId,
      dossierId: dossier.id,
      payload: { number: dossier.number },
    })),
  );
  return true;
}
