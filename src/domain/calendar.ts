/**
 * Dates of the texts are Paris dates; instants are UTC. `Day` is a calendar day in Paris, without time.
 * Nothing here reads the clock: the portal's clock is `server/clock.ts`.
 */
export type Day = `${number}-${number}-${number}`;

const ZONE = "Europe/Paris";

const parisParts = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** Wall-clock fields in Paris, as two- or four-digit strings. */
function parts(instant: Date) {
  const found = new Map(parisParts.formatToParts(instant).map((p) => [p.type, p.value]));
  const field = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? "";
  return {
    year: field("year"),
    month: field("month"),
    day: field("day"),
    hour: field("hour"),
    minute: field("minute"),
    second: field("second"),
  };
}

/** The three numbers of a day. */
function numbers(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

/** The Paris day of an instant. */
export function parisDay(instant: Date): Day {
  const { year, month, day } = parts(instant);
  return `${year}-${month}-${day}` as Day;
}

/** Minutes Paris is ahead of UTC at an instant (60 in winter, 120 in summer). */
function parisOffsetMinutes(instant: Date): number {
  const p = parts(instant);
  const wall = Date.UTC(+p.year, +p.month - 1, +p.day, +p.hour, +p.minute, +p.second);
  return Math.round((wall - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
}

/**
 * The first instant of a Paris day, 00:00:00. Clocks change at 02:00 or 03:00 in Paris, so midnight always exists
 * and is never ambiguous.
 */
export function startOfDay(day: Day): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc)) throw new RangeError(`Not a day: ${day}`);
  const guess = new Date(utc - parisOffsetMinutes(new Date(utc)) * 60_000);
  return new Date(utc - parisOffsetMinutes(guess) * 60_000);
}

/** The last instant of a Paris day, 23:59:59.999: a closing ends there (reading of the texts, Calendar). */
export function endOfDay(day: Day): Date {
  return new Date(startOfDay(addDays(day, 1)).getTime() - 1);
}

/**
 * The instant of a Paris wall-clock time, `14:30` on a day. Null when the text is no time, and for an hour that does not
 * exist or comes twice, on the nights the clocks change: whoever types it must choose another.
 */
export function wallTime(day: Day, time: string): Date | null {
  const read = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!read) return null;
  const wall = Date.parse(`${day}T${time}:00Z`);
  const found = [60, 120]
    .map((offset) => new Date(wall - offset * 60_000))
    .filter((instant) => wall - instant.getTime() === parisOffsetMinutes(instant) * 60_000);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day;
}

/** Whole days from the first to the second day; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** `2021-01` of an instant, in Paris. */
export function parisMonth(instant: Date): string {
  return parisDay(instant).slice(0, 7);
}

/** The last day of a month given as `2021-01`. */
export function lastDayOfMonth(month: string): Day {
  const [year, number] = numbers(`${month}-01` as Day);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) as Day;
}

/** The month after a month given as `2021-01`. */
export function nextMonth(month: string): string {
  return addDays(lastDayOfMonth(month), 1).slice(0, 7);
}

/** The same date `count` months later, or the last day of a month that does not have it: 29 February, then 28. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = numbers(day);
  const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 7);
  const last = numbers(lastDayOfMonth(first))[2];
  return `${first}-${String(Math.min(date, last)).padStart(2, "0")}` as Day;
}

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"] as const;

/** `20 janvier 2021`, `1er février 2021` (`Intl` prints « 1 »). */
export function formatDay(day: Day): string {
  const [year, month, date] = numbers(day);
  return `${date === 1 ? "1er" : date}\u00A0${MONTHS[month - 1]}\u00A0${year}`;
}

/** `janvier 2021` of `2021-01`. */
export function formatMonth(month: string): string {
  const [year, number] = numbers(`${month}-01` as Day);
  return `${MONTHS[number - 1]}\u00A0${year}`;
}

/** `20/01/2021`, for tables. */
export function formatShortDay(day: Day): string {
  return day.split("-").reverse().join("/");
}

/** `dimanche 31 janvier 2021`. */
export function formatWeekday(day: Day): string {
  return `${WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()]} ${formatDay(day)}`;
}

/** `14 h 32` in Paris. */
export function formatTime(instant: Date): string {
  const { hour, minute } = parts(instant);
  return `${Number(hour)}\u00A0h\u00A0${minute}`;
}

/** `20 janvier 2021` of an instant, in Paris. */
export function formatDate(instant: Date): string {
  return formatDay(parisDay(instant));
}

/** `20 janvier 2021 à 14 h 32 (heure de Paris)`. */
export function formatInstant(instant: Date): string {
  return `${formatDate(instant)} à ${formatTime(instant)} (heure de Paris)`;
}

/** `dimanche 31 janvier 2021 à 23 h 59 (heure de Paris), dans 11 jours`: never a number of days without its date. */
export function formatDeadline(closesAt: Date, now: Date): string {
  const day = parisDay(closesAt);
  const left = daysBetween(parisDay(now), day);
  const countdown =
    left < 0 ? "" : left === 0 ? ", aujourd’hui" : `, dans ${left} jour${left > 1 ? "s" : ""}`;
  return `${formatWeekday(day)} à ${formatTime(closesAt)} (heure de Paris)${countdown}`;
}
