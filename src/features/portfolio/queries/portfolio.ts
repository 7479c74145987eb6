import {
  type DossierStatus,
  STATUS_LABELS,
  statusForCarrier,
  storedBehind,
} from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import type { Cursor, PortfolioQuery } from "../filters";

/** A dossier as its ministry's list shows it. */
export interface PortfolioRow {
  id: string;
  number: string;
  title: string;
  organisation: string;
  /** Null when the agent serves one ministry. */
  ministry: string | null;
  theme: { code: ThemeCode; title: string };
  status: (typeof STATUS_LABELS)[DossierStatus];
  asked: Cents | null;
  /** Null until an award is notified. */
  awarded: Cents | null;
}

export interface Portfolio {
  /** The ministries the agent serves, by name. */
  ministries: readonly { id: string; name: string }[];
  /** Themes of the dossiers of the ministry chosen, whatever the other filters. */
  themes: readonly { code: ThemeCode; title: string }[];
  /** Figures of the whole selection, not of the page. */
  totals: { count: number; asked: Cents; awarded: Cents };
  rows: readonly PortfolioRow[];
  /** Places of the neighbouring pages; null at the ends. */
  newer: Cursor | null;
  older: Cursor | null;
}

export const PORTFOLIO_PAGE = 25;

/** What the ministry may read of an award: the amount, from its notification on. */
const NOTIFIED = {
  status: "confirmed",
  notifiedAt: { not: null },
} satisfies Prisma.DecisionWhereInput;

/**
 * The filed dossiers of the ministries the agent serves, the last filed first. One snapshot, and the same number of
 * queries whatever the page. Throws `not-found` for an agent of no DNUM and for a ministry they do not serve.
 */
export async function readPortfolio(actor: Actor, query: PortfolioQuery): Promise<Portfolio> {
  const held = ministriesHeld(actor);
  if (held.length === 0) throw notFound();
  if (query.ministryId !== null && !held.includes(query.ministryId)) throw notFound();
  const chosen: Prisma.DossierWhereInput = {
    AND: [
      visibleDossiers(actor, "ministry"),
      query.ministryId === null ? {} : { ministryId: query.ministryId },
    ],
  };
  const selection: Prisma.DossierWhereInput = {
    AND: [
      chosen,
      query.theme === null ? {} : { themeCode: query.theme },
      query.status === null ? {} : shownAs(query.status),
    ],
  };
  const backwards = query.cursor?.direction === "before";
  const order = backwards ? "asc" : "desc";
  const db = database();
  const [ministries, themes, asked, awarded, found] = await db.$transaction(
    [
      db.organisation.findMany({
        where: { id: { in: [...held] } },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      }),
      db.dossier.groupBy({
        by: ["themeCode"],
        where: chosen,
        orderBy: { themeCode: "asc" },
      }),
      db.dossier.aggregate({ where: selection, _count: true, _sum: { requestedGrant: true } }),
      db.decision.aggregate({
        where: { ...NOTIFIED, dossier: selection },
        _sum: { amount: true },
      }),
      db.dossier.findMany({
        where: query.cursor ? { AND: [selection, beyond(query.cursor)] } : selection,
        orderBy: [{ filedAt: order }, { id: order }],
        take: PORTFOLIO_PAGE + 1,
        include: ROW,
      }),
    ],
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  const page = found.slice(0, PORTFOLIO_PAGE);
  const further = found.length > PORTFOLIO_PAGE;
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const present = new Set(themes.map(({ themeCode }) => themeCode));
  return {
    ministries,
    themes: Object.values(THEMES)
      .filter(({ code }) => present.has(code))
      .map(({ code, title }) => ({ code, title })),
    totals: {
      count: asked._count,
      asked: centsFromBigInt(asked._sum.requestedGrant ?? 0n),
      awarded: centsFromBigInt(awarded._sum.amount ?? 0n),
    },
    rows: page.map((row) => rowOf(row, held.length > 1)),
    newer: first && (backwards ? further : query.cursor) ? placeOf(first, "before") : null,
    older: last && (backwards || further) ? placeOf(last, "after") : null,
  };
}

const ROW = {
  carrier: { select: { name: true } },
  ministry: { select: { name: true } },
  decisions: { where: NOTIFIED, select: { amount: true } },
} satisfies Prisma.DossierInclude;
type Row = Prisma.DossierGetPayload<{ include: typeof ROW }>;

/** The dossiers shown with a status: a decision not notified stays among « En instruction ». */
function shownAs(status: DossierStatus): Prisma.DossierWhereInput {
  return {
    OR: storedBehind(status).map(({ status: stored, notified }) => ({
      status: stored,
      ...(notified !== null && { notifiedAt: notified ? { not: null } : null }),
    })),
  };
}

/** The rows on one side of a place, in the order of the list: instant of filing, then id. */
function beyond({ direction, filedAt, id }: Cursor): Prisma.DossierWhereInput {
  const side = direction === "after" ? "lt" : "gt";
  return { OR: [{ filedAt: { [side]: filedAt } }, { filedAt, id: { [side]: id } }] };
}

function placeOf({ filedAt, id }: Row, direction: Cursor["direction"]): Cursor | null {
  return filedAt && { direction, filedAt, id };
}

function rowOf(row: Row, severalMinistries: boolean): PortfolioRow {
  const theme = THEMES[row.themeCode as ThemeCode];
  const awarded = row.decisions[0]?.amount ?? null;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    organisation: row.carrier.name,
    ministry: severalMinistries ? (row.ministry?.name ?? null) : null,
    theme: { code: theme.code, title: theme.title },
    status: STATUS_LABELS[statusForCarrier(row.status as DossierStatus, row.notifiedAt !== null)],
    asked: row.requestedGrant === null ? null : centsFromBigInt(row.requestedGrant),
    awarded: awarded === null ? null : centsFromBigInt(awarded),
  };
}
