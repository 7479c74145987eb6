import type { Missing } from "@/domain/dossier/completeness";
import type { stepOpening } from "@/domain/dossier/editing";
import type { FormStep } from "@/domain/themes/types";

/** What is missing in a step: what blocks the filing, and what is only to be read. */
export function missingOf(step: FormStep, missing: readonly Missing[]): readonly Missing[] {
  return missing.filter((one) => one.step === step.key);
}

/** « 2 réponses manquent »: how much of a list blocks the filing; null when nothing does. */
export function missingSentence(missing: readonly Missing[]): string | null {
  const count = missing.filter(({ effect }) => effect === "blocks").length;
  if (count === 0) return null;
  return count === 1 ? "1 réponse manque" : `${count} réponses manquent`;
}

/** The state of a step in words, for the menu of the steps. */
export function stepState(
  step: FormStep,
  missing: readonly Missing[],
  opening: ReturnType<typeof stepOpening> = "open",
): string {
  const own = missingOf(step, missing);
  if (opening === "closed" && own.length === 0) return "Déposée";
  // Nothing of it is ever awaited: it is never « complete » either.
  if (step.kind === "files" && own.length === 0) return "Facultative";
  return missingSentence(own) ?? (own.length > 0 ? "Complète, à relire" : "Complète");
}
