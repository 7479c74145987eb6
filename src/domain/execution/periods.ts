import { addDays, type Day, formatMonth, lastDayOfMonth, nextMonth } from "@/domain/calendar";

/** A period of reports: a month, `2021-03`, or a quarter of the calendar, `2021-T1`. */
export type Period = string;
export type PeriodLength = "month" | "quarter";

/** Days left to report once the period is over: no text says, ten days are retained for all. */
export const REPORT_DAYS = 10;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-T([1-4])$/;

/** Whether a text names a period, so that an address of nowhere is told from a report. */
export function isPeriod(text: string): boolean {
  return MONTH.test(text) || QUARTER.test(text);
}

/** The months of a period, in order. Throws a RangeError when the text names none. */
export function monthsOf(period: Period): string[] {
  if (MONTH.test(period)) return [period];
  const quarter = QUARTER.exec(period);
  if (!quarter) throw new RangeError(`Not a period: ${period}`);
  const first = (Number(quarter[2]) - 1) * 3 + 1;
  return [0, 1, 2].map((step) => `${quarter[1]}-${String(first + step).padStart(2, "0")}`);
}

/** First and last day of a period, both included. */
export function daysOf(period: Period): { first: Day; last: Day } {
  const months = monthsOf(period);
  return {
    first: `${months[0]}-01` as Day,
    last: lastDayOfMonth(months.at(-1) ?? ""),
  };
}

/** The period of this length that holds a day. */
export function periodOf(day: Day, length: PeriodLength): Period {
  if (length === "month") return day.slice(0, 7);
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The period after, of the same length. */
export function nextPeriod(period: Period): Period {
  const length: PeriodLength = period.includes("T") ? "quarter" : "month";
  const month = nextMonth(monthsOf(period).at(-1) ?? "");
  return periodOf(`${month}-01` as Day, length);
}

/** The periods that hold a day of an interval, both days included, in order; none when the interval is empty. */
export function periodsBetween(first: Day, last: Day, length: PeriodLength): Period[] {
  const periods: Period[] = [];
  if (last < first) return periods;
  const end = periodOf(last, length);
  for (let period = periodOf(first, length); period <= end; period = nextPeriod(period)) {
    periods.push(period);
  }
  return periods;
}

/** The last day to hand in the report of a period. */
export function reportDueOn(period: Period): Day {
  return addDays(daysOf(period).last, REPORT_DAYS);
}

/** `mars 2021`, `1er trimestre 2021`. */
export function formatPeriod(period: Period): string {
  const quarter = QUARTER.exec(period);
  if (!quarter) return formatMonth(period);
  const rank = quarter[2] === "1" ? "1er" : `${quarter[2]}e`;
  return `${rank} trimestre\u00A0${quarter[1]}`;
}

/** The same after « compte rendu »: `de mars 2021`, `d’avril 2021`, `du 1er trimestre 2021`. */
export function ofPeriod(period: Period): string {
  const name = formatPeriod(period);
  if (QUARTER.test(period)) return `du ${name}`;
  return /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
}
