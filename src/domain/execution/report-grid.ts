import { type Day, formatShortDay } from "@/domain/calendar";
import { plainWords } from "@/domain/dossier/pasted-table";
import type { Cadence } from "@/domain/dossier/phases";
import { type Cents, formatAmount, sum } from "@/domain/money";
import type { ReportedFigure } from "@/domain/themes/types";
import { daysOf, monthsOf, type Period } from "./periods";
import { readDay, readEuros } from "./report-cells";

/** What of a baseline a report is compared with. */
export interface Forecast {
  total: Cents;
  endsOn: Day;
  milestones: readonly { name: string; on: Day }[];
  spending: readonly { month: string; amount: Cents; t2: Cents }[];
  phases: readonly {
    startsOn: Day;
    endsOn: Day;
    indicators: readonly { name: string; unit: string; cadence: Cadence; minimum: number }[];
  }[];
}

export const SECTIONS = ["milestones", "spending", "resources", "indicators", "end"] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_LABELS: Readonly<Record<Section, string>> = {
  milestones: "Jalons",
  spending: "Dépenses",
  resources: "Moyens",
  indicators: "Indicateurs",
  end: "Fin du projet",
};

/** How a cell is typed: a day `31/03/2021`, an amount in euros, or a number. */
export type CellKind = "day" | "euros" | "number";

/** One line of the grid: what was planned, and the value offered for what is done. */
export interface GridRow {
  /** Stable from a period to the next: names the field, and the stored value. */
  key: string;
  section: Section;
  label: string;
  unit: string;
  kind: CellKind;
  /** A day, or cents, or a number in `unit`; null when nothing was planned. */
  planned: Day | number | null;
  /** What the cell holds before anybody types: the last report, else the forecast. Empty when nothing is known. */
  offered: string;
  /** Left empty without an error. */
  optional: boolean;
  /** Passed in an earlier report: told, no longer asked. */
  settled: boolean;
  /** A level to reach before this day (an indicator's minimum), or a measure without limit. */
  minimumBy: Day | null;
  source: string;
}

/** The values of an earlier report, by row. */
export type EarlierValues = Readonly<Record<string, string>>;

export interface GridInput {
  period: Period;
  forecast: Forecast;
  figures: readonly ReportedFigure[];
  /** The last report handed in before this period. */
  earlier: { period: Period; values: EarlierValues } | null;
}

/** A key made of words, so that a milestone keeps its line when others come before it. */
function keyed(prefix: string, names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const words = plainWords(name).replace(/[ %]+/g, "-").slice(0, 60) || "sans-nom";
    const rank = (seen.get(words) ?? 0) + 1;
    seen.set(words, rank);
    return `${prefix}.${words}${rank > 1 ? `-${rank}` : ""}`;
  });
}

/** What was to be spent from the start to the end of a period, T2 apart. */
export function plannedSpending(
  { spending }: Pick<Forecast, "spending">,
  period: Period,
): { t2: Cents; others: Cents } {
  const last = monthsOf(period).at(-1) ?? "";
  const past = spending.filter(({ month }) => month <= last);
  const t2 = sum(past.map((month) => month.t2));
  return { t2, others: (sum(past.map(({ amount }) => amount)) - t2) as Cents };
}

const BLANK = {
  unit: "",
  planned: null,
  offered: "",
  optional: false,
  settled: false,
  minimumBy: null,
  source: "",
};

function milestoneRows({ forecast, earlier }: GridInput): GridRow[] {
  const keys = keyed(
    "jalon",
    forecast.milestones.map(({ name }) => name),
  );
  const end = earlier && daysOf(earlier.period).last;
  return forecast.milestones.map(({ name, on }, index): GridRow => {
    const key = keys[index] ?? "";
    const before = earlier?.values[key] ?? "";
    const reached = readDay(before);
    return {
      ...BLANK,
      key,
      section: "milestones",
      label: name,
      kind: "day",
      planned: on,
      offered: before || formatShortDay(on),
      settled: reached !== null && end !== null && reached <= end,
    };
  });
}

/** The amount of the last report and what is planned since; without a report, what is planned so far. */
function spentOffer(key: string, planned: Cents, { earlier, forecast }: GridInput): string {
  const before = earlier && readEuros(earlier.values[key] ?? "");
  if (!earlier || before === null) return formatAmount(planned);
  const then = plannedSpending(forecast, earlier.period);
  const since = planned - (key === STAFF_KEY ? then.t2 : then.others);
  return formatAmount((before + Math.max(since, 0)) as Cents);
}

