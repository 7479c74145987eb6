import { finding } from "@/domain/funding/finding";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { sourceOf } from "@/domain/funding/sources";
import type { Expense, ExplanationStep, Finding } from "@/domain/funding/types";
import { enumerate } from "@/domain/funding/wording";
import { type Cents, cents, formatEuros, sum, ZERO } from "@/domain/money";
import type { FundingRules } from "@/domain/themes/types";

/** What the rate applies to, and what was left out of it. */
export interface RetainedBase {
  /** All lines, T2 included. */
  total: Cents;
  base: Cents;
  /** The part of the base that is staff cost: more than zero only where T2 is valued. */
  staff: Cents;
  steps: ExplanationStep[];
  findings: Finding[];
}

/** A reason to leave a line out of the base. The first that applies, in this order, is the one told. */
type Exclusion = {
  rule: "staff-cost" | "years" | "excluded-categories" | "non-european-licences" | "categories";
  applies(expense: Expense): boolean;
  /** Says what is out and why, given the lines and their sum. */
  tell(expenses: readonly Expense[], amount: Cents): string;
  interpretation: boolean;
};

const distinct = <T>(values: readonly T[]) => [...new Set(values)];
const plural = (items: readonly unknown[], one: string, many: string) =>
  items.length > 1 ? many : one;

function exclusionsOf(rules: FundingRules): Exclusion[] {
  const { staffCost, years, categories, excludedCategories } = rules;
  const found: Exclusion[] = [];
  if (staffCost !== "valued") {
    const why =
      staffCost === "counterpart"
        ? "c’est votre contrepartie, elle n’est pas financée"
        : "ce thème ne les accepte pas";
    found.push({
      rule: "staff-cost",
      applies: ({ nature }) => nature === "T2",
      tell: (_, amount) =>
        `Dépenses de personnel (T2)\u00A0: ${formatEuros(amount)} hors base, ${why}.`,
      // The text speaks of title 2 where it is a counterpart; elsewhere it is silent.
      interpretation: staffCost === "not-accepted",
    });
  }
  if (years) {
    found.push({
      rule: "years",
      applies: ({ year }) => !years.includes(year),
      tell: (expenses, amount) => {
        const out = distinct(expenses.map(({ year }) => year)).sort((a, b) => a - b);
        const subject = plural(out, "Dépense de", "Dépenses de");
        return `${subject} ${enumerate(out)}\u00A0: ${formatEuros(amount)} hors base, seules les années ${enumerate(years)} comptent.`;
      },
      interpretation: false,
    });
  }
  if (excludedCategories) {
    found.push({
      rule: "excluded-categories",
      applies: ({ category }) => excludedCategories.includes(category),
      tell: (expenses, amount) =>
        `${named(expenses)}\u00A0: ${formatEuros(amount)} hors base, le fonds ne les finance pas.`,
      interpretation: false,
    });
  }
  if (rules.excludesNonEuropeanLicences) {
    found.push({
      rule: "non-european-licences",
      applies: ({ nonEuropeanLicence }) => nonEuropeanLicence,
      tell: (_, amount) =>
        `Licences de produits extérieurs à l’Europe\u00A0: ${formatEuros(amount)} hors base\u202F; leur intégration peut être financée.`,
      interpretation: false,
    });
  }
  if (categories) {
    found.push({
      rule: "categories",
      applies: ({ category }) => !categories.includes(category),
      tell: (expenses, amount) =>
        `${named(expenses)}\u00A0: ${formatEuros(amount)} hors base, hors de la liste des dépenses financées.`,
      // The texts list what is funded; that the list is closed is the reading retained.
      interpretation: true,
    });
  }
  return found;
}

/** `Licence et Hébergement` of lines. */
function named(expenses: readonly Expense[]): string {
  return enumerate(
    distinct(expenses.map(({ category }) => category)).map((key) => CATEGORY_LABELS[key]),
  );
}

const amountOf = (expenses: readonly Expense[]) => sum(expenses.map(({ amount }) => amount));

/**
 * The base of a plan: every line but those the rules leave out, each counted once, with one step and one finding per
 * reason. The steps' amounts add up to `total − base`.
 */
export function retainedBase(rules: FundingRules, expenses: readonly Expense[]): RetainedBase {
  const exclusions = exclusionsOf(rules);
  const kept: Expense[] = [];
  const left = new Map<Exclusion, Expense[]>(exclusions.map((exclusion) => [exclusion, []]));
  for (const expense of expenses) {
    const reason = exclusions.find((exclusion) => exclusion.applies(expense));
    (reason ? left.get(reason) : kept)?.push(expense);
  }

  const steps: ExplanationStep[] = [];
  const findings: Finding[] = [];
  let excluded = 0;
  for (const [{ rule, tell, interpretation }, lines] of left) {
    const amount = amountOf(lines);
    if (amount === 0) continue;
    excluded += amount;
    const label = tell(lines, amount);
    const source = sourceOf(rules, rule);
    steps.push({ rule, label, amount, source, interpretation });
    if (rule !== "staff-cost") {
      findings.push(finding("EXPENSE_OUT_OF_BASE", label, source, { interpretation }));
    } else if (rules.staffCost === "not-accepted") {
      findings.push(finding("T2_NOT_ACCEPTED", label, source, { interpretation }));
    }
  }

  const ofStaff = ({ nature }: Expense) => nature === "T2";
  if (rules.staffCost === "counterpart" && amountOf(expenses.filter(ofStaff)) === 0) {
    const message =
      "Aucune dépense de personnel (T2)\u00A0: ajoutez la contrepartie en agents que votre ministère mobilise.";
    findings.push(finding("T2_COUNTERPART_MISSING", message, sourceOf(rules, "staff-cost")));
  }

  const staff = amountOf(kept.filter(ofStaff));
  if (staff > ZERO) {
    steps.push({
      rule: "staff-cost",
      label: `Dépenses de personnel (T2)\u00A0: ${formatEuros(staff)} comptés dans la part que vous financez.`,
      amount: staff,
      source: sourceOf(rules, "staff-cost"),
      interpretation: false,
    });
  }
  const total = amountOf(expenses);
  return { total, base: cents(total - excluded), staff, steps, findings };
}
