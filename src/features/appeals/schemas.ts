import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { APPEAL_ANSWERS } from "@/domain/evaluation/appeal";
import { text } from "@/domain/text";

/** What enters with an appeal, one schema per command. */

const written = (max: number, missing: string) =>
  text(max).refine((value) => value !== "", { error: missing });

export const fileAppealSchema = z.object({
  number: dossierNumber,
  grounds: written(
    10_000,
    "Écrivez pourquoi vous contestez la décision. Exemple\u00A0: le coût retenu oublie la formation, décrite à l’étape 3.",
  ),
});
export type FileAppealInput = z.output<typeof fileAppealSchema>;

export const appealSchema = z.object({ number: dossierNumber, appeal: z.uuid() });
export type AppealInput = z.output<typeof appealSchema>;

export const proposeAnswerSchema = appealSchema.extend({
  proposal: z.enum(APPEAL_ANSWERS, { error: "Choisissez la réponse que vous proposez." }),
  reasons: written(
    10_000,
    "Écrivez les raisons que le porteur lira. Exemple\u00A0: la pièce jointe au recours chiffre le besoin.",
  ),
});
export type ProposeAnswerInput = z.output<typeof proposeAnswerSchema>;

export const returnAnswerSchema = appealSchema.extend({
  reason: written(2000, "Dites à la personne qui propose ce qu’elle doit revoir."),
});
export type ReturnAnswerInput = z.output<typeof returnAnswerSchema>;
