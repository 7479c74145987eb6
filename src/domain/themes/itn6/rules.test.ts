import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import type { Expense } from "@/domain/funding/types";
import { cents, euros } from "@/domain/money";
import { codes, request, spending, staff } from "../../../../tests/fixtures/simulation";
import { itn6Rules } from "./rules";

describe("ITN6", () => {
  const run = (more: Parameters<typeof request>[0]) => simulate(itn6Rules, request(more));
  const plan = (...amounts: number[]) => ({
    expenses: amounts.map((amount) => spending(cents(amount))),
  });

  it.each([
    [47_999_99, 47_999_99, 0],
    [48_000_00, 48_000_00, 0],
    [48_000_01, 48_000_00, 1],
    [60_000_00, 48_000_00, 12_000_00],
    [100_000_00, 48_000_00, 52_000_00],
  ])(
    "pays all of %d up to 48 000 €, the rest is the carrier's (Livret l.366)",
    (amount, grant, remaining) => {
      expect(run(plan(amount)).amounts).toMatchObject({ grant, remaining });
    },
  );

  it.each([
    [19_999_99, true],
    [20_000_00, false],
    [100_000_00, false],
    [100_000_01, true],
  ])("expects 20 000 to 100 000 € included: %d (Livret l.369)", (amount, out) => {
    expect(codes(run(plan(amount))).includes("SIZE_OUT")).toBe(out);
  });

  it.each([
    ["2021-01-17T22:59:59.999Z", "not-open"],
    ["2021-01-17T23:00:00.000Z", "eligible"],
  ])("opens on 18 January 2021: %s (Livret l.360)", (instant, verdict) => {
    expect(run({ ...plan(40_000_00), filedAt: new Date(instant) }).verdict).toBe(verdict);
  });

  it.each([
    [{ resultsWithinMonths: 3 }, []],
    [{ resultsWithinMonths: 4 }, ["RESULTS_TOO_LATE"]],
    [{ impactAnalysis: true }, []],
    [{ impactAnalysis: false }, ["IMPACT_ANALYSIS_MISSING"]],
  ])("with %j finds %j (Livret l.367, l.385)", (answers, expected) => {
    expect(codes(run({ ...plan(40_000_00), answers }))).toEqual(expected);
  });

  describe("the share of innovative companies with a French seat (Livret l.367)", () => {
    const french = { seatInFrance: true, innovative: true };
    const abroad = { seatInFrance: false, innovative: true };
    const ordinary = { seatInFrance: true, innovative: false };
    const to = (amount: number, provider?: Expense["provider"]) =>
      spending(cents(amount), provider && { provider });

    it.each<[string, Expense[], boolean]>([
      ["half to the cent", [to(20_000_00, french), to(20_000_00, ordinary)], false],
      ["one cent less", [to(19_999_99, french), to(20_000_00, ordinary)], true],
      ["an odd total, half rounded up", [to(20_000_01, french), to(20_000_00, abroad)], false],
      ["an odd total, half rounded down", [to(20_000_00, french), to(20_000_01, abroad)], true],
      ["49,999 % never rounds to 50 %", [to(4_999_999, french), to(5_000_001, ordinary)], true],
      ["abroad does not count", [to(20_000_00, abroad), to(20_000_00, abroad)], true],
      ["over several lines", [to(10_000_00, french), to(10_000_00, french), to(20_000_00)], false],
      ["no provider named anywhere: not answered", [to(20_000_00), to(20_000_00)], false],
      ["a line without provider counts for nobody", [to(10_000_00, french), to(20_000_00)], true],
      [
        "staff is spending, and goes to no company",
        [to(20_000_00, french), to(10_000_00, ordinary), staff(cents(10_000_01))],
        true,
      ],
      ["nothing spent", [to(0, ordinary)], false],
    ])("%s", (_, expenses, low) => {
      const result = run({ expenses });
      expect(codes(result).includes("INNOVATIVE_SHARE_LOW")).toBe(low);
      expect(result.verdict).toBe(low ? "ineligible" : "eligible");
    });

    it("tells the threshold by its two amounts", () => {
      const result = run({ expenses: [to(19_000_00, french), to(21_000_01, ordinary)] });
      expect(result.findings[0]?.message).toBe(
        "19\u202F000,00\u00A0€ vont à des entreprises innovantes dont le siège est en France\u202F; ITN6 demande au moins la moitié des dépenses, 20\u202F000,01\u00A0€.",
      );
    });
  });

  it("warns of staff cost, which is out of the base", () => {
    const expenses = [spending(euros(40_000)), staff(euros(5_000))];
    const result = run({ expenses });
    expect(codes(result)).toEqual(["T2_NOT_ACCEPTED"]);
    expect(result.amounts).toMatchObject({ base: euros(40_000), remaining: euros(5_000) });
  });
});
