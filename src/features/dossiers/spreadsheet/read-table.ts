import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { separatorOf } from "@/domain/dossier/pasted-table";
import { BusinessError } from "@/domain/errors";
import { cleanWorkbook } from "./clean-workbook";

/** A table of five hundred lines is a tenth of it. */
export const MAX_TABLE_FILE = 1024 * 1024;
/** More rows than any list takes: the list then says its own limit. */
const MAX_ROWS = 2_000;
const MAX_CELLS = 60;

const refused = (path: "table" | "file", message: string) =>
  new BusinessError("invalid-input", "Le tableau n’a pas pu être lu.", [{ path, message }]);

const within = (rows: readonly (readonly string[])[]): string[][] =>
  rows.slice(0, MAX_ROWS).map((cells) => cells.slice(0, MAX_CELLS));

/** The rows of a pasted text or of a CSV: cells between tabs, semicolons or commas. Throws `invalid-input`. */
export function readTableText(content: string, path: "table" | "file" = "table"): string[][] {
  const text = content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  try {
    const rows: string[][] = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
    return within(rows);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `Ligne ${error.lines ?? 1}\u00A0: un guillemet ouvert n’est pas refermé. Corrigez-le ou retirez-le.`;
    throw refused(path, message);
  }
}

/** The rows of a file: CSV in UTF-8, UTF-16 or windows-1252, or the first sheet of an XLSX. Throws `invalid-input`. */
export async function readTableFile(file: File): Promise<string[][]> {
  if (file.size > MAX_TABLE_FILE) {
    throw refused("file", "Ce fichier dépasse 1\u00A0Mo. Gardez-en la seule feuille du tableau.");
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  // Every ZIP, and so every XLSX, begins by these letters.
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return readWorkbook(bytes);
  if (bytes.includes(0) && !isUtf16(bytes)) {
    throw refused(
      "file",
      "Ce fichier n’est ni un CSV ni un XLSX. Enregistrez-le sous l’un des deux.",
    );
  }
  return readTableText(decode(bytes), "file");
}

const isUtf16 = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xfe;

/** UTF-8 when it is, else what a French spreadsheet of Windows writes. */
function decode(bytes: Buffer): string {
  if (isUtf16(bytes)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const clean = await cleanWorkbook(bytes);
  const rows = clean && (await readSheet(clean).catch(() => null));
  if (!rows) {
    throw refused(
      "file",
      "Ce fichier ne s’ouvre pas comme un tableur XLSX. Enregistrez-le à nouveau, ou collez ses lignes.",
    );
  }
  return within(rows.map((cells) => cells.map(cellText)));
}

/** A cell as a person would type it: a French decimal comma, yes and no. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  // Four decimals hide what binary numbers add to the cents, and nothing of what people write.
  if (typeof cell === "number") return String(Number(cell.toFixed(4))).replace(".", ",");
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}
