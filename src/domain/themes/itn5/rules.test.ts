import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { codes, request, spending } from "../../../../tests/fixtures/simulation";
import { itn5Rules } from "./rules";

describe("ITN5", () => {
  const carrier = { kind: "business-directorate" as const };
  const run = (amount: number, more: Parameters<typeof request>[0] = {}) =>
    simulate(itn5Rules, request({ carrier, expenses: [spending(cents(amount))], ...more }));
  /** The first session is open. */
  const december = { filedAt: new Date("2020-12-01T12:00:00Z") };

  it.each([
    [10_000_00, "guichet"],
    [99_999_99, "guichet"],
    [100_000_00, "aap"],
    [1_000_000_00, "aap"],
  ])("is read by amount when no call is asked: %d (Livret l.315, l.322)", (amount, kind) => {
    expect(run(amount).call?.kind).toBe(kind);
  });

  it.each([
    // The guichet: 10 000 € included to 100 000 € excluded.
    ["guichet", 9_999_99, ["SIZE_OUT"], "eligible"],
    ["guichet", 10_000_00, [], "eligible"],
    ["guichet", 99_999_99, [], "eligible"],
    ["guichet", 100_000_00, ["OTHER_CALL", "SIZE_OUT"], "redirect"],
  ] as const)("%s of %d in January finds %j", (call, amount, expected, verdict) => {
    const result = run(amount, { call });
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe(verdict);
  });

  it.each([
    // The call for projects: both ends included.
    ["aap", 99_999_99, ["OTHER_CALL", "SIZE_OUT"], "redirect"],
    ["aap", 100_000_00, [], "eligible"],
    ["aap", 1_000_000_00, [], "eligible"],
    ["aap", 1_000_000_01, ["SIZE_OUT"], "eligible"],
  ] as const)("%s of %d in December finds %j", (call, amount, expected, verdict) => {
    const result = run(amount, { call, ...december });
    expect(codes(result)).toEqual(expected);
    expect(result.verdict).toBe(verdict);
  });

  it("marks as a reading what is decided at 100 000 € exactly", () => {
    expect(run(100_000_00, { call: "guichet" }).findings[0]?.interpretation).toBe(true);
    expect(run(100_000_01, { call: "guichet" }).findings[0]?.interpretation).toBe(false);
  });

  it.each([
    ["2020-11-15T22:59:59.999Z", "NOT_OPEN"],
    ["2020-11-15T23:00:00.000Z", undefined],
    ["2020-12-19T22:59:59.999Z", undefined],
    // Announced later sessions notwithstanding.
    ["2020-12-19T23:00:00.000Z", "LATE"],
    ["2021-05-01T00:00:00.000Z", "LATE"],
  ])("session 1 is judged at %s (Livret l.311)", (instant, code) => {
    const result = run(200_000_00, { filedAt: new Date(instant) });
    expect(codes(result)).toEqual(code ? [code] : []);
    expect(result.call?.label).toBe("Appel à projets ITN5, 1re session");
  });

  it.each([
    ["2021-01-17T22:59:59.999Z", "NOT_OPEN"],
    ["2021-01-17T23:00:00.000Z", undefined],
  ])("the guichet opens on 18 January 2021: %s (Livret l.315)", (instant, code) => {
    expect(codes(run(50_000_00, { filedAt: new Date(instant) }))).toEqual(code ? [code] : []);
  });

  it("reads the project's total for a phase of a larger project", () => {
    const phase = { phaseOfLargerProject: true, projectTotal: euros(150_000) };
    expect(run(50_000_00, { ...phase, ...december })).toMatchObject({
      verdict: "eligible",
      call: { kind: "aap" },
    });
  });

  it("grants 75 % (Livret l.319)", () => {
    expect(run(99_999_99).amounts?.grant).toBe(74_999_99);
  });

  it("shares 23 M€ between three sessions and the guichet (Livret l.311-321)", () => {
    const shares = itn5Rules.calls.map(({ envelope }) => envelope);
    expect(shares).toEqual([6, 6, 7, 4].map((millions) => euros(millions * 1_000_000)));
  });
});
