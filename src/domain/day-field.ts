import { z } from "zod";
import type { Day } from "./calendar";

/** A day of the calendar as a form posts it (no 31 February), or null when left empty. */
export const optionalDay = z
  .string()
  .refine(
    (value) => value === "" || isDay(value),
    "Écrivez une date qui existe, par exemple 30/06/2021.",
  )
  .transform((value) => (value === "" ? null : (value as Day)));

function isDay(value: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
