import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import type { Expense } from "@/domain/funding/types";
import { cents, euros, formatEuros, sum } from "@/domain/money";
import type { EligibilityRule, ThemeRules } from "@/domain/themes/types";

/** Results within three months. Livret l.367 */
const MAX_MONTHS = 3;

const counts = ({ nature, provider }: Expense) =>
  nature === "T3" && provider !== undefined && provider.innovative && provider.seatInFrance;

/**
 * At least half of the spending, in exact cents and never a rounded percentage, goes to innovative companies with a
 * French seat (Livret l.367). The spending is every line; a line counts when its provider is both. A plan in which no
 * line names its provider has not answered: no finding. As soon as one does, a line that does not is taken as not given
 * to such a company.
 */
const innovativeShare: EligibilityRule = {
  asks: [],
  check({ expenses }) {
    if (!expenses.some(({ provider }) => provider !== undefined)) return null;
    const total = sum(expenses.map(({ amount }) => amount));
    const innovative = sum(expenses.filter(counts).map(({ amount }) => amount));
    if (BigInt(innovative) * 2n >= BigInt(total)) return null;
    const half = cents(Math.floor(total / 2) + (total % 2));
    return finding(
      "INNOVATIVE_SHARE_LOW",
      `${formatEuros(innovative)} vont à des entreprises innovantes dont le siège est en France\u202F; ITN6 demande au moins la moitié des dépenses, ${formatEuros(half)}.`,
      "Livret l.367",
    );
  },
};

/** The rules of ITN6, version 1. */
export const itn6Rules: ThemeRules = {
  code: "ITN6",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN6",
      opensOn: "2021-01-18",
      closesOn: null,
      envelope: null,
      source: "Livret l.360",
    },
  ],
  funding: {
    rate: [1, 1],
    staffCost: "not-accepted",
    fullFundingUpTo: euros(48_000),
    sources: { rate: "Livret l.366", "full-funding-threshold": "Livret l.366" },
  },
  size: {
    min: { amount: euros(20_000), inclusive: true },
    max: { amount: euros(100_000), inclusive: true },
    readOn: "total",
    source: "Livret l.369",
  },
  carriers: [
    "central-administration",
    "business-directorate",
    "dnum",
    "state-operator",
    "public-laboratory",
  ],
  carriersSource: "Livret l.367",
  eligibility: [
    innovativeShare,
    condition(
      "resultsWithinMonths",
      (months) => months <= MAX_MONTHS,
      (months) =>
        finding(
          "RESULTS_TOO_LATE",
          `Les résultats sont prévus en ${months} mois\u202F; ITN6 les demande en ${MAX_MONTHS} mois au plus.`,
          "Livret l.367",
        ),
    ),
    condition(
      "impactAnalysis",
      (done) => done,
      () =>
        finding(
          "IMPACT_ANALYSIS_MISSING",
          "L’analyse d’impact de l’innovation est obligatoire\u00A0: ajoutez-la au dossier.",
          "Livret l.385",
        ),
    ),
  ],
};
