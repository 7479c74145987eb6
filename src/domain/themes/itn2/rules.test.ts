import { describe, expect, it } from "vitest";
import { simulate } from "@/domain/funding/simulate";
import { cents } from "@/domain/money";
import { codes, request, spending } from "../../../../tests/fixtures/simulation";
import { itn2Rules } from "./rules";

describe("ITN2", () => {
  const carrier = { kind: "business-directorate" as const };
  const run = (more: Parameters<typeof request>[0]) =>
    simulate(itn2Rules, request({ carrier, ...more }));

  it.each([
    [200_000_00, 100_000_00],
    [200_000_01, 100_000_00],
    [999_999_99, 499_999_99],
  ])("grants half of the cost: %d → %d (Livret l.103)", (amount, grant) => {
    expect(run({ expenses: [spending(cents(amount))] }).amounts).toMatchObject({
      grant,
      remaining: amount - grant,
    });
  });

  it.each([
    [199_999_99, ["SIZE_OUT"]],
    [200_000_00, []],
    [1_000_000_00, []],
    [1_000_000_01, ["SIZE_OUT"]],
  ])("expects 200 000 to 1 000 000 € included: %d (Livret l.106)", (amount, expected) => {
    expect(codes(run({ expenses: [spending(cents(amount))] }))).toEqual(expected);
  });

  it.each([
    ["2020-11-01T22:59:59.999Z", "not-open"],
    ["2020-11-01T23:00:00.000Z", "eligible"],
  ])("opens on 2 November 2020: %s (Livret l.91)", (instant, verdict) => {
    expect(run({ filedAt: new Date(instant) }).verdict).toBe(verdict);
  });
});
