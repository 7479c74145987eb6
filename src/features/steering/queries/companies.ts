import { parisDay } from "@/domain/calendar";
import { type Cents, centsFromBigInt, ZERO } from "@/domain/money";
import {
  FRENCH_COMPANY_FIELD,
  FRENCH_COMPANY_THEMES,
  PROVIDER_THEMES,
} from "@/domain/steering/companies";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { conditionKey, sharedRead } from "@/server/shared-read";
import type { SteeringFilters } from "../filters";
import { selection } from "./selection";

/** What the plans of the projects awarded say of innovative companies with a French seat (ITN6). */
export interface ProviderShare {
  projects: number;
  spending: Cents;
  innovative: Cents;
}

/** Projects awarded of a theme whose form asks for a French company, and those that said yes. */
export interface FrenchCompanies {
  projects: number;
  yes: number;
}

/** Sites of the SNAP1 projects awarded, by kind of territory; an empty text for what is not said. */
export type SiteCounts = ReadonlyMap<string, number>;

export interface Spread {
  providers: ProviderShare;
  companies: ReadonlyMap<ThemeCode, FrenchCompanies>;
  sites: SiteCounts;
}

/**
 * What the answers of the projects awarded say of companies and sites, in three statements. Only projects awarded:
 * their answers no longer move, and nothing is told of the others. Shared by those who ask at once.
 */
export async function readSpread(sight: Prisma.Sql, filters: SteeringFilters): Promise<Spread> {
  const today = parisDay(await portalNow());
  const awarded = selection(sight, { filters: { ...filters, part: "granted" }, today });
  return sharedRead(`spread ${conditionKey(awarded)}`, () => spreadOf(awarded));
}

async function spreadOf(awarded: Prisma.Sql): Promise<Spread> {
  const db = database();
  const [providers, companies, sites] = await Promise.all([
    db.$queryRaw<{ projects: number; spending: bigint; innovative: bigint }[]>`
      SELECT count(DISTINCT own.id)::int AS projects, coalesce(sum(line.amount), 0)::bigint AS spending,
        coalesce(sum(line.amount) FILTER (WHERE line.nature = 'T3' AND line.innovative AND line.seat_in_france), 0)::bigint
          AS innovative
      FROM (SELECT id FROM ${awarded} AND theme = ANY (${[...PROVIDER_THEMES]}::text[])) AS own
      JOIN expense_line line ON line.dossier_id = own.id`,
    db.$queryRaw<{ theme: ThemeCode; projects: number; yes: number }[]>`
      SELECT own.theme, count(*)::int AS projects, (count(*) FILTER (WHERE answer.value #>> '{}' = 'oui'))::int AS yes
      FROM (SELECT id, theme FROM ${awarded} AND theme = ANY (${[...FRENCH_COMPANY_THEMES]}::text[])) AS own
      LEFT JOIN answer ON answer.dossier_id = own.id AND answer.field = ${FRENCH_COMPANY_FIELD}
      GROUP BY own.theme`,
    db.$queryRaw<{ territory: string; sites: number }[]>`
      SELECT coalesce(site ->> 'territory', '') AS territory, count(*)::int AS sites
      FROM (SELECT id FROM ${awarded} AND theme = 'SNAP1') AS own
      JOIN answer ON answer.dossier_id = own.id AND answer.field = 'sites',
        jsonb_array_elements(CASE WHEN jsonb_typeof(answer.value) = 'array' THEN answer.value ELSE '[]' END) AS site
      GROUP BY 1`,
  ]);
  const [share] = providers;
  return {
    providers: {
      projects: share?.projects ?? 0,
      spending: share ? centsFromBigInt(share.spending) : ZERO,
      innovative: share ? centsFromBigInt(share.innovative) : ZERO,
    },
    companies: new Map(companies.map(({ theme, ...counts }) => [theme, counts])),
    sites: new Map(sites.map(({ territory, sites: count }) => [territory, count])),
  };
}
