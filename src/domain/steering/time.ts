import { type Day, daysBetween } from "@/domain/calendar";
import { hundredths } from "@/domain/execution/drift";
import { type Period, periodsBetween } from "@/domain/execution/periods";

/** The years in which the credits may be used (action 6-2 l.58). */
export const CREDIT_YEARS: { first: Day; last: Day } = { first: "2021-01-01", last: "2022-12-31" };

/** The fund was set up in October 2020 (action 6-2 l.63): no dossier is older. */
const FIRST_DAY: Day = "2020-10-01";

/** The share of the credits' two years that is gone at the end of a day, in hundredths of a percent: 0 to 10 000. */
export function creditTimeElapsed(today: Day): number {
  const { first, last } = CREDIT_YEARS;
  const planned = daysBetween(first, last) + 1;
  const gone = Math.min(Math.max(daysBetween(first, today) + 1, 0), planned);
  return hundredths(gone, planned) ?? 0;
}

/** The quarters one may ask for, up to the present one, in their order. */
export function knownQuarters(today: Day): readonly Period[] {
  return periodsBetween(FIRST_DAY, today, "quarter");
}

/** The quarters of drift worth comparing: the last ones that are over, and the present one. */
export function latestQuarters(today: Day, count: number): readonly Period[] {
  return knownQuarters(today).slice(-count);
}
