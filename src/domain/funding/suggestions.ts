import type { CallWindow } from "@/domain/funding/calls";
import { simulate } from "@/domain/funding/simulate";
import { boundsFor, reaches, sizeAmount, staysWithin } from "@/domain/funding/size";
import type {
  Expense,
  FindingCode,
  SimulationInput,
  SimulationResult,
} from "@/domain/funding/types";
import { enumerate } from "@/domain/funding/wording";
import { type Cents, cents, euros, formatEuros, ZERO } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** What would change a result, or what would not: each was tried by asking the rules again. */
export interface Suggestion {
  /** Which of the trials it is: stable, for tests and lists. */
  key:
    | "staff-counterpart"
    | "size"
    | "providers"
    | "years"
    | "requested-grant"
    | "more-spending"
    | "no-effect";
  sentence: string;
}

/** The spending a trial adds: enough to be seen, small beside every theme's expected size. */
const STEP = euros(12_000);
const MOST = 3;

interface Trial {
  rules: ThemeRules;
  input: SimulationInput;
  result: SimulationResult;
  /** The grant as it is. */
  grant: Cents;
  /** Asks the rules again with something changed. */
  ask: (change: Partial<SimulationInput>) => SimulationResult;
}

const has = (result: SimulationResult, code: FindingCode) =>
  result.findings.some((finding) => finding.code === code);
const grantOf = (result: SimulationResult) => result.amounts?.grant ?? ZERO;

/** An expense that every rule of the theme on categories and years takes in the base. */
function payable({ rules, input }: Trial, amount: Cents): Expense {
  const { years, categories } = rules.funding ?? {};
  return {
    amount,
    nature: "T3",
    year: years?.[0] ?? input.filedAt.getUTCFullYear(),
    category: categories?.[0] ?? "services",
    nonEuropeanLicence: false,
    provider: { seatInFrance: true, innovative: true },
  };
}

/** SNAP2A, SNAP2B: one staff cost is enough for the compulsory counterpart. */
function staffCounterpart({ input, result, ask }: Trial): Suggestion | null {
  if (!has(result, "T2_COUNTERPART_MISSING")) return null;
  const post: Expense = {
    amount: STEP,
    nature: "T2",
    year: input.filedAt.getUTCFullYear(),
    category: "staff",
    nonEuropeanLicence: false,
  };
  const after = ask({ expenses: [...input.expenses, post] });
  if (has(after, "T2_COUNTERPART_MISSING") || grantOf(after) !== grantOf(result)) return null;
  return {
    key: "staff-counterpart",
    sentence:
      "Ajoutez une dépense de personnel (T2)\u00A0: la contrepartie demandée sera là, sans changer la subvention.",
  };
}

/** How far the plan is from the expected size, and that getting there is enough. */
function size(trial: Trial): Suggestion | null {
  const { rules, input, result, ask } = trial;
  if (!has(result, "SIZE_OUT") || !rules.size || input.phaseOfLargerProject) return null;
  const { min, max } = boundsFor(rules.size, {
    carrier: input.carrier,
    call: result.call?.kind ?? null,
  });
  const amount = sizeAmount(rules.size.readOn, input);
  if (min && !reaches(amount, min)) {
    const short = cents(min.amount - amount + (min.inclusive ? 0 : 1));
    const after = ask({ expenses: [...input.expenses, payable(trial, short)] });
    if (has(after, "SIZE_OUT")) return null;
    return {
      key: "size",
      sentence: `Il manque ${formatEuros(short)} de dépenses pour atteindre la taille attendue.`,
    };
  }
  if (max && !staysWithin(amount, max)) {
    const over = cents(amount - max.amount + (max.inclusive ? 0 : 1));
    const cut = input.expenses.findIndex((one) => one.nature === "T3" && one.amount >= over);
    const expenses = input.expenses.map((one, index) =>
      index === cut ? { ...one, amount: cents(one.amount - over) } : one,
    );
    if (has(ask({ expenses }), "SIZE_OUT")) return null;
    return {
      key: "size",
      sentence: `Le plan dépasse la taille attendue de ${formatEuros(over)}\u00A0: expliquez pourquoi, ou réduisez-le d’autant.`,
    };
  }
  return null;
}

