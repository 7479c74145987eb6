import { retainedBase } from "@/domain/funding/base";
import { applyCaps } from "@/domain/funding/caps";
import { applyRate } from "@/domain/funding/rate";
import type { GrantComputation, SimulationInput } from "@/domain/funding/types";
import { cents } from "@/domain/money";
import type { FundingRules } from "@/domain/themes/types";

/** What a grant depends on: the plan, the earlier grants of the project and what is asked. */
export type GrantInput = Pick<SimulationInput, "expenses" | "priorGrants" | "requestedGrant">;

/**
 * How much can be granted, in exact cents: the only place of the portal that says so. Returns the total, the base the
 * rate applies to, the grant (rounded down to the cent), what remains to the carrier (`total − grant`, always), and the
 * explanation: each rule that bit, its amount and its place in the texts. Throws a RangeError beyond the safe integers.
 */
export function computeGrant(rules: FundingRules, input: GrantInput): GrantComputation {
  const retained = retainedBase(rules, input.expenses);
  const rated = applyRate(rules, retained);
  const capped = applyCaps(rules, rated.grant, input);
  return {
    total: retained.total,
    base: retained.base,
    grant: capped.grant,
    remaining: cents(retained.total - capped.grant),
    explanation: [...retained.steps, ...rated.steps, ...capped.steps],
    findings: [...retained.findings, ...rated.findings, ...capped.findings],
  };
}
