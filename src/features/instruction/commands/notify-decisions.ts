import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { database, inTransaction, type Transaction } from "@/server/database/client";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { notifyConfirmedDecision } from "@/server/notify-decision";
import { visibleDossiers } from "@/server/visibility";
import type { DecisionInput } from "../schemas";

function noLongerWaits(): BusinessError {
  return new BusinessError(
    "already-done",
    "Cette décision n’attend pas de notification\u00A0: aucun message n’est parti.",
  );
}

/** Notifies one decision, now. A separate act from its confirmation. Throws `already-done` the second time. */
export function notifyDecision(actor: Actor, input: DecisionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "notify-decision");
    const done = await notifyConfirmedDecision(tx, {
      decisionId: input.decision,
      dossier,
      actorId: actor.agentId,
    });
    if (!done) throw noLongerWaits();
  });
}

export interface Notifications {
  /** Dossiers notified, or whose appointment is set. */
  done: string[];
  /** Those that were not, and why. */
  refused: { number: string; reason: string }[];
}

/**
 * Notifies several decisions, now or at a chosen instant that the worker keeps. Each one in its own transaction: a
 * decision that somebody has just notified does not hold the others back. A decision out of sight is passed over as if
 * it did not exist. Throws `invalid-input` when the instant is past.
 */
export async function notifyDecisions(
  actor: Actor,
  input: { decisions: readonly string[]; at: Date | null },
): Promise<Notifications> {
  if (input.at && input.at <= (await portalNow())) {
    const message =
      "Cet instant est passé\u00A0: choisissez-en un à venir, ou notifiez tout de suite.";
    throw new BusinessError("invalid-input", message, [{ path: "time", message }]);
  }
  const rows = await database().decision.findMany({
    where: { id: { in: [...input.decisions] }, dossier: visibleDossiers(actor, "instruction") },
    select: { id: true, dossier: { select: { number: true } } },
    orderBy: { dossier: { number: "asc" } },
  });
  const result: Notifications = { done: [], refused: [] };
  for (const { id, dossier } of rows) {
    const { number } = dossier;
    try {
      if (input.at) await schedule(actor, { number, decision: id }, input.at);
      else await notifyDecision(actor, { number, decision: id });
      result.done.push(number);
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      result.refused.push({ number, reason: error.message });
    }
  }
  return result;
}

function schedule(actor: Actor, input: DecisionInput, at: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "notify-decision");
    await setAppointment(tx, dossier, input.decision, at);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "schedule-notification",
      facts: { decisionId: input.decision, at: at.toISOString() },
    });
  });
}

/** Takes back an appointment: the decision waits again for somebody. Throws `already-done` when there is none. */
export function cancelNotification(actor: Actor, input: DecisionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "notify-decision");
    await setAppointment(tx, dossier, input.decision, null);
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "cancel-notification",
      facts: { decisionId: input.decision },
    });
  });
}

async function setAppointment(
  tx: Transaction,
  dossier: ExaminedDossier,
  decisionId: string,
  notifyAt: Date | null,
): Promise<void> {
  const { count } = await tx.decision.updateMany({
    where: {
      id: decisionId,
      dossierId: dossier.id,
      status: "confirmed",
      notifiedAt: null,
      ...(notifyAt === null && { notifyAt: { not: null } }),
    },
    data: { notifyAt },
  });
  if (count !== 1) throw noLongerWaits();
}
