import { finding } from "@/domain/funding/finding";
import type { Finding, SimulationInput } from "@/domain/funding/types";
import { type Cents, cents, euros, formatEuros, sum } from "@/domain/money";
import type { ExpectedSize, SizeBound } from "@/domain/themes/types";

/** Above this cost of the project, strictly, the director of DINUM gives an opinion. Action 6-2 l.118 */
export const OPINION_THRESHOLD = euros(9_000_000);

type Plan = Pick<SimulationInput, "expenses" | "phaseOfLargerProject" | "projectTotal">;

/** The amount a size is read on: the project's when the dossier is a phase of it, else the plan's (all, or title 3). */
export function sizeAmount(readOn: ExpectedSize["readOn"], input: Plan): Cents {
  if (input.phaseOfLargerProject && input.projectTotal !== undefined) return input.projectTotal;
  const counted = input.expenses.filter(({ nature }) => readOn === "total" || nature === "T3");
  return sum(counted.map(({ amount }) => amount));
}

/** Whether an amount respects a lower bound. `plus de` excludes it, `de A à B` includes it. */
export function reaches(amount: Cents, { amount: bound, inclusive }: SizeBound): boolean {
  return inclusive ? amount >= bound : amount > bound;
}

/** Whether an amount respects an upper bound. */
export function staysWithin(amount: Cents, { amount: bound, inclusive }: SizeBound): boolean {
  return inclusive ? amount <= bound : amount < bound;
}

/** The bounds for a carrier and a kind of call. */
export function boundsFor(
  size: ExpectedSize,
  { carrier, call }: { carrier: SimulationInput["carrier"]; call: "guichet" | "aap" | null },
): { min: SizeBound | null; max: SizeBound | null } {
  if (call !== null && size.byCall) return size.byCall[call];
  const own = size.minFor?.carriers.includes(carrier.kind) ? size.minFor.bound : size.min;
  return { min: own, max: size.max };
}

const READ_ON = { total: "Le coût total", T3: "Le coût en titre 3 (hors personnel)" };

/**
 * `SIZE_OUT` when the cost is outside the expected size: a warning the carrier explains, not a refusal, since the size
 * is not in the Éligibilité block (reading of the texts, Money). Null within the bounds or where the size is undefined.
 */
export function checkSize(
  size: ExpectedSize | null,
  input: Plan & Pick<SimulationInput, "carrier">,
  call: "guichet" | "aap" | null,
): Finding | null {
  if (size === null) return null;
  const amount = sizeAmount(size.readOn, input);
  const { min, max } = boundsFor(size, { carrier: input.carrier, call });
  const ofProject = input.phaseOfLargerProject && input.projectTotal !== undefined;
  const subject = ofProject ? "Le coût total du projet" : READ_ON[size.readOn];
  const tell = (where: string, expected: string) =>
    finding(
      "SIZE_OUT",
      `${subject} est ${where} à la taille attendue (${expected}). Pour déposer, expliquez pourquoi.`,
      size.source,
      { interpretation: size.readOn === "T3" || (min !== null && min === size.minFor?.bound) },
    );
  if (min && !reaches(amount, min)) {
    return tell("inférieur", `${min.inclusive ? "" : "plus de "}${formatEuros(min.amount)}`);
  }
  if (max && !staysWithin(amount, max)) {
    return tell("supérieur", `${max.inclusive ? "" : "moins de "}${formatEuros(max.amount)}`);
  }
  return null;
}

/** Whether a project of this total needs the opinion of the director of DINUM: strictly above 9 M€ (action 6-2 l.118). */
export function needsDirectorOpinion(projectTotal: Cents): boolean {
  return projectTotal > OPINION_THRESHOLD;
}

/** `DIRECTOR_OPINION_REQUIRED` above 9 M€, strictly, read on the whole project where it is larger than the plan. */
export function checkDirectorOpinion(input: Plan): Finding | null {
  const plan = sum(input.expenses.map(({ amount }) => amount));
  const project = cents(Math.max(plan, input.projectTotal ?? 0));
  if (!needsDirectorOpinion(project)) return null;
  return finding(
    "DIRECTOR_OPINION_REQUIRED",
    `Projet de plus de ${formatEuros(OPINION_THRESHOLD)}\u00A0: l’avis du directeur de la DINUM est recueilli avant toute décision.`,
    "Action 6-2 l.118",
  );
}
