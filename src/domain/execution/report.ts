import { type Day, daysBetween } from "@/domain/calendar";
import type { FieldError } from "@/domain/errors";
import { type Cents, cents, ZERO } from "@/domain/money";
import { type Drift, driftOf, type FirstPlan, formatDrift, hundredths } from "./drift";
import { daysOf, type Period } from "./periods";
import { readDay, readEuros, readNumber } from "./report-cells";
import { COST_KEY, END_KEY, type GridRow, SPENT_KEY, STAFF_KEY } from "./report-grid";
import { isBrighter, suggestedWeather, type Weather } from "./weather";

/** Cells as typed, by row; a row nobody typed is absent and holds what was offered. */
export type TypedCells = Readonly<Record<string, string>>;

/** A line of the grid with its value. */
export interface ReadRow extends GridRow {
  typed: string;
  /** Null when it is left empty or cannot be read. */
  value: Day | number | null;
  /** Nobody typed it: the forecast or the last report, to be confirmed. */
  toConfirm: boolean;
  /** Days, cents or units beyond what was planned; null when one of the two is unknown. */
  gap: number | null;
  /** The same in hundredths of a percent; null for a day. */
  gapShare: number | null;
  /** Why the cell cannot be read, in French. */
  problem: string | null;
}

const PROBLEMS = {
  day: "Le jour doit s’écrire avec l’année. Exemple\u00A0: 31/03/2021.",
  euros: "Le montant doit être un nombre en euros. Exemple\u00A0: 12\u202F500,50.",
  number: "La valeur doit être un nombre. Exemple\u00A0: 97,5.",
} as const;

const READERS = { day: readDay, euros: readEuros, number: readNumber } as const;

function readRow(row: GridRow, cells: TypedCells): ReadRow {
  const known = row.settled ? undefined : cells[row.key];
  const typed = (known ?? row.offered).trim();
  const value = typed === "" ? null : READERS[row.kind](typed);
  const gap = gapOf(row.planned, value);
  return {
    ...row,
    typed,
    value,
    toConfirm: known === undefined && !row.settled && typed !== "",
    gap,
    gapShare: gap === null || typeof row.planned !== "number" ? null : hundredths(gap, row.planned),
    problem: problemOf(row, typed, value),
  };
}

function problemOf(row: GridRow, typed: string, value: Day | number | null): string | null {
  if (value !== null || (typed === "" && row.optional)) return null;
  return typed === "" ? `Complétez cette case. ${PROBLEMS[row.kind]}` : PROBLEMS[row.kind];
}

function gapOf(planned: Day | number | null, value: Day | number | null): number | null {
  if (typeof planned === "string" && typeof value === "string") return daysBetween(planned, value);
  if (typeof planned === "number" && typeof value === "number") return value - planned;
  return null;
}

/** Every line of the grid with what is typed in it. */
export const readGrid = (rows: readonly GridRow[], cells: TypedCells): ReadRow[] =>
  rows.map((row) => readRow(row, cells));

/** Thresholds beyond which a gap is told, and a comment asked. No text gives them: retained, and shown on the grid. */
export const LATE_DAYS = 30;
export const GAP_SHARE = 1_000;

/** The sentence that states the thresholds, under the comment. */
export const THRESHOLD_SENTENCE =
  "Il est demandé pour un jalon en retard de plus de 30 jours, un écart de plus de 10\u00A0% sur les dépenses ou le personnel, une dérive de 10\u00A0% ou plus, un indicateur sous son minimum à son échéance, ou une météo meilleure que celle suggérée.";

/** A gap worth a word: the row it is on, and what it is. */
export interface Alert {
  row: string;
  sentence: string;
}

const MONEY_KEYS: readonly string[] = [SPENT_KEY, STAFF_KEY];

function alertOf(row: ReadRow, period: Period): string | null {
  const { section, key, label, gap, gapShare, minimumBy } = row;
  if (gap === null) return null;
  if (section === "milestones" && !row.settled && gap > LATE_DAYS) {
    return `${label}\u00A0: ${gap} jours après le jour prévu.`;
  }
  if (MONEY_KEYS.includes(key)) {
    // Something spent where nothing was planned has no share: it is told all the same.
    const beyond = gapShare === null ? gap !== 0 : Math.abs(gapShare) > GAP_SHARE;
    if (!beyond) return null;
    const share = gapShare === null ? "rien n’était prévu" : formatDrift(gapShare);
    return `${label}\u00A0: ${share} par rapport au prévu.`;
  }
  if (minimumBy !== null && gap < 0 && minimumBy <= daysOf(period).last) {
    return `${label}\u00A0: sous le niveau minimal à son échéance.`;
  }
  return null;
}

