import {
  dnumInformedRule,
  frenchBenefitsRule,
  monthlyIndicatorsRule,
} from "@/domain/themes/snap-rules";
import type { CallDefinition, CarrierKind, FundingRules } from "@/domain/themes/types";

/** The machine rules SNAP3 and SNAP4 share: 75 %, T2 valued, 2021 and 2022, terminals and foreign licences out. */
interface Lines {
  funding: string;
  eligibility: string;
  indicators: string;
}

/** DNUM, directorates and operators (Livret l.748, l.802). */
export const snap34Carriers: readonly CarrierKind[] = [
  "central-administration",
  "business-directorate",
  "dnum",
  "state-operator",
];

/** A continuous call (Livret l.741, l.795). */
export function snap34Call(label: string, source: string): CallDefinition {
  return {
    key: "guichet",
    kind: "guichet",
    label,
    opensOn: "2020-11-09",
    closesOn: null,
    envelope: null,
    source,
  };
}

/** The rate, the years and what is out of the base; each theme adds its caps. */
export function snap34Funding({ funding, eligibility }: Lines): FundingRules {
  return {
    rate: [3, 4],
    staffCost: "valued",
    years: [2021, 2022],
    excludedCategories: ["terminal"],
    excludesNonEuropeanLicences: true,
    sources: {
      rate: funding,
      "staff-cost": funding,
      years: eligibility,
      "excluded-categories": "COSINUM l.40",
      "non-european-licences": eligibility,
      "cap-per-dossier": funding,
      "cap-per-project": funding,
    },
  };
}

/** The DNUM informed, benefits to French companies, monthly indicators. */
export function snap34Eligibility({ eligibility, indicators }: Lines) {
  return [
    dnumInformedRule(eligibility),
    frenchBenefitsRule(eligibility),
    monthlyIndicatorsRule(indicators),
  ];
}
