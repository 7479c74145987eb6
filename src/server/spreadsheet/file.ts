import "server-only";
import type { Readable } from "node:stream";
import type { ExportFormat } from "@/domain/export-formats";
import { csvOf } from "./csv";
import { odsOf } from "./ods";
import type { SheetTable } from "./table";
import { xlsxOf } from "./xlsx";

const WRITERS: Readonly<Record<ExportFormat, (table: SheetTable) => Readable>> = {
  csv: csvOf,
  xlsx: xlsxOf,
  ods: odsOf,
};

/** A table as a file for spreadsheets, written as it is sent. */
export function sheetFile(format: ExportFormat, table: SheetTable): Readable {
  return WRITERS[format](table);
}
