import { z } from "zod";
import { optionalDay } from "@/domain/day-field";
import { dossierNumber } from "@/domain/dossier/number";
import { VISA_ANSWERS, VISA_DAYS } from "@/domain/dossier/visa";
import { text } from "@/domain/text";

/** What enters by the pages of the visas, one schema per command. */

export const informDnumSchema = z.object({
  number: dossierNumber,
  message: text(2000),
});
export type InformDnumInput = z.output<typeof informDnumSchema>;

export const giveVisaSchema = z
  .object({
    number: dossierNumber,
    answer: z.enum(VISA_ANSWERS, {
      error: "Choisissez l’avis de la DNUM\u00A0: favorable, avec réserve ou défavorable.",
    }),
    reason: text(2000),
  })
  .refine(({ answer, reason }) => answer === "endorsement" || reason !== "", {
    path: ["reason"],
    message:
      "Expliquez la réserve ou l’avis défavorable\u00A0: le porteur lira votre raison. Exemple\u00A0: l’hébergement prévu n’est pas homologué.",
  });
export type GiveVisaInput = z.output<typeof giveVisaSchema>;

const DAYS_SENTENCE = `Le délai doit être un nombre entier de jours, de ${VISA_DAYS.min} à ${VISA_DAYS.max}. Exemple\u00A0: 15.`;

export const setVisaDaysSchema = z.object({
  ministryId: z.uuid({ error: "Choisissez le ministère dans la liste." }),
  days: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, { error: DAYS_SENTENCE })
    .transform(Number)
    .refine((days) => days >= VISA_DAYS.min && days <= VISA_DAYS.max, { message: DAYS_SENTENCE }),
});
export type SetVisaDaysInput = z.output<typeof setVisaDaysSchema>;

/** Whether a draft is shown to the DNUM; a box left empty posts nothing. */
export const showDraftSchema = z.object({
  number: dossierNumber,
  shown: z
    .literal("oui")
    .optional()
    .transform((value) => value === "oui"),
  plannedFilingOn: optionalDay,
});
export type ShowDraftInput = z.output<typeof showDraftSchema>;
