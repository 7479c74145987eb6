import { z } from "zod";
import { isUnanswered, parseAnswer } from "@/domain/dossier/answers";
import { typedPhasesSchema } from "@/domain/dossier/phases";
import { typedSitesSchema } from "@/domain/dossier/sites";
import type { Json } from "@/domain/evidence/canonical";
import { text } from "@/domain/text";
import { metaOf } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** Longest text a draft keeps. Longer than what any field accepts at filing: what is too long is kept, and said. */
const MAX_TYPED = 20_000;
const typedText = text(MAX_TYPED);
const typedChoices = z.array(text(200)).max(100);

/** The answers under which a draft keeps its phases, and its sites. */
export const PHASES = "phases";
export const SITES = "sites";
/** Lists are judged whole: see `domain/dossier/completeness`. */
const LISTS: Readonly<Record<string, z.ZodType<Json, unknown>>> = {
  [PHASES]: typedPhasesSchema,
  [SITES]: typedSitesSchema,
};

/** What a field of a form keeps of what is typed; null when the form has no such field. */
export function typedSchema(form: ThemeForm, field: string): z.ZodType<Json, unknown> | null {
  const list = Object.hasOwn(LISTS, field) ? LISTS[field] : undefined;
  if (list && form.steps.some(({ kind }) => kind === field)) return list;
  // `constructor` is a property of every object, not a field.
  const schema = Object.hasOwn(form.fields.shape, field) ? form.fields.shape[field] : undefined;
  if (!schema) return null;
  return metaOf(schema).widget === "choices" ? typedChoices : typedText;
}

/** The sentence on what is typed and cannot be read; null when it can, or when nothing is typed yet. */
export function problemOf(form: ThemeForm, field: string, value: Json): string | null {
  if (Object.hasOwn(LISTS, field) || isUnanswered(value)) return null;
  return parseAnswer(form, field, value).error;
}
