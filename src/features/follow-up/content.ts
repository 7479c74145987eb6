import { z } from "zod";
import type { Day } from "@/domain/calendar";
import type { ReadRow, TypedCells } from "@/domain/execution/report";
import { SECTIONS } from "@/domain/execution/report-grid";
import { text } from "@/domain/text";

/** Longest cell kept: a day, an amount or a number, whatever is typed instead. */
export const MAX_CELL = 120;
/** More cells than any grid has. */
const MAX_CELLS = 200;

/** The cells somebody typed, by row. */
export const cellsSchema = z
  .record(z.string().regex(/^[a-z0-9.-]{1,120}$/), text(MAX_CELL))
  .refine((cells) => Object.keys(cells).length <= MAX_CELLS, {
    message: "Cette grille compte trop de cases\u00A0: rechargez la page.",
  });

const day = z.iso.date().transform((value) => value as Day);
const value = z.union([day, z.number()]).nullable();

/** A line as it was handed in, with what it was compared with: a later baseline changes nothing of it. */
const rowSchema: z.ZodType<ReadRow> = z.strictObject({
  key: z.string(),
  section: z.enum(SECTIONS),
  label: z.string(),
  unit: z.string(),
  kind: z.enum(["day", "euros", "number"]),
  planned: value,
  offered: z.string(),
  optional: z.boolean(),
  settled: z.boolean(),
  minimumBy: day.nullable(),
  source: z.string(),
  typed: z.string(),
  value,
  toConfirm: z.boolean(),
  gap: z.number().nullable(),
  gapShare: z.number().nullable(),
  problem: z.null(),
});

const contentSchema = z.strictObject({
  cells: z.record(z.string(), z.string()),
  /** Absent until the report is handed in. */
  rows: z.array(rowSchema).optional(),
});

export interface ReportContent {
  cells: TypedCells;
  rows?: ReadRow[] | undefined;
}

/** What a report holds, read back without trusting more of it than is used. */
export const contentOf = (stored: unknown): ReportContent => contentSchema.parse(stored);

/** The typed values of a report handed in, by row: what the next one carries over. */
export const valuesOf = (rows: readonly ReadRow[]): TypedCells =>
  Object.fromEntries(rows.map(({ key, typed }) => [key, typed]));
