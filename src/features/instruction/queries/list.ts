import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { type VisaState, type VisaStatus, visaStatusAt } from "@/domain/dossier/visa";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, type Role, themesHeld } from "@/domain/rights/actor";
import { THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import { type Cursor, type ListFilters, VIEWS, type ViewKey } from "../list-filters";

export interface ListedDossier {
  id: string;
  number: string;
  title: string;
  carrier: string;
  themeCode: string;
  status: { label: string; severity: "info" | "success" | "warning" | "error" | null };
  total: Cents;
  grant: Cents;
  filedAt: Date;
  /** What the DNUM said; null where the theme asks nothing of it. */
  visa: VisaStatus | null;
}

export interface DossierList {
  rows: ListedDossier[];
  previous: Cursor | null;
  next: Cursor | null;
  /** Dossiers of each view, under the theme filter alone. */
  counts: Record<ViewKey, number>;
  themes: readonly ThemeCode[];
  now: Date;
}

export const PAGE_SIZE = 25;

/** Roles of the room. */
export const INSTRUCTION_ROLES: readonly Role[] = [
  "theme-owner",
  "instructor",
  "secretary",
  "chair",
];

/**
 * A page of the dossiers filed in the actor's themes, newest first, by keyset: three queries whatever the page. The
 * `lte` beside each `OR` lets the index jump to the cursor.
 */
export async function listDossiers(actor: Actor, filters: ListFilters): Promise<DossierList> {
  const visible = visibleDossiers(actor, "instruction");
  const ofTheme: Prisma.DossierWhereInput = filters.theme ? { themeCode: filters.theme } : {};
  const [found, byStatus, now] = await Promise.all([
    database().dossier.findMany({
      where: {
        AND: [
          visible,
          ofTheme,
          { filedAt: { not: null } },
          viewCondition(filters),
          searchCondition(filters.search),
          cursorCondition(filters.cursor),
        ],
      },
      include: ROW,
      orderBy:
        filters.cursor?.side === "before"
          ? [{ filedAt: "asc" }, { id: "asc" }]
          : [{ filedAt: "desc" }, { id: "desc" }],
      take: PAGE_SIZE + 1,
    }),
    database().dossier.groupBy({
      by: ["status"],
      where: { AND: [visible, ofTheme, { filedAt: { not: null } }] },
      _count: true,
    }),
    portalNow(),
  ]);
  const held = themesHeld(actor, INSTRUCTION_ROLES);
  return {
    ...page(found, filters.cursor, now),
    counts: countsOf(byStatus.map(({ status, _count }) => ({ status, count: _count }))),
    themes: held === "all" ? THEME_CODES : THEME_CODES.filter((code) => held.includes(code)),
    now,
  };
}

function viewCondition({ view, status }: ListFilters): Prisma.DossierWhereInput {
  if (status) return { status };
  const { statuses } = VIEWS[view];
  return statuses ? { status: { in: [...statuses] } } : {};
}

function searchCondition(search: string): Prisma.DossierWhereInput {
  if (search === "") return {};
  const contains = { contains: search, mode: "insensitive" as const };
  return {
    OR: [{ number: { contains: search } }, { title: contains }, { carrier: { name: contains } }],
  };
}

function cursorCondition(cursor: Cursor | null): Prisma.DossierWhereInput {
  if (!cursor) return {};
  const { filedAt, id } = cursor;
  return cursor.side === "after"
    ? { filedAt: { lte: filedAt }, OR: [{ filedAt: { lt: filedAt } }, { id: { lt: id } }] }
    : { filedAt: { gte: filedAt }, OR: [{ filedAt: { gt: filedAt } }, { id: { gt: id } }] };
}

const ROW = {
  carrier: { select: { name: true } },
  visa: { select: { requirement: true, status: true, tacitAt: true } },
} satisfies Prisma.DossierInclude;
type Row = Prisma.DossierGetPayload<{ include: typeof ROW }>;

/** The page in reading order, and the cursors of its two ends where something lies beyond. */
function page(found: readonly Row[], cursor: Cursor | null, now: Date) {
  const more = found.length > PAGE_SIZE;
  const kept = found.slice(0, PAGE_SIZE);
  const backwards = cursor?.side === "before";
  if (backwards) kept.reverse();
  const [first, last] = [kept[0], kept.at(-1)];
  const before = backwards ? more : cursor !== null;
  const after = backwards ? true : more;
  return {
    rows: kept.map((row) => listed(row, now)),
    previous: before && first?.filedAt ? end("before", first.filedAt, first.id) : null,
    next: after && last?.filedAt ? end("after", last.filedAt, last.id) : null,
  };
}

function end(side: Cursor["side"], filedAt: Date, id: string): Cursor {
  return { side, filedAt, id };
}

function listed(row: Row, now: Date): ListedDossier {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    carrier: row.carrier.name,
    themeCode: row.themeCode,
    status: STATUS_LABELS[row.status as DossierStatus],
    total: centsFromBigInt(row.total ?? 0n),
    grant: centsFromBigInt(row.requestedGrant ?? 0n),
    filedAt: row.filedAt ?? row.createdAt,
    visa: row.visa && visaStatusAt(row.visa as VisaState, now),
  };
}

function countsOf(byStatus: readonly { status: string; count: number }[]) {
  const counts = {} as Record<ViewKey, number>;
  for (const [key, { statuses }] of Object.entries(VIEWS)) {
    counts[key as ViewKey] = byStatus
      .filter(({ status }) => !statuses || statuses.some((known) => known === status))
      .reduce((total, { count }) => total + count, 0);
  }
  return counts;
}
