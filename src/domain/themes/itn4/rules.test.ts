import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { codes, request, spending } from "../../../../tests/fixtures/simulation";
import { itn4Rules } from "./rules";

describe("ITN4", () => {
  it.each([1, 1_000_00, 9_000_000_00])("has no expected size: %d (Livret l.243)", (amount) => {
    const result = simulate(itn4Rules, request({ expenses: [spending(cents(amount))] }));
    expect(codes(result)).toEqual([]);
  });

  it("grants 75 % of training (Livret l.240)", () => {
    const expenses = [spending(euros(40_000), { category: "training" })];
    expect(simulate(itn4Rules, request({ expenses })).amounts?.grant).toBe(euros(30_000));
  });

  it.each([
    ["2021-01-06T22:59:59.999Z", "not-open"],
    ["2021-01-06T23:00:00.000Z", "eligible"],
  ])("opens on 7 January 2021: %s (Livret l.228)", (instant, verdict) => {
    expect(simulate(itn4Rules, request({ filedAt: new Date(instant) })).verdict).toBe(verdict);
  });

  it("needs the opinion of the director above 9 M€, strictly (Action 6-2 l.118)", () => {
    const at = (amount: number) =>
      codes(simulate(itn4Rules, request({ expenses: [spending(cents(amount))] })));
    expect(at(9_000_000_00)).toEqual([]);
    expect(at(9_000_000_01)).toEqual(["DIRECTOR_OPINION_REQUIRED"]);
  });
});
