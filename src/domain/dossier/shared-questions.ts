import { metaOf } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";
import { LISTS } from "./answers";

/** The same question in two forms: same name, same label, same kind of answer, same choices. */
export function isSharedQuestion(from: ThemeForm, to: ThemeForm, field: string): boolean {
  const [one, other] = [from.fields.shape[field], to.fields.shape[field]];
  if (!one || !other) return false;
  const sign = (schema: typeof one) => {
    const { label, widget, options } = metaOf(schema);
    return JSON.stringify([label, widget, options]);
  };
  return sign(one) === sign(other);
}

/** Whether an answer of one form is an answer of the other: a shared question, or a list that both keep. */
export function isSharedAnswer(from: ThemeForm, to: ThemeForm, field: string): boolean {
  if (LISTS.some((list) => list === field)) {
    return [from, to].every(({ steps }) => steps.some(({ kind }) => kind === field));
  }
  return isSharedQuestion(from, to, field);
}
