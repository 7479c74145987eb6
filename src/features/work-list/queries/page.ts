import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { type VisaState, type VisaStatus, visaStatusAt } from "@/domain/dossier/visa";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { visibleDossiers } from "@/server/visibility";
import { FOLLOWED } from "../columns";
import type { Cursor, ListFilters, Order } from "../filters";
import { type ListedProject, listedProjects } from "./listed-projects";
import { placesOf } from "./places";
import { selectionOf } from "./selection";

/** A dossier as the list and its exports show it. */
export interface ListedDossier {
  id: string;
  number: string;
  title: string;
  carrier: string;
  /** Null for a carrier of no ministry. */
  ministry: string | null;
  themeCode: string;
  status: (typeof STATUS_LABELS)[DossierStatus];
  total: Cents;
  grant: Cents;
  filedAt: Date;
  /** The nearest thing awaited on it; null when no date presses. */
  due: Date | null;
  /** `Prénom Nom` of who instructs it. */
  assignee: string | null;
  /** What the DNUM said; null where the theme asks nothing of it. */
  visa: VisaStatus | null;
  /** Expert opinions given, of those asked and not taken back. */
  opinions: { given: number; asked: number };
  labels: readonly string[];
  /** Its project after the award; null before, and where no column asks for it. */
  project: ListedProject | null;
}

export interface ListPage {
  rows: ListedDossier[];
  /** Dossiers of the whole list where words, labels or dates narrow it, up to one more than `MOST_COUNTED`; else null. */
  counted: number | null;
  previous: Cursor | null;
  next: Cursor | null;
}

/**
 * A page of the dossiers of the actor's themes by keyset: which ones, then what is shown of them.
 */
export async function readPage(
  actor: Actor,
  filters: ListFilters,
  { now, size }: { now: Date; size: number },
): Promise<ListPage> {
  const { cursor } = filters;
  const backwards = cursor?.side === "before";
  const { places: found, count } = await placesOf(selectionOf(actor, filters, now), {
    ...filters,
    limit: size + 1,
  });
  const more = found.length > size;
  const kept = found.slice(0, size);
  if (backwards) kept.reverse();
  const rows = await database().dossier.findMany({
    where: {
      AND: [{ id: { in: kept.map(({ id }) => id) } }, visibleDossiers(actor, "instruction")],
    },
    select: ROW,
  });
  const asked = filters.columns.some((key) => FOLLOWED.includes(key));
  const projects = asked ? await listedProjects(rows.map(({ id }) => id)) : NONE;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const listed = kept.flatMap(({ id, due }) => {
    const row = byId.get(id);
    return row ? [{ row, dossier: listedDossier(row, due, { now, projects }) }] : [];
  });
  const end = (side: Cursor["side"], at: (typeof listed)[number] | undefined) =>
    at ? { side, place: placeOf(filters.order, at.dossier), id: at.row.id } : null;
  const before = backwards ? more : cursor !== null;
  const after = backwards ? true : more;
  return {
    rows: listed.map(({ dossier }) => dossier),
    counted: count,
    previous: before ? end("before", listed[0]) : null,
    next: after ? end("after", listed.at(-1)) : null,
  };
}

const placeOf = (order: Order, { filedAt, grant }: ListedDossier) =>
  order === "montant" ? grant : filedAt.getTime();

const ROW = {
  id: true,
  number: true,
  title: true,
  themeCode: true,
  status: true,
  total: true,
  requestedGrant: true,
  filedAt: true,
  createdAt: true,
  carrier: { select: { name: true } },
  ministry: { select: { name: true } },
  assignee: { select: { givenName: true, usualName: true } },
  visa: { select: { requirement: true, status: true, tacitAt: true } },
  opinions: {
    where: { status: { in: ["requested", "accepted", "given"] } },
    select: { status: true },
  },
  labels: { select: { name: true }, orderBy: { name: "asc" } },
} satisfies Prisma.DossierSelect;
type Row = Prisma.DossierGetPayload<{ select: typeof ROW }>;

const NONE: ReadonlyMap<string, ListedProject> = new Map();

function listedDossier(
  row: Row,
  due: Date | null,
  { now, projects }: { now: Date; projects: ReadonlyMap<string, ListedProject> },
): ListedDossier {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    carrier: row.carrier.name,
    ministry: row.ministry?.name ?? null,
    themeCode: row.themeCode,
    status: STATUS_LABELS[row.status as DossierStatus],
    total: centsFromBigInt(row.total ?? 0n),
    grant: centsFromBigInt(row.requestedGrant ?? 0n),
    filedAt: row.filedAt ?? row.createdAt,
    due,
    assignee: row.assignee && fullName(row.assignee),
    visa: row.visa && visaStatusAt(row.visa as VisaState, now),
    opinions: {
      given: row.opinions.filter(({ status }) => status === "given").length,
      asked: row.opinions.length,
    },
    labels: row.labels.map(({ name }) => name),
    project: projects.get(row.id) ?? null,
  };
}
