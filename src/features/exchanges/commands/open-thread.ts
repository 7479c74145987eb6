import type { MessageSide } from "@/domain/dossier/exchanges";
import type { Actor } from "@/domain/rights/actor";
import { inTransaction } from "@/server/database/client";
import type { NoticeKind } from "@/server/notifications";
import { readThread, type Thread } from "../queries/thread";

const TOLD_AS: Record<MessageSide, NoticeKind> = {
  carrier: "message-from-instruction",
  instruction: "message-from-carrier",
};

/**
 * The messages of a dossier, read: until the newest one of the page for this reader alone, whose notices of them are read
 * too. Called by the page that shows them (docs/decisions/2026-11-23-consultations-recorded-on-get.md).
 */
export async function openThread(
  actor: Actor,
  side: MessageSide,
  number: string,
  after?: string,
): Promise<Thread> {
  const thread = await readThread(actor, side, number, after);
  const newest = thread.messages.find(({ isNew }) => isNew);
  if (newest) await markRead(actor, side, thread.dossierId, newest.at);
  return thread;
}

function markRead({ agentId }: Actor, side: MessageSide, dossierId: string, until: Date) {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO message_reading AS reading (dossier_id, agent_id, read_at)
      VALUES (${dossierId}::uuid, ${agentId}::uuid, ${until})
      ON CONFLICT (dossier_id, agent_id) DO UPDATE SET read_at = greatest(reading.read_at, excluded.read_at)`;
    await tx.$executeRaw`
      UPDATE notification SET read_at = guichet_now()
      WHERE recipient_id = ${agentId}::uuid AND dossier_id = ${dossierId}::uuid AND kind = ${TOLD_AS[side]}
        AND read_at IS NULL AND withdrawn_at IS NULL`;
  });
}
