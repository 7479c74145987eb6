import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import type { TypedValues } from "@/domain/form-state";
import { metaOf } from "@/domain/themes/field-kinds";
import { formByTheme } from "@/domain/themes/forms";
import { THEME_CODES } from "@/domain/themes/types";
import { revisionName } from "./posted-step-names";

/** How a step travels when it is posted without script: one flat form, dotted names for lists. */

const posted = z.string().max(20_000).prefault("");
const several = z.array(z.string().max(200)).max(100);
/** Posted with each answer the form shows: one without it is not on the page. */
const revision = z.coerce.number().int().min(0).max(1_000_000).optional();

/** A dotted name of a list: `plan.0.label`, `phases.1.indicators.0.name`. */
const LISTED = /^(?:plan|removed|coFinancers|phases)(?:\.(?:\d{1,3}|[A-Za-z]{1,30})){1,4}$/;

/**
 * The fields a step may post, from its theme and key: its answers, their revisions, and the lines of its list. Throws
 * nothing: an unknown theme or step accepts no answer at all, and the strict form refuses what came.
 */
export function postedStepSchema(values: TypedValues) {
  const theme = THEME_CODES.find((code) => code === values.theme);
  const step = theme && formByTheme(theme)?.steps.find(({ key }) => key === values.step);
  const form = theme && formByTheme(theme);
  const shape: Record<string, z.ZodType> = {};
  for (const field of step && form ? step.fields : []) {
    const schema = form?.fields.shape[field];
    shape[field] = schema && metaOf(schema).widget === "choices" ? several : posted;
    shape[revisionName(field)] = revision;
  }
  if (step?.kind === "plan" || step?.kind === "phases") {
    for (const name of Object.keys(values)) if (LISTED.test(name)) shape[name] = posted;
    shape[revisionName(step.kind)] = revision;
  }
  if (step?.kind === "commitments") shape.accepted = several;
  return z.object({
    number: dossierNumber,
    theme: z.enum(THEME_CODES),
    step: z.string().max(60),
    /** The button used; empty for « Enregistrer et continuer ». */
    do: z.string().max(40).optional(),
    ...shape,
  });
}

export type PostedStep = { number: string; theme: (typeof THEME_CODES)[number]; step: string } & {
  [name: string]: unknown;
};
