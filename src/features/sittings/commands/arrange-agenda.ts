import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { moved } from "@/domain/sitting/agenda";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import { dayOfDate, putOnAgenda } from "@/server/jury-session";
import { notify } from "@/server/notifications";
import { lockItem, lockSession, requireInPreparation } from "../locked-session";
import type { MoveItemInput, RemoveItemInput } from "../schemas";

/** Statuses of a dossier a sitting still has something to do with. */
export const TO_EXAMINE = ["under-review", "heard", "scored"];

/**
 * Moves a dossier one place up or down the agenda, before the opening or while it waits for its turn. The secretary
 * recused from a dossier moves the others past it.
 */
export function moveItem(actor: Actor, input: MoveItemInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { session, item } = await lockItem(tx, actor, input, "prepare-session");
    if (session.endedAt || item.state !== "waiting") {
      throw new BusinessError(
        "changed-meanwhile",
        "Ce dossier est passé ou en cours d’examen\u00A0: son rang ne change plus.",
      );
    }
    const items = await waitingItems(tx, session.id);
    const order = items.map(({ dossierId }) => dossierId);
    const next = moved(order, item.dossierId, input.direction);
    // The places of the items that wait stay the same: only who has them changes.
    for (const [index, dossierId] of next.entries()) {
      const { position = 0 } = items[index] ?? {};
      if (order[index] === dossierId) continue;
      await tx.sessionItem.update({
        where: { sessionId_dossierId: { sessionId: session.id, dossierId } },
        data: { position },
      });
    }
  });
}

function waitingItems(tx: Transaction, sessionId: string) {
  return tx.sessionItem.findMany({
    where: { sessionId, state: "waiting" },
    orderBy: [{ position: "asc" }, { dossierId: "asc" }],
    select: { dossierId: true, position: true },
  });
}

/** Puts a dossier of the call that waits for a jury, adjourned elsewhere or left out, on the agenda. */
export function addItem(actor: Actor, input: { session: string; number: string }): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "prepare-session");
    const session = await lockSession(tx, actor, input.session, "prepare-session");
    requireInPreparation(session);
    if (dossier.callId !== session.callId || !TO_EXAMINE.includes(dossier.status)) throw notFound();
    const elsewhere = await tx.sessionItem.count({
      where: {
        dossierId: dossier.id,
        OR: [
          { sessionId: session.id },
          { state: { in: ["waiting", "current"] }, session: { endedAt: null } },
        ],
      },
    });
    if (elsewhere > 0) {
      throw new BusinessError(
        "already-done",
        "Ce dossier est déjà à l’ordre du jour d’une séance.",
      );
    }
    await putOnAgenda(tx, session.id, dossier);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "join-session",
      facts: { sessionId: session.id, label: session.label, heldOn: dayOfDate(session.heldOn) },
    });
  });
}

/** Takes a dossier off the agenda before the opening; a carrier who was offered a slot is told. */
export function removeItem(actor: Actor, input: RemoveItemInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockItem(tx, actor, input, "prepare-session");
    requireInPreparation(session);
    const questions = await tx.hearingQuestion.count({
      where: { sessionId: session.id, dossierId: dossier.id },
    });
    await tx.sessionItem.delete({
      where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "leave-session",
      facts: { sessionId: session.id, label: session.label, reason: input.reason, questions },
    });
    if (!item.slotAt) return;
    const team = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
    await notify(
      tx,
      team.map(({ agentId }) => ({
        kind: "hearing-cancelled" as const,
        recipientId: agentId,
        dossierId: dossier.id,
        payload: { startsAt: item.slotAt?.toISOString() ?? "" },
      })),
    );
  });
}
