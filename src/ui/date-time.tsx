import {
  type Day,
  formatDate,
  formatDay,
  formatDeadline,
  formatInstant,
  formatShortDay,
  formatTime,
  formatWeekday,
  parisDay,
} from "@/domain/calendar";

/** A Paris day: `20 janvier 2021`, `short` in tables (`20/01/2021`), `weekday` for deadlines. */
export function DayTime({
  day,
  format = "long",
}: {
  day: Day;
  format?: "long" | "short" | "weekday";
}) {
  const write = { long: formatDay, short: formatShortDay, weekday: formatWeekday }[format];
  return <time dateTime={day}>{write(day)}</time>;
}

const INSTANT_FORMATS = {
  full: formatInstant,
  date: formatDate,
  short: (instant: Date) => formatShortDay(parisDay(instant)),
  time: formatTime,
} as const;

/** An instant in Paris: `20 janvier 2021 à 14 h 32 (heure de Paris)`, or its date, short date or time alone. */
export function InstantTime({
  instant,
  format = "full",
}: {
  instant: Date;
  format?: keyof typeof INSTANT_FORMATS;
}) {
  return <time dateTime={instant.toISOString()}>{INSTANT_FORMATS[format](instant)}</time>;
}

/** A deadline with weekday, Paris time and the days left. */
export function DeadlineTime({ closesAt, now }: { closesAt: Date; now: Date }) {
  return <time dateTime={closesAt.toISOString()}>{formatDeadline(closesAt, now)}</time>;
}
