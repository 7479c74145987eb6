import "server-only";
import type { Readable } from "node:stream";
import { parisDay } from "@/domain/calendar";
import { VISA_LABELS } from "@/domain/dossier/visa";
import { notFound } from "@/domain/errors";
import { WEATHER_LABELS } from "@/domain/execution/weather";
import type { ExportFormat } from "@/domain/export-formats";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { sheetFile } from "@/server/spreadsheet/file";
import type { Cell } from "@/server/spreadsheet/table";
import { INSTRUCTION } from "@/server/visibility";
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from "../columns";
import { type ListFilters, savedQuery } from "../filters";
import { type ListedDossier, readPage } from "../queries/page";
import { driftWords } from "../words";

/** Dossiers read at a time: what is sent is never held whole. */
const BATCH = 500;

/**
 * The dossiers of a list, all of its pages, in the columns chosen, as a file for spreadsheets. The export is written in
 * the general chain before its first line leaves. Throws `not-found` for whoever examines nothing.
 */
export async function exportList(
  actor: Actor,
  filters: ListFilters,
  format: ExportFormat,
): Promise<Readable> {
  if (themesHeld(actor, INSTRUCTION).length === 0) throw notFound();
  await inTransaction((tx) =>
    recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "export-list",
      facts: { format, list: savedQuery(filters) },
    }),
  );
  const columns = COLUMN_KEYS.filter((key) => filters.columns.includes(key));
  return sheetFile(format, {
    name: "Dossiers",
    headings: ["Numéro", ...columns.map((key) => HEADINGS[key])],
    rows: rowsOf(actor, filters, columns, await portalNow()),
  });
}

/** Read by key from the first page on, whatever page was shown. */
async function* rowsOf(
  actor: Actor,
  filters: ListFilters,
  columns: readonly ColumnKey[],
  now: Date,
): AsyncGenerator<Cell[]> {
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

const day = (instant: Date | null): Cell => instant && { day: parisDay(instant) };

/** What stands in a cell. */
const CELLS: Record<ColumnKey, (row: ListedDossier) => Cell> = {
  projet: ({ title }) => title,
  porteur: ({ carrier }) => carrier,
  ministere: ({ ministry }) => ministry,
  theme: ({ themeCode }) => themeCode,
  statut: ({ status }) => status.label,
  subvention: ({ grant }) => ({ cents: grant }),
  cout: ({ total }) => ({ cents: total }),
  age: ({ filedAt }) => day(filedAt),
  echeance: ({ due }) => day(due),
  instructeur: ({ assignee }) => assignee,
  visa: ({ visa }) => visa && VISA_LABELS[visa].label,
  avis: ({ opinions: { given, asked } }) => (asked === 0 ? null : `${given} sur ${asked}`),
  attendu: ({ project }) => (project?.duty ? { day: project.duty.dueOn } : null),
  meteo: ({ project }) => (project?.report ? WEATHER_LABELS[project.report.weather] : null),
  derive: ({ project }) => (project?.report ? driftWords(project) : null),
  etiquettes: ({ labels }) => labels.join(", "),
};
