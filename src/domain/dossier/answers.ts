import type { FieldError } from "@/domain/errors";
import type { Expense, SimulationInput } from "@/domain/funding/types";
import { type Cents, cents, sum } from "@/domain/money";
import { numberOf } from "@/domain/themes/field-kinds";
import type { CarrierKind, ThemeForm } from "@/domain/themes/types";
import { parsePhases, slowestCadence, typedPhasesSchema } from "./phases";
import { parseSites, typedSitesSchema } from "./sites";

/** Answers that are lists, each kept under the kind of its step. */
export const LISTS = ["phases", "sites"] as const;

/** The answers of a draft, as typed: strings, arrays of strings, and lists under `phases` and `sites`. */
export type TypedAnswers = Readonly<Record<string, unknown>>;

export interface ParsedAnswers {
  /** The answers that can be read, parsed. With phases: `phases` and `indicatorCadence` too; with sites, `sites`. */
  values: Readonly<Record<string, unknown>>;
  /** One sentence per answer missing or wrong, in the order of the steps; the path is the field. */
  errors: readonly FieldError[];
}

/** Whether nothing is typed: a step visited for the first time shows no error on such an answer. */
export function isUnanswered(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Whether a form asks a field, or keeps a list under it. */
export function asks(
  { fields, steps }: Pick<ThemeForm, "fields" | "steps">,
  field: string,
): boolean {
  if (Object.hasOwn(fields.shape, field)) return true;
  return LISTS.some((list) => list === field) && steps.some(({ kind }) => kind === field);
}

/** The answers that a form asks, among those of a dossier: one redirected keeps none of its former theme's. */
export function answersOfForm<Value>(
  form: Pick<ThemeForm, "fields" | "steps">,
  answers: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => asks(form, field)));
}

/** Parses one answer of a form: its value, or the sentence on what is wrong. Throws when the form lacks the field. */
export function parseAnswer(form: ThemeForm, field: string, typed: unknown) {
  const schema = form.fields.shape[field];
  if (!schema) throw new RangeError(`No field ${field} in the form of ${form.theme}`);
  const parsed = schema.safeParse(typed);
  return parsed.success
    ? { value: parsed.data, error: null }
    : { value: undefined, error: parsed.error.issues[0]?.message ?? "Cette réponse est à revoir." };
}

/**
 * Parses what is typed, answer by answer: one wrong answer hides no other. `planTotal` is the total of the plan, which
 * the phases must share; null while the plan has errors.
 */
export function parseAnswers(
  form: ThemeForm,
  answers: TypedAnswers,
  planTotal: Cents | null = null,
): ParsedAnswers {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const step of form.steps) {
    for (const field of step.fields) {
      const { value, error } = parseAnswer(form, field, answers[field]);
      if (error !== null) errors.push({ path: field, message: error });
      else if (value !== undefined) values[field] = value;
    }
    if (step.kind === "phases") {
      const typed = typedPhasesSchema.safeParse(answers.phases);
      const parsed = parsePhases(typed.success ? typed.data : [], planTotal);
      errors.push(...parsed.errors);
      values.phases = parsed.phases;
      const cadence = slowestCadence(parsed.phases);
      if (cadence) values.indicatorCadence = cadence;
    }
    if (step.kind === "sites") {
      const typed = typedSitesSchema.safeParse(answers.sites);
      const parsed = parseSites(typed.success ? typed.data : []);
      errors.push(...parsed.errors);
      values.sites = parsed.sites;
    }
  }
  errors.push(...betweenAnswers(form, answers, errors));
  return { values, errors };
}

/** What the form says of several answers together, on fields with nothing else wrong. */
function betweenAnswers(
  form: ThemeForm,
  answers: TypedAnswers,
  found: readonly FieldError[],
): FieldError[] {
  const typed = Object.fromEntries(
    Object.keys(form.fields.shape).map((field) => [field, answers[field]]),
  );
  const wrong = new Set(found.map(({ path }) => path));
  return (form.submission.safeParse(typed).error?.issues ?? [])
    .map(({ path, message }) => ({ path: path.join("."), message }))
    .filter(({ path }) => !wrong.has(path));
}

export interface SimulationContext {
  form: ThemeForm;
  /** Parsed values of the form. */
  values: Readonly<Record<string, unknown>>;
  expenses: readonly Expense[];
  carrier: { kind: CarrierKind };
  call: "guichet" | "aap";
  filedAt: Date;
  /** Grants of earlier dossiers of the same project under the same theme. */
  priorGrants: readonly Cents[];
}

const amountOf = (value: unknown) => {
  const number = numberOf(value);
  return number === undefined ? undefined : cents(number);
};

/** What the funding rules read of a dossier: the one way from a form to the simulation. */
export function simulationInput({ form, values, ...context }: SimulationContext): SimulationInput {
  return {
    ...context,
    requestedGrant: amountOf(values.requestedGrant),
    // A dossier is a phase when its form gives the total of a larger project.
    phaseOfLargerProject: amountOf(values.projectTotal) !== undefined,
    projectTotal: amountOf(values.projectTotal),
    answers: form.simulationAnswers(values),
  };
}

/** Total of the expenses of a plan, T2 included. */
export function planTotal(expenses: readonly Expense[]): Cents {
  return sum(expenses.map(({ amount }) => amount));
}
