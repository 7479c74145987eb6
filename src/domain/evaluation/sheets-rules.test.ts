import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOSSIER_STATUSES } from "@/domain/dossier/statuses";
import type { Criterion } from "@/domain/themes/types";
import { aggregate } from "./aggregation";
import { OUTLIER_SHEETS, outliers } from "./calibration";
import { currentValue, revisionRefusal } from "./revisions";
import {
  anchorOf,
  type CriterionScore,
  SCORE_ANCHORS,
  SCORE_VALUES,
  type ScoreValue,
} from "./scores";
import { weighted } from "./weights";

const grid = (...weights: number[]): Criterion[] =>
  weights.map((weight, index) => ({
    key: `c${index}`,
    name: `Critère ${index}`,
    definition: "",
    weight,
    source: "Livret l.1",
  }));
const sheet = (...values: ScoreValue[]): CriterionScore[] =>
  values.map((value, index) => ({ criterion: `c${index}`, value, justification: "" }));

describe("outliers", () => {
  test.each([
    ["no sheet", [], []],
    ["one sheet", [5], []],
    ["two sheets as far as can be", [0, 5], []],
    ["three, exactly one point from the median", [3, 4, 5], []],
    ["three, one two points below", [2, 4, 4], [0]],
    ["three, one above", [1, 1, 3], [2]],
    ["four, the median between two scores", [2, 3, 4, 5], [0, 3]],
    ["four, half a point from a median of 3,5", [3, 3, 4, 4], []],
    ["everybody agrees", [4, 4, 4, 4], []],
  ] as const)("%s", (_, values, expected) => {
    expect([
      ...outliers(
        grid(1),
        values.map((value) => sheet(value)),
      ),
    ]).toEqual(expected);
  });

  test("the distance is weighted, and compared before any rounding", () => {
    // Weights 2 and 1: 4,00 the median; (2×2 + 5) ÷ 3 = 3,00 is exactly one point away, (2×2 + 4) ÷ 3 is further.
    const sheets = [sheet(4, 4), sheet(4, 4), sheet(2, 5)];
    expect([...outliers(grid(2, 1), sheets)]).toEqual([]);
    expect([...outliers(grid(2, 1), [...sheets.slice(0, 2), sheet(2, 4)])]).toEqual([2]);
  });

  test("a sheet with a criterion missing is a fault of the caller", () => {
    expect(() => outliers(grid(1, 1), [sheet(1), sheet(2, 2), sheet(3, 3)])).toThrow(RangeError);
  });

  test("an even jury split in two camps is all far from the middle, where nobody stands", () => {
    const camps = [sheet(0, 0), sheet(0, 0), sheet(5, 0), sheet(5, 0)];
    expect(outliers(grid(3, 2), camps).size).toBe(4);
  });

  test("are never all of an odd jury, none below the least number, none while the spread is a point", () => {
    const value = fc.constantFrom(...SCORE_VALUES);
    const criteria = grid(3, 2);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 9 }), (rows) => {
        const sheets = rows.map(([one, two]) => sheet(one, two));
        const far = outliers(criteria, sheets);
        if (sheets.length < OUTLIER_SHEETS) expect(far.size).toBe(0);
        else if (sheets.length % 2 === 1) expect(far.size).toBeLessThan(sheets.length);
        if ((aggregate(criteria, sheets)?.spread ?? 0) <= 100) expect(far.size).toBe(0);
      }),
    );
  });
});

describe("a score changed after the discussion", () => {
  test.each([
    [3, [], 3],
    [3, [{ after: 4 }], 4],
    [3, [{ after: 4 }, { after: 3 }], 3],
    [null, [], null],
  ] as const)("handed in %s, changed %j: %s counts", (handedIn, changes, counts) => {
    expect(currentValue(handedIn, changes)).toBe(counts);
  });

  test.each(DOSSIER_STATUSES)("at %s", (status) => {
    const may = status === "scored" || status === "reserve";
    expect(revisionRefusal({ status, hasDecision: false }) === null).toBe(may);
    expect(revisionRefusal({ status, hasDecision: true })).not.toBeNull();
  });

  test("is refused in the same words whether a decision is prepared or not", () => {
    expect(revisionRefusal({ status: "scored", hasDecision: true })).toBe(
      revisionRefusal({ status: "accepted", hasDecision: false }),
    );
  });
});

describe("weights of a call", () => {
  test("take the place of the theme's, criterion by criterion; an unknown one does nothing", () => {
    const criteria = grid(1, 1, 1);
    expect(weighted(criteria, new Map())).toBe(criteria);
    const set = weighted(
      criteria,
      new Map([
        ["c1", 3],
        ["gone", 9],
      ]),
    );
    expect(set.map(({ weight }) => weight)).toEqual([1, 3, 1]);
    expect(criteria.map(({ weight }) => weight)).toEqual([1, 1, 1]);
  });
});

test("a value is told in the theme's words where it has some", () => {
  const own = { 0: "a", 1: "b", 2: "c", 3: "d", 4: "e", 5: "f" };
  expect(anchorOf({ anchors: own }, 3)).toBe("d");
  expect(anchorOf({}, 3)).toBe(SCORE_ANCHORS[3]);
});
