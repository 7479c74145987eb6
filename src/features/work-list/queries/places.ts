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

/** Up to here the dossiers found by a word, a label or a date are sorted; beyond, the list is read in its order. */
const FEW = 2000;

/**
 * The dossiers of a page, in the order they are read (backwards before a cursor). Its cost does not grow with the
 * dossiers: where words, labels or dates hold few of them, those are taken; else the list is walked by its index from the
 * cursor on, theme by theme and status by status, until the page is full.
 */
export async function placesOf(selection: Selection, asked: Asked): Promise<Place[]> {
  const few = selection.narrow.length > 0 ? await fewest(selection.narrow) : null;
  const column = PLACES[asked.order].column;
  const descending = PLACES[asked.order].descending !== (asked.cursor?.side === "before");
  const direction = Prisma.raw(descending ? "DESC" : "ASC");
  const beyond = asked.cursor ? beyondSql(asked.cursor, asked.order, descending) : Prisma.empty;
  const one = (from: Prisma.Sql, condition: Prisma.Sql) => Prisma.sql`
    SELECT d.id, ${column} AS place FROM ${from} WHERE ${condition} ${beyond}
    ORDER BY ${column} ${direction}, d.id ${direction} LIMIT ${asked.limit}`;
  const found =
    selection.narrow.length > 0
      ? one(Prisma.sql`dossier d`, wholeCondition(selection, few))
      : Prisma.sql`SELECT found.id, found.place
          FROM ${pieces(selection)} CROSS JOIN LATERAL (${one(Prisma.sql`dossier d`, ofPiece(selection))}) AS found
          ORDER BY found.place ${direction}, found.id ${direction} LIMIT ${asked.limit}`;
  return database().$queryRaw`${PLANNED_EACH_TIME}
    SELECT page.id, (
      SELECT min(due_at) FROM dossier_deadline WHERE dossier_deadline.dossier_id = page.id) AS due
    FROM (${found}) AS page ORDER BY page.place ${direction}, page.id ${direction}`;
}

/** A narrow set read whole. */
interface Taken {
  /** Its place among the narrow ones. */
  index: number;
  ids: readonly string[];
}

/** The smallest of the narrow sets, when one is small; null when all of them are large. */
async function fewest(narrow: readonly Prisma.Sql[]): Promise<Taken | null> {
  const arrays = narrow.map(
    (ids, index) =>
      Prisma.sql`ARRAY(SELECT dossier_id::text FROM (${ids}) AS narrow LIMIT ${FEW + 1}) AS ${Prisma.raw(`n${index}`)}`,
  );
  const [row = {}] = await database().$queryRaw<Record<string, string[]>[]>`${PLANNED_EACH_TIME}
    SELECT ${Prisma.join(arrays)}`;
  const small = narrow
    .map((_, index): Taken => ({ index, ids: row[`n${index}`] ?? [] }))
    .filter(({ ids }) => ids.length <= FEW);
  return small.sort((one, other) => one.ids.length - other.ids.length)[0] ?? null;
}

function wholeCondition(selection: Selection, few: Taken | null): Prisma.Sql {
  const taken = few ? [Prisma.sql`d.id = ANY (${[...few.ids]}::uuid[])`] : [];
  // What is taken is not looked up again, dossier by dossier.
  const others = selection.narrow.filter((_, index) => index !== few?.index);
  return Prisma.join(
    [inThemes(selection), ...taken, ...others.map(isIn), selection.where],
    " AND ",
  );
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

function beyondSql({ place, id }: Cursor, order: Order, descending: boolean): Prisma.Sql {
  const value = order === "montant" ? BigInt(place) : new Date(place);
  const side = Prisma.raw(descending ? "<" : ">");
  return Prisma.sql`AND (${PLACES[order].column}, d.id) ${side} (${value}, ${id}::uuid)`;
}
