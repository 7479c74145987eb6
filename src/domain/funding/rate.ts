import type { RetainedBase } from "@/domain/funding/base";
import { finding } from "@/domain/funding/finding";
import { sourceOf } from "@/domain/funding/sources";
import type { ExplanationStep, Finding } from "@/domain/funding/types";
import { formatRate } from "@/domain/funding/wording";
import { type Cents, cents, formatEuros, share } from "@/domain/money";
import type { FundingRules } from "@/domain/themes/types";

/** A grant on its way through the rules, with what they said. Each step's amount is the grant it leaves. */
export interface GrantInProgress {
  grant: Cents;
  steps: ExplanationStep[];
  findings: Finding[];
}

/** Full funding up to a threshold, nothing beyond (ITN6; Livret l.366). */
function upToThreshold(rules: FundingRules, base: Cents, threshold: Cents): GrantInProgress {
  const source = sourceOf(rules, "full-funding-threshold");
  const grant = base < threshold ? base : threshold;
  const beyond = cents(base - grant);
  const label = `Financé à ${formatRate(rules.rate)} jusqu’à ${formatEuros(threshold)}${
    beyond > 0 ? `\u202F; les ${formatEuros(beyond)} restants sont à votre charge.` : "."
  }`;
  return {
    grant,
    steps: [
      { rule: "full-funding-threshold", label, amount: grant, source, interpretation: false },
    ],
    findings: beyond > 0 ? [finding("GRANT_CAPPED", label, source)] : [],
  };
}

/**
 * The rate on the base, rounded down to the cent, and never more than the spending that is not staff cost where T2 is
 * valued in the carrier's share (ITN3, SNAP3, SNAP4).
 */
export function applyRate(
  rules: FundingRules,
  { base, staff }: Pick<RetainedBase, "base" | "staff">,
): GrantInProgress {
  const { rate, fullFundingUpTo } = rules;
  const [numerator, denominator] = rate;
  let grant = share(base, numerator, denominator);
  if (fullFundingUpTo !== undefined) return upToThreshold(rules, grant, fullFundingUpTo);

  const findings: Finding[] = [];
  const steps: ExplanationStep[] = [
    {
      rule: "rate",
      label: `${formatRate(rate)} de la base de ${formatEuros(base)}.`,
      amount: grant,
      source: sourceOf(rules, "rate"),
      interpretation: false,
    },
  ];
  if ((BigInt(base) * BigInt(numerator)) % BigInt(denominator) !== 0n) {
    steps.push({
      rule: "rounding",
      label:
        "Le texte ne dit pas comment arrondir\u202F; la subvention est arrondie au centime inférieur.",
      amount: grant,
      source: sourceOf(rules, "rounding"),
      interpretation: true,
    });
  }

  const payable = cents(base - staff);
  if (grant > payable) {
    grant = payable;
    const label = `La subvention ne dépasse pas les dépenses hors personnel\u00A0: ${formatEuros(payable)}.`;
    const source = sourceOf(rules, "staff-cost");
    steps.push({ rule: "staff-cost-limit", label, amount: grant, source, interpretation: true });
    findings.push(finding("GRANT_CAPPED", label, source, { interpretation: true }));
  }
  return { grant, steps, findings };
}
