import { TRANSITION_OF_OUTCOME } from "@/domain/dossier/transitions";
import { BusinessError, notFound } from "@/domain/errors";
import { centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { Decision } from "@/server/database/generated/client";
import { commitAward, nearestEnvelope } from "@/server/envelopes";
import { type ExaminedDossier, lockExamined, transitionContext } from "@/server/examined-dossier";
import { grantBound, requireWithinGrant } from "@/server/propose-decision";
import { recusalFacts } from "@/server/recusals";
import { transition } from "@/server/transition";
import type { DecisionInput, ReturnDecisionInput } from "../schemas";

type Outcome = keyof typeof TRANSITION_OF_OUTCOME;

/**
 * Confirms a decision proposed by another person. The money, the ledger, the decision, the status and the audit line are
 * written together or not at all. Throws `two-people-required` to the proposer, `already-done` when somebody was
 * quicker, `grant-exceeded` or `envelope-exceeded` when the money is no longer there.
 */
export function confirmDecision(actor: Actor, input: DecisionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "confirm-decision");
    const decision = await proposedBySomebodyElse(tx, actor, dossier, input.decision);
    await confirmProposed(tx, actor, dossier, decision);
  });
}

/** Commits and fixes a decision that waits, under the dossier's lock: by whoever confirms it, or by the minister. */
export async function confirmProposed(
  tx: Transaction,
  actor: Actor,
  dossier: ExaminedDossier,
  decision: Decision,
): Promise<void> {
  await requireExpectations(tx, decision);
  const amount = decision.amount === null ? null : centsFromBigInt(decision.amount);
  if (amount !== null) {
    // Two dossiers of one project may wait for their confirmation under one cap.
    await tx.$queryRaw`SELECT project.id FROM project JOIN dossier ON dossier.project_id = project.id
      WHERE dossier.id = ${dossier.id}::uuid FOR UPDATE OF project`;
    requireWithinGrant(amount, await grantBound(tx, dossier));
    const envelopeId = await nearestEnvelope(dossier, tx);
    await commitAward(tx, { envelopeId, decisionId: decision.id, amount });
  }
  await tx.decision.update({
    where: { id: decision.id },
    data: {
      status: "confirmed",
      confirmedById: actor.agentId,
      confirmedAt: await portalNow(tx),
    },
  });
  await transition(tx, {
    name: TRANSITION_OF_OUTCOME[decision.outcome as Outcome],
    dossier,
    actor,
    context: await transitionContext(tx, dossier),
    facts: {
      decisionId: decision.id,
      amount,
      proposedById: decision.proposedById,
      recusals: await recusalFacts(tx, dossier),
    },
  });
}

/** A carrier is not asked to come back without being told for what. */
async function requireExpectations(tx: Transaction, { id, outcome }: Decision): Promise<void> {
  if (outcome !== "to-be-presented-again") return;
  if ((await tx.expectation.count({ where: { decisionId: id } })) > 0) return;
  throw new BusinessError(
    "incomplete",
    "Cette proposition ne dit pas ce que la nouvelle présentation doit montrer\u00A0: renvoyez-la à son auteur.",
  );
}

/** The decision as long as it waits, under the dossier's lock. The confirmer is never the proposer (checked in SQL too). */
export async function proposedBySomebodyElse(
  tx: Transaction,
  actor: Actor,
  dossier: ExaminedDossier,
  decisionId: string,
): Promise<Decision> {
  const decision = await tx.decision.findFirst({
    where: { id: decisionId, dossierId: dossier.id },
  });
  if (!decision) throw notFound();
  if (decision.status === "confirmed") {
    throw new BusinessError(
      "already-done",
      "Cette décision est déjà confirmée\u00A0: rien n’a été fait une seconde fois.",
    );
  }
  if (decision.status === "returned") {
    throw new BusinessError(
      "changed-meanwhile",
      "Cette proposition a été renvoyée à son auteur\u00A0: une nouvelle doit être faite.",
    );
  }
  if (decision.proposedById === actor.agentId) {
    throw new BusinessError(
      "two-people-required",
      "Vous avez proposé cette décision\u00A0: une autre personne doit la confirmer.",
    );
  }
  return decision;
}

/** Sends a proposal back to its author with what to review: another may then be proposed. */
export function returnDecision(actor: Actor, input: ReturnDecisionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "confirm-decision");
    const decision = await proposedBySomebodyElse(tx, actor, dossier, input.decision);
    if (await isSubmitted(tx, decision.id)) {
      throw new BusinessError(
        "changed-meanwhile",
        "Cette proposition est soumise à l’arbitrage du ministre\u00A0: c’est là qu’elle est renvoyée.",
      );
    }
    await returnProposed(tx, actor, decision, input.reason);
  });
}

/** Closes a proposal with what its author must review, under the dossier's lock. */
export async function returnProposed(
  tx: Transaction,
  actor: Actor,
  decision: Pick<Decision, "id" | "dossierId">,
  reason: string,
): Promise<void> {
  await tx.decision.update({
    where: { id: decision.id },
    data: { status: "returned", returnedReason: reason },
  });
  await recordFact(tx, {
    chain: dossierChain(decision.dossierId),
    actorId: actor.agentId,
    action: "return-decision",
    facts: { decisionId: decision.id, reason },
  });
}

/** Whether a list submitted to the minister holds the proposal and waits for the answer. */
async function isSubmitted(tx: Transaction, decisionId: string): Promise<boolean> {
  return (await tx.arbitrationLine.count({ where: { decisionId, answer: "pending" } })) > 0;
}
