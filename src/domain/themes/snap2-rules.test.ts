import { describe, expect, it } from "vitest";
import { endOfDay, startOfDay } from "@/domain/calendar";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { EXPENSE_CATEGORIES } from "@/domain/themes/types";
import { codes, request, spending, staff } from "../../../tests/fixtures/simulation";
import { snap2aRules } from "./snap2a/rules";
import { snap2bRules } from "./snap2b/rules";

/** Early enough in the month for its own jury. */
const EARLY = startOfDay("2021-01-10");
const counterpart = staff(euros(20_000));

describe.each([
  [
    "SNAP2A",
    snap2aRules,
    100_000,
    500_000,
    ["development", "training", "user-support", "communication"],
  ],
  ["SNAP2B", snap2bRules, 50_000, 300_000, ["development", "user-support", "communication"]],
] as const)("%s", (_code, rules, min, max, funded) => {
  const simulated = (more: Parameters<typeof request>[0]) =>
    simulate(
      rules,
      request({ filedAt: EARLY, expenses: [spending(euros(200_000)), counterpart], ...more }),
    );

  it("pays all of title 3; title 2 is the counterpart (Livret l.675, l.714)", () => {
    const result = simulated({});
    expect(result.amounts).toEqual({
      total: euros(220_000),
      base: euros(200_000),
      grant: euros(200_000),
      remaining: euros(20_000),
    });
    expect(codes(result)).toEqual([]);
    expect(result.verdict).toBe("eligible");
  });

  it("is incomplete without a counterpart in staff", () => {
    const result = simulated({ expenses: [spending(euros(200_000))] });
    expect(codes(result)).toEqual(["T2_COUNTERPART_MISSING"]);
    expect(result.verdict).toBe("incomplete");
  });

  it.each(EXPENSE_CATEGORIES.filter((category) => category !== "staff"))(
    "reads its list as closed: %s",
    (category) => {
      const result = simulated({
        expenses: [spending(euros(200_000)), spending(euros(10_000), { category }), counterpart],
      });
      const inList = funded.some((one) => one === category);
      expect(result.amounts?.grant).toBe(inList ? euros(210_000) : euros(200_000));
      expect(codes(result)).toEqual(inList ? [] : ["EXPENSE_OUT_OF_BASE"]);
    },
  );

  it.each([
    [min * 100 - 1, ["SIZE_OUT"]],
    [min * 100, []],
    [max * 100, []],
    [max * 100 + 1, ["SIZE_OUT"]],
  ])("reads the size on title 3 alone: %d cents", (amount, expected) => {
    const result = simulated({ expenses: [spending(cents(amount)), staff(euros(400_000))] });
    expect(codes(result)).toEqual(expected);
  });

  it("counts every year: the fiche sets none", () => {
    const result = simulated({ expenses: [spending(euros(200_000), { year: 2023 }), counterpart] });
    expect(result.amounts?.grant).toBe(euros(200_000));
  });

  it.each([
    ["central-administration", "eligible"],
    ["business-directorate", "eligible"],
    ["dnum", "eligible"],
    ["state-operator", "eligible"],
    ["deconcentrated-service", "ineligible"],
    ["public-laboratory", "ineligible"],
    ["local-authority", "ineligible"],
  ] as const)("judges a %s: %s", (kind, verdict) => {
    expect(simulated({ carrier: { kind } }).verdict).toBe(verdict);
  });

  it.each([
    ["central-administration", false, "incomplete"],
    ["central-administration", true, "eligible"],
    ["dnum", false, "eligible"],
  ] as const)("wants the DNUM informed by a %s: %s gives %s", (kind, dnumInformed, verdict) => {
    expect(simulated({ carrier: { kind }, answers: { dnumInformed } }).verdict).toBe(verdict);
  });

  it.each([
    [12, []],
    [13, ["IMPLEMENTATION_TOO_LONG"]],
  ])("notices a plan of %d months without refusing it", (months, expected) => {
    const result = simulated({ answers: { implementationWithinMonths: months } });
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe("eligible");
  });

  it.each([
    [endOfDay("2021-01-14"), "2021-01", []],
    [startOfDay("2021-01-15"), "2021-02", ["NEXT_ROUND"]],
    [endOfDay("2021-12-31"), "2022-01", ["NEXT_ROUND"]],
  ])("goes to the jury of its month until the 14th: %s", (filedAt, juryMonth, expected) => {
    const result = simulated({ filedAt });
    expect(result.round).toEqual({ juryMonth });
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe("eligible");
  });

  it("opens on 1 December 2020", () => {
    expect(simulated({ filedAt: endOfDay("2020-11-30") }).verdict).toBe("not-open");
    expect(simulated({ filedAt: startOfDay("2020-12-01") }).verdict).toBe("eligible");
  });
});
