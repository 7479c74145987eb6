import { addMonths, type Day, daysBetween } from "@/domain/calendar";
import { DUTY_KINDS, type Duty, type DutyKind, type Theme } from "@/domain/themes/types";
import {
  daysOf,
  formatPeriod,
  type Period,
  type PeriodLength,
  periodsBetween,
  reportDueOn,
} from "./periods";

/** The days from which what is due is counted. Days of Paris. */
export interface Course {
  /** The day of the decision that awarded the money. */
  awardedOn: Day;
  /** The day the follow-up was opened: no report is asked of what came before. */
  openedOn: Day;
  /** Planned days of the baseline in force. */
  startsOn: Day;
  endsOn: Day;
}

/** Something due, with its day. `period` is empty for what is asked once. */
export interface DueDuty {
  kind: DutyKind;
  period: Period | "";
  dueOn: Day;
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/**
 * The periods a project reports on: from the one in which it starts, or is opened to follow-up when that comes later, to
 * the one in which it ends; one at least, for what is opened after its end.
 */
export function reportPeriods(course: Course, length: PeriodLength): Period[] {
  const first = later(course.startsOn, course.openedOn);
  return periodsBetween(first, later(first, course.endsOn), length);
}

/** The day a duty asked once is due. A month without that date ends on its last day: 31 August, then 28 February. */
function onceDue(course: Course, after: "award" | "start" | "end", months: number): Day {
  const from = { award: course.awardedOn, start: course.startsOn, end: course.endsOn }[after];
  return addMonths(from, months);
}

/** All that a theme asks of a project after its award, the nearest first. */
export function obligationsOf(theme: Pick<Theme, "duties">, course: Course): DueDuty[] {
  return theme.duties
    .flatMap(({ kind, rhythm }): DueDuty[] =>
      "every" in rhythm
        ? reportPeriods(course, rhythm.every).map((period) => ({
            kind,
            period,
            dueOn: reportDueOn(period),
          }))
        : [{ kind, period: "", dueOn: onceDue(course, rhythm.after, rhythm.months) }],
    )
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.kind, b.kind));
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** What is kept of a duty already asked. */
export interface AskedDuty extends DueDuty {
  id: string;
  isDone: boolean;
  isDropped: boolean;
}

const keyOf = ({ kind, period, dueOn }: DueDuty) => `${kind}|${period}|${dueOn}`;

/**
 * What a new baseline changes: the duties to ask, those no longer asked, and those asked again. What was done stays
 * done: a duty met is neither dropped nor asked a second time, whatever its new day.
 */
export function movedObligations(
  asked: readonly AskedDuty[],
  wanted: readonly DueDuty[],
): { add: DueDuty[]; drop: string[]; take: string[] } {
  const met = new Set(
    asked.filter(({ isDone }) => isDone).map(({ kind, period }) => `${kind}|${period}`),
  );
  const still = wanted.filter(({ kind, period }) => !met.has(`${kind}|${period}`));
  const wantedKeys = new Set(still.map(keyOf));
  const known = new Map(asked.map((duty) => [keyOf(duty), duty]));
  const open = asked.filter(({ isDone }) => !isDone);
  return {
    add: still.filter((duty) => !known.has(keyOf(duty))),
    drop: open
      .filter((duty) => !duty.isDropped && !wantedKeys.has(keyOf(duty)))
      .map(({ id }) => id),
    take: open.filter((duty) => duty.isDropped && wantedKeys.has(keyOf(duty))).map(({ id }) => id),
  };
}

/** Days before its day at which a team is reminded of what is due. */
export const REMINDER_DAYS = 5;

export type DutyState = "done" | "dropped" | "late" | "due" | "to-come";

/**
 * Where a duty stands: due from the first day of its period (a report) or a month before its day (what is asked once),
 * late from the day after its day.
 */
export function dutyState(
  duty: Pick<AskedDuty, "period" | "dueOn" | "isDone" | "isDropped">,
  today: Day,
): DutyState {
  if (duty.isDone) return "done";
  if (duty.isDropped) return "dropped";
  if (today > duty.dueOn) return "late";
  const from = duty.period === "" ? addMonths(duty.dueOn, -1) : daysOf(duty.period).first;
  return today >= from ? "due" : "to-come";
}

/** Whether what is asked once may be told done: at any time, but a team is kept a year once the year is over. */
export function mayMeet({ kind, dueOn }: Pick<DueDuty, "dueOn"> & { kind: string }, today: Day) {
  return kind !== "team-kept" || today >= dueOn;
}

/** What is to be told of a duty on a day: the team before its day, whoever follows once it is late. */
export function dutyWord(dueOn: Day, today: Day): "reminder" | "alert" | null {
  const left = daysBetween(today, dueOn);
  if (left < 0) return "alert";
  return left <= REMINDER_DAYS ? "reminder" : null;
}

/** The duty of a theme from which an obligation comes: its words, its source and its reading. */
export function dutyOf(theme: Pick<Theme, "duties">, kind: string): Duty | undefined {
  return theme.duties.find((duty) => duty.kind === kind);
}

/** How each duty is called, in the lists and in the mails. */
export const DUTY_LABELS: Readonly<Record<DutyKind, string>> = {
  report: "Compte rendu d’avancement",
  demonstration: "Démonstration du projet",
  results: "Premiers résultats",
  "in-service": "Mise en service",
  "team-kept": "Équipe maintenue un an",
  evaluation: "Résultats pour l’évaluation finale",
};

/** « Compte rendu d’avancement, mars 2021 »; a duty of another version of the portal keeps its name. */
export function dutyName(kind: string, period: Period | ""): string {
  const label = DUTY_KINDS.find((known) => known === kind);
  const name = label ? DUTY_LABELS[label] : kind;
  return period === "" ? name : `${name}, ${formatPeriod(period)}`;
}
