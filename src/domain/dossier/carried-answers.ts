import { z } from "zod";
import { type Cents, cents, formatAmount, parseEuros } from "@/domain/money";
import { parseWhole } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";
import { blankLine, type TypedLine } from "./funding-plan";

/**
 * What a person told while looking for a theme, carried to the dossier they start: the names of the address of both
 * pages, and what a draft makes of them.
 */
export const CARRIED = {
  total: "cout",
  staff: "personnel",
  resultsWithinMonths: "delai",
} as const;

/** The carried answers as typed; what cannot be read is left out, never refused: the form asks again. */
export const carriedSchema = z.object({
  [CARRIED.total]: z.string().max(60).optional(),
  [CARRIED.staff]: z.string().max(60).optional(),
  [CARRIED.resultsWithinMonths]: z.string().max(10).optional(),
});
export type Carried = z.output<typeof carriedSchema>;

/** The carried answers alone among the parameters of an address; the last one wins when a name comes twice. */
export function carriedFrom(params: Iterable<readonly [string, string]>): Carried {
  const names: readonly string[] = Object.values(CARRIED);
  const found = [...params].filter(([name, value]) => names.includes(name) && value.trim() !== "");
  const parsed = carriedSchema.safeParse(Object.fromEntries(found));
  return parsed.success ? parsed.data : {};
}

/**
 * The lines a plan starts with: the cost and the part of it that is staff, as they were told. Label, year and category
 * were not: they stay empty.
 */
export function carriedLines(carried: Carried): TypedLine[] {
  const total = parseEuros(carried[CARRIED.total] ?? "");
  if (total === null || total === 0) return [];
  const staff = parseEuros(carried[CARRIED.staff] ?? "") ?? 0;
  if (staff > total) return [];
  const lineOf = (nature: "T2" | "T3", amount: Cents): TypedLine[] =>
    amount === 0
      ? []
      : [{ ...blankLine(2021), year: "", nature, typedAmount: formatAmount(amount) }];
  return [...lineOf("T3", cents(total - staff)), ...lineOf("T2", cents(staff))];
}

/** The answers a form starts with, by field: those that it asks and that were told. */
export function carriedAnswers(
  carried: Carried,
  { fields }: Pick<ThemeForm, "fields">,
): Readonly<Record<string, string>> {
  const months = carried[CARRIED.resultsWithinMonths];
  const told = months !== undefined && parseWhole(months) !== null;
  return told && "resultsWithinMonths" in fields.shape ? { resultsWithinMonths: months } : {};
}
