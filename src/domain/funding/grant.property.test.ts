import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expense } from "@/domain/funding/types";
import { cents, sum } from "@/domain/money";
import { THEME_LIST } from "@/domain/themes/index";
import { EXPENSE_CATEGORIES, type FundingRules } from "@/domain/themes/types";
import { computeGrant, type GrantInput } from "./grant";

const amount = fc.integer({ min: 0, max: 2_000_000_000 }).map(cents);
const expense: fc.Arbitrary<Expense> = fc.record({
  amount,
  nature: fc.constantFrom("T2", "T3"),
  year: fc.integer({ min: 2020, max: 2025 }),
  category: fc.constantFrom(...EXPENSE_CATEGORIES),
  nonEuropeanLicence: fc.boolean(),
});
const input: fc.Arbitrary<GrantInput> = fc.record(
  {
    expenses: fc.array(expense, { maxLength: 12 }),
    priorGrants: fc.array(amount, { maxLength: 3 }),
    requestedGrant: amount,
  },
  { requiredKeys: ["expenses", "priorGrants"] },
);

const ruled = THEME_LIST.flatMap(({ code, funding }): [string, FundingRules][] =>
  funding === null ? [] : [[code, funding]],
);
const EXCLUSIONS = ["years", "excluded-categories", "non-european-licences", "categories"];

describe.each(ruled)("%s", (_, rules) => {
  const always = (check: (request: GrantInput) => void) =>
    fc.assert(fc.property(input, check), { numRuns: 300 });
  const staffOf = ({ expenses }: GrantInput) =>
    sum(expenses.filter(({ nature }) => nature === "T2").map((line) => line.amount));

  it("shares the total between the fund and the carrier, to the cent", () =>
    always((request) => {
      const { total, base, grant, remaining } = computeGrant(rules, request);
      expect(total).toBe(sum(request.expenses.map((line) => line.amount)));
      expect(grant + remaining).toBe(total);
      expect(grant).toBeGreaterThanOrEqual(0);
      expect(grant).toBeLessThanOrEqual(base);
      expect(base).toBeLessThanOrEqual(total);
    }));

  it("never pays staff, nor more than the rate, the caps and the request", () =>
    always((request) => {
      const { total, base, grant } = computeGrant(rules, request);
      expect(grant).toBeLessThanOrEqual(total - staffOf(request));
      expect(BigInt(grant) * BigInt(rules.rate[1])).toBeLessThanOrEqual(
        BigInt(base) * BigInt(rules.rate[0]),
      );
      expect(grant).toBeLessThanOrEqual(rules.capPerDossier ?? grant);
      expect(grant).toBeLessThanOrEqual(rules.fullFundingUpTo ?? grant);
      expect(grant).toBeLessThanOrEqual(request.requestedGrant ?? grant);
      if (rules.capPerProject !== undefined) {
        const prior = sum(request.priorGrants);
        expect(grant).toBeLessThanOrEqual(Math.max(0, rules.capPerProject - prior));
      }
    }));

  it("grows with the request, and equals it or the computed grant", () =>
    always(({ requestedGrant = cents(0), ...request }) => {
      const free = computeGrant(rules, request).grant;
      const asked = computeGrant(rules, { ...request, requestedGrant }).grant;
      const more = cents(requestedGrant + 1);
      expect(asked).toBe(Math.min(free, requestedGrant));
      expect(
        computeGrant(rules, { ...request, requestedGrant: more }).grant,
      ).toBeGreaterThanOrEqual(asked);
    }));

  it("falls as earlier grants grow", () =>
    always((request) => {
      const { grant } = computeGrant(rules, request);
      const priorGrants = [...request.priorGrants, cents(100)];
      expect(computeGrant(rules, { ...request, priorGrants }).grant).toBeLessThanOrEqual(grant);
    }));

  it("does not depend on the order of the lines", () =>
    always((request) => {
      const { total, base, grant } = computeGrant(rules, request);
      const expenses = request.expenses.toReversed();
      expect(computeGrant(rules, { ...request, expenses })).toMatchObject({ total, base, grant });
    }));

  it("explains itself: what is left out adds up, the last step is the grant, each rule once", () =>
    always((request) => {
      const { total, base, grant, explanation } = computeGrant(rules, request);
      const left = explanation.filter(
        ({ rule }) =>
          EXCLUSIONS.includes(rule) || (rule === "staff-cost" && rules.staffCost !== "valued"),
      );
      expect(sum(left.map((step) => step.amount))).toBe(total - base);
      expect(explanation.at(-1)?.amount).toBe(grant);
      const names = explanation.map(({ rule }) => rule);
      expect(new Set(names).size).toBe(names.length);
      expect(explanation.every(({ source, label }) => source !== "" && label !== "")).toBe(true);
    }));
});
