import { z } from "zod";
import type { FieldError } from "@/domain/errors";
import type { Expense } from "@/domain/funding/types";
import { type Cents, centsFromBigInt, formatEuros, parseEuros } from "@/domain/money";
import { text } from "@/domain/text";
import { EXPENSE_CATEGORIES, type ExpenseCategory } from "@/domain/themes/types";
import {
  hasStaffCost,
  parseMonths,
  parseStaffCost,
  parseTimeShare,
  staffAmount,
  staffCostInWords,
} from "./staff-cost";

/** A plan holds 200 lines at most. */
export const MAX_LINES = 200;

/** VAT rates of France and its overseas departments, as typed, and in tenths of a percent. */
export const TAX_RATES: Readonly<Record<string, number>> = {
  "0": 0,
  "2,1": 21,
  "5,5": 55,
  "8,5": 85,
  "10": 100,
  "20": 200,
};

/** Years a line may bear (contract of the simulation: 2020 to 2035). */
export const PLAN_YEARS = Array.from({ length: 16 }, (_, index) => 2020 + index);

/** Longest text a cell keeps; what a filing accepts is shorter, so that nothing typed is lost. */
const typed = text(1000).prefault("");
/** A yes, a no or « not known »: `null`, or the strings of a form. */
const triState = z
  .union([z.boolean(), z.null(), z.enum(["oui", "non", "inconnu", ""])])
  .transform((value) => {
    if (value === "oui") return true;
    if (value === "non") return false;
    return typeof value === "boolean" ? value : null;
  })
  .prefault(null);

/**
 * A line as a person typed it: what the draft keeps. Nothing is refused here but what the database cannot hold; what is
 * wrong is said by `parsePlan`.
 */
export const typedLineSchema = z.strictObject({
  label: typed,
  nature: typed,
  year: typed,
  category: typed,
  typedAmount: typed,
  tax: typed,
  taxRate: typed,
  provider: typed,
  seatInFrance: triState,
  innovative: triState,
  nonEuropeanLicence: z
    .union([z.boolean(), z.enum(["oui", "non", ""])])
    .transform((value) => value === true || value === "oui")
    .prefault(false),
  /** T2 valued from what a post costs (see `staff-cost`); empty when the amount is typed outright. */
  annualCost: typed,
  timeShare: typed,
  months: typed,
});
export type TypedLine = z.output<typeof typedLineSchema>;
export const typedPlanSchema = z.array(typedLineSchema).max(MAX_LINES, {
  error: "Le plan de financement accepte 200 dépenses au plus. Regroupez celles de même nature.",
});

/** The line a new row starts with: external spending, TTC, this year. */
export function blankLine(year: number): TypedLine {
  return typedLineSchema.parse({ nature: "T3", year: String(year), tax: "TTC", taxRate: "20" });
}

/** Whether nothing a person typed is in the line: such a line is ignored, never an error. */
export function isBlank(line: TypedLine): boolean {
  const { label, typedAmount, category, provider, annualCost, timeShare, months } = line;
  return [label, typedAmount, category, provider, annualCost, timeShare, months].every(
    (value) => value === "",
  );
}

/** TTC of an amount HT: exact integer arithmetic, rounded half up to the cent. `tenths` is in tenths of a percent. */
export function withTax(amount: Cents, tenths: number): Cents {
  return centsFromBigInt((BigInt(amount) * BigInt(1000 + tenths) + 500n) / 1000n);
}

/** `20`, `5.5`, `5,50 %` as one of the keys of `TAX_RATES`, else null. */
function rateOf(typedRate: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d)0?)?%?$/.exec(typedRate.replace(/[\s\u00A0\u202F]/g, ""));
  if (!match) return null;
  const decimals = match[2] && match[2] !== "0" ? `,${match[2]}` : "";
  return TAX_RATES[`${Number(match[1])}${decimals}`] ?? null;
}

/** Whether the amount of a line is computed from what a post costs. */
export const isComputed = (line: TypedLine) => line.nature === "T2" && hasStaffCost(line);

/**
 * The amount TTC of a line, or null when it cannot be read. T2 bears no VAT: its amount is computed from the post, or
 * taken as typed; an amount HT is converted by the rate stated (reading of the texts, Money).
 */
export function lineAmount(line: TypedLine): Cents | null {
  if (isComputed(line)) {
    const cost = parseStaffCost(line);
    return cost && staffAmount(cost);
  }
  const amount = parseEuros(line.typedAmount);
  if (amount === null || line.nature === "T2" || line.tax !== "HT") return amount;
  const tenths = rateOf(line.taxRate);
  return tenths === null ? null : withTax(amount, tenths);
}

/** How the amount of a post was found, or null for an amount typed outright. */
export function computationInWords(line: TypedLine): string | null {
  const cost = isComputed(line) ? parseStaffCost(line) : null;
  return cost && staffCostInWords(cost);
}

export type PlanColumn = keyof TypedLine;
export type LineError = { line: number; column: PlanColumn; message: string };
export type ParsedPlan = {
  /** The lines that can be read, in order. */
  expenses: Expense[];
  /** For each expense, the index of its line: a finding on an expense is shown on its line. */
  lineOf: number[];
  errors: LineError[];
};

/** The path of a column of a line in the form: `plan.0.typedAmount`. */
export function planPath(line: number, column: PlanColumn): string {
  return `plan.${line}.${column}`;
}

/** The errors of a plan as errors of the form's fields. */
export function planFieldErrors(errors: readonly LineError[]): FieldError[] {
  return errors.map(({ line, column, message }) => ({ path: planPath(line, column), message }));
}

