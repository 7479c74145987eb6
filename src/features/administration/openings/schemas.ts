import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { parseEuros } from "@/domain/money";
import { text } from "@/domain/text";
import { THEME_CODES } from "@/domain/themes/types";

/** What enters for a call, one schema per command. */

const written = (max: number, missing: string) =>
  text(max).refine((value) => value !== "", { error: missing });

const NO_DAY = "Écrivez un jour complet. Exemple\u00A0: 01/03/2021.";
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: NO_DAY })
  .refine((value) => !Number.isNaN(Date.parse(`${value}T12:00:00Z`)), { error: NO_DAY })
  .transform((value) => value as Day);
/** A day left empty has not been set. */
const optionalDay = z.union([z.literal("").transform(() => null), day]);

const amount = text(40).refine((value) => Boolean(parseEuros(value)), {
  error:
    "L’enveloppe doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 4\u202F000\u202F000,00.",
});

const reason = written(
  1000,
  "Dites pourquoi. Exemple\u00A0: panne du réseau interministériel le jour de la clôture.",
);

const callFields = {
  label: written(
    200,
    "Donnez un nom à l’ouverture. Exemple\u00A0: Appel à projets ITN3, session 2.",
  ),
  opensOn: optionalDay,
  closesOn: optionalDay,
  /** Shown while no day is set. */
  announced: text(100).default(""),
};

export const createCallSchema = z.object({
  theme: z.enum(THEME_CODES, { error: "Choisissez un thème." }),
  kind: z.enum(["guichet", "aap"], { error: "Choisissez le genre d’ouverture." }),
  ...callFields,
  /** Empty: the call draws on the theme's own envelope. */
  envelope: z.union([z.literal(""), amount]).default(""),
});
export type CreateCallInput = z.output<typeof createCallSchema>;

export const configureCallSchema = z.object({ call: z.uuid(), ...callFields });
export type ConfigureCallInput = z.output<typeof configureCallSchema>;

export const extendCallSchema = z.object({
  call: z.uuid(),
  closesOn: day,
  reason,
});
export type ExtendCallInput = z.output<typeof extendCallSchema>;

export const changeEnvelopeSchema = z.object({ call: z.uuid(), envelope: amount, reason });
export type ChangeEnvelopeInput = z.output<typeof changeEnvelopeSchema>;

const WEIGHT = /^poids\.[a-z0-9-]{1,60}$/;
/** The name of a criterion's weight in the form. */
export const weightPath = (criterion: string) => `poids.${criterion}`;

const weight = z
  .string()
  .regex(/^\d{1,3}$/, { error: "Un poids est un nombre entier de 1 à 100." })
  .transform(Number)
  .refine((value) => value >= 1 && value <= 100, {
    error: "Un poids est un nombre entier de 1 à 100.",
  });

/** One field per criterion; the command compares them with the theme's own grid. */
export function weightsSchema(posted: Readonly<Record<string, unknown>>) {
  const names = Object.keys(posted).filter((name) => WEIGHT.test(name));
  return z.object({
    call: z.uuid(),
    ...Object.fromEntries(names.map((name) => [name, weight])),
  });
}

/** The weights of a posted form, by criterion. */
export function postedWeights(input: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      WEIGHT.test(name) && typeof value === "number" ? [[name.slice("poids.".length), value]] : [],
    ),
  );
}
