import { z } from "zod";
import { formatMonth } from "@/domain/calendar";
import type { FieldError } from "@/domain/errors";
import type { SimulationAnswers } from "@/domain/funding/types";
import { type Cents, formatEuros, parseEuros, sum } from "@/domain/money";
import { text } from "@/domain/text";
import { type Options, parseMonth } from "@/domain/themes/field-kinds";

/** A project of SNAP3 or SNAP4 is cut into phases; each ends with a milestone (Livret l.812, l.818). */
export const MAX_PHASES = 8;
export const MAX_INDICATORS = 6;

export const CADENCES = ["day", "week", "month", "quarter", "year"] as const;
export type Cadence = (typeof CADENCES)[number];
export const CADENCE_OPTIONS: Options = [
  { value: "day", label: "Chaque jour" },
  { value: "week", label: "Chaque semaine" },
  { value: "month", label: "Chaque mois" },
  { value: "quarter", label: "Chaque trimestre" },
  { value: "year", label: "Chaque année" },
];

/** Longest text a draft keeps; what a filing accepts is shorter, so that nothing typed is lost. */
const typed = text(5000).prefault("");

export const typedIndicatorSchema = z.strictObject({
  name: typed,
  definition: typed,
  unit: typed,
  cadence: typed,
  minimum: typed,
});
export type TypedIndicator = z.output<typeof typedIndicatorSchema>;

export const typedPhaseSchema = z.strictObject({
  name: typed,
  startMonth: typed,
  endMonth: typed,
  amount: typed,
  milestone: typed,
  indicators: z.array(typedIndicatorSchema).max(MAX_INDICATORS).prefault([]),
});
export type TypedPhase = z.output<typeof typedPhaseSchema>;

/** The phases as typed: what the draft keeps under the answer `phases`. */
export const typedPhasesSchema = z.array(typedPhaseSchema).max(MAX_PHASES).prefault([]);

export interface Indicator {
  name: string;
  definition: string;
  unit: string;
  cadence: Cadence;
  /** The level to reach for the milestone to be passed, in `unit`. */
  minimum: number;
}

export interface Phase {
  name: string;
  startMonth: string;
  endMonth: string;
  /** Total cost of the phase, TTC. */
  amount: Cents;
  milestone: string;
  indicators: Indicator[];
}

/** A phase without anything in it, and an indicator without anything in it: for a new row. */
export const blankPhase = (): TypedPhase => typedPhaseSchema.parse({});
export const blankIndicator = (): TypedIndicator => typedIndicatorSchema.parse({});

const isBlankIndicator = (indicator: TypedIndicator) =>
  Object.values(indicator).every((value) => value === "");
const isBlankPhase = ({ indicators, ...rest }: TypedPhase) =>
  Object.values(rest).every((value) => value === "") && indicators.every(isBlankIndicator);

