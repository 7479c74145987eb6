import "server-only";
import { Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import { formatShortDay } from "@/domain/calendar";
import { type Cell, decimal, type SheetTable } from "./table";

function asText(cell: Cell): string {
  if (cell === null || typeof cell === "string") return cell ?? "";
  if ("count" in cell) return String(cell.count);
  return "day" in cell ? formatShortDay(cell.day) : decimal(cell.cents).replace(".", ",");
}

async function* lines(rows: SheetTable["rows"]): AsyncGenerator<string[]> {
  for await (const row of rows) yield row.map(asText);
}

/** How French spreadsheets read a CSV: semicolons, UTF-8 with its mark; no text of it is a formula. */
export const FRENCH_CSV = {
  header: true,
  delimiter: ";",
  bom: true,
  escape_formulas: true,
  record_delimiter: "windows",
} as const satisfies Options;

/** A table as a CSV, line by line. */
export function csvOf({ headings, rows }: SheetTable): Readable {
  const csv = stringify({ ...FRENCH_CSV, columns: [...headings] });
  const source = Readable.from(lines(rows));
  source.on("error", (error) => csv.destroy(error));
  csv.on("close", () => source.destroy());
  return source.pipe(csv);
}
