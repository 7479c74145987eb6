import type { Day } from "@/domain/calendar";
import type { Cents } from "@/domain/money";

/** A cell: a text, an amount, a day, a whole number; null for nothing. */
export type Cell = string | { cents: Cents } | { day: Day } | { count: number } | null;

/** What is written as a sheet: its rows are asked for as they are sent, so that it is never held whole. */
export interface SheetTable {
  name: string;
  headings: readonly string[];
  rows: AsyncIterable<readonly Cell[]>;
}

/** `1234567.89`, the exact decimal of an amount. */
export function decimal(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
