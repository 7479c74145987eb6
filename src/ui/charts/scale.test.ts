import fc from "fast-check";
import { expect, test } from "vitest";
import { bounds, lengthOf, placed, wrapped } from "./scale";

test.each([
  [0, 10, 0],
  [5, 10, 50],
  [10, 10, 100],
  [12, 10, 100],
  [-3, 10, 0],
  [3, 0, 0],
])("%d of %d is %d long", (value, max, expected) => {
  expect(lengthOf(value, max, 100)).toBe(expected);
});

test("parts follow each other and fill the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 10 ** 12 }), { minLength: 1 }), (values) => {
      const parts = placed(values, 300);
      const last = parts.at(-1);
      const whole = values.reduce((total, value) => total + Math.max(value, 0), 0);
      expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(whole > 0 ? 300 : 0, 1);
      for (const [index, part] of parts.entries()) {
        expect(part.length).toBeGreaterThanOrEqual(0);
        const next = parts[index + 1];
        if (next) expect(next.start).toBeCloseTo(part.start + part.length, 1);
      }
    }),
  );
});

test("nothing is on every axis", () => {
  expect(bounds([])).toEqual({ min: 0, max: 0 });
  expect(bounds([3, null, 8])).toEqual({ min: 0, max: 8 });
  expect(bounds([-2, null])).toEqual({ min: -2, max: 0 });
});

test("labels are cut between words, a long word alone on its line", () => {
  expect(wrapped("Ministère de la Justice", 12)).toEqual(["Ministère de", "la Justice"]);
  expect(wrapped("Interministérialité", 5)).toEqual(["Interministérialité"]);
});
