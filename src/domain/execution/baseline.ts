import { z } from "zod";
import { addDays, addMonths, type Day, lastDayOfMonth } from "@/domain/calendar";
import {
  coFinancerAmount,
  isBlankCoFinancer,
  type TypedCoFinancer,
} from "@/domain/dossier/co-financing";
import { lineAmount, parsePlan, type TypedLine } from "@/domain/dossier/funding-plan";
import { CADENCES, parsePhases, typedPhasesSchema } from "@/domain/dossier/phases";
import { BusinessError } from "@/domain/errors";
import { type Cents, cents, ZERO } from "@/domain/money";
import { parseMonth } from "@/domain/themes/field-kinds";
import { type Milestone, milestonesIn, moved } from "./milestones";
import { cut, spendingByMonth } from "./spending";

const amount = z.int().min(0).transform(cents);
const day = z.iso.date().transform((value) => value as Day);

const indicatorSchema = z.strictObject({
  name: z.string(),
  definition: z.string(),
  unit: z.string(),
  cadence: z.enum(CADENCES),
  /** The level to reach, in `unit`. */
  minimum: z.number(),
});
export type BaselineIndicator = z.output<typeof indicatorSchema>;

const phaseSchema = z.strictObject({
  position: z.int().min(1),
  name: z.string(),
  startsOn: day,
  endsOn: day,
  /** Total cost of the phase, and its share of the grant, TTC. */
  amount,
  grant: amount,
  milestone: z.string(),
  indicators: z.array(indicatorSchema),
});
export type BaselinePhase = z.output<typeof phaseSchema>;

/** What a version of the baseline holds: what a project is followed against, and the `content` kept of it. */
export const baselineSchema = z.strictObject({
  /** The filing that was decided. */
  filing: z.int(),
  theme: z.string(),
  grant: amount,
  total: amount,
  base: amount,
  startsOn: day,
  endsOn: day,
  /** Since when it is suspended; null otherwise. */
  suspendedOn: day.nullable(),
  lines: z.array(
    z.strictObject({
      label: z.string(),
      nature: z.enum(["T2", "T3"]),
      year: z.int(),
      category: z.string(),
      provider: z.string(),
      amount,
    }),
  ),
  coFinancing: z.array(z.strictObject({ name: z.string(), certainty: z.string(), amount })),
  /** Names of the organisations associated to the carrier. */
  partners: z.array(z.string()),
  phases: z.array(phaseSchema),
  milestones: z.array(
    z.strictObject({ name: z.string(), on: day, phase: z.int().min(1).nullable() }),
  ),
  /** Month by month, from the first of the project to the last: the sum is the total. */
  spending: z.array(z.strictObject({ month: z.string(), amount, t2: amount })),
  commitments: z.array(z.strictObject({ key: z.string(), text: z.string() })),
  /** What accepted requests changed of the scope, in their words, the first one first. */
  scope: z.array(z.string()),
});
export type Baseline = z.output<typeof baselineSchema>;

/** The filing that was decided, as the baseline reads it. */
export interface FiledForBaseline {
  version: number;
  theme: { code: string; commitments: readonly { key: string; text: string }[] };
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  coCarriers: readonly string[];
  commitments: readonly string[];
  answers: Readonly<Record<string, unknown>>;
  amounts: { total: Cents; base: Cents };
}

/** What the form of the opening says. Without an end, the project lasts what its filing plans. */
export interface Opening {
  grant: Cents;
  startsOn: Day;
  endsOn?: Day | undefined;
}

/** Without a duration in the form, a project ends with the last year of its plan. */
function plannedEnd(filed: FiledForBaseline, startsOn: Day, years: readonly number[]): Day {
  const months = Number(filed.answers.durationMonths ?? filed.answers.implementationWithinMonths);
  if (Number.isInteger(months) && months > 0) return addDays(addMonths(startsOn, months), -1);
  const end = `${Math.max(...years, Number(startsOn.slice(0, 4)))}-12-31` as Day;
  return end;
}

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** Whole months from one to another; negative when the second comes first. */
const monthsLater = (from: string, to: string) => monthNumber(to) - monthNumber(from);

/**
 * The first baseline of a project: what its award froze of the filing that was decided. Phases and milestones move by the
 * months the project starts later than its filing plans. Throws `invalid-input` when the days do not fit.
 */
