import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/domain/money";
import {
  addedSums,
  type Figures,
  formatDays,
  formatShare,
  NO_FIGURES,
  shareOf,
  successRate,
  timeElapsed,
} from "./figures";

const figures = (more: Partial<Figures>): Figures => ({ ...NO_FIGURES, ...more });

test.each([
  ["nothing decided", 0, 0, null],
  ["all awarded", 3, 0, 10_000],
  ["none awarded", 0, 2, 0],
  ["one of three", 1, 2, 3_333],
  ["two of three, rounded up", 2, 1, 6_667],
])("success rate: %s", (_, awarded, turnedDown, expected) => {
  expect(successRate(figures({ awarded, turnedDown }))).toBe(expected);
});

test.each([
  ["nothing followed", 0, 0, null],
  ["not begun", 0, 365, 0],
  ["half", 365, 730, 5_000],
  ["over", 730, 730, 10_000],
])("time elapsed: %s", (_, elapsedDays, plannedDays, expected) => {
  expect(timeElapsed(figures({ elapsedDays, plannedDays }))).toBe(expected);
});

describe("words", () => {
  test.each([
    [null, "Sans\u00A0objet"],
    [0, "0\u00A0%"],
    [3_333, "33,3\u00A0%"],
    [10_000, "100\u00A0%"],
  ])("share %s", (share, expected) => {
    expect(formatShare(share)).toBe(expected);
  });

  test.each([
    [null, "Sans\u00A0objet"],
    [0.4, "0\u00A0jour"],
    [1, "1\u00A0jour"],
    [31.5, "32\u00A0jours"],
  ])("days %s", (days, expected) => {
    expect(formatDays(days)).toBe(expected);
  });
});

const counts = fc.nat(10_000);
const amounts = fc.nat(10 ** 11).map(cents);
const sums = fc
  .tuple(
    fc.record({
      dossiers: counts,
      awarded: counts,
      interministerial: counts,
      interministerialAmount: amounts,
      turnedDown: counts,
      elapsedDays: counts,
      plannedDays: counts,
    }),
    fc.record({
      requested: amounts,
      granted: amounts,
      allocated: amounts,
      committed: amounts,
      paid: amounts,
      returned: amounts,
    }),
  )
  .map(([own, moved]): Figures => ({ ...NO_FIGURES, ...own, amounts: moved }));

test("sums of groups do not depend on how they are cut nor on their order", () => {
  fc.assert(
    fc.property(sums, sums, sums, (one, two, three) => {
      expect(addedSums(addedSums(one, two), three)).toEqual(addedSums(one, addedSums(three, two)));
      expect(addedSums(one, NO_FIGURES)).toEqual(addedSums(NO_FIGURES, one));
    }),
  );
});

test("a share is between nothing and the whole, and nothing has none", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 12), fc.nat(10 ** 12), (part, rest) => {
      const share = shareOf(part, part + rest);
      if (part + rest === 0) expect(share).toBeNull();
      else expect(share !== null && share >= 0 && share <= 10_000).toBe(true);
    }),
  );
});
