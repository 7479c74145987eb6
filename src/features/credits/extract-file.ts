import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import {
  EXTRACT_COLUMNS,
  type ExtractCells,
  type ExtractColumn,
  MOST_EXTRACT_LINES,
} from "@/domain/credits/extract";
import { plainWords, separatorOf } from "@/domain/dossier/pasted-table";
import { BusinessError } from "@/domain/errors";

/** A line as the file holds it, by its number in the file, from 1. */
export interface RawLine {
  position: number;
  cells: ExtractCells;
  /** Why its cells are not those of the headings; null when they are. */
  misshapen: string | null;
}

/** Longest line that is read: beyond, the file is no extract. In characters. */
const LONGEST_LINE = 4_000;
const HEAD = 64 * 1024;

/**
 * The lines of an extract, read as they come: UTF-8 with or without its mark, UTF-16 with it, else as French spreadsheets
 * save it; semicolons, tabs or commas. Throws `invalid-input` for what is no such file (no headings, a quote left open),
 * `too-large` beyond the most lines.
 */
export async function* readExtract(path: string): AsyncGenerator<RawLine> {
  const encoding = await encodingOf(path);
  const head = (await firstText(path, encoding)).replace(/^\uFEFF/, "");
  const parser = parse({
    bom: true,
    delimiter: separatorOf(head.replace(/\r\n?/g, "\n")),
    max_record_size: LONGEST_LINE,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  });
  const source = Readable.from(decoded(path, encoding));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let columns: Map<ExtractColumn, number> | null = null;
  let count = 0;
  let position = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (columns === null) {
        columns = columnsOf(record);
        continue;
      }
      count += 1;
      if (count > MOST_EXTRACT_LINES) throw tooLong();
      // Each line has its own number, whatever its ends.
      position = Math.max(info.lines, position + 1);
      yield lineOf(record, columns, position);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusedFile(sentenceOf(error));
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (columns === null || count === 0) {
    throw refusedFile("Le fichier ne contient aucune écriture sous ses titres de colonnes.");
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

function lineOf(
  record: readonly string[],
  columns: ReadonlyMap<ExtractColumn, number>,
  position: number,
): RawLine {
  const last = Math.max(...columns.values());
  const cells = Object.fromEntries(
    EXTRACT_COLUMNS.map(({ key }) => [key, record[columns.get(key) ?? -1] ?? ""]),
  ) as Record<ExtractColumn, string>;
  const misshapen =
    record.length <= last
      ? `La ligne a ${record.length} colonnes au lieu de ${last + 1}\u00A0: le fichier est peut-être coupé.`
      : null;
  return { position, cells, misshapen };
}

/** Where each column is, by the headings. */
function columnsOf(headings: readonly string[]): Map<ExtractColumn, number> {
  const written = headings.map(plainWords);
  const found = new Map<ExtractColumn, number>();
  for (const { key, names } of EXTRACT_COLUMNS) {
    const index = written.findIndex((heading) => (names as readonly string[]).includes(heading));
    if (index >= 0) found.set(key, index);
  }
  const missing = EXTRACT_COLUMNS.filter(({ key, optional }) => !optional && !found.has(key));
  if (missing.length === 0) return found;
  const names = missing.map(({ label }) => `«\u00A0${label}\u00A0»`).join(", ");
  throw refusedFile(
    `La première ligne doit nommer les colonnes. Il manque\u00A0: ${names}. Reprenez le modèle.`,
  );
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** By the mark, else by whether the bytes are UTF-8 to the end. Throws for a file that is no text. */
async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  const head = Buffer.alloc(HEAD);
  const { bytesRead } = await file.read(head, 0, HEAD, 0).finally(() => file.close());
  const start = head.subarray(0, bytesRead);
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start.includes(0)) {
    throw refusedFile("Ce fichier n’est pas un texte\u00A0: enregistrez l’extrait au format CSV.");
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  for await (const text of decoded(path, encoding)) if (text !== "") return text;
  return "";
}

function sentenceOf({ code, lines }: CsvError & { lines?: unknown }): string {
  const line = typeof lines === "number" ? `Ligne ${lines}\u00A0: ` : "";
  return code === "CSV_MAX_RECORD_SIZE"
    ? `${line}cette ligne est trop longue pour un extrait. Vérifiez le séparateur et les guillemets.`
    : `${line}un guillemet est mal placé ou n’est pas refermé. Corrigez-le ou retirez-le.`;
}

const tooLong = () => {
  const most = MOST_EXTRACT_LINES.toLocaleString("fr-FR");
  return new BusinessError("too-large", `Ce fichier dépasse ${most} écritures\u00A0: partagez-le.`);
};

const refusedFile = (sentence: string) => new BusinessError("invalid-input", sentence);
