import { parisDay } from "@/domain/calendar";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { hearCarrier } from "@/server/hearing";
import { lockItem, requireCurrent, requireOpen } from "../locked-session";
import type { FinishItemInput, ItemInput, TurnInput } from "../schemas";

/** Statuses of a dossier that a sitting can examine. */
export const EXAMINABLE: readonly DossierStatus[] = ["under-review", "heard", "scored", "reserve"];

const minutesAfter = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Calls a dossier: it is the one under examination, for the length of a slot. One at a time. */
export function callItem(actor: Actor, input: ItemInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockItem(tx, actor, input, "keep-session");
    requireOpen(session);
    if (item.state === "current") {
      throw new BusinessError("already-done", "Ce dossier est déjà en cours d’examen.");
    }
    const busy = await tx.sessionItem.count({
      where: { sessionId: session.id, state: "current" },
    });
    if (busy > 0) {
      throw new BusinessError(
        "changed-meanwhile",
        "Un autre dossier est en cours d’examen\u00A0: terminez-le ou ajournez-le d’abord.",
      );
    }
    if (!EXAMINABLE.includes(dossier.status)) {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce dossier n’est plus à examiner par le jury\u00A0: appelez le suivant.",
      );
    }
    const now = await portalNow(tx);
    await tx.sessionItem.update({
      where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
      data: { state: "current", startedAt: item.startedAt ?? now, endedAt: null },
    });
    await tx.jurySession.update({
      where: { id: session.id },
      data: { turnEndsAt: minutesAfter(now, session.slotMinutes) },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "call-item",
      facts: { sessionId: session.id, label: session.label },
    });
  });
}

/** Ends the examination of the current dossier, or puts it off to another sitting. */
export function finishItem(actor: Actor, input: FinishItemInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockItem(tx, actor, input, "keep-session");
    requireOpen(session);
    requireCurrent(item);
    const open = await tx.vote.count({ where: { sessionId: session.id, closedAt: null } });
    if (open > 0) {
      throw new BusinessError(
        "incomplete",
        "Un vote est ouvert sur ce dossier\u00A0: closez-le ou annulez-le d’abord.",
      );
    }
    await tx.sessionItem.update({
      where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
      data: { state: input.as, endedAt: await portalNow(tx) },
    });
    await tx.jurySession.update({ where: { id: session.id }, data: { turnEndsAt: null } });
    const adjourned = input.as === "adjourned";
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: adjourned ? "adjourn-item" : "finish-item",
      facts: { sessionId: session.id, label: session.label },
    });
  });
}

/** Sets the end of the turn, counted from now; zero stops the timer. */
export function setTurn(actor: Actor, input: TurnInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { session, item } = await lockItem(tx, actor, input, "keep-session");
    requireOpen(session);
    requireCurrent(item);
    const turnEndsAt =
      input.minutes === 0 ? null : minutesAfter(await portalNow(tx), input.minutes);
    await tx.jurySession.update({ where: { id: session.id }, data: { turnEndsAt } });
  });
}

/** Records that the carrier of the current dossier was heard in the sitting. */
export function hearItem(actor: Actor, input: ItemInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockItem(tx, actor, input, "record-hearing");
    requireOpen(session);
    requireCurrent(item);
    const now = await portalNow(tx);
    await hearCarrier(tx, { actor, dossier, heardOn: parisDay(now), heardAt: now });
  });
}
