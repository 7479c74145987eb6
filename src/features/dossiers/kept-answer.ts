import { isUnanswered } from "@/domain/dossier/answers";
import { canonical, type Json } from "@/domain/evidence/canonical";
import { metaOf } from "@/domain/themes/field-kinds";
import { isProcedureAnswer } from "@/domain/themes/itn1/procedures";
import type { ThemeForm } from "@/domain/themes/types";
import { keptProcedure } from "@/server/procedures";
import { problemOf } from "./typed-answer";

/**
 * What a draft keeps of an answer as typed, and what will have to be corrected. All is kept as typed but a name chosen
 * in a list of the portal, which gets its code; what the dossier already holds stays, even taken off the list since.
 */
export async function keptAnswer(
  form: ThemeForm,
  { field, typed, saved }: { field: string; typed: Json; saved: unknown },
): Promise<{ value: Json; problem: string | null }> {
  const asTyped = { value: typed, problem: problemOf(form, field, typed) };
  const schema = form.fields.shape[field];
  const isListed = schema !== undefined && metaOf(schema).list !== undefined;
  if (!isListed || typeof typed !== "string" || isUnanswered(typed)) return asTyped;
  if (saved !== undefined && canonical(saved as Json) === canonical(typed)) return asTyped;
  const { value, problem } = await keptProcedure(typed);
  return { value, problem: isProcedureAnswer(value) ? problemOf(form, field, value) : problem };
}
