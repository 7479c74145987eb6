import { type Day, lastDayOfMonth, nextMonth, parisDay, parisMonth } from "@/domain/calendar";

/** « avant le 15 »: the last day that counts for the month's jury (Livret l.693, l.734). */
const LAST_FILING_DAY = 14;
export const ROUNDS_SOURCE = "Livret l.693, l.734";

/** Whether a filing at this instant comes too late for its own month's jury: from the 15th at 00:00, in Paris. */
export function missesOwnMonth(at: Date): boolean {
  return Number(parisDay(at).slice(8)) > LAST_FILING_DAY;
}

/** The month, as `2021-01`, of the jury a filing falls into: its own until the 14th, else the next. Never refused. */
export function juryMonth(at: Date): string {
  const month = parisMonth(at);
  return missesOwnMonth(at) ? nextMonth(month) : month;
}

/** The last day to file for the jury of a month given as `2021-01`. */
export function filingDay(month: string): Day {
  return `${month}-${LAST_FILING_DAY}` as Day;
}

/** The day the jury of a month is expected. The texts say « à la fin du mois »: the last day, until its owner sets one. */
export function expectedJuryDay(month: string): Day {
  return lastDayOfMonth(month);
}
