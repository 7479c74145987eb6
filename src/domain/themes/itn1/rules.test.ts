import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { codes, request, spending, staff } from "../../../../tests/fixtures/simulation";
import { itn1Rules } from "./rules";

describe("ITN1", () => {
  const plan = (amount: number) => ({ expenses: [spending(cents(amount))] });

  it("grants 75 % of the spending other than staff (Livret l.36)", () => {
    const { amounts } = simulate(
      itn1Rules,
      request({ expenses: [spending(euros(100_000)), staff(euros(10_000))] }),
    );
    expect(amounts).toEqual({
      total: euros(110_000),
      base: euros(100_000),
      grant: euros(75_000),
      remaining: euros(35_000),
    });
  });

  it.each([
    ["2021-01-03T22:59:59.999Z", ["NOT_OPEN"]],
    ["2021-01-03T23:00:00.000Z", []],
    ["2035-01-01T00:00:00.000Z", []],
  ])("opens on 4 January 2021 and does not close: %s (Livret l.30)", (instant, expected) => {
    expect(codes(simulate(itn1Rules, request({ filedAt: new Date(instant) })))).toEqual(expected);
  });

  it.each([
    [49_999_99, ["SIZE_OUT"]],
    [50_000_00, []],
    [1_000_000_00, []],
    [1_000_000_01, ["SIZE_OUT"]],
  ])("expects 50 000 to 1 000 000 € included: %d (Livret l.39)", (amount, expected) => {
    expect(codes(simulate(itn1Rules, request(plan(amount))))).toEqual(expected);
  });

  it.each([
    [{}, []],
    [{ procedureInObservatoire: true, inChargeOfProcedure: true }, []],
    [{ procedureInObservatoire: false }, ["PROCEDURE_NOT_LISTED"]],
    [{ inChargeOfProcedure: false }, ["NOT_IN_CHARGE_OF_PROCEDURE"]],
    [
      { procedureInObservatoire: false, inChargeOfProcedure: false },
      ["PROCEDURE_NOT_LISTED", "NOT_IN_CHARGE_OF_PROCEDURE"],
    ],
    // Known answers that the theme does not ask are ignored.
    [{ impactAnalysis: false, deconcentratedShare: 0, resultsWithinMonths: 99 }, []],
  ])("with %j finds %j (Livret l.37)", (answers, expected) => {
    const result = simulate(itn1Rules, request({ answers }));
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe(expected.length > 0 ? "ineligible" : "eligible");
  });
});
