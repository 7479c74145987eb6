import type { z } from "zod";
import { carriedAnswers, carriedLines, carriedSchema } from "@/domain/dossier/carried-answers";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { themeBySlug } from "@/domain/themes/index";
import { createDossierSchema } from "../schemas";
import { createDossier } from "./create-dossier";
import { saveAnswers } from "./save-answers";
import { savePlan } from "./save-plan";

/** A dossier to start, with what was told while looking for its theme. */
export const startDossierSchema = createDossierSchema.extend(carriedSchema.shape);
export type StartDossierInput = z.output<typeof startDossierSchema>;

/**
 * Starts a draft, then writes what was told while looking for the theme as its first answers and lines. Each is a save
 * over nothing: sent twice, or after somebody has typed, it changes nothing. Throws as `createDossier`.
 */
export async function startDossier(actor: Actor, input: StartDossierInput) {
  const started = await createDossier(actor, input);
  const { number } = started;
  const lines = carriedLines(input);
  if (lines.length > 0) await savePlan(actor, { number, baseRevision: 0, lines });
  const theme = themeBySlug(input.theme);
  const form = theme && formByTheme(theme.code);
  const answers = Object.entries(form ? carriedAnswers(input, form) : {}).map(([field, value]) => ({
    field,
    value,
    baseRevision: 0,
  }));
  if (answers.length > 0) await saveAnswers(actor, { number, answers });
  return started;
}
