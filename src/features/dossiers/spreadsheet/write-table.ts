import "server-only";
import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import { lineAmount, type TypedLine } from "@/domain/dossier/funding-plan";
import { PLAN_COLUMNS } from "@/domain/dossier/pasted-plan";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { type Cents, formatAmount, parseEuros } from "@/domain/money";
import { FRENCH_CSV } from "@/server/spreadsheet/csv";

/** A cell: a text, or an amount in cents. */
type Cell = string | { cents: Cents };

const labels: Readonly<Record<string, string>> = CATEGORY_LABELS;
const yesNo = (value: boolean | null) => (value === null ? "" : value ? "Oui" : "Non");

/** An amount as typed: a number where it is one, for the spreadsheet to add. */
function amountCell(typed: string): Cell {
  const cents = parseEuros(typed);
  return cents === null ? typed : { cents };
}

/** The cells of a line in the order of the plan's columns, then its amount TTC. */
function cellsOf(line: TypedLine): Cell[] {
  const amount = lineAmount(line);
  const cells: Record<(typeof PLAN_COLUMNS)[number]["key"], Cell> = {
    ...line,
    category: labels[line.category] ?? line.category,
    typedAmount: amountCell(line.typedAmount),
    annualCost: amountCell(line.annualCost),
    taxRate: line.tax === "HT" ? line.taxRate : "",
    seatInFrance: yesNo(line.seatInFrance),
    innovative: yesNo(line.innovative),
    nonEuropeanLicence: line.nonEuropeanLicence ? "Oui" : "",
  };
  return [...PLAN_COLUMNS.map(({ key }) => cells[key]), amount === null ? "" : { cents: amount }];
}

/** The headings of the plan's file; the portal reads it back, but for the computed amount. */
const HEADINGS = [...PLAN_COLUMNS.map(({ label }) => label), "Montant TTC calculé"];

const asTyped = (cell: Cell) =>
  typeof cell === "string" ? cell : formatAmount(cell.cents).replace(/[\u202F\u2212]/g, "");

/** The plan as a CSV. */
export function planCsv(lines: readonly TypedLine[]): string {
  return stringify(
    lines.map((line) => cellsOf(line).map(asTyped)),
    { ...FRENCH_CSV, columns: HEADINGS },
  );
}

/** The plan as an XLSX: amounts are numbers, the rest is text, never a formula. */
export async function planXlsx(lines: readonly TypedLine[]): Promise<Buffer> {
  const heading = HEADINGS.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const rows = lines.map((line) =>
    cellsOf(line).map((cell) =>
      typeof cell === "string"
        ? { value: cell, type: String }
        : { value: cell.cents / 100, type: Number, format: "#,##0.00" },
    ),
  );
  return writeExcelFile([heading, ...rows], {
    sheet: "Plan de financement",
    columns: HEADINGS.map((_, index) => ({ width: index === 0 ? 48 : 18 })),
    stickyRowsCount: 1,
  }).toBuffer();
}
