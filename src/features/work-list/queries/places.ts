import { MOST_COUNTED } from "@/domain/counting";
import { database, PLANNED_EACH_TIME } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import type { Cursor, Order } from "../filters";
import type { Selection } from "./selection";

/** The column of each order, the id settling equals. */
const PLACES: Record<Order, { column: Prisma.Sql; descending: boolean }> = {
  recents: { column: Prisma.sql`d.filed_at`, descending: true },
  anciens: { column: Prisma.sql`d.filed_at`, descending: false },
  montant: { column: Prisma.sql`d.requested_grant`, descending: true },
};

interface Asked {
  order: Order;
  cursor: Cursor | null;
  limit: number;
}

/** A dossier of a page, and the nearest thing awaited on it. */
export interface Place {
  id: string;
  due: Date | null;
}

export interface Places {
  places: Place[];
  /** Dossiers of the whole list, up to one more than `MOST_COUNTED`, where something narrows it: told by the way. */
  count: number | null;
}

/** Up to here the dossiers found by a word, a label or a date are sorted; beyond, the list is read in its order. */
const FEW = 2000;

/** The order of a page on a row `d`, and on a row `(id, place)`, from its cursor on. */
function wayOf({ order, cursor, limit }: Asked) {
  const { column, descending } = PLACES[order];
  const falls = descending !== (cursor?.side === "before");
  const direction = Prisma.raw(falls ? "DESC" : "ASC");
  const side = Prisma.raw(falls ? "<" : ">");
  const value = cursor && (order === "montant" ? BigInt(cursor.place) : new Date(cursor.place));
  const from = (place: Prisma.Sql, id: Prisma.Sql) => ({
    beyond: cursor
      ? Prisma.sql`AND (${place}, ${id}) ${side} (${value}, ${cursor.id}::uuid)`
      : Prisma.empty,
    ordered: Prisma.sql`ORDER BY ${place} ${direction}, ${id} ${direction}`,
  });
  return { column, limit: Prisma.sql`LIMIT ${limit}`, from };
}

/** The dossiers of a page: the nearest thing awaited on each, in order. */
const shown = (found: Prisma.Sql, ordered: Prisma.Sql) => Prisma.sql`
  SELECT page.id, (
    SELECT min(due_at) FROM dossier_deadline WHERE dossier_deadline.dossier_id = page.id) AS due, page.place
  FROM (${found}) AS page ${ordered}`;

/**
 * The dossiers of a page, in the order they are read (backwards before a cursor). Its cost does not grow with the
 * dossiers: the list is walked by its index from the cursor on, theme by theme and status by status, until the page is
 * full. For what words, labels or dates hold, see `narrowPlaces`.
 */
export async function placesOf(selection: Selection, asked: Asked): Promise<Places> {
  if (selection.narrow.length > 0) return narrowPlaces(selection, asked);
  const { column, limit, from } = wayOf(asked);
  const walked = from(column, Prisma.sql`d.id`);
  const merged = from(Prisma.sql`found.place`, Prisma.sql`found.id`).ordered;
  const found = Prisma.sql`
    SELECT found.id, found.place FROM ${pieces(selection)} CROSS JOIN LATERAL (
      SELECT d.id, ${column} AS place FROM dossier d WHERE ${ofPiece(selection)} ${walked.beyond}
      ${walked.ordered} ${limit}) AS found
    ${merged} ${limit}`;
  const { ordered } = from(Prisma.sql`page.place`, Prisma.sql`page.id`);
  const places = await database().$queryRaw<Place[]>`${PLANNED_EACH_TIME} ${shown(found, ordered)}`;
  return { places, count: null };
}

/**
 * The same where words, labels or dates narrow the list, with how many dossiers it holds, up to one more than
 * `MOST_COUNTED`: when they are few, they are taken and sorted; else the list is walked in its order, where such a word is
 * soon met. What narrows is read once, and no further than the count and the page need.
 */
