import { expect, test } from "vitest";
import { aggregate } from "./aggregation";
import { formerScores } from "./former-scores";

const criteria = [
  { key: "desired", name: "", definition: "", weight: 1, source: "" },
  { key: "simple", name: "", definition: "", weight: 1, source: "" },
];
const sheet = (desired: 0 | 3 | 5, simple: 0 | 3 | 5) => [
  { criterion: "desired", value: desired, justification: "" },
  { criterion: "simple", value: simple, justification: "" },
];

test("three sheets are read together, means alone", () => {
  const together = aggregate(criteria, [sheet(0, 5), sheet(3, 5), sheet(5, 5)]);
  expect(formerScores(together)).toEqual({
    kind: "shown",
    mean: 383,
    criteria: [
      { key: "desired", mean: 267 },
      { key: "simple", mean: 500 },
    ],
  });
});

test("a criterion agreed on in the sitting counts as agreed", () => {
  const agreed = [{ criterion: "desired", value: 4 }];
  const together = aggregate(criteria, [sheet(0, 5), sheet(3, 5), sheet(5, 5)], agreed);
  expect(formerScores(together)).toMatchObject({
    kind: "shown",
    mean: 450,
    criteria: [{ key: "desired", mean: 400 }, { key: "simple" }],
  });
});

test.each([0, 1, 2])("%i sheets say too much of one person", (count) => {
  const sheets = Array.from({ length: count }, () => sheet(3, 5));
  expect(formerScores(aggregate(criteria, sheets))).toEqual({ kind: "too-few" });
});
