import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";

/** What enters with the life of a project after its award, one schema per command. */

/** A day typed in a date field, from 2020 to 2035. */
const day = (missing: string) =>
  z
    .string()
    .regex(/^20(2\d|3[0-5])-\d{2}-\d{2}$/, { error: missing })
    .refine((value) => !Number.isNaN(Date.parse(`${value}T12:00:00Z`)), { error: missing })
    .transform((value) => value as Day);

export const startExecutionSchema = z.object({
  number: dossierNumber,
  startsOn: day("Choisissez le jour où le projet commence. Exemple\u00A0: 1er mars 2021."),
  endsOn: z
    .union([
      z.literal("").transform(() => undefined),
      day("Choisissez le jour où le projet finit, ou laissez vide."),
    ])
    .optional(),
});
export type StartExecutionInput = z.output<typeof startExecutionSchema>;