async function narrowPlaces(selection: Selection, asked: Asked): Promise<Places> {
  const [narrow, ...others] = await byMagnitude(selection.narrow);
  const { column, limit, from } = wayOf(asked);
  const condition = (sets: readonly Prisma.Sql[]) =>
    Prisma.join([inThemes(selection), ...sets.map(isIn), selection.where], " AND ");
  const walked = from(column, Prisma.sql`d.id`);
  const taken = from(Prisma.sql`place`, Prisma.sql`id`);
  const { ordered } = from(Prisma.sql`page.place`, Prisma.sql`page.id`);
  const { wordsBut } = selection;
  const counted = wordsBut
    ? Prisma.sql`narrow WHERE dossier_id NOT IN (${wordsBut})`
    : Prisma.sql`taken`;
  const rows = await database().$queryRaw<
    (Partial<Place> & { count: number })[]
  >`${PLANNED_EACH_TIME}
    WITH narrow AS MATERIALIZED (${narrow}),
    size AS MATERIALIZED (SELECT count(*) AS n FROM (SELECT FROM narrow LIMIT ${FEW + 1}) AS few),
    taken AS MATERIALIZED (
      SELECT d.id, d.place FROM narrow CROSS JOIN LATERAL (
        SELECT d.id, ${column} AS place FROM dossier d WHERE d.id = narrow.dossier_id AND ${condition(others)} LIMIT 1) AS d),
    shown AS (${shown(
      Prisma.sql`
        (SELECT id, place FROM taken WHERE (SELECT n FROM size) <= ${FEW} ${taken.beyond} ${taken.ordered} ${limit})
        UNION ALL
        (SELECT d.id, ${column} AS place FROM dossier d
        WHERE (SELECT n FROM size) > ${FEW} AND ${condition(selection.narrow)} ${walked.beyond} ${walked.ordered} ${limit})`,
      ordered,
    )})
    SELECT counted.count, page.id, page.due
    FROM (SELECT count(*)::int FROM (SELECT FROM ${counted} LIMIT ${MOST_COUNTED + 1}) AS few) AS counted
    LEFT JOIN shown AS page ON true ${ordered}`;
  return {
    places: rows.flatMap(({ id, due = null }) => (id ? [{ id, due }] : [])),
    count: rows[0]?.count ?? 0,
  };
}

/** The narrow sets, the smallest first: the one that is read whole. One alone is not asked. */
async function byMagnitude(narrow: readonly Prisma.Sql[]): Promise<[Prisma.Sql, ...Prisma.Sql[]]> {
  const [only, ...others] = narrow;
  if (!only) throw new Error("Nothing narrows the list");
  if (others.length === 0) return [only];
  const sizes = narrow.map(
    (ids, index) =>
      Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM (${ids}) AS narrow LIMIT ${FEW + 1}) AS few) AS ${Prisma.raw(`n${index}`)}`,
  );
  const [row = {}] = await database().$queryRaw<Record<string, number>[]>`${PLANNED_EACH_TIME}
    SELECT ${Prisma.join(sizes)}`;
  const sorted = narrow
    .map((ids, index) => ({ ids, size: row[`n${index}`] ?? 0 }))
    .sort((one, other) => one.size - other.size)
    .map(({ ids }) => ids);
  return [sorted[0] ?? only, ...sorted.slice(1)];
}

/**
 * Whether a row `d` is of a narrow set: looked at row by row, never joined, since a page and a count stop early while a
 * join reads all.
 */
export const isIn = (ids: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT true FROM (${ids}) AS narrow WHERE narrow.dossier_id = d.id LIMIT 1)`;

/** The themes and statuses of the selection, on a row `d`. */
export function inThemes({ themes, statuses }: Selection): Prisma.Sql {
  const [only] = themes;
  const theme =
    themes.length === 1
      ? Prisma.sql`d.theme_code = ${only}`
      : Prisma.sql`d.theme_code = ANY (${[...themes]}::text[])`;
  return statuses === null
    ? theme
    : Prisma.sql`${theme} AND d.status = ANY (${[...statuses]}::text[])`;
}

/** Rows `(theme.code)`, or `(theme.code, status.code)`: an inner query on `d` is read once for each. */
export function pieces({ themes, statuses }: Selection): Prisma.Sql {
  const themeRows = Prisma.sql`unnest(${[...themes]}::text[]) AS theme(code)`;
  return statuses === null
    ? themeRows
    : Prisma.sql`${themeRows} CROSS JOIN unnest(${[...statuses]}::text[]) AS status(code)`;
}

/** The condition of one piece on a row `d`. */
export function ofPiece({ statuses, where }: Selection): Prisma.Sql {
  const status = statuses === null ? Prisma.empty : Prisma.sql`AND d.status = status.code`;
  return Prisma.sql`d.theme_code = theme.code ${status} AND ${where}`;
}
