import { notFound } from "@/domain/errors";
import type { Actor, OrganisationKind } from "@/domain/rights/actor";
import { ORGANISATION_KIND_WORDS } from "@/domain/rights/labels";
import { database } from "@/server/database/client";
import { readTeam, type Team } from "./team";

export interface OrganisationFound {
  id: string;
  name: string;
  kind: string;
  isAssociated: boolean;
}

const MOST_FOUND = 12;
/** Shortest search that says something. */
const SHORTEST = 3;

/**
 * Organisations whose name or SIRET answers a search, to be associated by the lead of a dossier being written; null before a search.
 * Throws `not-found` for anybody else.
 */
export async function searchCoCarriers(
  actor: Actor,
  number: string,
  search: string,
): Promise<{ team: Team; found: readonly OrganisationFound[] | null; isCut: boolean }> {
  const team = await readTeam(actor, number);
  if (team.own !== "lead" || !team.isWritten) throw notFound();
  const wanted = search.trim();
  if (wanted.length < SHORTEST) return { team, found: null, isCut: false };
  const digits = wanted.replace(/\s/g, "");
  const rows = await database().organisation.findMany({
    where: {
      kind: { not: "ministry" },
      dossiers: { none: { number } },
      OR: [{ name: { contains: wanted, mode: "insensitive" } }, { siret: digits }],
    },
    orderBy: { name: "asc" },
    take: MOST_FOUND + 1,
    select: { id: true, name: true, kind: true },
  });
  return {
    team,
    isCut: rows.length > MOST_FOUND,
    found: rows.slice(0, MOST_FOUND).map(({ id, name, kind }) => ({
      id,
      name,
      kind: ORGANISATION_KIND_WORDS[kind as OrganisationKind],
      isAssociated: team.coCarriers.some((one) => one.id === id),
    })),
  };
}
