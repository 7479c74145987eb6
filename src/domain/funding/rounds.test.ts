import { describe, expect, it } from "vitest";
import { expectedJuryDay, filingDay, juryMonth, missesOwnMonth } from "./rounds";

describe("« avant le 15 » (Livret l.693, l.734)", () => {
  it.each([
    ["2021-01-01T00:00:00+01:00", "2021-01", false],
    ["2021-01-14T23:59:59.999+01:00", "2021-01", false],
    ["2021-01-15T00:00:00.000+01:00", "2021-02", true],
    ["2021-01-31T23:59:59.999+01:00", "2021-02", true],
    // In UTC these two are still on the 14th, and already on the 15th.
    ["2021-01-14T23:00:00.000Z", "2021-02", true],
    ["2021-07-14T21:59:59.999Z", "2021-07", false],
    ["2021-07-14T22:00:00.000Z", "2021-08", true],
    // Over the end of the year, and across both changes of clock.
    ["2021-12-15T00:00:00.000+01:00", "2022-01", true],
    ["2021-03-28T03:00:00.000+02:00", "2021-04", true],
    ["2021-10-31T02:30:00.000+01:00", "2021-11", true],
  ])("a filing at %s goes to the jury of %s", (instant, month, late) => {
    expect(juryMonth(new Date(instant))).toBe(month);
    expect(missesOwnMonth(new Date(instant))).toBe(late);
  });

  it("gives the last day and the expected jury of a month", () => {
    expect(filingDay("2021-02")).toBe("2021-02-14");
    expect(expectedJuryDay("2021-02")).toBe("2021-02-28");
    expect(expectedJuryDay("2024-02")).toBe("2024-02-29");
  });
});
