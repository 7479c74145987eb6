import "server-only";
import type { Readable } from "node:stream";
import { rankText } from "@/domain/dossier/ministry-rank";
import { STAGE_WORDS } from "@/domain/dossier/stages";
import { ALERT_WORDS } from "@/domain/execution/alerts";
import type { ExportFormat } from "@/domain/export-formats";
import type { Cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { asMinistry } from "@/server/database/ministry-sight";
import { sheetFile } from "@/server/spreadsheet/file";
import type { Cell } from "@/server/spreadsheet/table";
import { type PortfolioQuery, savedQuery } from "./filters";
import { type PortfolioPage, readPage, requireMinistry } from "./queries/portfolio";
import type { PortfolioRow } from "./queries/rows";
import { type Moment, momentOf } from "./queries/selection";

/** Dossiers read at a time: what is sent is never held whole. */
const BATCH = 500;

/**
 * The portfolio as filtered, every page of it, as a file for spreadsheets. The export is written in the general chain
 * before its first line leaves. Throws `not-found` for an agent of no DNUM and for a ministry they do not serve.
 */
export async function exportPortfolio(
  actor: Actor,
  query: PortfolioQuery,
  format: ExportFormat,
): Promise<Readable> {
  requireMinistry(actor, query);
  await inTransaction((tx) =>
    recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "export-portfolio",
      facts: { format, list: savedQuery(query) },
    }),
  );
  const moment = momentOf(await portalNow());
  return sheetFile(format, {
    name: "Portefeuille",
    headings: COLUMNS.map(([heading]) => heading),
    rows: rowsOf(actor, query, moment),
  });
}

/** Read by key from the first page on, whatever page was shown. */
async function* rowsOf(
  actor: Actor,
  query: PortfolioQuery,
  moment: Moment,
): AsyncGenerator<Cell[]> {
  let cursor: PortfolioQuery["cursor"] = null;
  do {
    const asked = { query: { ...query, cursor }, moment, size: BATCH };
    const page: PortfolioPage = await asMinistry(actor, (tx) => readPage(tx, actor, asked));
    for (const row of page.rows) yield COLUMNS.map(([, cell]) => cell(row));
    cursor = page.older;
  } while (cursor);
}

const amount = (cents: Cents | null): Cell => (cents === null ? null : { cents });

const COLUMNS: readonly (readonly [string, (row: PortfolioRow) => Cell])[] = [
  ["Rang", ({ rank }) => rankText(rank) || null],
  ["Numéro", ({ number }) => number],
  ["Projet", ({ title }) => title],
  ["Organisation", ({ organisation }) => organisation],
  ["Ministère", ({ ministry }) => ministry],
  ["Thème", ({ themeCode }) => themeCode],
  ["Étape", ({ stage }) => STAGE_WORDS[stage].label],
  ["Statut", ({ status }) => status.label],
  ["Coût prévu du brouillon", ({ plannedCost }) => amount(plannedCost)],
  ["Subvention demandée", ({ asked }) => amount(asked)],
  ["Subvention accordée", ({ awarded }) => amount(awarded)],
  ["Part propre en numéraire", ({ own }) => amount(own?.cash ?? null)],
  ["Part propre en T2", ({ own }) => amount(own?.staff ?? null)],
  ["Attendu", ({ next }) => next?.label ?? null],
  ["Échéance", ({ next }) => next && { day: next.dueOn }],
  ["Alertes", ({ alerts }) => alerts.map((alert) => ALERT_WORDS[alert].label).join(", ")],
];
