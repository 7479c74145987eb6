import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import type { MarkInput } from "../schemas";

/**
 * Marks a notice of the actor as read or unread, or all of them as read; done twice, it is done once. Returns how many
 * are concerned. Reading is one's own affair: no line of the audit log. Throws `not-found` for a notice of another.
 */
export function markNotices(actor: Actor, { mark }: MarkInput): Promise<number> {
  return inTransaction(async (tx) => {
    const own = { recipientId: actor.agentId, withdrawnAt: null };
    const readAt = await portalNow(tx);
    if (mark === "all") {
      const { count } = await tx.notification.updateMany({
        where: { ...own, readAt: null },
        data: { readAt },
      });
      return count;
    }
    const [state, id = ""] = mark.split(":");
    const { count } = await tx.notification.updateMany({
      where: { ...own, id },
      data: { readAt: state === "read" ? readAt : null },
    });
    if (count === 0) throw notFound();
    return count;
  });
}
