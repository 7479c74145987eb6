import "server-only";
import type { Day } from "@/domain/calendar";
import { driftOfSums, type GroupDrift, type GroupSums } from "@/domain/execution/drift";
import { daysOf, type Period } from "@/domain/execution/periods";
import { centsFromBigInt } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database, inTransaction, type Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";
import { columnOfDay } from "./executions";

/**
 * How far projects have drifted from their first plan, level by level, for whoever reads a portfolio or the whole. Each
 * function is one statement, whatever the number of projects. `where` is a condition on a row `d` of `dossier`:
 * `visibleDossiersSql`, or narrower. A project that has reported nothing yet is in no group.
 */

/** Each project in execution or closed, its first plan, and its last report: kept by the database in its own row. */
function followed(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT d.id, d.theme_code, d.ministry_id, e.first_total AS planned, e.estimated_cost AS estimated,
      e.first_ends_on - e.first_starts_on + 1 AS planned_days, e.estimated_end - e.first_ends_on AS later_days
    FROM dossier d JOIN execution e ON e.dossier_id = d.id AND e.estimated_cost IS NOT NULL
    WHERE ${where}`;
}

/** The same with the last report handed in by a day. */
function followedUntil(where: Prisma.Sql, until: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT d.id, d.theme_code, d.ministry_id,
      (b.content ->> 'total')::bigint AS planned,
      r.estimated_cost AS estimated,
      (b.content ->> 'endsOn')::date - (b.content ->> 'startsOn')::date + 1 AS planned_days,
      r.estimated_ends_on - (b.content ->> 'endsOn')::date AS later_days
    FROM dossier d
    JOIN baseline b ON b.dossier_id = d.id AND b.version = 1
    JOIN LATERAL (
      SELECT estimated_cost, estimated_ends_on FROM progress_report
      WHERE dossier_id = d.id AND status <> 'draft' AND period_ends_on <= ${until}
      ORDER BY period_ends_on DESC LIMIT 1) r ON true
    WHERE ${where}`;
}

const SUMS = Prisma.sql`count(*)::int AS projects, coalesce(sum(planned), 0)::bigint AS planned,
  coalesce(sum(estimated), 0)::bigint AS estimated, coalesce(sum(planned_days), 0)::int AS "plannedDays",
  coalesce(sum(later_days), 0)::int AS "laterDays"`;

interface SumsRow {
  projects: number;
  planned: bigint;
  estimated: bigint;
  plannedDays: number;
  laterDays: number;
}

const sumsIn = ({ projects, planned, estimated, plannedDays, laterDays }: SumsRow): GroupSums => ({
  projects,
  planned: centsFromBigInt(planned),
  estimated: centsFromBigInt(estimated),
  plannedDays,
  laterDays,
});

const NOTHING: GroupSums = sumsIn({
  projects: 0,
  planned: 0n,
  estimated: 0n,
  plannedDays: 0,
  laterDays: 0,
});

const added = (one: GroupSums, other: GroupSums): GroupSums =>
  sumsIn({
    projects: one.projects + other.projects,
    planned: BigInt(one.planned) + BigInt(other.planned),
    estimated: BigInt(one.estimated) + BigInt(other.estimated),
    plannedDays: one.plannedDays + other.plannedDays,
    laterDays: one.laterDays + other.laterDays,
  });

/** The drift of each group that rows fall in. */
const driftBy = <Row extends GroupSums, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, GroupDrift> =>
  new Map(
    [...Map.groupBy(rows, keyOf)].map(([key, own]) => [
      key,
      driftOfSums(own.reduce(added, NOTHING)),
    ]),
  );

/** The drift of each theme, of each volet, and of the whole. */
export interface ThemeDrifts {
  themes: ReadonlyMap<ThemeCode, GroupDrift>;
  volets: ReadonlyMap<"ITN" | "SNAP", GroupDrift>;
  whole: GroupDrift;
}

/** Every level is the sum of the same rows, so that they never disagree. */
const levelsOf = (rows: readonly (GroupSums & { theme: ThemeCode })[]): ThemeDrifts => ({
  themes: driftBy(rows, ({ theme }) => theme),
  volets: driftBy(rows, ({ theme }) => THEMES[theme].volet),
  whole: driftOfSums(rows.reduce<GroupSums>(added, NOTHING)),
});

/** The drift by theme, by volet and of the whole, as it stands. */
export async function readThemeDrifts(
  where: Prisma.Sql,
  tx: Transaction = database(),
): Promise<ThemeDrifts> {
  const rows = await tx.$queryRaw<(SumsRow & { theme: ThemeCode })[]>`
    SELECT theme_code AS theme, ${SUMS} FROM (${followed(where)}) AS followed
    GROUP BY theme_code ORDER BY theme_code`;
  return levelsOf(rows.map((row) => ({ theme: row.theme, ...sumsIn(row) })));
}

