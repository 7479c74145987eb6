import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBrighter, suggestedWeather, suggestionSentence, WEATHERS } from "./weather";

describe("the weather suggested", () => {
  test.each([
    [0, 0, 0, "secure"],
    [null, 0, 0, "secure"],
    [999, 999, 0, "secure"],
    [1_000, 0, 0, "reachable"],
    [0, 1_000, 0, "reachable"],
    [1_999, 0, 0, "reachable"],
    [2_000, 0, 0, "help-needed"],
    [0, 3_999, 0, "help-needed"],
    [0, 4_000, 0, "compromised"],
    [4_000, 0, 9, "compromised"],
    [-5_000, -5_000, 0, "secure"],
    [0, 0, 1, "reachable"],
    [0, 0, 2, "reachable"],
    [0, 0, 3, "help-needed"],
    [0, 0, 30, "help-needed"],
    [0, 2_000, 1, "help-needed"],
  ] as const)("budget %s, calendar %s, %i alerts: %s", (budget, calendar, alerts, weather) => {
    expect(suggestedWeather({ budget, calendar }, alerts)).toBe(weather);
  });

  test("never brightens when something worsens", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.nat(6),
        fc.nat(5_000),
        fc.nat(5_000),
        fc.nat(3),
        (budget, calendar, alerts, dearer, later, more) => {
          const before = suggestedWeather({ budget, calendar }, alerts);
          const after = suggestedWeather(
            { budget: budget + dearer, calendar: calendar + later },
            alerts + more,
          );
          expect(isBrighter(after, before)).toBe(false);
        },
      ),
    ));
});

test("one weather is brighter than those after it alone", () => {
  const pairs = WEATHERS.flatMap((one) => WEATHERS.map((other) => [one, other] as const));
  expect(pairs.filter(([one, other]) => isBrighter(one, other))).toHaveLength(6);
  expect(isBrighter("secure", "reachable")).toBe(true);
  expect(isBrighter("secure", "secure")).toBe(false);
});

test("the suggestion says what it comes from", () => {
  expect(suggestionSentence({ budget: 2_840, calendar: 0 }, 1)).toBe(
    "D’après le plan initial\u00A0: budget +28,4\u00A0%, calendrier 0\u00A0%, 1 écart signalé.",
  );
  expect(suggestionSentence({ budget: null, calendar: 0 }, 0)).toMatch(/aucun écart/);
});
