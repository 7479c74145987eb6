import { type Day, parisDay } from "@/domain/calendar";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { notFound } from "@/domain/errors";
import {
  type Drift,
  driftOf,
  type FollowedProject,
  type GroupDrift,
  groupDrift,
  type Trend,
  trendOf,
} from "@/domain/execution/drift";
import { type Cents, centsFromBigInt, ZERO } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { steersTheme } from "@/domain/rights/steering";
import type { Figures } from "@/domain/steering/figures";
import { latestQuarters } from "@/domain/steering/time";
import { themeBySlug } from "@/domain/themes/index";
import type { Theme } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { readDriftTrend } from "@/server/project-drift";
import { visibleDossiersSql } from "@/server/visibility-sql";
import { NO_FILTERS } from "../filters";
import { readWhole } from "./figures";
import { type Held, readHeld } from "./own-themes";

const MOST_DRIFTING = 10;
const MOST_LATE = 10;
const TREND_QUARTERS = 4;

/** A project of the ranking of drift. */
export interface DriftingProject {
  number: string;
  title: string;
  carrier: string;
  planned: Cents;
  estimated: Cents;
  drift: Drift;
}

/** Something late of a project. */
export interface LateDuty {
  number: string;
  title: string;
  kind: string;
  period: string;
  dueOn: Day;
}

/** A theme as its owner leads it. */
export interface ThemeDashboard {
  theme: Theme;
  now: Date;
  envelope: Held;
  figures: Figures;
  states: readonly { status: DossierStatus; dossiers: number; requested: Cents }[];
  drifting: readonly DriftingProject[];
  /** Of the projects of the ranking. */
  driftingTogether: GroupDrift;
  trend: readonly { period: string; drift: GroupDrift }[];
  /** From the quarter before to the present one. */
  trends: { budget: Trend | null; calendar: Trend | null };
  late: readonly LateDuty[];
  lateCount: number;
}

interface DriftRow {
  number: string;
  title: string;
  carrier: string;
  planned: bigint;
  startsOn: Day;
  endsOn: Day;
  estimated: bigint;
  estimatedEndsOn: Day;
}

/** The dashboard of a theme, in the same number of statements whatever it holds. Throws `not-found` out of its people. */
export async function readThemeDashboard(actor: Actor, slug: string): Promise<ThemeDashboard> {
  const theme = themeBySlug(slug);
  if (!theme || !steersTheme(actor, theme.code)) throw notFound();
  const now = await portalNow();
  const today = parisDay(now);
  const sight = Prisma.sql`${visibleDossiersSql(actor, "instruction")} AND d.theme_code = ${theme.code}`;
  const db = database();
  const [held, figures, states, drifting, trend, late] = await Promise.all([
    readHeld([theme.code]),
    readWhole(sight, NO_FILTERS),
    db.$queryRaw<{ status: DossierStatus; dossiers: number; requested: bigint }[]>`
      SELECT d.status, count(*)::int AS dossiers, coalesce(sum(d.requested_grant), 0)::bigint AS requested
      FROM dossier d WHERE ${sight} GROUP BY d.status`,
    db.$queryRaw<DriftRow[]>`
      SELECT d.number, d.title, o.name AS carrier, (b.content ->> 'total')::bigint AS planned,
        b.content ->> 'startsOn' AS "startsOn", b.content ->> 'endsOn' AS "endsOn",
        r.estimated_cost AS estimated, r.estimated_ends_on::text AS "estimatedEndsOn"
      FROM dossier d
      JOIN LATERAL (
        SELECT estimated_cost, estimated_ends_on, budget_drift, calendar_drift FROM progress_report
        WHERE dossier_id = d.id AND status <> 'draft' ORDER BY period_ends_on DESC LIMIT 1) r ON true
      JOIN baseline b ON b.dossier_id = d.id AND b.version = 1
      JOIN organisation o ON o.id = d.carrier_id
      WHERE d.status = 'in-execution' AND r.estimated_cost IS NOT NULL AND r.estimated_ends_on IS NOT NULL AND ${sight}
      ORDER BY greatest(r.budget_drift, r.calendar_drift) DESC NULLS LAST, d.number LIMIT ${MOST_DRIFTING}`,
    readDriftTrend(
      Prisma.sql`d.status = 'in-execution' AND ${sight}`,
      latestQuarters(today, TREND_QUARTERS),
    ),
    db.$queryRaw<(LateDuty & { count: number })[]>`
      SELECT d.number, d.title, duty.kind, duty.period, duty.due_on::text AS "dueOn", (count(*) OVER ())::int AS count
      FROM obligation duty JOIN dossier d ON d.id = duty.dossier_id
      WHERE duty.done_at IS NULL AND duty.dropped_at IS NULL AND duty.due_on < ${today}::date
        AND d.status = 'in-execution' AND ${sight}
      ORDER BY duty.due_on, d.number, duty.kind LIMIT ${MOST_LATE}`,
  ]);
  const followed = drifting.map(followedProject);
  const [before, present] = trend.slice(-2).map(({ drift }) => drift);
  return {
    theme,
    now,
    envelope: held.get(theme.code) ?? { total: ZERO, committed: ZERO },
    figures,
    states: states.map(({ requested, ...state }) => ({
      ...state,
      requested: centsFromBigInt(requested),
    })),
    drifting: drifting.map((row, index) => {
      const { plan, estimate } = followed[index] ?? followedProject(row);
      const { number, title, carrier } = row;
      return {
        number,
        title,
        carrier,
        planned: plan.total,
        estimated: estimate.total,
        drift: driftOf(plan, estimate),
      };
    }),
    driftingTogether: groupDrift(followed),
    trend,
    trends: {
      budget: trendOf(before?.budget ?? null, present?.budget ?? null),
      calendar: trendOf(before?.calendar ?? null, present?.calendar ?? null),
    },
    late: late.map(({ count: _count, ...duty }) => duty),
    lateCount: late[0]?.count ?? 0,
  };
}

const followedProject = (row: DriftRow): FollowedProject => ({
  plan: { total: centsFromBigInt(row.planned), startsOn: row.startsOn, endsOn: row.endsOn },
  estimate: { total: centsFromBigInt(row.estimated), endsOn: row.estimatedEndsOn },
});