/** What a grid says of the project as a whole. */
export interface Findings {
  /** TTC, T2 included. */
  spent: Cents;
  estimate: { total: Cents; endsOn: Day };
  drift: Drift;
  alerts: Alert[];
  suggested: Weather;
}

const amountAt = (rows: readonly ReadRow[], key: string): Cents => {
  const value = rows.find((row) => row.key === key)?.value;
  return typeof value === "number" ? cents(value) : ZERO;
};

function driftAlerts(drift: Drift): Alert[] {
  const told = (row: string, what: string, share: number | null): Alert[] =>
    share !== null && share >= GAP_SHARE
      ? [{ row, sentence: `${what}\u00A0: ${formatDrift(share)} par rapport au plan initial.` }]
      : [];
  return [
    ...told(COST_KEY, "Coût final", drift.budget),
    ...told(END_KEY, "Calendrier", drift.calendar),
  ];
}

/** The findings of a grid without problems; null while its end cannot be read. */
export function findingsOf(
  rows: readonly ReadRow[],
  plan: FirstPlan,
  period: Period,
): Findings | null {
  const end = rows.find(({ key }) => key === END_KEY)?.value;
  const cost = rows.find(({ key }) => key === COST_KEY)?.value;
  if (typeof end !== "string" || typeof cost !== "number") return null;
  const estimate = { total: cents(cost), endsOn: end };
  const drift = driftOf(plan, estimate);
  const alerts = rows.flatMap((row): Alert[] => {
    const sentence = alertOf(row, period);
    return sentence === null ? [] : [{ row: row.key, sentence }];
  });
  alerts.push(...driftAlerts(drift));
  return {
    spent: cents(amountAt(rows, SPENT_KEY) + amountAt(rows, STAFF_KEY)),
    estimate,
    drift,
    alerts,
    suggested: suggestedWeather(drift, alerts.length),
  };
}

/** The field of a row in the form of the grid. */
export const cellField = (key: string) => `cell.${key}`;

/** What is wrong with the whole: an end before the last milestone expected, or less spent than the last estimate says. */
function contradictions(rows: readonly ReadRow[]): FieldError[] {
  const end = rows.find(({ key }) => key === END_KEY)?.value;
  const cost = rows.find(({ key }) => key === COST_KEY)?.value;
  const errors: FieldError[] = [];
  const late = rows.find(
    ({ section, value }) =>
      section === "milestones" &&
      typeof value === "string" &&
      typeof end === "string" &&
      value > end,
  );
  if (late) {
    errors.push({
      path: cellField(END_KEY),
      message: `Le jour de fin précède le jalon «\u00A0${late.label}\u00A0»\u00A0: corrigez l’un des deux.`,
    });
  }
  const spent = amountAt(rows, SPENT_KEY) + amountAt(rows, STAFF_KEY);
  if (typeof cost === "number" && cost < spent) {
    errors.push({
      path: cellField(COST_KEY),
      message:
        "Le coût final est inférieur à ce qui est déjà dépensé\u00A0: corrigez l’un des deux.",
    });
  }
  return errors;
}

/** All that stands before handing in a grid, each on its cell; empty when nothing does. */
export function gridProblems(rows: readonly ReadRow[]): FieldError[] {
  const unread = rows.flatMap(({ key, label, problem }): FieldError[] =>
    problem === null ? [] : [{ path: cellField(key), message: `${label}\u00A0: ${problem}` }],
  );
  return unread.length > 0 ? unread : contradictions(rows);
}

/** Whether a comment must come with the report. */
export function needsComment(findings: Findings, weather: Weather | null): boolean {
  return (
    findings.alerts.length > 0 || (weather !== null && isBrighter(weather, findings.suggested))
  );
}

/** Until when a report may be written ahead: nobody says what the future did. Its period must have begun. */
export function mayReport(period: Period, today: Day): boolean {
  return daysOf(period).first <= today;
}
