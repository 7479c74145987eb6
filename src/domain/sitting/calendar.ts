import { addDays, addMonths, type Day, lastDayOfMonth } from "@/domain/calendar";

/** Days between the closing of a call and its jury: time to check the dossiers and to score them. Owner's to change. */
const DAYS_AFTER_CLOSING = 14;

/**
 * Days between the convocation and the sitting, but in an emergency: that of the State's commissions (code des relations
 * entre le public et l’administration, R. 133-8).
 */
export const CONVOCATION_DAYS = 5;

/** What the rhythm of a theme is read on. */
export interface Rhythm {
  /** Month of a continuous call's round, as `2021-01`: SNAP2A and SNAP2B are judged at its end (Livret l.693, l.734). */
  month: string | null;
  /** Last day of a call with a closing (ITN3, ITN5: one jury after it; Livret l.221, l.353). */
  closesOn: Day | null;
  /** Day the earliest admissible dossier that waits for a jury was filed; null when none waits. */
  waitingSince: Day | null;
}

export interface ProposedDay {
  day: Day;
  /** Where it comes from, in French. */
  reason: string;
}

/**
 * The day a jury is proposed for: the end of the month for a monthly round, after its closing for a call that has one,
 * else a month after the earliest dossier that waits. Always a working day that leaves time to convene; null when no
 * dossier gives a reason to sit. The texts give no day but the end of the month: all of it is the owner's to change.
 */
export function proposedDay(rhythm: Rhythm, today: Day): ProposedDay | null {
  const earliest = nextWorkingDay(addDays(today, CONVOCATION_DAYS));
  const notBefore = (day: Day) => (day < earliest ? earliest : day);
  if (rhythm.month) {
    return {
      day: notBefore(lastWorkingDay(rhythm.month)),
      reason: "Jury mensuel, à la fin du mois (Livret l.693, l.734).",
    };
  }
  if (rhythm.closesOn) {
    return {
      day: notBefore(nextWorkingDay(addDays(rhythm.closesOn, DAYS_AFTER_CLOSING))),
      reason: `Deux semaines après la clôture, le temps de vérifier et de noter (lecture retenue).`,
    };
  }
  if (rhythm.waitingSince === null) return null;
  return {
    day: notBefore(nextWorkingDay(addMonths(rhythm.waitingSince, 1))),
    reason: "Un mois après le plus ancien dossier recevable (lecture retenue).",
  };
}

/** Monday to Friday, public holidays excepted. */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(day.slice(0, 4))).has(day);
}

/** The day itself, or the first working day after it. */
export function nextWorkingDay(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

function lastWorkingDay(month: string): Day {
  let found = lastDayOfMonth(month);
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}

/** Public holidays of mainland France (code du travail, L. 3133-1). */
function holidays(year: number): ReadonlySet<Day> {
  const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
  const easter = easterSunday(year);
  // Easter Monday, Ascension, Whit Monday.
  const moving = [1, 39, 50].map((days) => addDays(easter, days));
  return new Set([...fixed.map((date) => `${year}-${date}` as Day), ...moving]);
}

/** The Gregorian computus (Butcher's rule). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, "0");
  const date = String((sum % 31) + 1).padStart(2, "0");
  return `${year}-${month}-${date}` as Day;
}
