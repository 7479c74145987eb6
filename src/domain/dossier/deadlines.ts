import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  formatDay,
  formatMonth,
  formatTime,
  formatWeekday,
  parisDay,
  parisMonth,
} from "@/domain/calendar";
import { filingDay, juryMonth, missesOwnMonth } from "@/domain/funding/rounds";

const MINUTE_MS = 60_000;
/** From here the time left is told in minutes; it is spoken at 60, 15 and 5. */
const LAST_MINUTES = 60;
export const SPOKEN_MINUTES: readonly number[] = [LAST_MINUTES, 15, 5];

/** Whole minutes before an instant, the one that runs included; 0 once it is past. */
export function minutesLeft(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / MINUTE_MS));
}

/**
 * `dans 11 jours`, `aujourd’hui`, `dans 42 minutes`; null once it is past. Days, then minutes, never seconds; always
 * shown beside its date.
 */
export function timeLeft(closesAt: Date, now: Date): string | null {
  const minutes = minutesLeft(closesAt, now);
  if (minutes === 0) return null;
  if (minutes <= LAST_MINUTES) return `dans ${minutes} minute${minutes > 1 ? "s" : ""}`;
  const days = daysBetween(parisDay(now), parisDay(closesAt));
  return days === 0 ? "aujourd’hui" : `dans ${days} jour${days > 1 ? "s" : ""}`;
}

/** `dimanche 31 janvier 2021 à 23 h 59 (heure de Paris)`. */
export function formatClosing(closesAt: Date): string {
  return `${formatWeekday(parisDay(closesAt))} à ${formatTime(closesAt)} (heure de Paris)`;
}

/** The jury a filing of this instant goes to, for a call judged month by month (Livret l.693, l.734). */
export function roundSentence(now: Date): string {
  const jury = `jury de ${formatMonth(juryMonth(now))}`;
  const last = formatDay(filingDay(parisMonth(now)));
  return missesOwnMonth(now)
    ? `Vous déposez après le ${last}\u00A0: votre dossier passera au ${jury}.`
    : `Déposé jusqu’au ${last} inclus, votre dossier passera au ${jury}\u00A0; ensuite, à celui du mois suivant.`;
}

/** The jury a filing went to, told on its receipt; `month` is that of its round (Livret l.693, l.734). */
export function filedRoundSentence(filedAt: Date, month: string): string {
  const jury = `votre dossier passe au jury de ${formatMonth(month)}`;
  return missesOwnMonth(filedAt)
    ? `Déposé après le ${formatDay(filingDay(parisMonth(filedAt)))}, ${jury}.`
    : `Déposé jusqu’au ${formatDay(filingDay(parisMonth(filedAt)))} inclus, ${jury}.`;
}

// ---------------------------------------------------------------- reminders before a closing

export type Reminder = "reminder-7" | "reminder-1";

/** A reminder that may leave from a number of days before an end on. */
export interface DueReminder<Kind extends string> {
  reminder: Kind;
  days: number;
}

const REMINDERS: readonly DueReminder<Reminder>[] = [
  { reminder: "reminder-1", days: 1 },
  { reminder: "reminder-7", days: 7 },
];

/** The farthest day before a closing on which a reminder may leave. */
export const FIRST_REMINDER_DAYS = 7;

/**
 * The reminder a member of a draft is owed now: from the seventh day before the closing, then from its eve; one at most,
 * so that a night without the job delays a reminder or drops the first for the last, and never sends both. Whoever
 * joined since the reminder's day knows the date. A call judged month by month without closing has none: nothing is
 * late there, the next jury takes it.
 */
export function dueReminder(dates: {
  closesAt: Date | null;
  joinedAt: Date;
  now: Date;
}): Reminder | null {
  const { closesAt } = dates;
  return closesAt && latestReminder(REMINDERS, { ...dates, closesAt });
}

/**
 * The reminder owed before an end, among those given nearest first: the last that is due, unless the person joined or
 * was told since its day; null past the end.
 */
export function latestReminder<Kind extends string>(
  reminders: readonly DueReminder<Kind>[],
  { closesAt, joinedAt, now }: { closesAt: Date; joinedAt: Date; now: Date },
): Kind | null {
  if (now > closesAt) return null;
  const closing = parisDay(closesAt);
  const due = reminders.find(({ days }) => daysBetween(parisDay(now), closing) <= days);
  if (!due) return null;
  return parisDay(joinedAt) < addDays(closing, -due.days) ? due.reminder : null;
}

// ---------------------------------------------------------------- expiry of drafts

const UNUSED_MONTHS = 12;
const NOTICE_MONTHS = 1;

/** What is known of a draft's life: its last writing by its team, and the notices given since. */
export interface DraftLife {
  touchedAt: Date;
  firstNoticeAt: Date | null;
  secondNoticeAt: Date | null;
}

/**
 * What a draft is owed on this day. Twelve months without writing: a first notice; a month after it, a second; a month
 * after that one, it expires. Each delay runs from the notice really given: a late one never shortens the next.
 * `forget`: the team wrote again since a notice, which no longer counts. Months go from date to date; a month without
 * the date gives its last day.
 */
export function expiryStep(
  { touchedAt, firstNoticeAt, secondNoticeAt }: DraftLife,
  now: Date,
): "first-notice" | "second-notice" | "expire" | "forget" | null {
  const today = parisDay(now);
  if (firstNoticeAt && touchedAt > firstNoticeAt) return "forget";
  if (firstNoticeAt && secondNoticeAt)
    return today >= afterNotice(secondNoticeAt) ? "expire" : null;
  if (firstNoticeAt) return today >= afterNotice(firstNoticeAt) ? "second-notice" : null;
  return today >= addMonths(parisDay(touchedAt), UNUSED_MONTHS) ? "first-notice" : null;
}

/** The day that follows a notice given at an instant: the second notice, then the expiry. */
export function afterNotice(noticeAt: Date): Day {
  return addMonths(parisDay(noticeAt), NOTICE_MONTHS);
}

/** The first day a draft already warned may expire; null without a notice. */
export function earliestExpiry({
  firstNoticeAt,
  secondNoticeAt,
}: Omit<DraftLife, "touchedAt">): Day | null {
  if (secondNoticeAt) return afterNotice(secondNoticeAt);
  return firstNoticeAt && addMonths(afterNotice(firstNoticeAt), NOTICE_MONTHS);
}

/** The latest day of creation of the drafts that may be owed something today. */
export function unusedSince(now: Date): Day {
  return addDays(addMonths(parisDay(now), -UNUSED_MONTHS), 1);
}
