import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { euros } from "@/domain/money";
import type { EligibilityRule, ThemeCode, ThemeRules } from "@/domain/themes/types";

/** First results within twelve months of the launch. Livret l.411 */
const MAX_MONTHS = 12;

/** Where each fiche of ITN8 says what they share. */
export interface Itn8RuleLines {
  opening: string;
  funding: string;
  eligibility: string;
  size: string;
}

function eligibilityOf(source: string): EligibilityRule[] {
  return [
    condition(
      "frenchCompanyInvolved",
      (involved) => involved,
      () =>
        finding(
          "FRENCH_COMPANY_MISSING",
          "Le projet doit faire appel à au moins une entreprise dont le siège est en France.",
          source,
        ),
    ),
    condition(
      "resultsWithinMonths",
      (months) => months <= MAX_MONTHS,
      (months) =>
        finding(
          "RESULTS_TOO_LATE",
          `Les premiers résultats sont prévus en ${months} mois\u202F; ITN8 les demande en ${MAX_MONTHS} mois au plus après le lancement.`,
          source,
        ),
    ),
  ];
}

/** The rules ITN8A, ITN8B, ITN8C and ITN8D share, version 1. The lower size follows the lead carrier. */
export function itn8Rules(
  code: ThemeCode,
  lines: Itn8RuleLines,
  more: readonly EligibilityRule[] = [],
): ThemeRules {
  return {
    code,
    version: 1,
    calls: [
      {
        key: "aap",
        kind: "aap",
        label: `Appel à projets ${code}`,
        opensOn: "2020-11-16",
        closesOn: null,
        envelope: null,
        source: lines.opening,
      },
    ],
    funding: {
      rate: [3, 4],
      staffCost: "not-accepted",
      sources: { rate: lines.funding },
    },
    size: {
      min: { amount: euros(250_000), inclusive: false },
      max: null,
      readOn: "total",
      minFor: {
        carriers: ["deconcentrated-service"],
        bound: { amount: euros(150_000), inclusive: false },
      },
      source: lines.size,
    },
    carriers: [
      "central-administration",
      "business-directorate",
      "dnum",
      "deconcentrated-service",
      "state-operator",
    ],
    carriersSource: lines.eligibility,
    eligibility: [...eligibilityOf(lines.eligibility), ...more],
  };
}
