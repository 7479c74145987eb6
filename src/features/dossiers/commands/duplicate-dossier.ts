import { dossierNumber } from "@/domain/dossier/number";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { themeBySlug } from "@/domain/themes/index";
import { pinned } from "@/domain/themes/pinned";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { readPlan } from "@/server/plan-rows";
import { lockToWrite } from "@/server/team-dossier";
import { visibleDossiers } from "@/server/visibility";
import { carrierOf } from "../carrier";
import { type CopiedStep, copiedSteps } from "../copied-steps";
import type { DuplicateDossierInput } from "../schemas";
import { startDraft } from "./create-dossier";
import { followCall } from "./follow-call";
import { writePlan } from "./save-plan";

/**
 * Starts a draft with the answers of an earlier dossier of the actor's teams, for the steps chosen; the earlier one is
 * read, never touched. Sent twice with the same id, returns the first one. Throws as `createDossier`, and `not-allowed`
 * when the project is another organisation's.
 */
export function duplicateDossier(
  actor: Actor,
  input: DuplicateDossierInput,
): Promise<{ number: string; firstStep: string }> {
  return inTransaction(async (tx) => {
    const { number, theme, steps, project, title } = input;
    if (!dossierNumber.safeParse(number).success) throw notFound();
    const source = await tx.dossier.findFirst({
      where: { number, ...visibleDossiers(actor, "carrier") },
      include: { project: true },
    });
    const target = themeBySlug(theme);
    const form = target && formByTheme(target.code);
    const firstStep = form?.steps[0]?.key;
    if (!source || !target || !form || !firstStep) throw notFound();
    if (project === "same" && source.project.organisationId !== carrierOf(actor).carrier?.id) {
      const message =
        "Ce projet est celui d’une autre organisation\u00A0: commencez un nouveau projet.";
      throw new BusinessError("invalid-input", message, [{ path: "project", message }]);
    }
    const start = project === "same" ? { projectId: source.projectId } : { title };
    const draft = await startDraft(tx, actor, { id: input.id, theme: target, ...start });
    if (!draft.isNew) return { number: draft.number, firstStep };
    const taken = copiedSteps(pinned(source).form, form).filter(({ key }) => steps.includes(key));
    await copyAnswers(tx, { actor, from: source.id, to: draft.id, taken });
    await followCall(tx, actor, draft.id);
    if (taken.some(({ withPlan }) => withPlan)) {
      const dossier = await lockToWrite(tx, actor, draft.number, { part: "plan" });
      const saved = { lines: [], coFinancers: [] };
      await writePlan(tx, { actor, dossier, saved, plan: await readPlan(tx, source.id) });
    }
    await recordFact(tx, {
      chain: dossierChain(draft.id),
      actorId: actor.agentId,
      action: "duplicate-dossier",
      facts: { from: number, steps: taken.map(({ key }) => key) },
    });
    return { number: draft.number, firstStep };
  });
}

interface Copy {
  actor: Actor;
  from: string;
  to: string;
  taken: readonly CopiedStep[];
}

/** The answers as their first revision, by whoever takes them. */
async function copyAnswers(tx: Transaction, { actor, from, to, taken }: Copy): Promise<void> {
  const answers = await tx.answer.findMany({
    where: { dossierId: from, field: { in: taken.flatMap(({ fields }) => fields) } },
  });
  const rows = answers.map(({ field, value }) => ({
    dossierId: to,
    field,
    value: value as string,
    revision: 1,
    agentId: actor.agentId,
  }));
  await tx.answer.createMany({ data: rows });
  await tx.answerRevision.createMany({ data: rows });
}
