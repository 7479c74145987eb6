import type { FieldError } from "@/domain/errors";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { CARRIERS } from "@/domain/funding/theme-words";
import type { Expense, SimulationAnswers, SimulationInput } from "@/domain/funding/types";
import { type Cents, parseEuros } from "@/domain/money";
import {
  CARRIER_KINDS,
  type CarrierKind,
  EXPENSE_CATEGORIES,
  type ExpenseCategory,
} from "@/domain/themes/types";
import { FIELDS, lineField, lineNumbers } from "@/features/catalogue/simulator/field-names";
import type { Question } from "@/features/catalogue/simulator/questions";
import { slugOf } from "@/features/catalogue/words";

/** What the simulator's form says, in the terms of the rules. */
export interface ReadForm {
  input: SimulationInput;
  /** Answers that could not be read: they are left out of the computation. */
  errors: FieldError[];
  /** True while no spending is given: there is nothing to compute. */
  isEmpty: boolean;
}

export interface ReadContext {
  questions: readonly Question[];
  /** The carriers of the theme: an unanswered question of carrier raises no objection. */
  carriers: readonly CarrierKind[];
  /** The portal's time: the simulation is that of a filing now. */
  now: Date;
}

/** The largest sum of spending: an exact integer of cents, as in the public interface. */
const MAX_SUM = 999_999_999_999_999;
const TOO_LARGE =
  "La somme des dépenses dépasse 9\u202F999\u202F999\u202F999\u202F999,99\u00A0€. Vérifiez les montants.";

const CARRIER_BY_SLUG = new Map(CARRIER_KINDS.map((kind) => [slugOf(CARRIERS[kind]), kind]));
const CATEGORY_BY_SLUG = new Map<string, ExpenseCategory>(
  EXPENSE_CATEGORIES.map((key) => [slugOf(CATEGORY_LABELS[key]), key]),
);

/**
 * Reads the parameters of the form, the same in the browser and on the server. Never fails: an empty field is no
 * answer, an unreadable one is an error beside its field.
 */
export function readForm(params: URLSearchParams, context: ReadContext): ReadForm {
  const errors: FieldError[] = [];
  const typed = (name: string) => (params.get(name) ?? "").trim();
  const amount = (name: string, what: string): Cents | undefined => {
    const text = typed(name);
    if (text === "") return undefined;
    const read = parseEuros(text);
    if (read === null) {
      const message = `${what} doit être un nombre en euros. Exemple\u00A0: 12\u202F500,50.`;
      errors.push({ path: name, message });
    }
    return read ?? undefined;
  };

  const expenses = lineNumbers(params).flatMap((line, index) => {
    const given = amount(lineField(line, "amount"), `Le montant de la dépense ${index + 1}`);
    return given === undefined ? [] : [expenseOf(params, line, given)];
  });
  if (expenses.reduce((total, expense) => total + expense.amount, 0) > MAX_SUM) {
    errors.push({ path: lineField(lineNumbers(params)[0] ?? 0, "amount"), message: TOO_LARGE });
    expenses.length = 0;
  }
  const projectTotal = amount(FIELDS.projectTotal, "Le coût du projet entier");
  const prior = amount(FIELDS.priorGrants, "Le total des subventions déjà accordées");
  const requestedGrant = amount(FIELDS.requestedGrant, "La subvention demandée");
  const answers = readAnswers(typed, context.questions, errors);
  const kind = CARRIER_BY_SLUG.get(typed(FIELDS.carrier)) ?? context.carriers[0];
  const call = typed(FIELDS.callKind);

  return {
    input: {
      carrier: { kind: kind ?? "central-administration" },
      ...(call === "guichet" || call === "aap" ? { call } : {}),
      filedAt: context.now,
      ...(requestedGrant === undefined ? {} : { requestedGrant }),
      priorGrants: prior === undefined ? [] : [prior],
      phaseOfLargerProject: projectTotal !== undefined,
      ...(projectTotal === undefined ? {} : { projectTotal }),
      expenses,
      answers,
    },
    errors,
    isEmpty: expenses.length === 0,
  };
}

function expenseOf(params: URLSearchParams, line: number, amount: Cents): Expense {
  const typed = (name: Parameters<typeof lineField>[1]) => params.get(lineField(line, name)) ?? "";
  const year = Number(typed("year"));
  const innovative = typed("innovative");
  return {
    amount,
    nature: typed("nature") === "T2" ? "T2" : "T3",
    year: Number.isInteger(year) && year >= 2020 && year <= 2035 ? year : 2021,
    category: CATEGORY_BY_SLUG.get(typed("category")) ?? "other",
    nonEuropeanLicence: typed("foreign") === "oui",
    ...(innovative === "" ? {} : { provider: providerOf(innovative === "oui") }),
  };
}

/** One question for both conditions of ITN6: innovative, with a seat in France (Livret l.367). */
function providerOf(innovative: boolean) {
  return { seatInFrance: innovative, innovative };
}

const MAX_MONTHS = 120;

function readAnswers(
  typed: (name: string) => string,
  questions: readonly Question[],
  errors: FieldError[],
): Partial<SimulationAnswers> {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const text = typed(question.name);
    if (text === "") continue;
    const read = readAnswer(question, text);
    if (read === undefined) errors.push({ path: question.name, message: WRONG[question.kind] });
    else answers[question.key] = read;
  }
  return answers as Partial<SimulationAnswers>;
}

const WRONG: Readonly<Record<Question["kind"], string>> = {
  "yes-no": "Répondez oui ou non.",
  months: "Le délai doit être un nombre entier de mois, de 0 à 120. Exemple\u00A0: 6.",
  percentage:
    "La part doit être un pourcentage de 0 à 100, avec deux décimales au plus. Exemple\u00A0: 55.",
  date: "La date doit comporter un jour, un mois et une année.",
  choice: "Choisissez une réponse de la liste.",
};

function readAnswer({ kind, options }: Question, text: string): unknown {
  switch (kind) {
    case "yes-no":
      return text === "oui" ? true : text === "non" ? false : undefined;
    case "months":
      return /^\d{1,3}$/.test(text) && Number(text) <= MAX_MONTHS ? Number(text) : undefined;
    case "percentage":
      return percentageOf(text);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
    case "choice":
      return options?.some(({ value }) => value === text) ? text : undefined;
  }
}

/** Ten-thousandths of a percentage typed: `62,5` and `62.5 %` give 6250. */
function percentageOf(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.replace(/[\u00A0\u202F]/g, " "));
  if (!match) return undefined;
  const share = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return share <= 10_000 ? share : undefined;
}
