import { isSharedQuestion } from "@/domain/dossier/shared-questions";
import type { FormStep, ThemeForm } from "@/domain/themes/types";

/** A step of a dossier that another one may take its answers from. */
export interface CopiedStep {
  key: string;
  title: string;
  /** Answers taken: questions, and the list of a step that is one (phases, sites). */
  fields: readonly string[];
  /** Takes the lines of the funding plan too. */
  withPlan: boolean;
}

/**
 * What a new dossier may take from an earlier one: everything under the same theme, the questions both forms ask under
 * another, whose plan is made anew. Files and commitments are never taken: they are given for one dossier. Nor is the title, the project's own.
 */
export function copiedSteps(from: ThemeForm, to: ThemeForm): CopiedStep[] {
  const same = from.theme === to.theme;
  return from.steps
    .filter(({ kind }) => kind !== "commitments" && kind !== "files" && (same || kind !== "plan"))
    .map((step) => ({
      key: step.key,
      title: step.title,
      fields: [
        ...step.fields.filter((field) => field !== "title" && isSharedQuestion(from, to, field)),
        ...(same ? listOf(step) : []),
      ],
      withPlan: same && step.kind === "plan",
    }))
    .filter(({ fields, withPlan }) => fields.length > 0 || withPlan);
}

/** The answer under which a step keeps its list; none for a step without one. */
function listOf({ kind }: FormStep): string[] {
  return kind === "phases" || kind === "sites" ? [kind] : [];
}
