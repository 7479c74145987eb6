import type { OwnShare } from "@/domain/dossier/co-financing";
import { STAGES, type Stage } from "@/domain/dossier/stages";
import { notFound } from "@/domain/errors";
import { PROJECT_ALERTS, type ProjectAlert } from "@/domain/execution/alerts";
import { type Cents, cents, centsFromBigInt, ZERO } from "@/domain/money";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";
import type { Cursor, PortfolioQuery } from "../filters";
import { type PortfolioRow, placesSql, readRows } from "./rows";
import {
  alertSql,
  beyondSql,
  inMinistry,
  type Moment,
  momentOf,
  orderSql,
  SOURCES,
  selected,
  stageSql,
} from "./selection";

/** What a group of dossiers sums. */
export interface Figures {
  count: number;
  asked: Cents;
  /** Notified. */
  awarded: Cents;
  own: Pick<OwnShare, "staff" | "cash">;
}

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
  stages: Readonly<Record<Stage, Figures>>;
  totals: Figures;
  /** Projects in execution under each alert, in the ministry chosen, whatever the other filters. */
  alerts: Readonly<Record<ProjectAlert, number>>;
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
    const present = await readPresent(tx, inMinistry(actor, query));
    const stages = await readStages(tx, selected(actor, query, moment), moment);
    const alerts = await readAlerts(tx, inMinistry(actor, query), moment);
    const page =
      query.view === "board"
        ? await readBoard(tx, actor, query, moment)
        : await readPage(tx, actor, { query, moment, size: PORTFOLIO_PAGE });
    return { ministries, ...present, stages, totals: together(stages), alerts, ...page };
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
  const places = Prisma.sql`${placesSql(condition, moment)} ORDER BY ${orderSql(backwards)} LIMIT ${size + 1}`;
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

interface FiguresRow {
  key: string;
  count: number;
  asked: bigint;
  awarded: bigint;
  own: bigint;
  staff: bigint;
}

/** What each group of a selection sums: `key` is an expression on the rows of `SOURCES`. One statement. */
export async function readFigures(
  tx: Transaction,
  key: Prisma.Sql,
  condition: Prisma.Sql,
): Promise<ReadonlyMap<string, Figures>> {
  const rows = await tx.$queryRaw<FiguresRow[]>`
    SELECT key, count(*)::int AS count, coalesce(sum(asked), 0)::bigint AS asked,
      coalesce(sum(awarded), 0)::bigint AS awarded, coalesce(sum(own), 0)::bigint AS own,
      coalesce(sum(least(staff, greatest(own, 0))), 0)::bigint AS staff
    FROM (
      SELECT ${key} AS key, d.requested_grant AS asked, d.staff_cost AS staff,
        d.total - d.requested_grant - d.co_financing AS own,
        CASE WHEN d.notified_at IS NOT NULL THEN (
          SELECT amount FROM decision WHERE decision.dossier_id = d.id AND decision.status = 'confirmed'
            AND decision.notified_at IS NOT NULL) END AS awarded
      FROM ${SOURCES} WHERE ${condition}) AS counted
    GROUP BY key`;
  return new Map(rows.map((row) => [row.key, figuresOf(row)]));
}

/** What each stage of a selection sums. */
export async function readStages(
  tx: Transaction,
  condition: Prisma.Sql,
  moment: Moment,
): Promise<Record<Stage, Figures>> {
  const figures = await readFigures(tx, stageSql(moment), condition);
  return Object.fromEntries(STAGES.map((stage) => [stage, figures.get(stage) ?? NONE])) as Record<
    Stage,
    Figures
  >;
}

const NONE: Figures = { count: 0, asked: ZERO, awarded: ZERO, own: { staff: ZERO, cash: ZERO } };

function figuresOf({ count, asked, awarded, own, staff }: FiguresRow): Figures {
  const agents = centsFromBigInt(staff);
  return {
    count,
    asked: centsFromBigInt(asked),
    awarded: centsFromBigInt(awarded),
    own: { staff: agents, cash: cents(centsFromBigInt(own) - agents) },
  };
}

/** The figures of several stages together. */
export function together(stages: Readonly<Record<Stage, Figures>>): Figures {
  return Object.values(stages).reduce(
    (all, { count, asked, awarded, own }) => ({
      count: all.count + count,
      asked: cents(all.asked + asked),
      awarded: cents(all.awarded + awarded),
      own: { staff: cents(all.own.staff + own.staff), cash: cents(all.own.cash + own.cash) },
    }),
    NONE,
  );
}

/** How many projects in execution raise each alert. */
export async function readAlerts(
  tx: Transaction,
  condition: Prisma.Sql,
  moment: Moment,
): Promise<Record<ProjectAlert, number>> {
  const counts = PROJECT_ALERTS.map(
    (alert) =>
      Prisma.sql`(count(*) FILTER (WHERE ${alertSql(alert, moment)}))::int AS ${Prisma.raw(`"${alert}"`)}`,
  );
  const [row] = await tx.$queryRaw<Record<ProjectAlert, number>[]>`
    SELECT ${Prisma.join(counts)} FROM dossier d JOIN execution e ON e.dossier_id = d.id
    WHERE d.status = 'in-execution' AND ${condition}`;
  if (!row) throw new Error("A count is one row");
  return row;
}
