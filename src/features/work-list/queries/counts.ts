import { MOST_COUNTED } from "@/domain/counting";
import type { Actor } from "@/domain/rights/actor";
import { database, PLANNED_EACH_TIME } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import type { ListFilters } from "../filters";
import { inThemes, isIn, ofPiece, pieces } from "./places";
import { type Selection, selectionOf } from "./selection";

/** How many dossiers each list holds, up to one more than `MOST_COUNTED`, in one statement. */
export async function countEach<Key extends string>(
  actor: Actor,
  lists: Readonly<Record<Key, ListFilters>>,
  now: Date,
): Promise<Record<Key, number>> {
  const keys = Object.keys(lists) as Key[];
  const counts = keys.map((key, index) => {
    const count = countOf(selectionOf(actor, lists[key], now));
    return Prisma.sql`${count} AS ${Prisma.raw(`n${index}`)}`;
  });
  const [row = {}] = await database().$queryRaw<Record<string, number>[]>`${PLANNED_EACH_TIME}
    SELECT ${Prisma.join(counts)}`;
  return Object.fromEntries(keys.map((key, index) => [key, row[`n${index}`] ?? 0])) as Record<
    Key,
    number
  >;
}

/** From the narrow set where there is one, else by the same pieces as the page: read until the limit, never joined. */
function countOf(selection: Selection): Prisma.Sql {
  const [first, ...others] = selection.narrow;
  const limit = Prisma.sql`LIMIT ${MOST_COUNTED + 1}`;
  if (!first) {
    return Prisma.sql`(SELECT count(*)::int FROM (
      SELECT FROM ${pieces(selection)} CROSS JOIN LATERAL (
        SELECT FROM dossier d WHERE ${ofPiece(selection)} ${limit}) AS found ${limit}) AS counted)`;
  }
  const condition = Prisma.join(
    [inThemes(selection), ...others.map(isIn), selection.where],
    " AND ",
  );
  return Prisma.sql`(SELECT count(DISTINCT dossier_id)::int FROM (
    SELECT narrow.dossier_id FROM (${first}) AS narrow
    WHERE (SELECT true FROM dossier d WHERE d.id = narrow.dossier_id AND ${condition}) ${limit}) AS counted)`;
}
