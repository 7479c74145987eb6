import { CO_FINANCERS_HISTORY, PLAN_HISTORY } from "@/domain/dossier/answer-words";
import { typedCoFinancersSchema } from "@/domain/dossier/co-financing";
import { typedPlanSchema } from "@/domain/dossier/funding-plan";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { typedLine } from "@/server/plan-rows";
import { visibleDossiers } from "@/server/visibility";
import type { RestoreAnswerInput } from "../schemas";
import { saveAnswers } from "./save-answers";
import { savePlan } from "./save-plan";

/**
 * Puts an earlier version of an answer back, as a new version over the one the person read: nothing of the history
 * goes. Drafts only. Throws `changed-meanwhile` when somebody wrote since, `already-done` once the dossier is filed.
 */
export async function restoreAnswer(
  actor: Actor,
  input: RestoreAnswerInput,
): Promise<{ number: string; field: string }> {
  const { number, field, revision, baseRevision } = input;
  const version = await database().answerRevision.findFirst({
    where: { field, revision, dossier: { number, ...visibleDossiers(actor, "carrier") } },
  });
  if (!version) throw notFound();
  const saved = isOfPlan(field)
    ? await restorePlan(actor, input, version.value)
    : (
        await saveAnswers(actor, {
          number,
          answers: [{ field, value: version.value, baseRevision }],
        })
      ).answers[0];
  if (saved?.status === "conflict") {
    throw new BusinessError(
      "changed-meanwhile",
      `${saved.author} vient de modifier cette réponse\u00A0: rien n’a été remis en place. Relisez la nouvelle version, puis recommencez.`,
    );
  }
  if (saved?.status !== "saved") {
    throw new BusinessError("not-allowed", "Cette version ne peut pas être remise en place.");
  }
  return { number, field };
}

/** Whether a history is of the plan: its lines and its co-financers are saved together, under one revision. */
export const isOfPlan = (field: string) => field === PLAN_HISTORY || field === CO_FINANCERS_HISTORY;

async function restorePlan(actor: Actor, input: RestoreAnswerInput, value: unknown) {
  const { number, field, baseRevision } = input;
  if (field === PLAN_HISTORY) {
    return savePlan(actor, { number, baseRevision, lines: typedPlanSchema.parse(value) });
  }
  const rows = await database().expenseLine.findMany({
    where: { dossier: { number } },
    orderBy: { position: "asc" },
  });
  return savePlan(actor, {
    number,
    baseRevision,
    lines: rows.map(typedLine),
    coFinancers: typedCoFinancersSchema.parse(value),
  });
}
