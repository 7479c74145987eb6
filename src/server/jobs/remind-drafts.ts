import "server-only";
import { dueReminder, FIRST_REMINDER_DAYS } from "@/domain/dossier/deadlines";
import { portalNow } from "../clock";
import { database, inTransaction } from "../database/client";
import { logger } from "../log";
import { type Notice, notify } from "../notifications";

const PAGE = 200;
const DAY_MS = 86_400_000;

/**
 * Reminds the members of the drafts of the calls that close soon, once per person, draft and reminder however often it
 * runs. Returns how many members were owed one at this instant, told before or now.
 */
export async function remindDrafts(): Promise<number> {
  const now = await portalNow();
  // A day more than the rule, which counts in days of Paris.
  const horizon = new Date(now.getTime() + (FIRST_REMINDER_DAYS + 1) * DAY_MS);
  let count = 0;
  let after = "";
  for (;;) {
    const drafts = await database().dossier.findMany({
      where: {
        status: "draft",
        number: { gt: after },
        call: { closesAt: { gte: now, lte: horizon } },
      },
      orderBy: { number: "asc" },
      take: PAGE,
      select: {
        id: true,
        number: true,
        callId: true,
        call: { select: { closesAt: true } },
        members: {
          where: { agent: { closedAt: null } },
          select: { agentId: true, addedAt: true },
        },
      },
    });
    const notices = drafts.flatMap(({ id, callId, call, members }) =>
      members.flatMap(({ agentId, addedAt }): Notice[] => {
        const kind = dueReminder({ closesAt: call.closesAt, joinedAt: addedAt, now });
        if (!kind) return [];
        const onceKey = `${kind}:${callId}:${id}:${agentId}`;
        return [{ kind, recipientId: agentId, dossierId: id, onceKey }];
      }),
    );
    await inTransaction((tx) => notify(tx, notices));
    count += notices.length;
    const last = drafts.at(-1);
    if (!last || drafts.length < PAGE) break;
    after = last.number;
  }
  logger().info({ event: "drafts-reminded", count });
  return count;
}
