import type { Cents } from "@/domain/money";
import type { CarrierKind, ExpenseCategory, ThemeCode } from "@/domain/themes/types";

/** A line of spending. T2 is staff cost (title 2), T3 the rest. Amounts are TTC. */
export interface Expense {
  amount: Cents;
  nature: "T2" | "T3";
  year: number;
  category: ExpenseCategory;
  nonEuropeanLicence: boolean;
  provider?: { seatInFrance: boolean; innovative: boolean };
}

/** A share between 0 and 1, exact: `0.45` is 4 500 ten-thousandths. */
export type TenThousandths = number;

/** What a theme asks besides the spending. Absent means not answered, which is never a finding. */
export interface SimulationAnswers {
  procedureInObservatoire: boolean;
  inChargeOfProcedure: boolean;
  deconcentratedShare: TenThousandths;
  centralAdministrationInvolved: boolean;
  impactAnalysis: boolean;
  resultsWithinMonths: number;
  frenchCompanyInvolved: boolean;
  onlySystemRebuild: boolean;
  dnumInformed: boolean;
  filedWithDnum: boolean;
  /** Day since which the operator's RIE partner network exists. */
  riePartnerNetworkSince: string;
  implementationWithinMonths: number;
  hosting: "cercle-1" | "secnumcloud" | "other";
  indicatorCadence: "month" | "quarter" | "year";
  tradeSpecificDomain: boolean;
  retrainingToDigitalJobs: boolean;
}

export interface SimulationInput {
  carrier: { kind: CarrierKind };
  call?: "guichet" | "aap";
  /** The instant of filing; the portal's clock when the caller gives none. */
  filedAt: Date;
  requestedGrant?: Cents;
  /** Grants of earlier dossiers of the same project under the same theme. */
  priorGrants: readonly Cents[];
  phaseOfLargerProject: boolean;
  projectTotal?: Cents;
  expenses: readonly Expense[];
  answers: Partial<SimulationAnswers>;
}

export const BLOCKING_CODES = [
  "CARRIER_INELIGIBLE",
  "PROCEDURE_NOT_LISTED",
  "NOT_IN_CHARGE_OF_PROCEDURE",
  "DECONCENTRATED_SHARE_LOW",
  "CENTRAL_ADMINISTRATION_MISSING",
  "INNOVATIVE_SHARE_LOW",
  "FRENCH_COMPANY_MISSING",
  "RESULTS_TOO_LATE",
  "ONLY_SYSTEM_REBUILD",
  "RIE_NETWORK_TOO_RECENT",
  "HOSTING_NOT_COMPLIANT",
  "INDICATOR_CADENCE_TOO_SLOW",
  "TRADE_SPECIFIC_DOMAIN",
  "IMPACT_ANALYSIS_MISSING",
] as const;
export const INCOMPLETE_CODES = [
  "DNUM_INFORMATION_MISSING",
  "DNUM_JOINT_FILING_MISSING",
  "T2_COUNTERPART_MISSING",
] as const;
export const NOT_OPEN_CODES = ["NOT_OPEN", "LATE"] as const;
export const REDIRECT_CODES = ["OTHER_CALL", "OTHER_THEME"] as const;
export const NOT_COMPUTABLE_CODES = ["NO_RULE_PUBLISHED"] as const;
export const NOTICE_CODES = [
  "SIZE_OUT",
  "T2_NOT_ACCEPTED",
  "EXPENSE_OUT_OF_BASE",
  "GRANT_CAPPED",
  "PROJECT_CAP_REACHED",
  "REQUESTED_GRANT_RETAINED",
  "IMPLEMENTATION_TOO_LONG",
  "DIRECTOR_OPINION_REQUIRED",
  "NEXT_ROUND",
] as const;
export type FindingCode =
  | (typeof BLOCKING_CODES)[number]
  | (typeof INCOMPLETE_CODES)[number]
  | (typeof NOT_OPEN_CODES)[number]
  | (typeof REDIRECT_CODES)[number]
  | (typeof NOT_COMPUTABLE_CODES)[number]
  | (typeof NOTICE_CODES)[number];

/** What the rules notice about a request, in a French sentence, with its place in the texts. */
export interface Finding {
  code: FindingCode;
  severity: "blocking" | "incomplete" | "warning" | "information";
  message: string;
  source: string;
  /** True when it rests on a reading retained where the texts are silent. */
  interpretation: boolean;
  /** The theme to go to, with `OTHER_THEME`. */
  theme?: ThemeCode;
}

/** In the order that decides when several apply. */
export const VERDICTS = [
  "not-computable",
  "not-open",
  "ineligible",
  "redirect",
  "incomplete",
  "eligible",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One rule that bit: its name, what it says here, the amount it gives or takes, its place in the texts. */
export interface ExplanationStep {
  rule: string;
  label: string;
  amount: Cents;
  source: string;
  interpretation: boolean;
}

/** The money of a request. `remaining` is always `total − grant`. */
export interface GrantComputation {
  total: Cents;
  base: Cents;
  grant: Cents;
  remaining: Cents;
  explanation: readonly ExplanationStep[];
  findings: readonly Finding[];
}

export interface SimulationResult {
  theme: ThemeCode;
  themeVersion: number;
  verdict: Verdict;
  /** Null when no rule is published (ITN7). */
  amounts: { total: Cents; base: Cents; grant: Cents; remaining: Cents } | null;
  call: { kind: "guichet" | "aap"; label: string } | null;
  /** The month of the jury a filing falls into (SNAP2A, SNAP2B), as `2021-01`. */
  round: { juryMonth: string } | null;
  findings: readonly Finding[];
  explanation: readonly ExplanationStep[];
}
