import type { Day } from "@/domain/calendar";
import { formatShortDay } from "@/domain/calendar";
import { type Cents, formatEuros, parseEuros } from "@/domain/money";
import { parseDay } from "@/domain/themes/field-kinds";

/** The day of a cell typed `31/03/2021`; null when it is not one. */
export const readDay = (typed: string): Day | null => parseDay(typed.trim()) as Day | null;

/** The cents of a cell; null when it is not an amount. */
export const readEuros = (typed: string): Cents | null => parseEuros(typed);

/** A number typed `12`, `1 250` or `97,5`, with three decimals at most; null when it is not one. */
export function readNumber(typed: string): number | null {
  const compact = typed.replace(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  return /^\d{1,12}(\.\d{1,3})?$/.test(compact) ? Number(compact) : null;
}

/** `97,5` of a number, with the separators of French. */
export function formatNumber(value: number): string {
  return value.toLocaleString("fr-FR", { maximumFractionDigits: 3 });
}

/** A value as it is shown: a day, an amount with its sign, a number with its unit; « Non renseigné » without one. */
export function formatCell(
  kind: "day" | "euros" | "number",
  value: Day | number | null,
  unit = "",
) {
  if (value === null) return "Non renseigné";
  if (typeof value === "string") return formatShortDay(value);
  if (kind === "euros") return formatEuros(value as Cents);
  return unit === "" ? formatNumber(value) : `${formatNumber(value)}\u00A0${unit}`;
}
