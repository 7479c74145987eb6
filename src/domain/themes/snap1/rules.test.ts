import { describe, expect, it } from "vitest";
import { startOfDay } from "@/domain/calendar";
import { simulate } from "@/domain/funding/simulate";
import { cents, euros } from "@/domain/money";
import { codes, request, spending, staff } from "../../../../tests/fixtures/simulation";
import { snap1Rules } from "./rules";

describe("SNAP1", () => {
  it("pays the whole cost of 2021 and 2022; later spending stays in the total (Livret l.637)", () => {
    const result = simulate(
      snap1Rules,
      request({
        expenses: [
          spending(euros(300_000), { category: "telecom" }),
          spending(euros(150_000), { year: 2022 }),
          spending(euros(40_000), { year: 2023 }),
          spending(euros(10_000), { year: 2020 }),
        ],
      }),
    );
    expect(result.amounts).toEqual({
      total: euros(500_000),
      base: euros(450_000),
      grant: euros(450_000),
      remaining: euros(50_000),
    });
    expect(codes(result)).toEqual(["EXPENSE_OUT_OF_BASE"]);
    expect(result.verdict).toBe("eligible");
  });

  it("leaves staff cost and terminals out of the base (COSINUM l.40)", () => {
    const expenses = [
      spending(euros(200_000)),
      staff(euros(30_000)),
      spending(euros(20_000), { category: "terminal" }),
    ];
    const result = simulate(snap1Rules, request({ expenses }));
    expect(result.amounts).toMatchObject({ total: euros(250_000), grant: euros(200_000) });
    expect(codes(result).sort()).toEqual(["EXPENSE_OUT_OF_BASE", "T2_NOT_ACCEPTED"]);
  });

  it.each([
    [euros(100_000) - 1, ["SIZE_OUT"]],
    [euros(100_000), []],
    [euros(2_000_000), []],
    [euros(2_000_000) + 1, ["SIZE_OUT"]],
  ])("expects 100 000 to 2 000 000 € included: %d cents (Livret l.640)", (amount, expected) => {
    const result = simulate(snap1Rules, request({ expenses: [spending(cents(amount))] }));
    expect(codes(result)).toEqual(expected);
  });

  it.each([
    ["central-administration", []],
    ["business-directorate", []],
    ["dnum", []],
    ["deconcentrated-service", []],
    ["state-operator", []],
    ["public-laboratory", ["CARRIER_INELIGIBLE"]],
    ["local-authority", ["CARRIER_INELIGIBLE"]],
  ] as const)("judges a %s (Livret l.638)", (kind, expected) => {
    expect(codes(simulate(snap1Rules, request({ carrier: { kind } })))).toEqual(expected);
  });

  it.each([
    ["state-operator", "2020-12-01", undefined],
    ["state-operator", "2019-06-30", undefined],
    ["state-operator", "2020-12-02", "RIE_NETWORK_TOO_RECENT"],
    ["deconcentrated-service", "2021-01-01", undefined],
  ] as const)(
    "wants the partner network of a %s to exist at the opening: %s",
    (kind, since, code) => {
      const result = simulate(
        snap1Rules,
        request({ carrier: { kind }, answers: { riePartnerNetworkSince: since } }),
      );
      expect(codes(result)).toEqual(code ? [code] : []);
    },
  );

  it.each([
    ["state-operator", true, "eligible"],
    ["state-operator", false, "incomplete"],
    ["central-administration", false, "eligible"],
  ] as const)("wants a %s to file with its DNUM: %s", (kind, filedWithDnum, verdict) => {
    const result = simulate(snap1Rules, request({ carrier: { kind }, answers: { filedWithDnum } }));
    expect(result.verdict).toBe(verdict);
  });

  it.each([
    [startOfDay("2020-12-01").getTime() - 1, ["NOT_OPEN"]],
    [startOfDay("2020-12-01").getTime(), []],
    [startOfDay("2022-12-31").getTime(), []],
  ])("opens on 1 December 2020, without a closing: %d (Livret l.625)", (at, expected) => {
    expect(codes(simulate(snap1Rules, request({ filedAt: new Date(at) })))).toEqual(expected);
  });
});
