import "server-only";
import { parisDay } from "@/domain/calendar";
import {
  dueComplementReminder,
  FIRST_COMPLEMENT_REMINDER_DAYS,
} from "@/domain/dossier/complements";
import { portalNow } from "../clock";
import { database, inTransaction } from "../database/client";
import { logger } from "../log";
import { type Notice, notify } from "../notifications";

const PAGE = 200;
const DAY_MS = 86_400_000;

/**
 * Reminds the teams whose delay to answer ends soon, and tells whoever asked once it is over: once per person and
 * request however often it runs. Nothing is closed by itself: a late answer is still taken. Returns how many people were
 * owed a word at this instant, told before or now.
 */
export async function remindComplements(): Promise<number> {
  const now = await portalNow();
  // A day more than the rule, which counts in days of Paris.
  const horizon = new Date(now.getTime() + (FIRST_COMPLEMENT_REMINDER_DAYS + 1) * DAY_MS);
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const requests = await database().complementRequest.findMany({
      where: { status: "open", dueAt: { lte: horizon }, ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: PAGE,
      select: {
        id: true,
        dossierId: true,
        dueAt: true,
        requestedAt: true,
        requestedById: true,
        dossier: {
          select: {
            members: {
              where: { agent: { closedAt: null } },
              select: { agentId: true, addedAt: true },
            },
          },
        },
      },
    });
    const notices = requests.flatMap((request) => owed(request, now));
    await inTransaction((tx) => notify(tx, notices));
    count += notices.length;
    const last = requests.at(-1);
    if (!last || requests.length < PAGE) break;
    after = last.id;
  }
  logger().info({ event: "complements-reminded", count });
  return count;
}

interface OpenRequest {
  id: string;
  dossierId: string;
  dueAt: Date;
  requestedAt: Date;
  requestedById: string;
  dossier: { members: readonly { agentId: string; addedAt: Date }[] };
}

/** Within the delay, the team; after it, whoever asked. */
function owed(request: OpenRequest, now: Date): Notice[] {
  const { id, dossierId, dueAt, requestedAt, requestedById, dossier } = request;
  const payload = { dueOn: parisDay(dueAt) };
  if (now > dueAt) {
    const onceKey = `complement-overdue:${id}`;
    return [
      { kind: "complement-overdue", recipientId: requestedById, dossierId, payload, onceKey },
    ];
  }
  return dossier.members.flatMap(({ agentId, addedAt }): Notice[] => {
    const toldAt = addedAt > requestedAt ? addedAt : requestedAt;
    const kind = dueComplementReminder({ dueAt, toldAt, now });
    if (!kind) return [];
    return [
      { kind, recipientId: agentId, dossierId, payload, onceKey: `${kind}:${id}:${agentId}` },
    ];
  });
}
