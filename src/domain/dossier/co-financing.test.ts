import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expense } from "@/domain/funding/types";
import { cents, euros } from "@/domain/money";
import { financingOf, parseCoFinancers, typedCoFinancerSchema } from "./co-financing";
import { totalsByYear, totalsOfPlan } from "./plan-totals";

const expense = (amount: number, more: Partial<Expense> = {}): Expense => ({
  amount: cents(amount),
  nature: "T3",
  year: 2021,
  category: "services",
  nonEuropeanLicence: false,
  ...more,
});
const staffed = (amount: number) => expense(amount, { nature: "T2", category: "staff" });
const by = (amount: number, certainty: "acquired" | "requested" = "acquired") => ({
  amount: cents(amount),
  certainty,
});

describe("who pays what", () => {
  it.each([
    // expenses, grant, co-financing, own share, of which staff, of which cash, remarks
    [[expense(100)], 75, [], 25, 0, 25, []],
    [[expense(80), staffed(20)], 75, [], 25, 20, 5, []],
    [[expense(80), staffed(20)], 75, [by(5)], 20, 20, 0, []],
    [[expense(80), staffed(20)], 75, [by(6)], 19, 19, 0, ["staff-paid-by-others"]],
    [[expense(80), staffed(20)], 75, [by(25)], 0, 0, 0, ["staff-paid-by-others"]],
    [[expense(100)], 75, [by(25)], 0, 0, 0, []],
    [[expense(100)], 75, [by(20), by(6, "requested")], -1, 0, -1, ["too-much"]],
    [[], 0, [], 0, 0, 0, []],
  ])("%j: grant %i, co-financers %j", (expenses, grant, others, total, staff, cash, remarks) => {
    const financing = financingOf(expenses, cents(grant), others);
    expect(financing.own).toEqual({ total, staff, cash });
    expect(financing.remarks.map(({ code }) => code)).toEqual(remarks);
  });

  const amounts = fc.integer({ min: 0, max: 10 ** 11 });
  const expenses = fc.array(
    fc
      .tuple(
        amounts,
        fc.constantFrom("T2" as const, "T3" as const),
        fc.integer({ min: 2020, max: 2035 }),
      )
      .map(([amount, nature, year]) => expense(amount, { nature, year })),
    { maxLength: 30 },
  );
  const payers = fc.array(
    fc
      .tuple(amounts, fc.constantFrom("acquired" as const, "requested" as const))
      .map(([amount, certainty]) => by(amount, certainty)),
    { maxLength: 20 },
  );

  it("always adds up, and is negative only with its reason", () => {
    fc.assert(
      fc.property(expenses, amounts, payers, (lines, asked, others) => {
        const total = lines.reduce((all, { amount }) => all + amount, 0);
        const grant = cents(Math.min(asked, total));
        const { own, coFinancing, acquired, requested, remarks } = financingOf(
          lines,
          grant,
          others,
        );
        expect(grant + coFinancing + own.total).toBe(total);
        expect(acquired + requested).toBe(coFinancing);
        expect(own.staff + own.cash).toBe(own.total);
        expect(own.staff).toBeGreaterThanOrEqual(0);
        const codes = remarks.map(({ code }) => code);
        expect(codes.includes("too-much")).toBe(own.total < 0);
        if (own.total >= 0) expect(own.cash).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("adds up by year and by nature too", () => {
    fc.assert(
      fc.property(expenses, (lines) => {
        const all = totalsOfPlan(lines);
        const years = totalsByYear(lines);
        const added = (pick: (year: (typeof years)[number]) => number) =>
          years.reduce((sum, year) => sum + pick(year), 0);
        expect(added(({ t2 }) => t2)).toBe(all.t2);
        expect(added(({ t3 }) => t3)).toBe(all.t3);
        expect(added(({ total }) => total)).toBe(all.total);
        expect(all.t2 + all.t3).toBe(all.total);
      }),
    );
  });
});

describe("co-financers as typed", () => {
  const paths = (line: Record<string, string>) =>
    parseCoFinancers([typedCoFinancerSchema.parse(line)]).errors.map(({ path }) => path);
  const good = { name: "Région", typedAmount: "30 000", certainty: "acquired" };

  it.each([
    [good, []],
    [{}, []],
    [{ ...good, name: "" }, ["coFinancers.0.name"]],
    [{ ...good, name: "x".repeat(200) }, []],
    [{ ...good, name: "x".repeat(201) }, ["coFinancers.0.name"]],
    [{ ...good, typedAmount: "0" }, ["coFinancers.0.typedAmount"]],
    [{ ...good, typedAmount: "trente" }, ["coFinancers.0.typedAmount"]],
    [{ ...good, certainty: "" }, ["coFinancers.0.certainty"]],
    [{ ...good, certainty: "peut-être" }, ["coFinancers.0.certainty"]],
  ])("says what is wrong in %j", (line, expected) => {
    expect(paths(line)).toEqual(expected);
  });

  it("ignores blank lines, and keeps those that can be read", () => {
    const lines = [{}, good, { ...good, typedAmount: "?" }].map((line) =>
      typedCoFinancerSchema.parse(line),
    );
    expect(parseCoFinancers(lines).coFinancers).toEqual([
      { name: "Région", amount: euros(30_000), certainty: "acquired" },
    ]);
  });
});
