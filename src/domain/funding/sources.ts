import type { FundingRules } from "@/domain/themes/types";

/** Names of the rules in the explanation: the keys of `FundingRules.sources`. */
export type FundingRuleName =
  | "rate"
  | "staff-cost"
  | "years"
  | "categories"
  | "excluded-categories"
  | "non-european-licences"
  | "full-funding-threshold"
  | "cap-per-dossier"
  | "cap-per-project"
  | "requested-grant"
  | "rounding";

/** A grant never exceeds what is asked: written for SNAP3 alone, read as true of every theme. */
export const REQUESTED_GRANT_SOURCE = "Livret l.747";
/** « maximum »: the word of ITN8A from which rounding down is read. */
const ROUNDING_SOURCE = "Livret l.410";

/** Where a rule is written; where the rules give no place, that of the rate, since the fiches put both in one block. */
export function sourceOf({ sources }: FundingRules, rule: FundingRuleName): string {
  const own = sources[rule];
  if (own) return own;
  if (rule === "requested-grant") return REQUESTED_GRANT_SOURCE;
  if (rule === "rounding") return ROUNDING_SOURCE;
  return sources.rate ?? "";
}
