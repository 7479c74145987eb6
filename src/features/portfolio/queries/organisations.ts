import { z } from "zod";
import { notFound } from "@/domain/errors";
import { type Actor, ministriesHeld, type OrganisationKind } from "@/domain/rights/actor";
import { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";

/** An organisation of the ministries an agent serves. */
export interface ServedOrganisation {
  id: string;
  name: string;
  kind: OrganisationKind;
  siret: string;
  ministry: string;
  /** Accounts open on the portal. */
  people: number;
  /** Filed. */
  dossiers: number;
  projects: number;
}

export interface OrganisationPage {
  rows: readonly ServedOrganisation[];
  /** Ids to go on from; null at the ends. */
  previous: string | null;
  next: string | null;
}

export const ORGANISATIONS_PAGE = 50;

/** Where a page begins or ends: the organisation read before or after it. */
export interface OrganisationCursor {
  direction: "after" | "before";
  id: string;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The place an address asks for; the first page for any other. */
export function organisationCursor(params: Params): OrganisationCursor | null {
  for (const [name, direction] of [
    ["apres", "after"],
    ["avant", "before"],
  ] as const) {
    const id = z.uuid().safeParse([params[name]].flat()[0]);
    if (id.success) return { direction, id: id.data };
  }
  return null;
}

/**
 * The ministries the agent serves, their services and the operators they supervise, by name: one page, in one statement.
 * Throws `not-found` for an agent of no DNUM.
 */
export async function readServedOrganisations(
  actor: Actor,
  cursor: OrganisationCursor | null,
): Promise<OrganisationPage> {
  const ministries = [...ministriesHeld(actor)];
  if (ministries.length === 0) throw notFound();
  const backwards = cursor?.direction === "before";
  const beyond = cursor
    ? Prisma.sql`AND (o.name, o.id) ${Prisma.raw(backwards ? "<" : ">")} (
        SELECT name, id FROM organisation WHERE id = ${cursor.id}::uuid)`
    : Prisma.empty;
  const way = Prisma.raw(backwards ? "DESC" : "ASC");
  const found = await asMinistry(
    actor,
    (tx) =>
      tx.$queryRaw<ServedOrganisation[]>`
      SELECT o.id, o.name, o.kind, o.siret, m.name AS ministry,
        (SELECT count(*) FROM agent WHERE agent.organisation_id = o.id AND agent.closed_at IS NULL)::int AS people,
        carried.dossiers, carried.projects
      FROM (
        SELECT o.* FROM organisation o
        WHERE (o.id = ANY (${ministries}::uuid[]) OR o.ministry_id = ANY (${ministries}::uuid[])) ${beyond}
        ORDER BY o.name ${way}, o.id ${way} LIMIT ${ORGANISATIONS_PAGE + 1}) AS o
      JOIN organisation m ON m.id = coalesce(o.ministry_id, o.id)
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS dossiers, (count(*) FILTER (WHERE d.status = 'in-execution'))::int AS projects
        FROM dossier d WHERE d.carrier_id = o.id AND d.filed_at IS NOT NULL
          AND d.ministry_id = ANY (${ministries}::uuid[])) AS carried
      ORDER BY o.name ${way}, o.id ${way}`,
  );
  const rows = found.slice(0, ORGANISATIONS_PAGE);
  const further = found.length > ORGANISATIONS_PAGE;
  if (backwards) rows.reverse();
  return {
    rows,
    previous: (backwards ? further : cursor) ? (rows[0]?.id ?? null) : null,
    next: backwards || further ? (rows.at(-1)?.id ?? null) : null,
  };
}
