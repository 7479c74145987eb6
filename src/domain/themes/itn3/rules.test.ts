import { describe, expect, it } from "vitest";
import { endOfDay, startOfDay } from "@/domain/calendar";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { itn3Rules } from "@/domain/themes/itn3/rules";
import { codes, request, spending, staff } from "../../../../tests/fixtures/simulation";

describe("ITN3", () => {
  it("grants 75 % of the total, T2 included (Livret l.173)", () => {
    const { amounts, verdict } = simulate(
      itn3Rules,
      request({ expenses: [spending(euros(300_000)), staff(euros(100_000))] }),
    );
    expect(verdict).toBe("eligible");
    expect(amounts).toEqual({
      total: euros(400_000),
      base: euros(400_000),
      grant: euros(300_000),
      remaining: euros(100_000),
    });
  });

  it("never grants more than what is not staff cost", () => {
    const one = cents(1);
    const quarter = euros(100_000);
    const grant = (staffCost: typeof quarter) =>
      simulate(itn3Rules, request({ expenses: [spending(euros(300_000)), staff(staffCost)] }));
    expect(grant(quarter).findings).toEqual([]);
    const beyond = grant(cents(quarter + 2 * one));
    expect(beyond.amounts?.grant).toBe(euros(300_000));
    expect(codes(beyond)).toEqual(["GRANT_CAPPED"]);
    expect(beyond.explanation.at(-1)).toMatchObject({
      rule: "staff-cost-limit",
      amount: euros(300_000),
      source: "Livret l.173",
    });
  });

  it.each([
    [startOfDay("2020-12-01").getTime() - 1, "NOT_OPEN", "not-open"],
    [startOfDay("2020-12-01").getTime(), undefined, "eligible"],
    [endOfDay("2021-01-31").getTime(), undefined, "eligible"],
    [endOfDay("2021-01-31").getTime() + 1, "LATE", "not-open"],
  ])("is judged by its calendar at %d (Livret l.221)", (at, code, verdict) => {
    const result = simulate(itn3Rules, request({ filedAt: new Date(at) }));
    expect(codes(result)).toEqual(code ? [code] : []);
    expect(result.verdict).toBe(verdict);
    expect(result.call).toEqual({ kind: "aap", label: "Appel à projets ITN3" });
  });

  it.each([
    [euros(200_000) - 1, ["SIZE_OUT"]],
    [euros(200_000), []],
    [euros(2_000_000), []],
    [euros(2_000_000) + 1, ["SIZE_OUT"]],
  ])("expects 200 000 to 2 000 000 € included: %d cents (Livret l.176)", (amount, expected) => {
    const result = simulate(itn3Rules, request({ expenses: [spending(cents(amount))] }));
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe("eligible");
  });

  it.each([
    [4_999, "DECONCENTRATED_SHARE_LOW"],
    [5_000, undefined],
  ])("asks half of the carrying by deconcentrated services: %d (Livret l.174)", (share, code) => {
    const result = simulate(itn3Rules, request({ answers: { deconcentratedShare: share } }));
    expect(codes(result)).toEqual(code ? [code] : []);
  });

  it("says the share and the bound in the words of the screens", () => {
    const result = simulate(itn3Rules, request({ answers: { deconcentratedShare: 4_500 } }));
    expect(result.findings[0]?.message).toBe(
      "La part des services déconcentrés est de 45\u00A0%\u202F; ITN3 demande au moins 50\u00A0%.",
    );
  });

  it("asks a central administration (Livret l.174)", () => {
    const answered = (involved: boolean) =>
      simulate(itn3Rules, request({ answers: { centralAdministrationInvolved: involved } }));
    expect(codes(answered(true))).toEqual([]);
    expect(codes(answered(false))).toEqual(["CENTRAL_ADMINISTRATION_MISSING"]);
    expect(answered(false).verdict).toBe("ineligible");
  });
});
