import { describe, expect, it } from "vitest";
import { callState, isOpen, judgedCall, leadingCall, windowOf } from "./calls";

const at = (iso: string) => new Date(iso);
const bounds = (opens: string | null, closes: string | null) => ({
  opensAt: opens === null ? null : at(opens),
  closesAt: closes === null ? null : at(closes),
});

describe("a definition as instants", () => {
  it.each([
    // Winter: Paris is one hour ahead.
    ["2020-12-01", "2020-11-30T23:00:00.000Z", "2021-01-31", "2021-01-31T22:59:59.999Z"],
    // Summer: two hours.
    ["2021-06-01", "2021-05-31T22:00:00.000Z", "2021-07-31", "2021-07-31T21:59:59.999Z"],
    // The clocks change on 28 March 2021 at 02:00 and on 31 October 2021 at 03:00.
    ["2021-03-28", "2021-03-27T23:00:00.000Z", "2021-03-28", "2021-03-28T21:59:59.999Z"],
    ["2021-10-31", "2021-10-30T22:00:00.000Z", "2021-10-31", "2021-10-31T22:59:59.999Z"],
  ] as const)("opens on %s at %s and closes on %s at %s", (opensOn, opens, closesOn, closes) => {
    const call = windowOf({
      key: "aap",
      kind: "aap",
      label: "Appel à projets",
      opensOn,
      closesOn,
      envelope: null,
      source: "Livret l.221",
    });
    expect(call.opensAt?.toISOString()).toBe(opens);
    expect(call.closesAt?.toISOString()).toBe(closes);
    expect(call.monthlyRounds).toBe(false);
  });
});

describe("the state of a call", () => {
  const itn3 = bounds("2020-11-30T23:00:00.000Z", "2021-01-31T22:59:59.999Z");
  it.each([
    ["2020-11-30T22:59:59.999Z", "to-come"],
    ["2020-11-30T23:00:00.000Z", "open"],
    ["2021-01-24T22:59:59.999Z", "open"],
    // The last seven days: 25 to 31 January.
    ["2021-01-24T23:00:00.000Z", "closing-soon"],
    ["2021-01-31T22:59:59.999Z", "closing-soon"],
    ["2021-01-31T23:00:00.000Z", "closed"],
  ])("at %s is %s", (instant, state) => {
    expect(callState(itn3, at(instant))).toBe(state);
    expect(isOpen(itn3, at(instant))).toBe(state === "open" || state === "closing-soon");
  });

  it("stays open without a closing date, to come without an opening date", () => {
    const now = at("2030-01-01T00:00:00.000Z");
    expect(callState(bounds("2021-01-01T00:00:00.000Z", null), now)).toBe("open");
    expect(callState(bounds(null, null), now)).toBe("to-come");
    expect(isOpen(bounds(null, null), now)).toBe(false);
  });
});

describe("which call to show, which to judge by", () => {
  const past = bounds("2020-11-15T23:00:00.000Z", "2020-12-19T22:59:59.999Z");
  const older = bounds("2020-01-01T00:00:00.000Z", "2020-02-01T00:00:00.000Z");
  const dated = bounds("2021-04-01T00:00:00.000Z", "2021-05-01T00:00:00.000Z");
  const announced = bounds(null, null);
  const endless = bounds("2021-01-01T00:00:00.000Z", null);
  const closing = bounds("2021-01-01T00:00:00.000Z", "2021-02-01T00:00:00.000Z");
  const now = at("2021-01-20T00:00:00.000Z");

  it.each([
    ["none", [], null, null],
    ["an open one, soonest to close", [past, endless, closing, dated], closing, closing],
    ["a closed one and one to come", [older, past, dated], dated, past],
    ["dated before announced", [announced, dated], dated, dated],
    ["announced only", [past, announced], announced, past],
    ["closed only, the last", [older, past], past, past],
  ])("%s", (_, calls, shown, judged) => {
    expect(leadingCall(calls, now)).toBe(shown);
    expect(judgedCall(calls, now)).toBe(judged);
  });
});
