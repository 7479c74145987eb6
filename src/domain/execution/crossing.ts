import { z } from "zod";
import type { Day } from "@/domain/calendar";
import type { FieldError } from "@/domain/errors";
import type { BaselineIndicator } from "./baseline";

/** An indicator as its carrier measured it when it proposed the crossing of a milestone. */
export const measureSchema = z.strictObject({
  name: z.string(),
  unit: z.string(),
  /** Of the baseline in force that day. */
  minimum: z.number(),
  value: z.number(),
  on: z.iso.date().transform((value) => value as Day),
  method: z.string(),
});
export type Measure = z.output<typeof measureSchema>;

/** The measures of a crossing, read back without trusting more of them than is used. */
export function measuresOf(row: { measures: unknown }): Measure[] {
  return z.array(measureSchema).parse(row.measures);
}

/** Whether a measure reaches the minimum level of its indicator. It informs: no threshold decides alone. */
export function isReached({ value, minimum }: Pick<Measure, "value" | "minimum">): boolean {
  return value >= minimum;
}

/** A measure as typed in the form of a crossing. */
export interface TypedMeasure {
  value: string;
  on: string;
  method: string;
}

/** A number typed `1 250,5`, `-3` or `99.5`; null when it is not one. */
export function parseNumber(typed: string): number | null {
  const compact = typed
    .replace(/[\s\u00A0\u202F]/g, "")
    .replace("\u2212", "-")
    .replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(compact) ? Number(compact) : null;
}

/** `1 250,5` of a number, as it is read in French. */
export function formatNumber(value: number): string {
  return value.toLocaleString("fr-FR", { maximumFractionDigits: 4 }).replace(/^-/, "\u2212");
}

/** The measures of a phase's indicators, each with its value, its day and its method; what is wrong, by field. */
export function readMeasures(
  indicators: readonly BaselineIndicator[],
  typed: readonly TypedMeasure[],
  today: Day,
): { measures: Measure[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const measures = indicators.flatMap(({ name, unit, minimum }, index): Measure[] => {
    const { value: text = "", on = "", method = "" } = typed[index] ?? {};
    const say = (field: string, message: string) =>
      errors.push({ path: `${field}.${index}`, message: `${name}\u00A0: ${message}` });
    const value = parseNumber(text);
    if (value === null) say("value", "écrivez la valeur mesurée. Exemple\u00A0: 97,5.");
    const isDay = /^20\d{2}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(`${on}T12:00:00Z`));
    if (!isDay) say("on", "choisissez le jour de la mesure.");
    else if (on > today) say("on", "ce jour est à venir. Choisissez celui de la mesure.");
    if (method === "") say("method", "dites comment la valeur a été mesurée.");
    return value === null ? [] : [{ name, unit, minimum, value, on: on as Day, method }];
  });
  return { measures, errors };
}

/**
 * Whether a phase is among the first ones, which have a right to error (Livret l.791, l.842). The text does not say how
 * many: the first half is retained, never the last phase of several.
 */
export function hasRightToError(position: number, phases: number): boolean {
  return position <= Math.max(1, Math.floor(phases / 2));
}
