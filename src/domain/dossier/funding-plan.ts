import { z } from "zod";
import type { FieldError } from "@/domain/errors";
import type { Expense } from "@/domain/funding/types";
import { type Cents, centsFromBigInt, parseEuros } from "@/domain/money";
import { text } from "@/domain/text";
import { EXPENSE_CATEGORIES, type ExpenseCategory } from "@/domain/themes/types";

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
  return [line.label, line.typedAmount, line.category, line.provider].every(
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

/**
 * The amount TTC of a line, or null when it cannot be read. T2 bears no VAT, so its amount is taken as typed; an
 * amount HT is converted by the rate stated (reading of the texts, Money).
 */
export function lineAmount(line: TypedLine): Cents | null {
  const amount = parseEuros(line.typedAmount);
  if (amount === null || line.nature === "T2" || line.tax !== "HT") return amount;
  const tenths = rateOf(line.taxRate);
  return tenths === null ? null : withTax(amount, tenths);
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

/** What a line says wrong, column by column. `number` is the line's number as shown, from 1. */
function lineErrors(line: TypedLine, number: number): [PlanColumn, string][] {
  const errors: [PlanColumn, string][] = [];
  const here = `Dépense ${number}\u00A0:`;
  if (line.label === "") {
    errors.push([
      "label",
      `${here} indiquez ce qui est acheté. Exemple\u00A0: audit d’accessibilité.`,
    ]);
  }
  if (line.label.length > 200) {
    errors.push(["label", `${here} l’intitulé dépasse 200 caractères. Raccourcissez-le.`]);
  }
  if (line.provider.length > 200) {
    errors.push(["provider", `${here} le nom du prestataire dépasse 200 caractères.`]);
  }
  if (line.nature !== "T2" && line.nature !== "T3") {
    errors.push(["nature", `${here} choisissez T2 (personnel) ou T3 (autre dépense).`]);
  }
  if (!PLAN_YEARS.some((year) => String(year) === line.year)) {
    errors.push([
      "year",
      `${here} l’année doit être comprise entre 2020 et 2035. Exemple\u00A0: 2022.`,
    ]);
  }
  if (!isCategory(line.category)) {
    errors.push(["category", `${here} choisissez une catégorie dans la liste.`]);
  } else if (line.nature === "T3" && line.category === "staff") {
    errors.push([
      "category",
      `${here} les agents de l’administration relèvent du T2. Choisissez T2, ou une autre catégorie.`,
    ]);
  }
  const amount = parseEuros(line.typedAmount);
  if (amount === null || amount === 0) {
    errors.push([
      "typedAmount",
      `${here} le montant doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 12\u202F500,50.`,
    ]);
  }
  if (line.nature !== "T2") {
    if (line.tax !== "TTC" && line.tax !== "HT") {
      errors.push(["tax", `${here} précisez si le montant est TTC ou HT.`]);
    } else if (line.tax === "HT" && rateOf(line.taxRate) === null) {
      errors.push([
        "taxRate",
        `${here} le taux de TVA doit être 0, 2,1, 5,5, 8,5, 10 ou 20. Exemple\u00A0: 5,5.`,
      ]);
    }
  }
  return errors;
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
    const errors = lineErrors(line, index + 1);
    for (const [column, message] of errors) plan.errors.push({ line: index, column, message });
    const amount = lineAmount(line);
    const readable = errors.every(([column]) => column === "label" || column === "provider");
    if (!readable || amount === null || !isCategory(line.category)) return;
    const stated = line.seatInFrance !== null || line.innovative !== null;
    plan.lineOf.push(index);
    plan.expenses.push({
      amount,
      nature: line.nature === "T2" ? "T2" : "T3",
      year: Number(line.year),
      category: line.category,
      nonEuropeanLicence: line.category === "licence" && line.nonEuropeanLicence,
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
