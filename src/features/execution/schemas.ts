import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import type { TypedMeasure } from "@/domain/execution/crossing";
import { text } from "@/domain/text";

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

const position = z.coerce.number().int().min(1).max(99);

/** A text one must write, with the sentence said when nothing is. */
const written = (max: number, missing: string) =>
  text(max).refine((value) => value !== "", { error: missing });

const MEASURED = /^(value|on|method)\.(\d)$/;
/** The name of what is typed of an indicator in the form of a crossing: `value.0`, `on.0`, `method.0`. */
export const measurePath = (field: keyof TypedMeasure, index: number) => `${field}.${index}`;

/** The crossing of a milestone as posted: three fields for each indicator of the phase, which the command counts. */
export function proposeCrossingSchema(posted: Readonly<Record<string, unknown>>) {
  const measured = Object.keys(posted).filter((name) => MEASURED.test(name));
  return z.object({
    number: dossierNumber,
    position,
    account: written(
      10_000,
      "Racontez ce qui a été fait. Exemple\u00A0: 210 agents lisent leur messagerie depuis leur téléphone.",
    ),
    ...Object.fromEntries(measured.map((name) => [name, text(1000)])),
  });
}

/** What is typed of each indicator, in the order of the phase. */
export function typedMeasures(input: Readonly<Record<string, unknown>>): TypedMeasure[] {
  const measures: TypedMeasure[] = [];
  for (const [name, typed] of Object.entries(input)) {
    const [, field, index] = MEASURED.exec(name) ?? [];
    if (field === undefined || typeof typed !== "string") continue;
    const rank = Number(index);
    measures[rank] = { value: "", on: "", method: "", ...measures[rank], [field]: typed };
  }
  return Array.from(measures, (each) => each ?? { value: "", on: "", method: "" });
}

export interface ProposeCrossingInput {
  number: string;
  position: number;
  account: string;
  measures: readonly TypedMeasure[];
}

export const releasePhaseSchema = z.object({
  number: dossierNumber,
  position,
  crossing: z.uuid(),
});
export type ReleasePhaseInput = z.output<typeof releasePhaseSchema>;

export const withholdPhaseSchema = releasePhaseSchema.extend({
  reason: written(
    4000,
    "Écrivez la raison que le porteur lira. Exemple\u00A0: l’audit de sécurité laisse deux failles graves ouvertes.",
  ),
});
export type WithholdPhaseInput = z.output<typeof withholdPhaseSchema>;
