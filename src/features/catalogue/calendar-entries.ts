import { type Day, nextMonth, parisDay, parisMonth } from "@/domain/calendar";
import { expectedJuryDay, filingDay } from "@/domain/funding/rounds";
import type { ThemeCode } from "@/domain/themes/types";
import type { PublicCall, PublicCalls } from "@/features/catalogue/public-calls";

/** Months of monthly juries shown ahead of today. */
const MONTHS_AHEAD = 6;

export type CalendarEntryKind = "opening" | "filing" | "jury" | "closing";

/** Something that happens on a Paris day, for one call. */
export interface CalendarEntry {
  day: Day;
  kind: CalendarEntryKind;
  theme: ThemeCode;
  call: PublicCall;
  /** The jury's month of `filing` and `jury`, as `2021-01`. */
  month?: string;
  /** True when the texts give « la fin du mois » and nobody has set the day yet. */
  expected?: boolean;
}

const ORDER: readonly CalendarEntryKind[] = ["opening", "filing", "jury", "closing"];

/** Every dated fact of the calls, first days first. Monthly juries go as far as six months from now. */
export function calendarEntries({ now, calls }: PublicCalls): CalendarEntry[] {
  const lastMonth = monthsAfter(parisMonth(now), MONTHS_AHEAD);
  return calls
    .flatMap((call) => entriesOf(call, lastMonth))
    .sort((a, b) => a.day.localeCompare(b.day) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function monthsAfter(month: string, count: number): string {
  return count === 0 ? month : monthsAfter(nextMonth(month), count - 1);
}

function entriesOf(call: PublicCall, lastMonth: string): CalendarEntry[] {
  const { theme, opensAt, closesAt } = call;
  const entries: CalendarEntry[] = [];
  if (opensAt) entries.push({ day: parisDay(opensAt), kind: "opening", theme, call });
  if (closesAt) entries.push({ day: parisDay(closesAt), kind: "closing", theme, call });
  if (!call.monthlyRounds || !opensAt) return entries;
  const end = closesAt ? parisMonth(closesAt) : lastMonth;
  for (
    let month = parisMonth(opensAt);
    month <= end && month <= lastMonth;
    month = nextMonth(month)
  ) {
    const set = call.juryDays[month];
    entries.push(
      { day: filingDay(month), kind: "filing", theme, call, month },
      { day: set ?? expectedJuryDay(month), kind: "jury", theme, call, month, expected: !set },
    );
  }
  return entries;
}

/** Entries of one day told together. */
export interface CalendarDay {
  day: Day;
  entries: readonly CalendarEntry[];
}

/** Entries gathered by day, in their order. */
export function byDay(entries: readonly CalendarEntry[]): CalendarDay[] {
  const days = new Map<Day, CalendarEntry[]>();
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return [...days].map(([day, found]) => ({ day, entries: found }));
}

/** The next days on which something happens, today included. */
export function nextDays(all: PublicCalls, count: number): CalendarDay[] {
  const today = parisDay(all.now);
  return byDay(calendarEntries(all).filter(({ day }) => day >= today)).slice(0, count);
}

/** The calls still to be dated (« T2 2021 »), and the open ones that no text closes. */
export function undatedCalls({ now, calls }: PublicCalls) {
  return {
    announced: calls.filter((call) => call.opensAt === null && call.closesAt === null),
    endless: calls.filter((call) => call.opensAt && call.opensAt <= now && call.closesAt === null),
  };
}
