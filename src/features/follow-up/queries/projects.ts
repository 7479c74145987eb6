import { type Day, parisDay } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import { DRIFT_THRESHOLDS, isWeather, type Weather } from "@/domain/execution/weather";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, ministriesHeld, themesHeld } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { PLANNED_EACH_TIME, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { inRoom } from "@/server/database/ministry-sight";
import { readThemeDrifts, type ThemeDrifts } from "@/server/project-drift";
import { INSTRUCTION } from "@/server/visibility";
import { visibleDossiersSql } from "@/server/visibility-sql";
import type { Place, ProjectsQuery } from "../filters";

/** As whom a list of projects is read. */
export type ProjectsReader = "instruction" | "ministry";

/** A project in execution, as the lists show it. */
export interface FollowedProject {
  id: string;
  number: string;
  title: string;
  carrier: string;
  themeCode: ThemeCode;
  endsOn: Day;
  suspended: boolean;
  /** The nearest thing due; null when nothing is. */
  next: { kind: string; period: string; dueOn: Day } | null;
  late: number;
  /** Of the last report handed in; null before the first. */
  report: {
    period: string;
    weather: Weather;
    spent: Cents;
    budget: number | null;
    calendar: number;
  } | null;
}

export interface ProjectsPage {
  /** Of the whole selection, not of the page. */
  count: number;
  lateCount: number;
  rows: readonly FollowedProject[];
  previous: Place | null;
  next: Place | null;
}

export interface Projects extends ProjectsPage {
  /** Themes of the projects in sight, whatever the filters. */
  themes: readonly { code: ThemeCode; title: string }[];
  /** How far the projects in sight have drifted, whatever the filters. */
  drifts: ThemeDrifts;
}

export const PROJECTS_PAGE = 25;
/** Where a project with nothing due stands. */
const NEVER = "9999-12-31";

/** Throws `not-found` for whoever follows no project in this room. */
function requireReader(actor: Actor, as: ProjectsReader): void {
  const held = as === "ministry" ? ministriesHeld(actor) : themesHeld(actor, INSTRUCTION);
  if (held.length === 0) throw notFound();
}

/** Where a project stands in the list, on a row `e` of `execution`: an index holds this very expression. */
const DUE = Prisma.raw(`coalesce(e.next_due_on, '${NEVER}'::date)`);

/** The projects in execution in sight, as the filters choose: what they look at is kept in the row of the execution. */
function selected(actor: Actor, as: ProjectsReader, query: ProjectsQuery, today: Day): Prisma.Sql {
  const { theme, weather, state } = query;
  const drifting = DRIFT_THRESHOLDS["help-needed"];
  const conditions = [
    visibleDossiersSql(actor, as),
    ...(theme ? [Prisma.sql`d.theme_code = ${theme}`] : []),
    ...(weather ? [Prisma.sql`e.weather = ${weather}`] : []),
    ...(state === "late" ? [Prisma.sql`e.next_due_on < ${today}::date`] : []),
    ...(state === "silent" ? [Prisma.sql`e.weather IS NULL`] : []),
    ...(state === "drifting"
      ? [Prisma.sql`greatest(e.budget_drift, e.calendar_drift) >= ${drifting}`]
      : []),
  ];
  return Prisma.sql`
    FROM execution e JOIN dossier d ON d.id = e.dossier_id AND d.status = 'in-execution'
    WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** What a page shows of its projects, with what is due of each and its last report: looked for page by page. */
const shown = (page: Prisma.Sql, today: Day) => Prisma.sql`
  SELECT d.id, d.number, d.title, o.name AS carrier, d.theme_code AS theme,
    e.ends_on::text AS "endsOn", e.suspended_at IS NOT NULL AS suspended,
    duty.kind AS "dutyKind", duty.period AS "dutyPeriod", page.due::text AS due,
    (SELECT count(*) FROM obligation WHERE dossier_id = d.id AND done_at IS NULL AND dropped_at IS NULL
      AND due_on < ${today}::date)::int AS late,
    r.period, r.weather, r.spent, r.budget_drift AS budget, r.calendar_drift AS calendar
  FROM (${page}) AS page
  JOIN execution e ON e.dossier_id = page.id
  JOIN dossier d ON d.id = page.id
  JOIN organisation o ON o.id = d.carrier_id
  LEFT JOIN LATERAL (
    SELECT kind, period, due_on FROM obligation
    WHERE dossier_id = page.id AND done_at IS NULL AND dropped_at IS NULL
    ORDER BY due_on, kind LIMIT 1) duty ON true
  LEFT JOIN LATERAL (
    SELECT period, weather, spent, budget_drift, calendar_drift FROM progress_report
    WHERE dossier_id = page.id AND status <> 'draft' ORDER BY period_ends_on DESC LIMIT 1) r ON true`;

interface Row {
  id: string;
  number: string;
  title: string;
  carrier: string;
  theme: ThemeCode;
  endsOn: Day;
  suspended: boolean;
  dutyKind: string | null;
  dutyPeriod: string | null;
  due: Day;
  late: number;
  period: string | null;
  weather: string | null;
  spent: bigint | null;
  budget: number | null;
  calendar: number | null;
}

const projectOf = (row: Row): FollowedProject => ({
  id: row.id,
  number: row.number,
  title: row.title,
  carrier: row.carrier,
  themeCode: row.theme,
  endsOn: row.endsOn,
  suspended: row.suspended,
  next:
    row.dutyKind === null
      ? null
      : { kind: row.dutyKind, period: row.dutyPeriod ?? "", dueOn: row.due },
  late: row.late,
  report:
    row.period !== null && isWeather(row.weather)
      ? {
          period: row.period,
          weather: row.weather,
          spent: centsFromBigInt(row.spent ?? 0n),
          budget: row.budget,
          calendar: row.calendar ?? 0,
        }
      : null,
});

/** One page of the projects, the most overdue first, in two statements. */
export function readProjectsPage(
  actor: Actor,
  as: ProjectsReader,
  query: ProjectsQuery,
  size: number = PROJECTS_PAGE,
): Promise<ProjectsPage> {
  return inRoom(actor, as, (db) => projectsPageIn(db, actor, as, query, size));
}

async function projectsPageIn(
  db: Transaction,
  actor: Actor,
  as: ProjectsReader,
  query: ProjectsQuery,
  size: number,
): Promise<ProjectsPage> {
  requireReader(actor, as);
  const today = parisDay(await portalNow(db));
  const { place } = query;
  const backwards = place?.direction === "before";
  const selection = selected(actor, as, query, today);
  const direction = Prisma.raw(backwards ? "DESC" : "ASC");
  const side = Prisma.raw(backwards ? "<" : ">");
  const beyond = place
    ? Prisma.sql`AND (${DUE}, e.dossier_id) ${side} (${place.dueOn}::date, ${place.id}::uuid)`
    : Prisma.empty;
  const page = Prisma.sql`
    SELECT e.dossier_id AS id, ${DUE} AS due ${selection} ${beyond}
    ORDER BY ${DUE} ${direction}, e.dossier_id ${direction} LIMIT ${size + 1}`;
  const [[counts], found] = await Promise.all([
    db.$queryRaw<{ count: number; late: number }[]>`
      SELECT count(*)::int AS count, (count(*) FILTER (WHERE e.next_due_on < ${today}::date))::int AS late ${selection}`,
    db.$queryRaw<Row[]>`${PLANNED_EACH_TIME}
      ${shown(page, today)} ORDER BY page.due ${direction}, page.id ${direction}`,
  ]);
  const rows = found.slice(0, size);
  const further = found.length > size;
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (row: Row, direction: Place["direction"]): Place => ({
    direction,
    dueOn: row.due,
    id: row.id,
  });
  return {
    count: counts?.count ?? 0,
    lateCount: counts?.late ?? 0,
    rows: rows.map(projectOf),
    previous: first && (backwards ? further : place) ? at(first, "before") : null,
    next: last && (backwards || further) ? at(last, "after") : null,
  };
}

/** The list with what stands around it: its themes and the drift of all the projects in sight. Four statements. */
export async function readProjects(
  actor: Actor,
  as: ProjectsReader,
  query: ProjectsQuery,
): Promise<Projects> {
  const where = visibleDossiersSql(actor, as);
  const [page, themes, drifts] = await inRoom(actor, as, async (db) => [
    await projectsPageIn(db, actor, as, query, PROJECTS_PAGE),
    await db.$queryRaw<{ theme: ThemeCode }[]>`
      SELECT DISTINCT d.theme_code AS theme FROM dossier d
      WHERE d.status = 'in-execution' AND ${where}`,
    await readThemeDrifts(Prisma.sql`d.status = 'in-execution' AND ${where}`, db),
  ]);
  const present = new Set(themes.map(({ theme }) => theme));
  return {
    ...page,
    themes: Object.values(THEMES)
      .filter(({ code }) => present.has(code))
      .map(({ code, title }) => ({ code, title })),
    drifts,
  };
}
