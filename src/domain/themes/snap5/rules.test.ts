import { describe, expect, it } from "vitest";
import { endOfDay, startOfDay } from "@/domain/calendar";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { codes, request, spending, staff } from "../../../../tests/fixtures/simulation";
import { snap5Rules } from "./rules";

describe("SNAP5", () => {
  const simulated = (more: Parameters<typeof request>[0]) =>
    simulate(snap5Rules, request({ expenses: [spending(euros(100_000))], ...more }));

  it("pays 75 %, rounded down, neither staff cost nor terminals (Livret l.858, COSINUM l.40)", () => {
    const expenses = [
      spending(cents(10_000_001)),
      staff(euros(10_000)),
      spending(euros(5_000), { category: "terminal" }),
    ];
    const result = simulated({ expenses });
    expect(result.amounts).toMatchObject({ base: cents(10_000_001), grant: cents(7_500_000) });
    expect(codes(result).sort()).toEqual(["EXPENSE_OUT_OF_BASE", "T2_NOT_ACCEPTED"]);
  });

  it("counts every year: the fiche sets none", () => {
    const result = simulated({ expenses: [spending(euros(100_000), { year: 2023 })] });
    expect(result.amounts?.grant).toBe(euros(75_000));
  });

  it.each([
    [euros(30_000) - 1, ["SIZE_OUT"]],
    [euros(30_000), []],
    [euros(300_000), []],
    [euros(300_000) + 1, ["SIZE_OUT"]],
  ])("expects 30 000 to 300 000 € included: %d cents (Livret l.861)", (amount, expected) => {
    expect(codes(simulated({ expenses: [spending(cents(amount))] }))).toEqual(expected);
  });

  it.each([
    ["central-administration", "eligible"],
    ["business-directorate", "eligible"],
    ["dnum", "eligible"],
    ["state-operator", "eligible"],
    ["deconcentrated-service", "ineligible"],
    ["public-laboratory", "ineligible"],
    ["local-authority", "ineligible"],
  ] as const)("judges a %s: %s (Livret l.859)", (kind, verdict) => {
    expect(simulated({ carrier: { kind } }).verdict).toBe(verdict);
  });

  it("sends retraining towards digital professions to ITN4 (Livret l.886)", () => {
    const result = simulated({ answers: { retrainingToDigitalJobs: true } });
    expect(result.verdict).toBe("redirect");
    expect(result.findings[0]).toMatchObject({ code: "OTHER_THEME", theme: "ITN4" });
    expect(simulated({ answers: { retrainingToDigitalJobs: false } }).verdict).toBe("eligible");
  });

  it("opens on 4 January 2021, without a closing (Livret l.846)", () => {
    expect(simulated({ filedAt: endOfDay("2021-01-03") }).verdict).toBe("not-open");
    expect(simulated({ filedAt: startOfDay("2021-01-04") }).verdict).toBe("eligible");
    expect(simulated({ filedAt: endOfDay("2022-12-31") }).verdict).toBe("eligible");
  });
});
