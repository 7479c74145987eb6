import { parisDay } from "@/domain/calendar";
import { type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { opensProjects, type SteeringScope, steeringScope } from "@/domain/rights/steering";
import type { Figures, Measure } from "@/domain/steering/figures";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import type { Place, ProjectsQuery } from "../filters";
import { readWhole } from "./figures";
import { readMinistries } from "./ministries";
import { inSight, selection } from "./selection";

/** A project behind a figure. Its carrier is an organisation: no agent is named. */
export interface SteeredProject {
  id: string;
  number: string;
  title: string;
  carrier: string;
  ministry: string | null;
  theme: ThemeCode;
  state: (typeof STATUS_LABELS)[DossierStatus];
  filedAt: Date;
  /** Null until an award is told to the carrier. */
  granted: Cents | null;
  amounts: Readonly<Record<Exclude<Measure, "granted">, Cents>>;
}

export interface SteeredPage {
  rows: readonly SteeredProject[];
  previous: Place | null;
  next: Place | null;
}

export interface SteeredProjects extends SteeredPage {
  /** Of the whole selection, not of the page: what the figure says. */
  whole: Figures;
  ministries: readonly { id: string; name: string }[];
}

export const PROJECTS_PAGE = 25;

/** Throws `not-found` for whoever may not open the projects behind the figures. */
export function projectsScope(actor: Actor): SteeringScope {
  const scope = steeringScope(actor);
  if (scope === null || !opensProjects(scope)) throw notFound();
  return scope;
}

interface Row {
  id: string;
  number: string;
  title: string;
  carrier: string;
  ministry: string | null;
  theme: ThemeCode;
  shown: DossierStatus;
  filedAt: Date;
  requested: bigint;
  granted: bigint | null;
  allocated: bigint;
  committed: bigint;
  paid: bigint;
  returned: bigint;
}

const projectOf = (row: Row): SteeredProject => ({
  id: row.id,
  number: row.number,
  title: row.title,
  carrier: row.carrier,
  ministry: row.ministry,
  theme: row.theme,
  state: STATUS_LABELS[row.shown],
  filedAt: row.filedAt,
  granted: row.granted === null ? null : centsFromBigInt(row.granted),
  amounts: {
    requested: centsFromBigInt(row.requested),
    allocated: centsFromBigInt(row.allocated),
    committed: centsFromBigInt(row.committed),
    paid: centsFromBigInt(row.paid),
    returned: centsFromBigInt(row.returned),
  },
});

/** One page of the projects behind a figure, the last filed first. */
export async function readSteeredPage(
  actor: Actor,
  query: ProjectsQuery,
  size: number = PROJECTS_PAGE,
): Promise<SteeredPage> {
  const { where: sight } = await inSight(actor, projectsScope(actor));
  return readPage(sight, query, size);
}

async function readPage(
  sight: Prisma.Sql,
  query: ProjectsQuery,
  size: number = PROJECTS_PAGE,
): Promise<SteeredPage> {
  const today = parisDay(await portalNow());
  const { place } = query;
  const backwards = place?.direction === "before";
  const beyond = place
    ? backwards
      ? Prisma.sql`AND (filed_at, project.id) > (${place.filedAt}, ${place.id}::uuid)`
      : Prisma.sql`AND (filed_at, project.id) < (${place.filedAt}, ${place.id}::uuid)`
    : Prisma.empty;
  const order = backwards
    ? Prisma.sql`filed_at, project.id`
    : Prisma.sql`filed_at DESC, project.id DESC`;
  const found = await database().$queryRaw<Row[]>`
    SELECT page.*, carrier.name AS carrier, home.name AS ministry FROM (
      SELECT id, number, title, theme, shown, filed_at AS "filedAt", requested, granted, allocated, committed, paid,
        returned, carrier_id, ministry AS ministry_id
      FROM ${selection(sight, { filters: query, today })} ${beyond}
      ORDER BY ${order} LIMIT ${size + 1}) AS page
    JOIN organisation carrier ON carrier.id = page.carrier_id
    LEFT JOIN organisation home ON home.id = page.ministry_id
    ORDER BY ${backwards ? Prisma.sql`"filedAt", page.id` : Prisma.sql`"filedAt" DESC, page.id DESC`}`;
  const rows = found.slice(0, size);
  const further = found.length > size;
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = ({ filedAt, id }: Row, direction: Place["direction"]): Place => ({
    direction,
    filedAt,
    id,
  });
  return {
    rows: rows.map(projectOf),
    previous: first && (backwards ? further : place) ? at(first, "before") : null,
    next: last && (backwards || further) ? at(last, "after") : null,
  };
}

/** The list behind a figure, with what it adds up to. */
export async function readSteeredProjects(
  actor: Actor,
  query: ProjectsQuery,
): Promise<SteeredProjects> {
  const { where: sight } = await inSight(actor, projectsScope(actor));
  const [page, whole, ministries] = await Promise.all([
    readPage(sight, query),
    readWhole(sight, query),
    readMinistries(),
  ]);
  return { ...page, whole, ministries };
}