/** ITN6: the share of innovative companies, if those nobody described yet were. */
function providers({ input, result, ask }: Trial): Suggestion | null {
  if (!has(result, "INNOVATIVE_SHARE_LOW")) return null;
  const unknown = ({ nature, provider }: Expense) => nature === "T3" && provider === undefined;
  if (!input.expenses.some(unknown)) return null;
  const after = ask({
    expenses: input.expenses.map((expense) =>
      unknown(expense)
        ? { ...expense, provider: { seatInFrance: true, innovative: true } }
        : expense,
    ),
  });
  if (has(after, "INNOVATIVE_SHARE_LOW")) return null;
  return {
    key: "providers",
    sentence:
      "Dites de chaque prestataire s’il est innovant et français\u00A0: si ceux que vous n’avez pas décrits le sont, la moitié demandée est atteinte.",
  };
}

/** What spending of other years loses. */
function years({ rules, input, result, grant, ask }: Trial): Suggestion | null {
  const funded = rules.funding?.years;
  const last = funded?.at(-1);
  if (!funded || last === undefined) return null;
  const moved = input.expenses.map((expense) =>
    funded.includes(expense.year) ? expense : { ...expense, year: last },
  );
  const after = ask({ expenses: moved });
  if (grantOf(after) <= grant || newFinding(result, after)) return null;
  return {
    key: "years",
    sentence: `Payées en ${enumerate(funded).replace(" et ", " ou ")}, les dépenses des autres années porteraient la subvention à ${formatEuros(grantOf(after))}.`,
  };
}

/** What asking less than the rules give costs. */
function requestedGrant({ input, grant, ask }: Trial): Suggestion | null {
  if (input.requestedGrant === undefined) return null;
  const { requestedGrant: _asked, ...rest } = input;
  const after = grantOf(ask({ ...rest, requestedGrant: undefined }));
  if (after <= grant) return null;
  return {
    key: "requested-grant",
    sentence: `Sans montant demandé, la subvention serait de ${formatEuros(after)}.`,
  };
}

/** Whether more spending changes anything: the cap that is reached, or what it would bring. */
function moreSpending(trial: Trial): Suggestion | null {
  const { input, result, grant, ask } = trial;
  const after = ask({ expenses: [...input.expenses, payable(trial, STEP)] });
  const gain = grantOf(after) - grant;
  if (gain === 0) {
    return {
      key: "no-effect",
      sentence: `${formatEuros(STEP)} de dépenses de plus ne changent rien\u00A0: ${limitOf(after)}.`,
    };
  }
  if (newFinding(result, after) || has(after, "SIZE_OUT")) return null;
  return {
    key: "more-spending",
    sentence: `${formatEuros(STEP)} de dépenses (T3) de plus ajouteraient ${formatEuros(cents(gain))} à la subvention.`,
  };
}

/** What holds the grant where it is: the last rule that lowered it, once more is spent. */
function limitOf({ explanation }: SimulationResult): string {
  const rule = explanation.at(-1)?.rule;
  if (rule === "requested-grant") return "la subvention ne dépasse pas votre demande";
  if (rule === "full-funding-threshold") return "le montant financé à 100\u00A0% est atteint";
  if (rule === "cap-per-project") return "le plafond du projet est atteint";
  return "le plafond est atteint";
}

/** Whether a change brings a warning or a refusal that was not there: it is no advice then. */
function newFinding(before: SimulationResult, after: SimulationResult): boolean {
  return after.findings.some(
    ({ code, severity }) => severity !== "information" && !has(before, code),
  );
}

/**
 * At most three true sentences on what would change the result of a plan, or would not: what puts a finding right
 * first, then what raises the grant. Empty without a plan or a rule.
 */
export function suggestions(
  rules: ThemeRules,
  input: SimulationInput,
  windows: readonly CallWindow[],
): Suggestion[] {
  const result = simulate(rules, input, windows);
  if (!result.amounts || result.amounts.total === ZERO) return [];
  const trial: Trial = {
    rules,
    input,
    result,
    grant: result.amounts.grant,
    ask: (change) => simulate(rules, { ...input, ...change }, windows),
  };
  return [staffCounterpart, size, providers, years, requestedGrant, moreSpending]
    .flatMap((attempt) => attempt(trial) ?? [])
    .slice(0, MOST);
}
