import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession, SessionItem } from "@/server/database/generated/client";
import { notify } from "@/server/notifications";
import { lockSessionRow } from "@/server/sitting";
import { lockDossier } from "@/server/team-dossier";
import type { AnswerQuestionInput, AnswerSlotInput } from "../schemas";

/**
 * The item of a dossier in the sitting that is to hear it, both rows locked. Throws `not-found` for another team,
 * `too-late` once its turn has come.
 */
async function lockOwnItem(tx: Transaction, actor: Actor, number: string) {
  const dossier = await lockDossier(tx, actor, number, "write");
  const found = await tx.sessionItem.findFirst({
    where: {
      dossierId: dossier.id,
      presentation: dossier.presentation,
      session: { endedAt: null },
    },
    orderBy: { session: { heldOn: "desc" } },
  });
  if (!found) throw notFound();
  const session = await lockSessionRow(tx, found.sessionId);
  const item = await tx.sessionItem.findUniqueOrThrow({
    where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
  });
  if (session.endedAt || item.startedAt) {
    throw new BusinessError(
      "too-late",
      "Le jury examine ou a examiné ce dossier\u00A0: plus rien ne peut lui être répondu ici.",
    );
  }
  return { dossier, session, item };
}

/** The carrier confirms the slot it was offered, or refuses it with a reason that the secretary reads. */
export function answerSlot(actor: Actor, input: AnswerSlotInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockOwnItem(tx, actor, input.number);
    if (item.slotAt?.toISOString() !== input.slot) {
      throw new BusinessError(
        "changed-meanwhile",
        "Le créneau a changé depuis l’ouverture de cette page\u00A0: lisez le nouveau, puis répondez.",
      );
    }
    const reason = input.answer === "refused" ? (input.reason ?? "") : "";
    await tx.sessionItem.update({
      where: { sessionId_dossierId: { sessionId: session.id, dossierId: dossier.id } },
      data: { slotAnswer: input.answer, slotAnsweredAt: dossier.now, slotReason: reason },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "answer-slot",
      facts: { slotAt: input.slot, answer: input.answer, reason },
    });
    if (input.answer === "refused") await tellSecretaries(tx, session, item, "hearing-refused");
  });
}

/** The carrier answers a question of the jury in writing, until its turn comes. */
export function answerQuestion(actor: Actor, input: AnswerQuestionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockOwnItem(tx, actor, input.number);
    const { count } = await tx.hearingQuestion.updateMany({
      where: { id: input.question, sessionId: session.id, dossierId: dossier.id },
      data: { answer: input.answer, answeredById: actor.agentId, answeredAt: dossier.now },
    });
    if (count !== 1) throw notFound();
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "answer-question",
      facts: { questionId: input.question, answer: input.answer },
    });
    await tellSecretaries(tx, session, item, "hearing-answered");
  });
}

/** Those who prepare the sitting, but whoever may see nothing of this dossier. */
async function tellSecretaries(
  tx: Transaction,
  session: JurySession,
  { dossierId }: SessionItem,
  kind: "hearing-refused" | "hearing-answered",
): Promise<void> {
  const secretaries = await tx.sessionMember.findMany({
    where: {
      sessionId: session.id,
      capacity: "secretary",
      agent: {
        assignments: { none: { dossierId, status: "recused" } },
        memberships: { none: { dossierId } },
      },
    },
  });
  await notify(
    tx,
    secretaries.map(({ agentId }) => ({
      kind,
      recipientId: agentId,
      dossierId,
      payload: { sessionId: session.id },
    })),
  );
}
