import "server-only";
import type { Readable } from "node:stream";
import { parisDay } from "@/domain/calendar";
import { LINK_WORDS } from "@/domain/credits/chain";
import { notFound } from "@/domain/errors";
import { formatPeriod } from "@/domain/execution/periods";
import type { Actor } from "@/domain/rights/actor";
import { opensProjects } from "@/domain/rights/steering";
import { MEASURES } from "@/domain/steering/figures";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { csvOf } from "@/server/spreadsheet/csv";
import type { Cell, SheetTable } from "@/server/spreadsheet/table";
import { xlsxOf } from "@/server/spreadsheet/xlsx";
import { type ProjectsQuery, steeringAddress } from "./filters";
import { projectsScope, readSteeredPage, type SteeredPage } from "./queries/projects";
import { readSteering } from "./queries/steering";
import { tablesOf } from "./tables";

/** The files a table of the committee is exported as. */
export const FILE_FORMATS = {
  csv: { mediaType: "text/csv; charset=utf-8", write: csvOf },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: xlsxOf,
  },
} as const satisfies Record<string, { mediaType: string; write: (table: SheetTable) => Readable }>;
export type FileFormat = keyof typeof FILE_FORMATS;

/** Projects read at a time: what is sent is never held whole. */
const BATCH = 500;

async function recordExport(actor: Actor, action: string, list: string): Promise<void> {
  await inTransaction((tx) =>
    recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action,
      facts: { list },
    }),
  );
}

/**
 * One table of the committee as a file, its total last. Throws `not-found` for whoever opens no list, and for a table that
 * does not exist. The export is written in the general chain before its first line leaves.
 */
export async function exportTable(
  actor: Actor,
  query: ProjectsQuery,
  { key, format }: { key: string; format: FileFormat },
): Promise<{ file: Readable; name: string }> {
  const steering = await readSteering(actor, query);
  const table = opensProjects(steering.scope)
    ? tablesOf(steering).find((one) => one.key === key)
    : undefined;
  if (!table) throw notFound();
  const { quarter } = steering.filters;
  await recordExport(actor, "export-steering-table", `${key} ${steeringAddress(steering.filters)}`);
  const name = quarter === null ? table.title : `${table.title}, ${formatPeriod(quarter)}`;
  const rows = async function* (): AsyncGenerator<Cell[]> {
    for (const { label, cells } of table.rows) yield [label, ...cells];
    if (table.total) yield ["Total", ...table.total];
  };
  const file = FILE_FORMATS[format].write({
    name: "COSINUM",
    headings: table.headings,
    rows: rows(),
  });
  return { file, name: `COSINUM, ${name}.${format}` };
}

const HEADINGS = [
  "Numéro",
  "Projet",
  "Porteur",
  "Ministère",
  "Thème",
  "État",
  "Date de dépôt",
  ...MEASURES.map((measure) => LINK_WORDS[measure].label),
];

/** The projects behind a figure, every page of them, as a file. Throws `not-found` for whoever opens no list. */
export async function exportSteeredProjects(
  actor: Actor,
  query: ProjectsQuery,
  format: FileFormat,
): Promise<Readable> {
  projectsScope(actor);
  const all = { ...query, place: null };
  await recordExport(actor, "export-steering-projects", steeringAddress(all).toString());
  const first = await readSteeredPage(actor, all, BATCH);
  return FILE_FORMATS[format].write({
    name: "Projets",
    headings: HEADINGS,
    rows: rowsOf(actor, all, first),
  });
}

async function* rowsOf(
  actor: Actor,
  query: ProjectsQuery,
  first: SteeredPage,
): AsyncGenerator<Cell[]> {
  let page = first;
  for (;;) {
    for (const project of page.rows) {
      const { number, title, carrier, ministry, theme, state, filedAt, granted, amounts } = project;
      yield [
        number,
        title,
        carrier,
        ministry,
        theme,
        state.label,
        { day: parisDay(filedAt) },
        ...MEASURES.map((measure): Cell => {
          const amount = measure === "granted" ? granted : amounts[measure];
          return amount === null ? null : { cents: amount };
        }),
      ];
    }
    if (!page.next) return;
    page = await readSteeredPage(actor, { ...query, place: page.next }, BATCH);
  }
}
