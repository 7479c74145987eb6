import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { dossierNumber } from "@/domain/dossier/number";
import {
  CHANGE_KINDS,
  type ChangeKind,
  type Proposed,
  proposedSchema,
} from "@/domain/execution/changes";
import type { TypedMeasure } from "@/domain/execution/crossing";
import { PROOF_LEVELS, parseQuantity } from "@/domain/execution/gains";
import { parseEuros, ZERO } from "@/domain/money";
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

/** What is typed of an indicator, by its rank: `value.0`, `on.0`, `method.0`. */
const MEASURED = /^(value|on|method)\.(\d)$/;

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

const reason = written(
  4000,
  "Dites pourquoi vous demandez ce changement. Exemple\u00A0: le marché public a pris trois mois de retard.",
);
const amountTyped = (missing: string) =>
  text(30)
    .refine((value) => parseEuros(value) !== null, { error: missing })
    .transform((value) => parseEuros(value) ?? ZERO);
const endsOn = day("Choisissez la nouvelle fin du projet.");

/** What each kind of change asks besides its reason. */
const CHANGE_FIELDS = {
  delay: { endsOn },
  amount: {
    grant: amountTyped("Écrivez la subvention que vous gardez. Exemple\u00A0: 250\u202F000,00."),
  },
  scope: {
    scope: written(
      4000,
      "Décrivez le nouveau périmètre. Exemple\u00A0: trois départements au lieu de quatre.",
    ),
  },
  partner: { partners: text(2000) },
  suspension: {},
  resumption: { endsOn },
  abandonment: {
    spent: amountTyped("Écrivez ce que vous avez dépensé de la subvention. Exemple\u00A0: 0."),
  },
} as const satisfies Record<ChangeKind, z.core.$ZodLooseShape>;

/** The request of a change as posted: its fields depend on its kind. */
export function requestChangeSchema(posted: Readonly<Record<string, unknown>>) {
  const kind = CHANGE_KINDS.find((known) => known === posted.kind) ?? "delay";
  return z.object({
    number: dossierNumber,
    kind: z.enum(CHANGE_KINDS, { error: "Choisissez ce que vous demandez." }),
    reason,
    ...CHANGE_FIELDS[kind],
  });
}

export interface RequestChangeInput {
  number: string;
  reason: string;
  proposed: Proposed;
}

/** What is proposed, of a posted request: organisations are typed one a line. */
export function proposedOf({
  number: _number,
  reason: _reason,
  ...rest
}: Readonly<Record<string, unknown>>): Proposed {
  const { partners, ...others } = rest;
  return proposedSchema.parse({
    ...others,
    ...(typeof partners === "string" && {
      partners: partners
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    }),
  });
}

const request = z.coerce.number().int().min(1).max(999);

export const withdrawChangeSchema = z.object({ number: dossierNumber, request });
export type WithdrawChangeInput = z.output<typeof withdrawChangeSchema>;

export const answerChangeSchema = withdrawChangeSchema
  .extend({
    outcome: z.enum(["accepted", "refused"], { error: "Choisissez votre réponse." }),
    answer: text(4000),
  })
  .superRefine(({ outcome, answer }, context) => {
    if (outcome === "refused" && answer === "") {
      context.addIssue({
        code: "custom",
        path: ["answer"],
        message: "Écrivez pourquoi la demande est refusée\u00A0: le porteur lit cette raison.",
      });
    }
  });
export type AnswerChangeInput = z.output<typeof answerChangeSchema>;

const quantity = (missing: string) =>
  text(30)
    .refine((value) => parseQuantity(value) !== null, { error: missing })
    .transform((value) => parseQuantity(value) ?? 0n);

export const promiseGainSchema = z.object({
  number: dossierNumber,
  label: written(200, "Nommez le gain. Exemple\u00A0: heures d’agents économisées par an."),
  unit: written(40, "Donnez son unité. Exemple\u00A0: heures."),
  promised: quantity("Écrivez la valeur promise, un nombre. Exemple\u00A0: 1\u202F600."),
});
export type PromiseGainInput = z.output<typeof promiseGainSchema>;

export const proveGainSchema = z.object({
  number: dossierNumber,
  gain: z.uuid({ error: "Choisissez le gain que vous prouvez." }),
  proven: quantity("Écrivez la valeur constatée, un nombre. Exemple\u00A0: 1\u202F450."),
  level: z.enum(PROOF_LEVELS, { error: "Choisissez le niveau de preuve." }),
  method: written(2000, "Dites comment la valeur a été établie."),
  source: written(2000, "Dites d’où viennent les chiffres."),
  provenOn: day("Choisissez le jour de la mesure."),
});
export type ProveGainInput = z.output<typeof proveGainSchema>;

export const askClosingSchema = z.object({
  number: dossierNumber,
  evaluation: written(
    10_000,
    "Écrivez l’évaluation finale\u00A0: ce qui est atteint, ce qui ne l’est pas.",
  ),
  lessons: written(10_000, "Écrivez ce que d’autres projets peuvent en apprendre."),
  unused: amountTyped("Écrivez la part de la subvention non utilisée. Exemple\u00A0: 0."),
});
export type AskClosingInput = z.output<typeof askClosingSchema>;

export const closeProjectSchema = z.object({
  number: dossierNumber,
  returned: amountTyped("Écrivez le montant restitué à l’enveloppe. Exemple\u00A0: 0."),
});
export type CloseProjectInput = z.output<typeof closeProjectSchema>;
