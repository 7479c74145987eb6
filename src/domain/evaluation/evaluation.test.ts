import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "@/domain/themes/types";
import { aggregate, type Consensus } from "./aggregation";
import { ranking } from "./ranking";
import {
  type CriterionScore,
  formatScore,
  isScoreValue,
  missingScores,
  roundedDivision,
  SCORE_VALUES,
  sheetScore,
} from "./scores";

function grid(...weights: number[]): Criterion[] {
  return weights.map((weight, index) => ({
    key: `c${index + 1}`,
    name: `Critère ${index + 1}`,
    definition: "",
    weight,
    source: "",
  }));
}
function sheet(...values: number[]): CriterionScore[] {
  return values.map((value, index) => ({
    criterion: `c${index + 1}`,
    value: isScoreValue(value) ? value : null,
    justification: "Parce que.",
  }));
}
const anyValue = fc.constantFrom(...SCORE_VALUES);
/** A grid of 1 to 7 criteria and 1 to 9 complete sheets on it. */
const scored = fc
  .array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 7 })
  .chain((weights) =>
    fc
      .array(fc.array(anyValue, { minLength: weights.length, maxLength: weights.length }), {
        minLength: 1,
        maxLength: 9,
      })
      .map((sheets) => ({ criteria: grid(...weights), sheets: sheets.map((s) => sheet(...s)) })),
  );

describe("one sheet", () => {
  test.each([
    [[1, 1, 1], [5, 4, 4], 433],
    [[1, 1, 1], [5, 5, 4], 467],
    [[2, 1], [5, 0], 333],
    [[1], [0], 0],
    [[3, 3, 1, 1], [5, 5, 5, 5], 500],
    [[1, 7], [1, 0], 13],
  ])("weights %j, values %j", (weights, values, expected) => {
    expect(sheetScore(grid(...weights), sheet(...values))).toBe(expected);
  });

  test("has no score while a criterion has none, and says what is missing, in order", () => {
    const criteria = grid(1, 1);
    const half = [{ criterion: "c2", value: null, justification: " " }];
    expect(sheetScore(criteria, half)).toBeNull();
    expect(missingScores(criteria, half).map(({ path }) => path)).toEqual([
      "note.c1",
      "justification.c1",
      "note.c2",
      "justification.c2",
    ]);
    expect(missingScores(criteria, sheet(0, 5))).toEqual([]);
  });

  test("is written as in French", () => {
    expect([0, 7, 385, 500].map(formatScore)).toEqual([
      "0,00\u00A0sur\u00A05",
      "0,07\u00A0sur\u00A05",
      "3,85\u00A0sur\u00A05",
      "5,00\u00A0sur\u00A05",
    ]);
  });

  test("a weight that is not a positive integer is refused", () => {
    for (const weight of [0, -1, 0.5]) expect(() => sheetScore(grid(weight), sheet(3))).toThrow();
  });
});

describe("sheets together", () => {
  test("mean, median and spread", () => {
    const sheets = [sheet(5, 5), sheet(3, 4), sheet(1, 2)];
    expect(aggregate(grid(1, 1), sheets)).toMatchObject({
      sheets: 3,
      mean: 333,
      median: 350,
      spread: 350,
      criteria: [
        { key: "c1", mean: 300, lowest: 1, highest: 5 },
        { key: "c2", mean: 367, lowest: 2, highest: 5 },
      ],
    });
    expect(aggregate(grid(1), [sheet(1), sheet(2)])?.median).toBe(150);
    expect(aggregate(grid(1), [])).toBeNull();
    expect(() => aggregate(grid(1, 1), [sheet(1)])).toThrow();
  });

  test("stay between the lowest and the highest sheet, whatever their order", () => {
    fc.assert(
      fc.property(scored, ({ criteria, sheets }) => {
        const result = aggregate(criteria, sheets);
        const each = sheets.map((one) => sheetScore(criteria, one) ?? -1);
        expect(result).not.toBeNull();
        if (!result) return;
        for (const value of [result.mean, result.median]) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...each));
          expect(value).toBeLessThanOrEqual(Math.max(...each));
        }
        expect(Number.isInteger(result.mean)).toBe(true);
        expect(aggregate(criteria, [...sheets].reverse())).toEqual(result);
      }),
    );
  });

  test.each<[string, Consensus[], number]>([
    ["without any", [], 333],
    ["on one criterion", [{ criterion: "c1", value: 5 }], 433],
    [
      "on both, the sheets count no more",
      [
        { criterion: "c1", value: 5 },
        { criterion: "c2", value: 4 },
      ],
      450,
    ],
    ["on a criterion of another grid", [{ criterion: "c9", value: 0 }], 333],
  ])("the consensus of a sitting takes the place of the mean: %s", (_, agreed, mean) => {
    const sheets = [sheet(5, 5), sheet(3, 4), sheet(1, 2)];
    const result = aggregate(grid(1, 1), sheets, agreed);
    expect(result?.mean).toBe(mean);
    // What the sheets say is told beside, unchanged.
    expect(result).toMatchObject({ median: 350, spread: 350 });
    expect(result?.criteria[0]).toMatchObject({
      mean: 300,
      consensus: agreed.find(({ criterion }) => criterion === "c1")?.value ?? null,
    });
  });

  test("a consensus equal to every sheet changes nothing", () => {
    const sheets = [sheet(4, 2), sheet(4, 3)];
    const agreed = [{ criterion: "c1", value: 4 }];
    expect(aggregate(grid(3, 1), sheets, agreed)?.mean).toBe(aggregate(grid(3, 1), sheets)?.mean);
  });

  test("division rounds half up, exactly", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (top, bottom) => {
        const quotient = roundedDivision(top, bottom);
        expect(2 * top).toBeGreaterThanOrEqual((2 * quotient - 1) * bottom);
        expect(2 * top).toBeLessThan((2 * quotient + 1) * bottom);
      }),
    );
  });
});

describe("ranking", () => {
  const dossier = (number: string, means: number[] | null, minute = 0) => ({
    number,
    filedAt: new Date(Date.UTC(2021, 0, 10, 9, minute)),
    aggregate: means && {
      mean: roundedDivision(
        means.reduce((a, b) => a + b, 0),
        means.length,
      ),
      criteria: means.map((mean, index) => ({
        key: `c${index}`,
        mean,
        lowest: 0,
        consensus: null,
        highest: 5,
      })),
    },
  });

  test("score, then the criteria in order, then the earlier filing; without score last", () => {
    const rows = [
      dossier("late", [300, 300], 5),
      dossier("unscored", null, 0),
      dossier("early", [300, 300], 1),
      dossier("first-criterion", [400, 200], 9),
      dossier("best", [301, 301], 9),
    ];
    expect(ranking(rows).map(({ rank, row, tie }) => [rank, row.number, tie])).toEqual([
      [1, "best", null],
      [2, "first-criterion", null],
      [3, "early", "criterion"],
      [4, "late", "filing"],
      [5, "unscored", null],
    ]);
  });

  test("is a total order: shuffled dossiers give the same ranks", () => {
    const rows = fc.uniqueArray(
      fc.record({
        number: fc.stringMatching(/^2021-\d{6}$/),
        means: fc.option(fc.array(fc.nat(2), { minLength: 2, maxLength: 2 })),
        minute: fc.nat(3),
      }),
      { selector: ({ number }) => number, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        rows.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const ranks = (list: typeof all) =>
            ranking(list.map((r) => dossier(r.number, r.means, r.minute))).map(
              ({ row }) => row.number,
            );
          expect(ranks(shuffled)).toEqual(ranks(all));
        },
      ),
    );
  });
});
