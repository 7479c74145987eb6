import { type Cents, cents, euros, sum } from "@/domain/money";
import type { Theme } from "@/domain/themes/types";

/** Digital funds of France Relance. Action 6-2 l.30 */
export const FRANCE_RELANCE_TOTAL = euros(500_000_000);
/** Fund for innovation and digital transformation (ITN). Action 6-2 l.19, l.59 */
export const FITN_TOTAL = euros(292_000_000);

/** Published envelopes, and what the texts leave without theme: never spread over the themes. */
export interface FundTotals {
  /** The themes of the ITN volet, ITN7 included. */
  itn: Cents;
  /** Of which local authorities (ITN7). */
  localAuthorities: Cents;
  /** The part of the fund that no theme receives. */
  itnWithoutTheme: Cents;
  fitn: Cents;
  snap: Cents;
  /** What neither the fund nor the SNAP themes receive, out of the whole. */
  withoutVolet: Cents;
  total: Cents;
}

/** The totals of the themes, and what is left of the published ones. `itn + itnWithoutTheme + snap + withoutVolet = total`. */
export function fundTotals(themes: readonly Theme[]): FundTotals {
  const amount = (kept: (theme: Theme) => boolean) =>
    sum(themes.filter(kept).map(({ envelope }) => envelope.amount));
  const itn = amount(({ volet }) => volet === "ITN");
  const snap = amount(({ volet }) => volet === "SNAP");
  return {
    itn,
    localAuthorities: amount(({ code }) => code === "ITN7"),
    itnWithoutTheme: cents(FITN_TOTAL - itn),
    fitn: FITN_TOTAL,
    snap,
    withoutVolet: cents(FRANCE_RELANCE_TOTAL - FITN_TOTAL - snap),
    total: FRANCE_RELANCE_TOTAL,
  };
}
