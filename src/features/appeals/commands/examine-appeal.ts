import { BusinessError, notFound } from "@/domain/errors";
import { type AppealAnswer, reopening, tookPart } from "@/domain/evaluation/appeal";
import type { Actor } from "@/domain/rights/actor";
import type { Permission } from "@/domain/rights/permissions";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { Appeal } from "@/server/database/generated/client";
import { heldBy, releaseAward } from "@/server/envelopes";
import { type ExaminedDossier, lockExamined, transitionContext } from "@/server/examined-dossier";
import { type NoticeKind, notify } from "@/server/notifications";
import { transition } from "@/server/transition";
import { decidersOf } from "../queries/deciders";
import type { AppealInput, ProposeAnswerInput, ReturnAnswerInput } from "../schemas";

/** Registers an appeal: the carrier is told that it is examined. */
export function registerAppeal(actor: Actor, input: AppealInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, appeal } = await lockAppeal(tx, actor, input, "register-appeal", "filed");
    await tx.appeal.update({
      where: { id: appeal.id },
      data: {
        status: "registered",
        registeredById: actor.agentId,
        registeredAt: await portalNow(tx),
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "register-appeal",
      facts: { appealId: appeal.id },
    });
    await tellTeam(tx, dossier, "appeal-registered");
  });
}

/** Proposes an answer to an appeal: by somebody who had no part in the decision. Another person decides it. */
export function proposeAnswer(actor: Actor, input: ProposeAnswerInput): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockAppeal(tx, actor, input, "examine-appeal", "registered");
    const { dossier, appeal } = locked;
    await requireNoPart(tx, actor, appeal);
    await tx.appeal.update({
      where: { id: appeal.id },
      data: {
        status: "proposed",
        proposal: input.proposal,
        reasons: input.reasons,
        proposedById: actor.agentId,
        proposedAt: await portalNow(tx),
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "propose-appeal-answer",
      facts: {
        appealId: appeal.id,
        answer: input.proposal,
      },
    });
  });
}

/** Sends a proposed answer back: another is then proposed. */
export function returnAnswer(actor: Actor, input: ReturnAnswerInput): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockAppeal(tx, actor, input, "decide-appeal", "proposed");
    const { dossier, appeal } = locked;
    await requireNoPart(tx, actor, appeal);
    await tx.appeal.update({
      where: { id: appeal.id },
      data: { status: "registered", proposal: null, proposedById: null, proposedAt: null },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "return-appeal-answer",
      facts: {
        appealId: appeal.id,
        reason: input.reason,
      },
    });
  });
}

/**
 * Decides an appeal as proposed, by a second person who had no part in the decision either. Upheld, the decision is
 * annulled, what it held of the envelopes is given back, and the dossier goes back to where it was decided: a new
 * decision is then taken. The carrier is told at once. Throws `two-people-required` to who proposed the answer.
 */
export function decideAppeal(actor: Actor, input: AppealInput): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockAppeal(tx, actor, input, "decide-appeal", "proposed");
    const { dossier, appeal } = locked;
    if (appeal.proposedById === actor.agentId) {
      throw new BusinessError(
        "two-people-required",
        "Vous avez proposé cette réponse\u00A0: une autre personne doit la confirmer.",
      );
    }
    await requireNoPart(tx, actor, appeal);
    const answer = appeal.proposal as AppealAnswer;
    await tx.appeal.update({
      where: { id: appeal.id },
      data: { status: answer, decidedById: actor.agentId, decidedAt: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "decide-appeal",
      facts: { appealId: appeal.id, answer },
    });
    await tellTeam(tx, dossier, "appeal-decided");
    if (answer === "upheld") await reopen(tx, actor, dossier, appeal);
  });
}

async function reopen(tx: Transaction, actor: Actor, dossier: ExaminedDossier, appeal: Appeal) {
  const name = reopening(dossier.status, dossier.theme.selection.scored);
  if (!name) throw moved();
  if (appeal.decisionId) {
    await tx.decision.update({ where: { id: appeal.decisionId }, data: { status: "annulled" } });
    if ((await heldBy(appeal.decisionId, tx)) > 0) {
      await releaseAward(tx, { decisionId: appeal.decisionId, amount: "all" });
    }
  }
  await transition(tx, {
    name,
    dossier,
    actor,
    context: await transitionContext(tx, dossier),
    facts: { appealId: appeal.id, reason: appeal.reasons },
  });
}

const moved = () =>
  new BusinessError(
    "changed-meanwhile",
    "Le dossier n’est plus à l’étape de sa décision\u00A0: votre action n’a pas été faite.",
  );

/** The appeal at the state expected, under its dossier's lock, through the actor's visibility. */
async function lockAppeal(
  tx: Transaction,
  actor: Actor,
  input: AppealInput,
  permission: Permission,
  expected: Appeal["status"],
): Promise<{ dossier: ExaminedDossier; appeal: Appeal }> {
  const dossier = await lockExamined(tx, actor, input.number, permission);
  const appeal = await tx.appeal.findFirst({
    where: { id: input.appeal, dossierId: dossier.id },
  });
  if (!appeal) throw notFound();
  if (appeal.status !== expected) {
    throw new BusinessError(
      "already-done",
      "Ce recours a avancé pendant votre lecture\u00A0: votre action n’a pas été faite. Rouvrez la page.",
    );
  }
  return { dossier, appeal };
}

async function requireNoPart(tx: Transaction, actor: Actor, appeal: Appeal): Promise<void> {
  if (!tookPart(actor.agentId, await decidersOf(appeal, tx))) return;
  throw new BusinessError(
    "conflict-of-interest",
    "Vous avez pris part à la décision contestée\u00A0: d’autres personnes examinent ce recours.",
  );
}

async function tellTeam(
  tx: Transaction,
  dossier: { id: string },
  kind: Extract<NoticeKind, "appeal-registered" | "appeal-decided">,
): Promise<void> {
  const members = await tx.dossierMember.findMany({ where: { dossierId: dossier.id } });
  await notify(
    tx,
    members.map(({ agentId }) => ({ kind, recipientId: agentId, dossierId: dossier.id })),
  );
}
