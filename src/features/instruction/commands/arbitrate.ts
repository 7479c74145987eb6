import { BusinessError, notFound } from "@/domain/errors";
import { parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { database, inTransaction, type Transaction } from "@/server/database/client";
import type { Decision } from "@/server/database/generated/client";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { grantBound, requireWithinGrant } from "@/server/propose-decision";
import { visibleDossiers } from "@/server/visibility";
import type { ArbitrateInput } from "../schemas";
import { confirmProposed, proposedBySomebodyElse, returnProposed } from "./confirm-decision";

/**
 * The minister's answer to one line of a list: confirmed as proposed, changed with a reason, or returned with a reason.
 * A confirmed or changed line commits the money and fixes the decision in the same transaction. Throws `already-done`
 * on a line that has its answer, and what the confirmation throws.
 */
export function arbitrate(actor: Actor, input: ArbitrateInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "arbitrate");
    const line = await pendingLine(tx, dossier, input.list);
    const decision = await proposedBySomebodyElse(tx, actor, dossier, line.decisionId);
    await tx.arbitrationLine.update({
      where: { listId_decisionId: { listId: input.list, decisionId: decision.id } },
      data: {
        answer: input.answer,
        reason: input.reason,
        answeredById: actor.agentId,
        answeredAt: await portalNow(tx),
      },
    });
    const kept = input.answer === "changed" ? await change(tx, dossier, decision, input) : decision;
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "arbitrate",
      facts: {
        listId: input.list,
        decisionId: decision.id,
        answer: input.answer,
        reason: input.reason,
        outcome: kept.outcome,
        amount: kept.amount === null ? null : Number(kept.amount),
      },
    });
    if (input.answer === "returned") await returnProposed(tx, actor, decision, input.reason);
    else await confirmProposed(tx, actor, dossier, kept);
    await closeAnswered(tx, input.list);
  });
}

async function pendingLine(tx: Transaction, dossier: ExaminedDossier, listId: string) {
  const line = await tx.arbitrationLine.findFirst({
    where: { listId, decision: { dossierId: dossier.id } },
  });
  if (!line) throw notFound();
  if (line.answer !== "pending") {
    throw new BusinessError(
      "already-done",
      "Cette ligne a déjà sa réponse\u00A0: la vôtre n’a pas été enregistrée.",
    );
  }
  return line;
}

/** The proposal as the minister changes it: outcome, amount within the computed grant, and what the carrier reads. */
async function change(
  tx: Transaction,
  dossier: ExaminedDossier,
  decision: Decision,
  input: ArbitrateInput,
): Promise<Decision> {
  const outcome = input.outcome ?? decision.outcome;
  const amount = outcome === "accepted" ? parseEuros(input.amount ?? "") : null;
  if (amount !== null) requireWithinGrant(amount, await grantBound(tx, dossier));
  return tx.decision.update({
    where: { id: decision.id },
    data: {
      outcome,
      amount: amount === null ? null : BigInt(amount),
      motiveCode: "other",
      motive: input.motive || decision.motive,
    },
  });
}

/** A list is closed with its last answer. */
async function closeAnswered(tx: Transaction, listId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE arbitration_list SET closed_at = guichet_now()
    WHERE id = ${listId}::uuid AND closed_at IS NULL AND NOT EXISTS (
      SELECT FROM arbitration_line WHERE list_id = ${listId}::uuid AND answer = 'pending')`;
}

/**
 * Confirms as proposed every line that still waits, one transaction each: a line whose money is no longer there does not
 * hold the others back. Returns the dossiers confirmed, and those that were not with the reason.
 */
export async function confirmRemaining(
  actor: Actor,
  input: { list: string },
): Promise<{ done: string[]; refused: { number: string; reason: string }[] }> {
  const lines = await database().arbitrationLine.findMany({
    where: {
      listId: input.list,
      answer: "pending",
      decision: { dossier: visibleDossiers(actor, "instruction") },
    },
    select: { decision: { select: { dossier: { select: { number: true } } } } },
    orderBy: { position: "asc" },
  });
  const result = { done: [] as string[], refused: [] as { number: string; reason: string }[] };
  for (const { number } of lines.map(({ decision }) => decision.dossier)) {
    try {
      await arbitrate(actor, { ...input, number, answer: "confirmed", reason: "", motive: "" });
      result.done.push(number);
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      result.refused.push({ number, reason: error.message });
    }
  }
  return result;
}