/** A decimal number typed `99,5`, `1 200` or `99.5`; null when it is not one. */
function parseDecimal(typedNumber: string): number | null {
  const compact = typedNumber.replace(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  return /^\d{1,12}(\.\d{1,4})?$/.test(compact) ? Number(compact) : null;
}

const isCadence = (value: string): value is Cadence =>
  CADENCES.some((cadence) => cadence === value);

/** Says what is wrong in a column; the sentence begins with the place (« Phase 2 : »). */
type Say = (column: string, sentence: string) => void;

/** Says that a text is missing, or longer than a filing accepts. */
function checkText(say: Say, column: string, value: string, max: number, missing: string) {
  if (value === "") say(column, missing);
  else if (value.length > max) say(column, `raccourcissez ce texte, ${max} caractères au plus.`);
}

function parseIndicator(indicator: TypedIndicator, say: Say): Indicator | null {
  const { name, definition, unit, cadence } = indicator;
  const minimum = parseDecimal(indicator.minimum);
  checkText(say, "name", name, 120, "nommez l’indicateur. Exemple\u00A0: taux d’adoption.");
  checkText(
    say,
    "definition",
    definition,
    600,
    "dites comment l’indicateur se calcule. Exemple\u00A0: appels servis sur appels reçus.",
  );
  checkText(say, "unit", unit, 40, "donnez l’unité de l’indicateur. Exemple\u00A0: agents.");
  if (!isCadence(cadence)) say("cadence", "choisissez à quelle fréquence l’indicateur se calcule.");
  if (minimum === null)
    say("minimum", "le niveau minimal doit être un nombre. Exemple\u00A0: 97,5.");
  return isCadence(cadence) && minimum !== null ? { ...indicator, cadence, minimum } : null;
}

function parsePhase(phase: TypedPhase, say: Say): Phase | null {
  const startMonth = parseMonth(phase.startMonth);
  const endMonth = parseMonth(phase.endMonth);
  const amount = parseEuros(phase.amount);
  checkText(
    say,
    "name",
    phase.name,
    120,
    "donnez-lui un nom. Exemple\u00A0: ouverture à trois ministères.",
  );
  if (startMonth === null) say("startMonth", "indiquez son mois de début. Exemple\u00A0: 04/2021.");
  if (endMonth === null) say("endMonth", "indiquez son mois de fin. Exemple\u00A0: 10/2021.");
  if (startMonth !== null && endMonth !== null && endMonth < startMonth) {
    const start = formatMonth(startMonth);
    say("endMonth", `la fin précède le début (${start}). Corrigez l’un des deux mois.`);
  }
  if (amount === null || amount === 0) {
    say(
      "amount",
      "le montant doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 310\u202F000,00.",
    );
  }
  checkText(
    say,
    "milestone",
    phase.milestone,
    1000,
    "décrivez le jalon qui la termine. Exemple\u00A0: homologation de sécurité signée.",
  );
  const kept = phase.indicators.flatMap((indicator, index) =>
    isBlankIndicator(indicator) ? [] : [{ indicator, index }],
  );
  if (kept.length === 0) {
    say("indicators.0.name", "ajoutez au moins un indicateur avec son niveau minimal.");
  }
  const indicators = kept.flatMap(({ indicator, index }) => {
    const parsed = parseIndicator(indicator, (column, sentence) =>
      say(`indicators.${index}.${column}`, `indicateur ${index + 1}, ${sentence}`),
    );
    return parsed ? [parsed] : [];
  });
  if (startMonth === null || endMonth === null || amount === null) return null;
  return { ...phase, startMonth, endMonth, amount, indicators };
}

/**
 * The phases of what is typed, and what is wrong, on the paths `phases.0.name`, `phases.0.indicators.1.minimum`.
 * `planTotal` is the total of the funding plan: the phases share it exactly. Blank phases are ignored.
 */
export function parsePhases(
  typedPhases: readonly TypedPhase[],
  planTotal: Cents | null,
): { phases: Phase[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const phases: Phase[] = [];
  let previous: Phase | null = null;
  typedPhases.forEach((typedPhase, index) => {
    if (isBlankPhase(typedPhase)) return;
    const say: Say = (column, sentence) =>
      errors.push({
        path: `phases.${index}.${column}`,
        message: `Phase ${index + 1}\u00A0: ${sentence}`,
      });
    const phase = parsePhase(typedPhase, say);
    if (phase === null) return;
    // The money of a phase is released once the milestone of the one before is passed (Livret l.812).
    if (previous !== null && phase.startMonth < previous.endMonth) {
      const end = formatMonth(previous.endMonth);
      say("startMonth", `elle commence avant la fin de la précédente (${end}). Décalez-la.`);
    }
    previous = phase;
    phases.push(phase);
  });
  if (typedPhases.every(isBlankPhase)) {
    errors.push({ path: "phases.0.name", message: "Décrivez au moins une phase du projet." });
  } else if (errors.length === 0 && planTotal !== null) {
    const total = sum(phases.map(({ amount }) => amount));
    if (total !== planTotal) {
      errors.push({
        path: "phases.0.amount",
        message: `Les phases totalisent ${formatEuros(total)} et le plan de financement ${formatEuros(planTotal)}. Faites concorder les deux.`,
      });
    }
  }
  return { phases, errors };
}

/** The slowest cadence of the indicators, as the rules read it; undefined without indicator (Livret l.822). */
export function slowestCadence(
  phases: readonly Phase[],
): SimulationAnswers["indicatorCadence"] | undefined {
  const cadences = phases.flatMap(({ indicators }) => indicators.map(({ cadence }) => cadence));
  if (cadences.length === 0) return undefined;
  if (cadences.includes("year")) return "year";
  return cadences.includes("quarter") ? "quarter" : "month";
}
