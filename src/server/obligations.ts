import "server-only";
import { parisDay } from "@/domain/calendar";
import { movedObligations, obligationsOf } from "@/domain/execution/obligations";
import { THEMES } from "@/domain/themes/index";
import type { DutyKind, ThemeCode } from "@/domain/themes/types";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";
import { columnOfDay, dayOfColumn } from "./executions";

/**
 * Asks of a project what its theme asks after an award: at its opening, then again whenever its baseline changes. What is
 * no longer asked is dropped, never erased; what was done stays done. In the transaction of the fact.
 */
export async function askObligations(tx: Transaction, dossierId: string): Promise<void> {
  const execution = await tx.execution.findUniqueOrThrow({
    where: { dossierId },
    select: {
      startsOn: true,
      endsOn: true,
      openedAt: true,
      dossier: { select: { themeCode: true } },
      decision: { select: { confirmedAt: true, notifiedAt: true } },
      obligations: true,
    },
  });
  const { decision, dossier, obligations } = execution;
  const wanted = obligationsOf(THEMES[dossier.themeCode as ThemeCode], {
    // The award counts from the day its carrier was told of it.
    awardedOn: parisDay(decision.notifiedAt ?? decision.confirmedAt ?? execution.openedAt),
    openedOn: parisDay(execution.openedAt),
    startsOn: dayOfColumn(execution.startsOn),
    endsOn: dayOfColumn(execution.endsOn),
  });
  const { add, drop, take } = movedObligations(
    obligations.map(({ id, kind, period, dueOn, doneAt, droppedAt }) => ({
      id,
      kind: kind as DutyKind,
      period,
      dueOn: dayOfColumn(dueOn),
      isDone: doneAt !== null,
      isDropped: droppedAt !== null,
    })),
    wanted,
  );
  await tx.obligation.createMany({
    data: add.map(({ dueOn, ...duty }) => ({ ...duty, dossierId, dueOn: columnOfDay(dueOn) })),
  });
  await tx.obligation.updateMany({
    where: { id: { in: drop } },
    data: { droppedAt: await portalNow(tx) },
  });
  await tx.obligation.updateMany({ where: { id: { in: take } }, data: { droppedAt: null } });
}

/** Asks nothing more of a project: it is closed or abandoned. What was done stays done. */
export async function dropObligations(tx: Transaction, dossierId: string): Promise<void> {
  await tx.obligation.updateMany({
    where: { dossierId, doneAt: null, droppedAt: null },
    data: { droppedAt: await portalNow(tx) },
  });
}