export const SPENT_KEY = "depenses";
export const STAFF_KEY = "personnel";
export const COST_KEY = "cout-final";
export const END_KEY = "fin";
const PEOPLE_KEY = "agents";

function moneyRows(input: GridInput): GridRow[] {
  const { forecast, period, earlier } = input;
  const planned = plannedSpending(forecast, period);
  const staffed = forecast.spending.some(({ t2 }) => t2 > 0);
  const row = (key: string, section: Section, label: string, amount: Cents): GridRow => ({
    ...BLANK,
    key,
    section,
    label,
    unit: "€",
    kind: "euros",
    planned: amount,
    offered: spentOffer(key, amount, input),
  });
  return [
    row(SPENT_KEY, "spending", "Dépensé depuis le début, hors personnel (TTC)", planned.others),
    ...(staffed
      ? [row(STAFF_KEY, "resources", "Personnel du porteur depuis le début (T2)", planned.t2)]
      : []),
    {
      ...BLANK,
      key: PEOPLE_KEY,
      section: "resources",
      label: "Agents mobilisés sur le projet, en équivalents temps plein",
      unit: "agents",
      kind: "number",
      offered: earlier?.values[PEOPLE_KEY] ?? "",
    },
  ];
}

/** The indicators of the phases begun by the end of the period; the last phase that names one gives its level. */
function indicatorRows({ forecast, period, earlier }: GridInput): GridRow[] {
  const { last } = daysOf(period);
  const named = new Map<string, Omit<GridRow, "key" | "offered">>();
  for (const { startsOn, endsOn, indicators } of forecast.phases) {
    if (startsOn > last) continue;
    for (const { name, unit, minimum, cadence } of indicators) {
      named.set(name, {
        ...BLANK,
        section: "indicators",
        label: name,
        unit,
        kind: "number",
        planned: minimum,
        // Livret l.788, l.839: at least each quarter; what is computed once a year may wait.
        optional: cadence === "year",
        minimumBy: endsOn,
      });
    }
  }
  const names = [...named.keys()];
  const keys = keyed("indicateur", names);
  return [...named.values()].map((row, index): GridRow => {
    const key = keys[index] ?? "";
    return { ...row, key, offered: earlier?.values[key] ?? "" };
  });
}

function figureRows({ figures, earlier }: GridInput): GridRow[] {
  return figures.map(({ key: name, text, unit, planned, ofPeriod, source }): GridRow => {
    const key = `theme.${name}`;
    return {
      ...BLANK,
      key,
      section: ofPeriod ? "resources" : "indicators",
      label: text,
      unit,
      kind: "number",
      planned: planned ?? null,
      // A figure of the period starts anew each time, and is noted without being due.
      offered: ofPeriod ? "" : (earlier?.values[key] ?? ""),
      optional: ofPeriod === true,
      source,
    };
  });
}

function endRows({ forecast, earlier }: GridInput): GridRow[] {
  return [
    {
      ...BLANK,
      key: COST_KEY,
      section: "end",
      label: "Coût final estimé du projet (TTC)",
      unit: "€",
      kind: "euros",
      planned: forecast.total,
      offered: earlier?.values[COST_KEY] || formatAmount(forecast.total),
    },
    {
      ...BLANK,
      key: END_KEY,
      section: "end",
      label: "Jour de fin estimé",
      kind: "day",
      planned: forecast.endsOn,
      offered: earlier?.values[END_KEY] || formatShortDay(forecast.endsOn),
    },
  ];
}

/**
 * The grid of a period: one line for each milestone, sum, means and indicator, with what is known already. An earlier
 * report gives its values, the forecast the others: all of it stays to be confirmed.
 */
export function gridOf(input: GridInput): GridRow[] {
  const rows = [
    ...milestoneRows(input),
    ...moneyRows(input),
    ...figureRows(input),
    ...indicatorRows(input),
    ...endRows(input),
  ];
  return SECTIONS.flatMap((section) => rows.filter((row) => row.section === section));
}

/** The cells a person may have to fill, and those that are empty before they type. */
export function fieldCount(rows: readonly GridRow[]): { asked: number; empty: number } {
  const asked = rows.filter(({ settled }) => !settled);
  return {
    asked: asked.length,
    empty: asked.filter(({ offered, optional }) => offered === "" && !optional).length,
  };
}
