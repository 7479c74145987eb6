import { type VisaStatus, visaStatusAt } from "@/domain/dossier/visa";
import { notFound } from "@/domain/errors";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import type { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";
import { visibleVisas } from "@/server/visibility";
import type { VisaCursor, VisaQuery } from "../filters";
import { visaStateOf } from "../ministry";

/** A visa as its DNUM's list shows it. */
export interface ListedVisa {
  id: string;
  number: string;
  title: string;
  carrier: string;
  /** Null when the agent serves one ministry. */
  ministry: string | null;
  themeCode: string;
  isDraft: boolean;
  askedAt: Date;
  status: VisaStatus;
  /** The end of the delay; null where the filing waits for the visa. */
  tacitAt: Date | null;
}

export interface VisaList {
  /** The ministries the agent serves, by name. */
  ministries: readonly { id: string; name: string }[];
  rows: readonly ListedVisa[];
  /** Visas asked of the ministries chosen, whatever their state. */
  asked: number;
  previous: VisaCursor | null;
  next: VisaCursor | null;
}

export const VISA_PAGE = 25;

/**
 * The visas of the ministries the agent serves, by end of the delay: those without end come first, since a filing waits
 * for them. Throws `not-found` for an agent of no DNUM and for a ministry they do not serve.
 */
export async function listVisas(actor: Actor, query: VisaQuery): Promise<VisaList> {
  const held = ministriesHeld(actor);
  if (held.length === 0) throw notFound();
  const { ministryId, status, cursor } = query;
  if (ministryId !== null && !held.includes(ministryId)) throw notFound();
  const chosen: Prisma.VisaWhereInput = {
    AND: [visibleVisas(actor), ministryId === null ? {} : { ministryId }],
  };
  const backwards = cursor?.direction === "before";
  const { now, lists } = await asMinistry(actor, async (tx) => {
    const instant = await portalNow(tx);
    const read = await Promise.all([
      tx.organisation.findMany({
        where: { id: { in: [...held] } },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      }),
      tx.visa.count({ where: chosen }),
      tx.visa.findMany({
        where: { AND: [chosen, shownAs(status, instant), cursor ? beyond(cursor) : {}] },
        orderBy: backwards
          ? [{ tacitAt: { sort: "desc", nulls: "last" } }, { id: "desc" }]
          : [{ tacitAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
        take: VISA_PAGE + 1,
        include: ROW,
      }),
    ]);
    return { now: instant, lists: read };
  });
  const [ministries, asked, found] = lists;
  const page = found.slice(0, VISA_PAGE);
  const further = found.length > VISA_PAGE;
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    ministries,
    asked,
    rows: page.map((row) => ({
      id: row.id,
      number: row.dossier.number,
      title: row.dossier.title,
      carrier: row.dossier.carrier.name,
      ministry: held.length > 1 ? row.ministry.name : null,
      themeCode: row.dossier.themeCode,
      isDraft: row.dossier.status === "draft",
      askedAt: row.requestedAt,
      status: visaStatusAt(visaStateOf(row), now),
      tacitAt: row.tacitAt,
    })),
    previous: first && (backwards ? further : cursor) ? placeOf(first, "before") : null,
    next: last && (backwards || further) ? placeOf(last, "after") : null,
  };
}

/** How many visas wait for the agent, over all their ministries. */
export async function countAwaitedVisas(actor: Actor): Promise<number> {
  return asMinistry(actor, async (tx) => {
    const awaited = shownAs("awaited", await portalNow(tx));
    return tx.visa.count({ where: { AND: [visibleVisas(actor), awaited] } });
  });
}

const ROW = {
  ministry: { select: { name: true } },
  dossier: {
    select: {
      number: true,
      title: true,
      themeCode: true,
      status: true,
      carrier: { select: { name: true } },
    },
  },
} satisfies Prisma.VisaInclude;

/** The visas shown with a state: a delay that has just ended is silence, whether the portal wrote it down or not. */
function shownAs(status: VisaStatus | null, now: Date): Prisma.VisaWhereInput {
  if (status === null) return {};
  if (status === "recorded") {
    return { OR: [{ status }, { status: "awaited", tacitAt: { lt: now } }] };
  }
  if (status !== "awaited") return { status };
  return {
    status,
    OR: [{ tacitAt: null }, { tacitAt: { gte: now } }],
    // Nobody waits for an answer on a withdrawn dossier.
    dossier: { status: { not: "withdrawn" } },
  };
}

/** The rows on one side of a place, in the order of the list. */
function beyond({ direction, tacitAt, id }: VisaCursor): Prisma.VisaWhereInput {
  const forward = direction === "after";
  const side = forward ? { gt: id } : { lt: id };
  if (tacitAt === null) {
    const without = { tacitAt: null, id: side };
    return forward ? { OR: [without, { tacitAt: { not: null } }] } : without;
  }
  const same = { tacitAt, id: side };
  return forward
    ? { OR: [{ tacitAt: { gt: tacitAt } }, same] }
    : { OR: [{ tacitAt: null }, { tacitAt: { lt: tacitAt } }, same] };
}

function placeOf(
  row: { tacitAt: Date | null; id: string },
  direction: VisaCursor["direction"],
): VisaCursor {
  return { direction, tacitAt: row.tacitAt, id: row.id };
}
