import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { administratorOnly } from "../administrator";

export const PROCEDURES_PAGE = 25;

/** A procedure as the administrators' list shows it. */
export interface ProcedureRow {
  code: string;
  name: string;
  ministry: string;
  active: boolean;
}

/** What the address of the list says. */
export interface ProcedureQuery {
  search: string;
  /** The code the page comes just after, or just before; null for the first page. */
  cursor: { direction: "after" | "before"; code: string } | null;
}

export interface ProcedureList {
  rows: readonly ProcedureRow[];
  /** Over the whole selection. */
  total: number;
  previous: ProcedureQuery["cursor"];
  next: ProcedureQuery["cursor"];
}

const ROW = { code: true, name: true, ministry: true, active: true } as const;

/** The procedures whose name, code or ministry holds the words searched, by code, taken off ones too. */
export async function findProcedures(actor: Actor, query: ProcedureQuery): Promise<ProcedureList> {
  administratorOnly(actor);
  const { cursor } = query;
  const where = matching(query.search);
  const backwards = cursor?.direction === "before";
  const beyond = cursor && { code: { [backwards ? "lt" : "gt"]: cursor.code } };
  const [total, found] = await Promise.all([
    database().observatoryProcedure.count({ where }),
    database().observatoryProcedure.findMany({
      where: beyond ? { AND: [where, beyond] } : where,
      orderBy: { code: backwards ? "desc" : "asc" },
      take: PROCEDURES_PAGE + 1,
      select: ROW,
    }),
  ]);
  const rows = found.slice(0, PROCEDURES_PAGE);
  const further = found.length > PROCEDURES_PAGE;
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    total,
    previous:
      first && (backwards ? further : cursor) ? { direction: "before", code: first.code } : null,
    next: last && (backwards || further) ? { direction: "after", code: last.code } : null,
  };
}

function matching(search: string): Prisma.ObservatoryProcedureWhereInput {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 5);
  return {
    AND: words.map((word) => {
      // Prisma hands `%` and `_` to LIKE as they are.
      const literal = word.replace(/[\\%_]/g, "\\$&");
      const contains = { contains: literal, mode: "insensitive" as const };
      return { OR: [{ name: contains }, { code: contains }, { ministry: contains }] };
    }),
  };
}

/** One procedure. Throws `not-found` when no procedure has this code. */
export async function readProcedure(actor: Actor, code: string): Promise<ProcedureRow> {
  administratorOnly(actor);
  const procedure = await database().observatoryProcedure.findUnique({
    where: { code },
    select: ROW,
  });
  if (!procedure) throw notFound();
  return procedure;
}

/** The ministries already written in the list, to write them alike. */
export async function procedureMinistries(actor: Actor): Promise<string[]> {
  administratorOnly(actor);
  const rows = await database().observatoryProcedure.findMany({
    distinct: ["ministry"],
    orderBy: { ministry: "asc" },
    select: { ministry: true },
  });
  return rows.map(({ ministry }) => ministry);
}
