import { isUnanswered } from "@/domain/dossier/answers";
import { isAskedOf } from "@/domain/themes/forms";
import type { DraftState } from "./draft";

/** Whether a dossier shows a question: asked of its carrier, or answered already. */
export function isShown({ form, carrier, answers }: DraftState, field: string): boolean {
  return isAskedOf(form, field, carrier.kind) || !isUnanswered(answers[field]?.value);
}
