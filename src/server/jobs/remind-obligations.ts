import "server-only";
import { addDays, type Day, parisDay } from "@/domain/calendar";
import { dutyWord, REMINDER_DAYS } from "@/domain/execution/obligations";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "../clock";
import { database, inTransaction, type Transaction } from "../database/client";
import type { Prisma } from "../database/generated/client";
import { columnOfDay, dayOfColumn } from "../executions";
import { logger } from "../log";
import { type Notice, notify } from "../notifications";
import { dnumAgents, themeAgents } from "../recipients";

const PAGE = 200;

const READ = {
  execution: {
    select: {
      dossier: {
        select: {
          themeCode: true,
          ministryId: true,
          members: { where: { agent: { closedAt: null } }, select: { agentId: true } },
        },
      },
    },
  },
} satisfies Prisma.ObligationInclude;
type Waiting = Prisma.ObligationGetPayload<{ include: typeof READ }>;

/**
 * Reminds the teams of what is due soon, and tells the DNUM of their ministry and the owners of the theme once it is
 * late: once each, however often it runs. A suspended or closed project is told nothing. Returns how many duties were
 * spoken of.
 */
export async function remindObligations(): Promise<number> {
  const today = parisDay(await portalNow());
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const waiting = await database().obligation.findMany({
      where: {
        ...owedAWord(today),
        execution: { suspendedAt: null, dossier: { status: "in-execution" } },
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: "asc" },
      take: PAGE,
      include: READ,
    });
    for (const obligation of waiting) {
      if (await inTransaction((tx) => speak(tx, obligation, today))) count += 1;
    }
    const last = waiting.at(-1);
    if (!last || waiting.length < PAGE) break;
    after = last.id;
  }
  logger().info({ event: "obligations-reminded", count });
  return count;
}

/** Neither done nor dropped, and soon due without a reminder or late without an alert. */
function owedAWord(today: Day): Prisma.ObligationWhereInput {
  return {
    doneAt: null,
    droppedAt: null,
    OR: [
      { dueOn: { lt: columnOfDay(today) }, alertedAt: null },
      {
        dueOn: { gte: columnOfDay(today), lte: columnOfDay(addDays(today, REMINDER_DAYS)) },
        remindedAt: null,
      },
    ],
  };
}

/** Says the word a duty is owed, and that it was said; false when it was done or spoken of meanwhile. */
async function speak(tx: Transaction, obligation: Waiting, today: Day): Promise<boolean> {
  const { id, dossierId, kind, period } = obligation;
  const dueOn = dayOfColumn(obligation.dueOn);
  const word = dutyWord(dueOn, today);
  if (!word) return false;
  const told = word === "reminder" ? "remindedAt" : "alertedAt";
  const { count } = await tx.obligation.updateMany({
    where: { id, doneAt: null, droppedAt: null, [told]: null },
    data: { [told]: await portalNow(tx) },
  });
  if (count === 0) return false;
  const { dossier } = obligation.execution;
  const notice = { dossierId, payload: { duty: kind, period, dueOn } };
  const to = (kindOf: Notice["kind"], people: readonly string[]): Notice[] =>
    people.map((recipientId) => ({
      ...notice,
      kind: kindOf,
      recipientId,
      onceKey: `${kindOf}:${id}:${recipientId}`,
    }));
  if (word === "reminder") {
    await notify(
      tx,
      to(
        "duty-reminder",
        dossier.members.map(({ agentId }) => agentId),
      ),
    );
    return true;
  }
  const owners = await themeAgents(tx, dossier.themeCode as ThemeCode, ["theme-owner"]);
  const dnum = dossier.ministryId === null ? [] : await dnumAgents(tx, dossier.ministryId);
  await notify(tx, [...to("duty-overdue", owners), ...to("duty-overdue-dnum", dnum)]);
  return true;
}
