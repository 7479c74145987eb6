import "server-only";
import type { z } from "zod";
import { callState } from "@/domain/funding/calls";
import { effectiveRate } from "@/domain/funding/response";
import { type Cents, cents, toDecimalString } from "@/domain/money";
import { THEME_LIST } from "@/domain/themes/index";
import type { Fact, FundingRules, SizeBound, Theme } from "@/domain/themes/types";
import type { themeDetail, themeList, themeSummary } from "@/features/catalogue/api/schemas";
import { callsOf, type PublicCalls } from "@/features/catalogue/public-calls";
import { publicCalls } from "@/features/catalogue/queries";
import { routes } from "@/routes";
import { portalOrigin } from "@/server/origin";

type Summary = z.output<typeof themeSummary>;
type Detail = z.output<typeof themeDetail>;

const decimalOrNull = (amount: Cents | undefined) =>
  amount === undefined ? null : toDecimalString(amount);

const rateOf = ({ rate: [numerator, denominator] }: Pick<FundingRules, "rate">) =>
  effectiveRate(cents(numerator), cents(denominator));

const boundOf = (bound: SizeBound | null) =>
  bound && { amount: toDecimalString(bound.amount), inclusive: bound.inclusive };

/** Fields of a fact, without what a theme adds to it. */
const factOf = ({ text, source, reading }: Fact) => ({
  text,
  source,
  ...(reading !== undefined && { reading }),
});

function summaryOf(theme: Theme, all: PublicCalls): Summary {
  const { code, version, volet, title, tagline, owner, envelope, carriers, funding, size } = theme;
  return {
    code,
    version,
    volet,
    title,
    tagline,
    owner: owner.administration,
    envelope: envelope && toDecimalString(envelope.amount),
    carriers: [...carriers],
    rate: funding && rateOf(funding),
    size: size && { min: boundOf(size.min), max: boundOf(size.max), readOn: size.readOn },
    calls: callsOf(all, code).map((call) => ({
      key: call.key,
      kind: call.kind,
      label: call.label,
      state: callState(call, all.now),
      opensAt: call.opensAt?.toISOString() ?? null,
      closesAt: call.closesAt?.toISOString() ?? null,
      announced: call.announced ?? null,
      monthlyRounds: call.monthlyRounds,
    })),
    page: portalOrigin() + routes.theme(theme.slug),
  };
}

/** The 17 themes, in the order of the texts, with their calls as their owners have opened them. */
export async function answerThemes(): Promise<z.output<typeof themeList>> {
  const all = await publicCalls();
  return { themes: THEME_LIST.map((theme) => summaryOf(theme, all)) };
}

/** A theme, with the rules of its grant and what its texts say. */
export async function answerTheme(theme: Theme): Promise<Detail> {
  const all = await publicCalls();
  const { funding, eligibility, criteria } = theme;
  return {
    ...summaryOf(theme, all),
    funding: funding && {
      rate: rateOf(funding),
      staffCost: funding.staffCost,
      years: funding.years ? [...funding.years] : null,
      categories: funding.categories ? [...funding.categories] : null,
      excludedCategories: [...(funding.excludedCategories ?? [])],
      excludesNonEuropeanLicences: funding.excludesNonEuropeanLicences ?? false,
      fullFundingUpTo: decimalOrNull(funding.fullFundingUpTo),
      capPerDossier: decimalOrNull(funding.capPerDossier),
      capPerProject: decimalOrNull(funding.capPerProject),
    },
    answers: [...new Set(eligibility.flatMap(({ asks }) => asks))],
    fundingRules: theme.fundingFacts.map(factOf),
    eligibilityRules: theme.eligibilityFacts.map(factOf),
    funded: theme.funded.map(factOf),
    excluded: theme.excluded.map(factOf),
    criteria: criteria.map(({ key, name, source }) => ({ key, name, source })),
    commitments: theme.commitments.map(factOf),
    silences: theme.silences.map(factOf),
  };
}
