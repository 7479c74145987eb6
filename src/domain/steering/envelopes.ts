import { BOPS } from "@/domain/funding/bop";
import { FRANCE_RELANCE_TOTAL, fundTotals } from "@/domain/funding/totals";
import { type Cents, cents, sum } from "@/domain/money";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import { FUND_OWNERS, type FundOwner, type ThemeCode } from "@/domain/themes/types";

/** A line of envelope. Without `key`, money of the texts that no project can be under. */
export interface EnvelopeLine<Key extends string> {
  key: Key | null;
  label: string;
  amount: Cents;
  source: string;
}

export const VOLETS = ["ITN", "SNAP"] as const;
export type Volet = (typeof VOLETS)[number];

/** The BOP of a theme. ITN7 has none in the texts. */
export type BopKey = FundOwner | "none";
export const BOP_KEYS: readonly BopKey[] = [...FUND_OWNERS, "none"];

export const bopOfTheme = (code: ThemeCode): BopKey => THEMES[code].owner.administration ?? "none";

/** What a line without theme is called. */
const WITHOUT_THEME = "Sans thème dans les textes";

const TOTALS = fundTotals(THEME_LIST);

/** Each theme, then what the texts attach to none: 500 M€ in all (COSINUM l.8, action 6-2 l.19, l.59). */
export const THEME_ENVELOPES: readonly EnvelopeLine<ThemeCode>[] = [
  ...THEME_LIST.map(({ code, title, envelope }) => ({
    key: code,
    label: `${code}\u00A0: ${title}`,
    amount: envelope.amount,
    source: envelope.source,
  })),
  {
    key: null,
    label: WITHOUT_THEME,
    amount: cents(TOTALS.itnWithoutTheme + TOTALS.withoutVolet),
    source: "Action 6-2 l.19, l.30",
  },
];

/** The volets as published, and what the texts attach to none. */
export const VOLET_ENVELOPES: readonly EnvelopeLine<Volet>[] = [
  {
    key: "ITN",
    label: "ITN\u00A0: innovation et transformation numériques",
    amount: TOTALS.fitn,
    source: "Action 6-2 l.19, l.59",
  },
  {
    key: "SNAP",
    label: "SNAP\u00A0: sac à dos numérique de l’agent public",
    amount: TOTALS.snap,
    source: "Livret des thèmes",
  },
  {
    key: null,
    label: "Sans volet dans les textes",
    amount: TOTALS.withoutVolet,
    source: "Action 6-2 l.30",
  },
];

/** The two BOP, ITN7 that no text gives to either, and what is of no theme. */
export const BOP_ENVELOPES: readonly EnvelopeLine<BopKey>[] = [
  ...FUND_OWNERS.map((owner) => ({
    key: owner,
    label: BOPS[owner].label,
    amount: BOPS[owner].amount,
    source: BOPS[owner].source,
  })),
  {
    key: "none",
    label: "Sans BOP dans les textes (ITN7)",
    amount: TOTALS.localAuthorities,
    source: "Action 6-2 l.76",
  },
  {
    key: null,
    label: WITHOUT_THEME,
    amount: cents(TOTALS.itnWithoutTheme + TOTALS.withoutVolet),
    source: "Action 6-2 l.19, l.30",
  },
];

/** The envelope of the themes of a BOP, or of the whole. */
export function envelopeOf(bop: FundOwner | null): Cents {
  return bop === null ? FRANCE_RELANCE_TOTAL : BOPS[bop].amount;
}

/** The themes of a BOP in the order of the texts; all of them without one. */
export function themesOf(bop: FundOwner | null): readonly ThemeCode[] {
  return THEME_LIST.flatMap(({ code }) => (bop === null || bopOfTheme(code) === bop ? [code] : []));
}

/** The total of lines. */
export function linesTotal(lines: readonly EnvelopeLine<string>[]): Cents {
  return sum(lines.map(({ amount }) => amount));
}
