import { type Day, daysBetween } from "@/domain/calendar";
import { type Cents, cents } from "@/domain/money";

/**
 * Drift, as the panorama of the large projects of the State tells it (COSINUM): the current estimate against the first
 * plan, in hundredths of a percent, so that « 28,4 % » is the integer 2 840. Positive when it costs or lasts more.
 */

/** The plan of the award: version 1 of the baseline, whatever was accepted since. */
export interface FirstPlan {
  total: Cents;
  startsOn: Day;
  endsOn: Day;
}

/** What a report says today of the end of the project. */
export interface Estimate {
  total: Cents;
  endsOn: Day;
}

export interface Drift {
  /** Null when the first plan costs nothing. */
  budget: number | null;
  calendar: number;
}

/**
 * `difference ÷ whole` in hundredths of a percent, rounded to the nearest, halves away from zero, in exact integer
 * arithmetic. Null when the whole is zero. `whole` is positive.
 */
export function hundredths(difference: number, whole: number): number | null {
  if (whole <= 0) return null;
  const scaled = BigInt(difference) * 10_000n;
  const divisor = BigInt(whole);
  const half = scaled < 0n ? -divisor : divisor;
  return Number((scaled * 2n + half) / (divisor * 2n));
}

/** Days of a plan, first and last included: one at least. */
const daysOfPlan = ({ startsOn, endsOn }: Pick<FirstPlan, "startsOn" | "endsOn">) =>
  daysBetween(startsOn, endsOn) + 1;

/** The drift of one project. */
export function driftOf(plan: FirstPlan, estimate: Estimate): Drift {
  return {
    budget: hundredths(estimate.total - plan.total, plan.total),
    calendar: hundredths(daysBetween(plan.endsOn, estimate.endsOn), daysOfPlan(plan)) ?? 0,
  };
}

/** One project of a group: its first plan and its last estimate. */
export interface FollowedProject {
  plan: FirstPlan;
  estimate: Estimate;
}

/** The drift of a group, with the sums it comes from: they add up from level to level. */
export interface GroupDrift {
  projects: number;
  planned: Cents;
  estimated: Cents;
  plannedDays: number;
  /** Days beyond the first plans; negative when they end sooner. */
  laterDays: number;
  budget: number | null;
  calendar: number | null;
}

/** What a group sums, before its drift is told. Sums of groups are the group of their projects. */
export type GroupSums = Omit<GroupDrift, "budget" | "calendar">;

/**
 * The drift of sums: a euro counts as a euro and a day as a day, so that a ministry's drift follows from its projects'.
 * Reading: the panorama does not say how its average is weighted.
 */
export function driftOfSums(sums: GroupSums): GroupDrift {
  return {
    ...sums,
    budget: hundredths(sums.estimated - sums.planned, sums.planned),
    calendar: hundredths(sums.laterDays, sums.plannedDays),
  };
}

/** The sums of projects. */
export function sumsOf(projects: readonly FollowedProject[]): GroupSums {
  let [planned, estimated, plannedDays, laterDays] = [0, 0, 0, 0];
  for (const { plan, estimate } of projects) {
    planned += plan.total;
    estimated += estimate.total;
    plannedDays += daysOfPlan(plan);
    laterDays += daysBetween(plan.endsOn, estimate.endsOn);
  }
  return {
    projects: projects.length,
    planned: cents(planned),
    estimated: cents(estimated),
    plannedDays,
    laterDays,
  };
}

/** The drift of a group of projects. */
export const groupDrift = (projects: readonly FollowedProject[]): GroupDrift =>
  driftOfSums(sumsOf(projects));

export type Trend = "better" | "stable" | "worse";

/** Hundredths of a percent under which a drift is told stable: half a point. */
export const STABLE_WITHIN = 50;

/** How a drift moves from one period to the next; null when one of them has none. */
export function trendOf(before: number | null, now: number | null): Trend | null {
  if (before === null || now === null) return null;
  const change = Math.abs(now) - Math.abs(before);
  if (Math.abs(change) <= STABLE_WITHIN) return "stable";
  return change < 0 ? "better" : "worse";
}

/** `+28,4 %`, `−2 %`, `0 %` of hundredths of a percent: one decimal, as the panorama prints it. */
export function formatDrift(drift: number): string {
  const tenths = Math.round(Math.abs(drift) / 10);
  const text = (tenths / 10).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
  const sign = tenths === 0 ? "" : drift < 0 ? "\u2212" : "+";
  return `${sign}${text}\u00A0%`;
}

const TRENDS: Readonly<Record<Trend, string>> = {
  better: "en baisse",
  stable: "stable",
  worse: "en hausse",
};

/** `+12,5 %, en hausse`: a drift and how it moves. */
export function driftWords(drift: number | null, trend: Trend | null = null): string {
  if (drift === null) return "Sans objet";
  return trend === null ? formatDrift(drift) : `${formatDrift(drift)}, ${TRENDS[trend]}`;
}
