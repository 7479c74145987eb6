import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { formatShortDay, parisDay } from "@/domain/calendar";
import { VISA_LABELS } from "@/domain/dossier/visa";
import { notFound } from "@/domain/errors";
import { type Cents, formatAmount } from "@/domain/money";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { INSTRUCTION } from "@/server/visibility";
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from "../columns";
import { type ListFilters, savedQuery } from "../filters";
import { type ListedDossier, readPage } from "../queries/page";

/** Dossiers read at a time: what is sent is never held whole. */
const BATCH = 500;

/**
 * The dossiers of a list, all of its pages, in the columns chosen, as a CSV for French spreadsheets: semicolons, UTF-8
 * with its mark, no text read as a formula. The export is written in the general chain before its first line leaves.
 * Throws `not-found` for whoever examines nothing.
 */
export async function exportCsv(actor: Actor, filters: ListFilters): Promise<Readable> {
  if (themesHeld(actor, INSTRUCTION).length === 0) throw notFound();
  await inTransaction((tx) =>
    recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "export-list",
      facts: { format: "csv", list: savedQuery(filters) },
    }),
  );
  const columns = COLUMN_KEYS.filter((key) => filters.columns.includes(key));
  const csv = stringify({
    header: true,
    columns: ["Numéro", ...columns.map((key) => HEADINGS[key])],
    delimiter: ";",
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
  const now = await portalNow();
  const source = Readable.from(linesOf(actor, filters, columns, now));
  source.on("error", (error) => csv.destroy(error));
  csv.on("close", () => source.destroy());
  return source.pipe(csv);
}

/** Read by key from the first page on, whatever page was shown. */
async function* linesOf(
  actor: Actor,
  filters: ListFilters,
  columns: readonly ColumnKey[],
  now: Date,
): AsyncGenerator<string[]> {
  let cursor: ListFilters["cursor"] = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(
      actor,
      { ...filters, cursor },
      { now, size: BATCH },
    );
    for (const row of page.rows) {
      yield [row.number, ...columns.map((key) => CELLS[key](row))];
    }
    cursor = page.next;
  } while (cursor);
}

/** A spreadsheet counts the age itself, from the day of the filing. */
const HEADINGS: Record<ColumnKey, string> = { ...COLUMNS, age: "Date de dépôt" };

const day = (instant: Date | null) => (instant ? formatShortDay(parisDay(instant)) : "");
const amount = (cents: Cents) => formatAmount(cents).replaceAll("\u202F", "");

/** What stands in a cell. */
const CELLS: Record<ColumnKey, (row: ListedDossier) => string> = {
  projet: ({ title }) => title,
  porteur: ({ carrier }) => carrier,
  ministere: ({ ministry }) => ministry ?? "",
  theme: ({ themeCode }) => themeCode,
  statut: ({ status }) => status.label,
  subvention: ({ grant }) => amount(grant),
  cout: ({ total }) => amount(total),
  age: ({ filedAt }) => day(filedAt),
  echeance: ({ due }) => day(due),
  instructeur: ({ assignee }) => assignee ?? "",
  visa: ({ visa }) => (visa ? VISA_LABELS[visa].label : ""),
  avis: ({ opinions: { given, asked } }) => (asked === 0 ? "" : `${given} sur ${asked}`),
  etiquettes: ({ labels }) => labels.join(", "),
};
