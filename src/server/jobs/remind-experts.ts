import "server-only";
import { type Day, parisDay } from "@/domain/calendar";
import {
  AWAITED_OPINIONS,
  dueOpinionReminder,
  isDomain,
  type OpinionReminder,
} from "@/domain/dossier/opinion";
import { UNDECIDED } from "@/domain/dossier/statuses";
import { portalNow } from "../clock";
import { database, inTransaction } from "../database/client";
import type { ExpertOpinion } from "../database/generated/client";
import { logger } from "../log";
import { type Notice, notify } from "../notifications";

const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

/**
 * Reminds experts of the opinions they owe, before the due day and after it, once each however often it runs; whoever
 * asked is told once that the day is past. Returns how many reminders were owed at this instant, told before or now.
 */
export async function remindExperts(): Promise<number> {
  const today = parisDay(await portalNow());
  const awaited = await database().expertOpinion.findMany({
    where: {
      status: { in: [...AWAITED_OPINIONS] },
      dossier: { status: { in: [...UNDECIDED] } },
    },
    orderBy: { id: "asc" },
  });
  const notices = awaited.flatMap((opinion) => {
    const { dueOn, requestedAt } = opinion;
    const due = { dueOn: dayOf(dueOn), requestedOn: parisDay(requestedAt) };
    const kind = dueOpinionReminder(due, today);
    return kind ? noticesOf(opinion, kind) : [];
  });
  await inTransaction((tx) => notify(tx, notices));
  logger().info({ event: "experts-reminded", count: notices.length });
  return notices.length;
}

function noticesOf(opinion: ExpertOpinion, kind: OpinionReminder): Notice[] {
  const { id, dossierId, dueOn, address, expertId, requestedById } = opinion;
  const about = { dossierId, payload: { opinionId: id, dueOn: dayOf(dueOn) } };
  const notices: Notice[] = [];
  if (expertId || !isDomain(address)) {
    notices.push({
      kind,
      dossierId,
      payload: { ...about.payload, accepted: expertId !== null },
      onceKey: `${kind}:${id}`,
      ...(expertId ? { recipientId: expertId } : { address }),
    });
  }
  if (kind === "opinion-late") {
    notices.push({
      kind: "opinion-overdue",
      recipientId: requestedById,
      ...about,
      onceKey: `opinion-overdue:${id}`,
    });
  }
  return notices;
}
