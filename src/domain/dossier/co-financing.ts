import { z } from "zod";
import type { FieldError } from "@/domain/errors";
import type { Expense } from "@/domain/funding/types";
import { type Cents, cents, formatEuros, least, parseEuros, sum, ZERO } from "@/domain/money";
import { text } from "@/domain/text";

/** Other payers of a project. No text speaks of them: they are asked so that the whole cost is covered on paper. */
export const MAX_CO_FINANCERS = 20;

export const CERTAINTIES = ["acquired", "requested"] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const CERTAINTY_LABELS: Readonly<Record<Certainty, string>> = {
  acquired: "Acquis",
  requested: "Demandé",
};

/** Longest text a cell keeps; what a filing accepts is shorter, so that nothing typed is lost. */
const typed = text(1000).prefault("");

export const typedCoFinancerSchema = z.strictObject({
  name: typed,
  typedAmount: typed,
  certainty: typed,
});
/** A co-financer as a person typed it: what the draft keeps. */
export type TypedCoFinancer = z.output<typeof typedCoFinancerSchema>;
export const typedCoFinancersSchema = z.array(typedCoFinancerSchema).max(MAX_CO_FINANCERS, {
  error: "Le plan accepte 20 co-financeurs au plus. Regroupez ceux de même nature.",
});

export interface CoFinancer {
  name: string;
  amount: Cents;
  certainty: Certainty;
}

/** The line a new row starts with. */
export const blankCoFinancer = (): TypedCoFinancer => typedCoFinancerSchema.parse({});

/** Whether nothing is typed: such a line is ignored, never an error. */
export const isBlankCoFinancer = (line: TypedCoFinancer) =>
  Object.values(line).every((value) => value === "");

export const isCertainty = (value: string): value is Certainty =>
  CERTAINTIES.some((certainty) => certainty === value);

/** What a co-financer brings, or null when it cannot be read. */
export function coFinancerAmount({ typedAmount }: TypedCoFinancer): Cents | null {
  const amount = parseEuros(typedAmount);
  return amount === ZERO ? null : amount;
}

/** The co-financers that can be read, and what is wrong, on the paths `coFinancers.0.name`. */
export function parseCoFinancers(lines: readonly TypedCoFinancer[]): {
  coFinancers: CoFinancer[];
  errors: FieldError[];
} {
  const coFinancers: CoFinancer[] = [];
  const errors: FieldError[] = [];
  lines.forEach((line, index) => {
    if (isBlankCoFinancer(line)) return;
    const say = (column: keyof TypedCoFinancer, sentence: string) =>
      errors.push({
        path: `coFinancers.${index}.${column}`,
        message: `Co-financeur ${index + 1}\u00A0: ${sentence}`,
      });
    const { name, certainty } = line;
    const amount = coFinancerAmount(line);
    if (name === "") say("name", "dites qui paie. Exemple\u00A0: agence de l’eau Loire-Bretagne.");
    if (name.length > 200) say("name", "ce nom dépasse 200 caractères. Raccourcissez-le.");
    if (amount === null) {
      say(
        "typedAmount",
        "le montant doit être un nombre en euros, supérieur à zéro. Exemple\u00A0: 30\u202F000.",
      );
    }
    if (!isCertainty(certainty)) {
      say("certainty", "dites si ce financement est acquis ou seulement demandé.");
    }
    if (amount !== null && isCertainty(certainty)) coFinancers.push({ name, amount, certainty });
  });
  return { coFinancers, errors };
}

/** Who pays what. `grant + coFinancing + own.total` is always the total. */
export interface Financing {
  total: Cents;
  grant: Cents;
  coFinancing: Cents;
  acquired: Cents;
  requested: Cents;
  /** `staff + cash` is always `total`. Negative only with `too-much` among the remarks. */
  own: OwnShare;
  remarks: readonly FinancingRemark[];
}

export interface FinancingRemark {
  /** `too-much`: more is promised than the project costs. `staff-paid-by-others`: the own share is below the T2. */
  code: "too-much" | "staff-paid-by-others";
  message: string;
}

/** What the carrier pays itself of a plan: its agents first, then cash. Negative when others pay more than it costs. */
export interface OwnShare {
  total: Cents;
  staff: Cents;
  cash: Cents;
}

/** The own share that the sums of a plan leave. `salaries` is its staff cost (T2). */
export function ownShare(sums: {
  total: Cents;
  grant: Cents;
  coFinancing: Cents;
  salaries: Cents;
}): OwnShare {
  const own = cents(sums.total - sums.grant - sums.coFinancing);
  const staff = own > ZERO ? least(sums.salaries, own) : ZERO;
  return { total: own, staff, cash: cents(own - staff) };
}

/**
 * The plan's financing: what neither the fund nor a co-financer pays is the carrier's. Its agents (T2) are its own money
 * first; the rest of its share is cash.
 */
export function financingOf(
  expenses: readonly Expense[],
  grant: Cents,
  coFinancers: readonly Pick<CoFinancer, "amount" | "certainty">[],
): Financing {
  const amountsOf = (wanted: Certainty) =>
    sum(coFinancers.flatMap(({ amount, certainty }) => (certainty === wanted ? amount : [])));
  const total = sum(expenses.map(({ amount }) => amount));
  const salaries = sum(expenses.flatMap(({ amount, nature }) => (nature === "T2" ? amount : [])));
  const acquired = amountsOf("acquired");
  const requested = amountsOf("requested");
  const coFinancing = sum([acquired, requested]);
  const share = ownShare({ total, grant, coFinancing, salaries });
  const { total: own, staff } = share;
  const remarks: FinancingRemark[] = [];
  if (own < ZERO) {
    remarks.push({
      code: "too-much",
      message: `La subvention et les co-financements dépassent le coût du projet de ${formatEuros(cents(-own))}. Baissez un co-financement ou la subvention demandée.`,
    });
  } else if (staff < salaries) {
    remarks.push({
      code: "staff-paid-by-others",
      message: `Vos agents (T2) coûtent ${formatEuros(salaries)} et votre part n’est que de ${formatEuros(own)}\u00A0: d’autres paieraient ${formatEuros(cents(salaries - staff))} de leur salaire. Vérifiez les co-financements.`,
    });
  }
  return {
    total,
    grant,
    coFinancing,
    acquired,
    requested,
    own: share,
    remarks,
  };
}