/** The drift of the whole at the end of each of these periods, in their order: what had been reported by then. */
export async function readDriftTrend(
  where: Prisma.Sql,
  periods: readonly Period[],
): Promise<{ period: Period; drift: GroupDrift }[]> {
  const ends: Day[] = periods.map((period) => daysOf(period).last);
  const rows = await database().$queryRaw<(SumsRow & { rank: number })[]>`
    SELECT moment.rank::int AS rank, sums.* FROM unnest(${ends.map(columnOfDay)}::date[])
      WITH ORDINALITY AS moment (ends_on, rank),
    LATERAL (SELECT ${SUMS} FROM (${followedUntil(where, Prisma.sql`moment.ends_on`)}) AS followed) AS sums
    ORDER BY moment.rank`;
  return rows.map(({ rank, ...sums }) => ({
    period: periods[rank - 1] ?? "",
    drift: driftOfSums(sumsIn(sums)),
  }));
}

/** The sums of each theme in each ministry at the end of each of these quarters, one row each. */
function quarterSums(where: Prisma.Sql, quarters: readonly Period[]): Prisma.Sql {
  const ends = quarters.map((quarter) => columnOfDay(daysOf(quarter).last));
  return Prisma.sql`
    SELECT moment.quarter, sums.* FROM unnest(${[...quarters]}::text[], ${ends}::date[]) AS moment (quarter, ends_on),
    LATERAL (SELECT theme_code, ministry_id, ${SUMS}
      FROM (${followedUntil(where, Prisma.sql`moment.ends_on`)}) AS followed
      GROUP BY theme_code, ministry_id) AS sums`;
}

/**
 * Writes the drift of each theme in each ministry at the end of each of these quarters, in place of what was written of
 * them: what `readKeptDrifts` reads.
 */
export async function keepDrifts(quarters: readonly Period[]): Promise<number> {
  return inTransaction(async (tx) => {
    await tx.driftFigure.deleteMany({ where: { quarter: { in: [...quarters] } } });
    return tx.$executeRaw`
      INSERT INTO drift_figure
        (quarter, theme_code, ministry_id, projects, planned, estimated, planned_days, later_days)
      ${quarterSums(Prisma.sql`true`, quarters)}`;
  });
}

/** The drift at the end of a quarter. */
export interface QuarterDrifts extends ThemeDrifts {
  period: Period;
  /** By id; under "" what has no ministry. */
  ministries: ReadonlyMap<string, GroupDrift>;
}

interface QuarterRow extends SumsRow {
  quarter: Period;
  theme: string;
  ministry: string | null;
}

/** Quarters in their order, without those that have no row. */
function quarterDrifts(rows: readonly QuarterRow[]): QuarterDrifts[] {
  const inOrder = rows.toSorted((one, other) => one.quarter.localeCompare(other.quarter));
  return [...Map.groupBy(inOrder, ({ quarter }) => quarter)].map(([period, own]) => {
    const sums = own.map((row) => ({
      theme: row.theme as ThemeCode,
      ministry: row.ministry ?? "",
      ...sumsIn(row),
    }));
    return { period, ...levelsOf(sums), ministries: driftBy(sums, ({ ministry }) => ministry) };
  });
}

/** The drift of these themes at the end of each of these quarters, as last kept: of every project, whoever reads. */
export async function readKeptDrifts(
  themes: readonly ThemeCode[],
  quarters: readonly Period[],
): Promise<QuarterDrifts[]> {
  const rows = await database().driftFigure.findMany({
    where: { quarter: { in: [...quarters] }, themeCode: { in: [...themes] } },
    orderBy: { themeCode: "asc" },
  });
  return quarterDrifts(
    rows.map(({ themeCode, ministryId, ...row }) => ({
      ...row,
      theme: themeCode,
      ministry: ministryId,
    })),
  );
}

/** The same, read from the reports of these projects alone: for whoever must not be told of some. Slower. */
export async function readQuarterDrifts(
  where: Prisma.Sql,
  quarters: readonly Period[],
): Promise<QuarterDrifts[]> {
  return quarterDrifts(
    await database().$queryRaw<QuarterRow[]>`
      SELECT sums.*, theme_code AS theme, ministry_id::text AS ministry
      FROM (${quarterSums(where, quarters)}) AS sums ORDER BY theme_code`,
  );
}
