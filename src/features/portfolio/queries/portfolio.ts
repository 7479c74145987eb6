import { notFound } from "@/domain/errors";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";
import type { Cursor, PortfolioQuery } from "../filters";
import { cutPlacesSql, type PortfolioRow, placesSql, readRows } from "./rows";
import {
  beyondSql,
  chosenSql,
  inMinistry,
  isOfDossierAlone,
  type Moment,
  momentOf,
  orderSql,
  selected,
} from "./selection";
import { type Figures, readSums, type Sums, together } from "./sums";

/** An organisation of the ministry, and the load of its teams: its projects in execution. */
export interface CarrierLoad {
  id: string;
  name: string;
  dossiers: number;
  projects: number;
}

export interface PortfolioPage {
  rows: readonly PortfolioRow[];
  /** Places of the neighbouring pages; null at the ends. */
  newer: Cursor | null;
  older: Cursor | null;
}

export interface Portfolio extends PortfolioPage {
  /** The ministries the agent serves, by name. */
  ministries: readonly { id: string; name: string }[];
  /** Themes of the dossiers of the ministry chosen, whatever the other filters. */
  themes: readonly { code: ThemeCode; title: string }[];
  /** Their carriers, by name, whatever the other filters. */
  carriers: readonly CarrierLoad[];
  /** Figures of the whole selection, not of the page: by stage, then together. */
  stages: Sums["stages"];
  totals: Figures;
  /** Projects in execution under each alert, in the ministry chosen, whatever the other filters. */
  alerts: Sums["alerts"];
}

export const PORTFOLIO_PAGE = 25;
/** Dossiers shown in a column of the board; its link leads to the others. */
export const BOARD_COLUMN = 6;

/** The ministries an actor may ask of. Throws `not-found` for an agent of no DNUM and for a ministry they do not serve. */
export function requireMinistry(actor: Actor, { ministryId }: PortfolioQuery): void {
  const held = ministriesHeld(actor);
  if (held.length === 0 || (ministryId !== null && !held.includes(ministryId))) throw notFound();
}

/**
 * The dossiers of the ministries the agent serves in their own order of priority, then the newest first; as a table one
 * page of them, as a board the first of each stage. One snapshot, and the same number of statements whatever the page.
 */
export async function readPortfolio(actor: Actor, query: PortfolioQuery): Promise<Portfolio> {
  requireMinistry(actor, query);
  const moment = momentOf(await portalNow());
  return asMinistry(actor, async (tx) => {
    const ministries = await tx.organisation.findMany({
      where: { id: { in: [...ministriesHeld(actor)] } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    });
    const within = inMinistry(actor, query);
    const present = await readPresent(tx, within);
    const { stages, alerts } = await readSums(tx, {
      within,
      moment,
      chosen: chosenSql(query, moment),
    });
    const page =
      query.view === "board"
        ? await readBoard(tx, actor, query, moment)
        : await readPage(tx, actor, { query, moment, size: PORTFOLIO_PAGE });
    return {
      ministries,
      ...present,
      stages,
      totals: together(Object.values(stages)),
      alerts,
      ...page,
    };
  });
}

interface PageAsked {
  query: PortfolioQuery;
  moment: Moment;
  size: number;
}

/** One page of the list, in one statement. */
export async function readPage(
  tx: Transaction,
  actor: Actor,
  { query, moment, size }: PageAsked,
): Promise<PortfolioPage> {
  const { cursor } = query;
  const backwards = cursor?.direction === "before";
  const condition = Prisma.sql`${selected(actor, query, moment)} ${beyondSql(cursor)}`;
  const cut = Prisma.sql`ORDER BY ${orderSql(backwards)} LIMIT ${size + 1}`;
  const places = isOfDossierAlone(query)
    ? cutPlacesSql(condition, cut, moment)
    : Prisma.sql`${placesSql(condition, moment)} ${cut}`;
  const found = await readRows(tx, places, moment);
  const further = found.length > size;
  // Read backwards, the row too many is the first of them.
  const rows = backwards && further ? found.slice(1) : found.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  const at = ({ rank, id }: PortfolioRow, direction: Cursor["direction"]) => ({
    direction,
    rank,
    id,
  });
  return {
    rows,
    newer: first && (backwards ? further : cursor) ? at(first, "before") : null,
    older: last && (backwards || further) ? at(last, "after") : null,
  };
}

/** The first dossiers of each stage, in one statement. */
async function readBoard(
  tx: Transaction,
  actor: Actor,
  query: PortfolioQuery,
  moment: Moment,
): Promise<PortfolioPage> {
  const places = Prisma.sql`SELECT * FROM (
      SELECT placed.*, row_number() OVER (PARTITION BY stage ORDER BY ${orderSql(false, Prisma.sql`placed`)}) AS place
      FROM (${placesSql(selected(actor, query, moment), moment)}) AS placed) AS ranked
    WHERE place <= ${BOARD_COLUMN}`;
  return { rows: await readRows(tx, places, moment), newer: null, older: null };
}

interface PresentRow extends CarrierLoad {
  themes: ThemeCode[];
}

/** The themes and the carriers of the dossiers in sight, with the load of each. */
export async function readPresent(
  tx: Transaction,
  condition: Prisma.Sql,
): Promise<Pick<Portfolio, "themes" | "carriers">> {
  const rows = await tx.$queryRaw<PresentRow[]>`
    SELECT o.id, o.name, present.dossiers, present.projects, present.themes FROM (
      SELECT d.carrier_id, count(*)::int AS dossiers, (count(*) FILTER (WHERE d.status = 'in-execution'))::int AS projects,
        array_agg(DISTINCT d.theme_code) AS themes
      FROM dossier d WHERE ${condition} GROUP BY d.carrier_id) AS present
    JOIN organisation o ON o.id = present.carrier_id ORDER BY o.name, o.id`;
  const codes = new Set(rows.flatMap(({ themes }) => themes));
  return {
    themes: Object.values(THEMES)
      .filter(({ code }) => codes.has(code))
      .map(({ code, title }) => ({ code, title })),
    carriers: rows.map(({ id, name, dossiers, projects }) => ({ id, name, dossiers, projects })),
  };
}