const isCategory = (value: string): value is ExpenseCategory =>
  EXPENSE_CATEGORIES.some((category) => category === value);

/** The category of a line; that of a salary goes without saying. Null when none is chosen, or one that does not exist. */
export function lineCategory({
  nature,
  category,
}: Pick<TypedLine, "nature" | "category">): ExpenseCategory | null {
  if (isCategory(category)) return category;
  return nature === "T2" && category === "" ? "staff" : null;
}

/** A line whose nature was just chosen: agents are salaries, and nothing else is. */
export function withNature(line: TypedLine, nature: string): TypedLine {
  const { category } = line;
  if (nature === "T2" && category === "") return { ...line, nature, category: "staff" };
  if (nature === "T3" && category === "staff") return { ...line, nature, category: "" };
  return { ...line, nature };
}

type Problem = [column: PlanColumn, sentence: string];

/** What is wrong with the amount of a post: typed outright, or computed. */
function staffProblems(line: TypedLine): Problem[] {
  const problems: Problem[] = [];
  const annual = parseEuros(line.annualCost);
  if (annual === null || annual === 0) {
    problems.push([
      "annualCost",
      "le coût annuel doit être un montant en euros, supérieur à zéro. Exemple\u00A0: 52\u202F000.",
    ]);
  }
  if (parseTimeShare(line.timeShare) === null) {
    problems.push([
      "timeShare",
      "la part du temps s’écrit en pourcentage, 100 au plus. Exemple\u00A0: 50 pour un mi-temps.",
    ]);
  }
  if (parseMonths(line.months) === null) {
    problems.push([
      "months",
      "le nombre de mois va jusqu’à 12, année par année. Exemple\u00A0: 6.",
    ]);
  }
  const computed = lineAmount(line);
  const typedOutright = line.typedAmount === "" ? computed : parseEuros(line.typedAmount);
  if (problems.length === 0 && computed !== null && typedOutright !== computed) {
    problems.push([
      "typedAmount",
      `le montant saisi n’est pas celui du calcul, ${formatEuros(computed)}. Effacez le montant, ou le calcul.`,
    ]);
  }
  return problems;
}

function taxProblems(line: TypedLine): Problem[] {
  if (line.tax !== "TTC" && line.tax !== "HT") {
    return [["tax", "précisez si le montant est TTC ou HT."]];
  }
  return line.tax === "HT" && rateOf(line.taxRate) === null
    ? [["taxRate", "le taux de TVA doit être 0, 2,1, 5,5, 8,5, 10 ou 20. Exemple\u00A0: 5,5."]]
    : [];
}

/** What is wrong in a line, column by column; each sentence goes on after the place of the line. */
export function lineProblems(line: TypedLine): Problem[] {
  const problems: Problem[] = [];
  if (line.label === "") {
    problems.push(["label", "indiquez ce qui est acheté. Exemple\u00A0: audit d’accessibilité."]);
  }
  if (line.label.length > 200) {
    problems.push(["label", "l’intitulé dépasse 200 caractères. Raccourcissez-le."]);
  }
  if (line.provider.length > 200) {
    problems.push(["provider", "le nom du prestataire dépasse 200 caractères."]);
  }
  if (line.nature !== "T2" && line.nature !== "T3") {
    problems.push(["nature", "choisissez T2 (personnel) ou T3 (autre dépense)."]);
  }
  if (!PLAN_YEARS.some((year) => String(year) === line.year)) {
    problems.push(["year", "l’année doit être comprise entre 2020 et 2035. Exemple\u00A0: 2022."]);
  }
  if (lineCategory(line) === null) {
    problems.push(["category", "choisissez une catégorie dans la liste."]);
  } else if (line.nature === "T3" && line.category === "staff") {
    problems.push([
      "category",
      "les agents de l’administration relèvent du T2. Choisissez T2, ou une autre catégorie.",
    ]);
  }
  if (isComputed(line)) return [...problems, ...staffProblems(line)];
  const amount = parseEuros(line.typedAmount);
  if (amount === null || amount === 0) {
    problems.push([
      "typedAmount",
      "le montant doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 12\u202F500,50.",
    ]);
  }
  return line.nature === "T2" ? problems : [...problems, ...taxProblems(line)];
}

/**
 * The expenses of the lines as typed, and what is wrong by line (index from 0) and column. Blank lines are ignored. A
 * line with an error in another column than its label or provider is left out of the expenses. A provider whose seat or innovation
 * is not stated counts as « no »; a line without anything on its provider has none.
 */
export function parsePlan(lines: readonly TypedLine[]): ParsedPlan {
  const plan: ParsedPlan = { expenses: [], lineOf: [], errors: [] };
  lines.forEach((line, index) => {
    if (isBlank(line)) return;
    const errors = lineProblems(line);
    for (const [column, sentence] of errors) {
      const message = `Dépense ${index + 1}\u00A0: ${sentence}`;
      plan.errors.push({ line: index, column, message });
    }
    const amount = lineAmount(line);
    const readable = errors.every(([column]) => column === "label" || column === "provider");
    const category = lineCategory(line);
    if (!readable || amount === null || category === null) return;
    const stated = line.seatInFrance !== null || line.innovative !== null;
    plan.lineOf.push(index);
    plan.expenses.push({
      amount,
      nature: line.nature === "T2" ? "T2" : "T3",
      year: Number(line.year),
      category,
      nonEuropeanLicence: category === "licence" && line.nonEuropeanLicence,
      ...(stated && {
        provider: {
          seatInFrance: line.seatInFrance === true,
          innovative: line.innovative === true,
        },
      }),
    });
  });
  return plan;
}
