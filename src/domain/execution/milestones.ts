import { addMonths, type Day, lastDayOfMonth } from "@/domain/calendar";

/** A milestone of a baseline: its day, and the phase it ends where the project has phases. */
export interface Milestone {
  name: string;
  on: Day;
  /** Position of the phase; null for a project without phases. */
  phase: number | null;
}

const MONTHS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];

const NAMED = new RegExp(`(?:(\\d{1,2})(?:er)?\\s+)?(${MONTHS.join("|")})\\s+(20[23]\\d)`);
const NUMBERED = /(?:(\d{1,2})\/)?(\d{1,2})\/(20[23]\d)/;

/** The day a line speaks of: the one it writes, else the last of the month it writes; null when it writes none. */
export function dayIn(line: string): Day | null {
  const plain = line.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const named = NAMED.exec(plain);
  const numbered = NUMBERED.exec(plain);
  const [, date, monthText, year] = named ?? numbered ?? [];
  if (monthText === undefined || year === undefined) return null;
  const number = named ? MONTHS.indexOf(monthText) + 1 : Number(monthText);
  if (number < 1 || number > 12) return null;
  const month = `${year}-${String(number).padStart(2, "0")}`;
  const last = lastDayOfMonth(month);
  const day = `${month}-${(date ?? "").padStart(2, "0")}` as Day;
  return date !== undefined && Number(date) >= 1 && day <= last ? day : last;
}

/**
 * The milestones a carrier wrote, one a line. A line without a day is due at the end of the project; every day moves by
 * the months the project starts later than planned (`delay`), and none passes its end.
 */
export function milestonesIn(text: string, delay: number, endsOn: Day): Milestone[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((name) => {
      const planned = dayIn(name);
      const on = planned && moved(planned, delay);
      return { name, on: on !== null && on < endsOn ? on : endsOn, phase: null };
    })
    .sort((one, other) => one.on.localeCompare(other.on));
}

/** The last day of a month stays the last day of the month it moves to. */
export function moved(day: Day, months: number): Day {
  const target = addMonths(day, months);
  const isLast = day === lastDayOfMonth(day.slice(0, 7));
  return isLast ? lastDayOfMonth(target.slice(0, 7)) : target;
}
