import { type Cents, euros } from "@/domain/money";
import type { FundOwner } from "@/domain/themes/types";

/** The money of one of the two administrations that own the funds: it covers all its themes. */
export interface Bop {
  label: string;
  amount: Cents;
  source: string;
}

/**
 * The two operational budgets (« BOP »), which award nothing of their own: what their themes award is taken from them
 * too. Each amount is the sum of its themes' published envelopes. ITN7, which no text gives to either, stays apart.
 */
export const BOPS: Readonly<Record<FundOwner, Bop>> = {
  DINUM: { label: "BOP DINUM", amount: euros(296_000_000), source: "COSINUM l.74, l.90" },
  DITP: { label: "BOP DITP", amount: euros(83_000_000), source: "COSINUM l.74, l.90" },
};

/** What the word is, said once wherever one is named. */
export const BOP_WORDS = "BOP\u00A0: budget opérationnel de programme, commun à plusieurs thèmes.";

/** Whether an envelope of this name is one of them. */
export function isBop(label: string): boolean {
  return Object.values(BOPS).some((bop) => bop.label === label);
}
