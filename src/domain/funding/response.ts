import type { Finding, SimulationResult, Verdict } from "@/domain/funding/types";
import { type Cents, toDecimalString } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";

/** The JSON of the public simulation, status 200. Amounts are decimal strings in euros TTC. */
export interface SimulationResponse {
  theme: ThemeCode;
  themeVersion: number;
  verdict: Verdict;
  /** The four amounts and the rate are null when nothing can be computed (ITN7). */
  total: string | null;
  base: string | null;
  grant: string | null;
  remaining: string | null;
  /** Grant over total, four decimals, rounded to the nearest; `0.0000` for an empty plan. */
  effectiveRate: string | null;
  call: { kind: "guichet" | "aap"; label: string } | null;
  round: { juryMonth: string } | null;
  findings: readonly Finding[];
  explanation: readonly { rule: string; label: string; amount: string; source: string }[];
}

/** `0.8000` of 48 000 € over 60 000 €, in exact integer arithmetic. */
export function effectiveRate(grant: Cents, total: Cents): string {
  if (total === 0) return "0.0000";
  const tenThousandths = (BigInt(grant) * 20_000n + BigInt(total)) / (BigInt(total) * 2n);
  const digits = tenThousandths.toString().padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The response of the API for a result. */
export function toResponse(result: SimulationResult): SimulationResponse {
  const { theme, themeVersion, verdict, amounts, call, round, findings, explanation } = result;
  return {
    theme,
    themeVersion,
    verdict,
    total: amounts && toDecimalString(amounts.total),
    base: amounts && toDecimalString(amounts.base),
    grant: amounts && toDecimalString(amounts.grant),
    remaining: amounts && toDecimalString(amounts.remaining),
    effectiveRate: amounts && effectiveRate(amounts.grant, amounts.total),
    call,
    round,
    findings,
    explanation: explanation.map(({ rule, label, amount, source }) => ({
      rule,
      label,
      amount: toDecimalString(amount),
      source,
    })),
  };
}