export function firstBaseline(filed: FiledForBaseline, opening: Opening): Baseline {
  const { grant, startsOn } = opening;
  const { expenses } = parsePlan(filed.lines);
  const typed = typedPhasesSchema.safeParse(filed.answers.phases);
  const { phases: planned } = parsePhases(typed.success ? typed.data : [], null);
  const plannedMonth =
    planned[0]?.startMonth ?? parseMonth(String(filed.answers.startMonth ?? "")) ?? null;
  const delay = plannedMonth === null ? 0 : monthsLater(plannedMonth, startsOn.slice(0, 7));
  const shares = cut(
    grant,
    planned.map(({ amount: cost }) => cost),
  );
  const phases = planned.map(
    (phase, index): BaselinePhase => ({
      position: index + 1,
      name: phase.name,
      startsOn: index === 0 ? startsOn : moved(`${phase.startMonth}-01` as Day, delay),
      endsOn: moved(lastDayOfMonth(phase.endMonth), delay),
      amount: phase.amount,
      grant: shares[index] ?? ZERO,
      milestone: phase.milestone,
      indicators: phase.indicators.map(({ name, definition, unit, cadence, minimum }) => ({
        name,
        definition,
        unit,
        cadence,
        minimum,
      })),
    }),
  );
  const last = phases.at(-1);
  const endsOn =
    opening.endsOn ??
    last?.endsOn ??
    plannedEnd(
      filed,
      startsOn,
      expenses.map(({ year }) => year),
    );
  requireOrder(startsOn, endsOn, last);
  if (last) last.endsOn = endsOn;
  return {
    filing: filed.version,
    theme: filed.theme.code,
    grant,
    total: filed.amounts.total,
    base: filed.amounts.base,
    startsOn,
    endsOn,
    suspendedOn: null,
    lines: linesOf(filed.lines),
    coFinancing: filed.coFinancers
      .filter((line) => !isBlankCoFinancer(line))
      .map((line) => ({
        name: line.name,
        certainty: line.certainty,
        amount: coFinancerAmount(line) ?? ZERO,
      })),
    partners: [...filed.coCarriers],
    phases,
    milestones: milestonesOf(filed, phases, delay, endsOn),
    spending: spendingByMonth(expenses, startsOn.slice(0, 7), endsOn.slice(0, 7)),
    commitments: filed.theme.commitments
      .filter(({ key }) => filed.commitments.includes(key))
      .map(({ key, text }) => ({ key, text })),
    scope: [],
  };
}

function linesOf(lines: readonly TypedLine[]): Baseline["lines"] {
  const { expenses, lineOf } = parsePlan(lines);
  return expenses.map(({ nature, year, category, amount: cost }, index) => {
    const line = lines[lineOf[index] ?? -1];
    return {
      label: line?.label ?? "",
      nature,
      year,
      category,
      provider: line?.provider ?? "",
      amount: (line && lineAmount(line)) ?? cost,
    };
  });
}

function milestonesOf(
  filed: FiledForBaseline,
  phases: readonly BaselinePhase[],
  delay: number,
  endsOn: Day,
): Milestone[] {
  if (phases.length > 0) return phaseMilestones(phases);
  const { milestones } = filed.answers;
  return milestonesIn(typeof milestones === "string" ? milestones : "", delay, endsOn);
}

/** The milestone of each phase, on its last day. */
export function phaseMilestones(phases: readonly BaselinePhase[]): Milestone[] {
  return phases.map(({ milestone, endsOn, position }) => ({
    name: milestone,
    on: endsOn,
    phase: position,
  }));
}

function requireOrder(startsOn: Day, endsOn: Day, last: BaselinePhase | undefined): void {
  if (endsOn < startsOn)
    throw wrongEnd("La fin du projet précède son début\u00A0: corrigez l’un des deux jours.");
  if (last && endsOn < last.startsOn) {
    throw wrongEnd(
      "La fin du projet précède le début de sa dernière phase\u00A0: choisissez un jour plus tardif.",
    );
  }
}

function wrongEnd(message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path: "endsOn", message }]);
}

/** The content read back without trusting more of it than is used. */
export function baselineOf(row: { content: unknown }): Baseline {
  return baselineSchema.parse(row.content);
}
