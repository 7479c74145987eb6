import { parisDay } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import type { Period } from "@/domain/execution/periods";
import type { Actor } from "@/domain/rights/actor";
import { opensProjects, type SteeringScope, steeringScope } from "@/domain/rights/steering";
import { themesOf } from "@/domain/steering/envelopes";
import { creditTimeElapsed, knownQuarters, latestQuarters } from "@/domain/steering/time";
import { isFundOwner } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { Prisma } from "@/server/database/generated/client";
import { DRIFT_QUARTERS } from "@/server/jobs/keep-drifts";
import { type QuarterDrifts, readKeptDrifts, readQuarterDrifts } from "@/server/project-drift";
import { NO_FILTERS, type SteeringFilters } from "../filters";
import { readSpread, type Spread } from "./companies";
import { type GroupedFigures, readFigures } from "./figures";
import { readMinistries } from "./ministries";
import { inSight } from "./selection";

/** All that the page of the committee, its exports and its note say. */
export interface Steering {
  scope: SteeringScope;
  /** The quarter and the BOP that are looked at; nothing else narrows the whole. */
  filters: SteeringFilters;
  now: Date;
  /** Quarters one may ask for. */
  quarters: readonly Period[];
  /** Share of the two years of credits that is gone, in hundredths of a percent. */
  creditTime: number;
  figures: GroupedFigures;
  ministries: readonly { id: string; name: string }[];
  /** Null for who reads sums alone. */
  spread: Spread | null;
  /**
   * At the end of the latest quarters, of all filings together: as last kept, or read for whom something is left out.
   * Empty for who reads sums alone.
   */
  drifts: readonly QuarterDrifts[];
}

/** What an actor reads of the funds, in the same number of statements whatever they hold. Throws `not-found` for others. */
export async function readSteering(actor: Actor, asked: SteeringFilters): Promise<Steering> {
  const scope = steeringScope(actor);
  if (scope === null) throw notFound();
  const bop = scope.kind === "bop" ? scope.bop : isFundOwner(asked.bop) ? asked.bop : null;
  const filters: SteeringFilters = { ...NO_FILTERS, quarter: asked.quarter, bop };
  const now = await portalNow();
  const today = parisDay(now);
  const whole = opensProjects(scope);
  const { where: sight, partial } = await inSight(actor, scope);
  const themes = themesOf(bop);
  const latest = latestQuarters(today, DRIFT_QUARTERS);
  const [figures, ministries, spread, drifts] = await Promise.all([
    readFigures(sight, filters),
    readMinistries(),
    whole ? readSpread(sight, filters) : null,
    whole
      ? partial
        ? readQuarterDrifts(
            Prisma.sql`${sight} AND d.theme_code = ANY (${[...themes]}::text[])`,
            latest,
          )
        : readKeptDrifts(themes, latest)
      : [],
  ]);
  return {
    scope,
    filters,
    now,
    quarters: knownQuarters(today),
    creditTime: creditTimeElapsed(today),
    figures,
    ministries,
    spread,
    drifts,
  };
}
