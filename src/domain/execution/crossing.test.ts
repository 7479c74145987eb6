import { describe, expect, test } from "vitest";
import { formatNumber, hasRightToError, isReached, parseNumber, readMeasures } from "./crossing";
import { evidenceField, evidencePosition } from "./evidence";

test.each([
  ["97,5", 97.5],
  ["1\u202F250", 1250],
  ["\u22123", -3],
  ["0.0001", 0.0001],
  ["", null],
  ["12 %", null],
  ["1,23456", null],
])("a number typed %j is %s", (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

test("a number is written in French", () => {
  expect(formatNumber(-1250.5)).toBe("\u22121\u202F250,5");
});

test.each([
  [150, 150, true],
  [149.9999, 150, false],
  [0, 0, true],
])("%s measured against a minimum of %s is reached: %s", (value, minimum, reached) => {
  expect(isReached({ value, minimum })).toBe(reached);
});

test.each([
  [1, 1, true],
  [1, 2, true],
  [2, 2, false],
  [1, 3, true],
  [2, 3, false],
  [2, 4, true],
  [3, 4, false],
])("phase %s of %s has a right to error: %s", (position, phases, right) => {
  expect(hasRightToError(position, phases)).toBe(right);
});

describe("measures", () => {
  const indicator = {
    name: "Agents actifs",
    definition: "Agents du mois.",
    unit: "agents",
    cadence: "month" as const,
    minimum: 150,
  };
  const typed = { value: "210", on: "2021-05-10", method: "Journal." };

  test("keep the minimum they are read against", () => {
    expect(readMeasures([indicator], [typed], "2021-05-10")).toEqual({
      errors: [],
      measures: [
        {
          name: "Agents actifs",
          unit: "agents",
          minimum: 150,
          value: 210,
          on: "2021-05-10",
          method: "Journal.",
        },
      ],
    });
  });

  test.each([
    [{ value: "" }, "value.0"],
    [{ on: "2021-05-11" }, "on.0"],
    [{ on: "2021-02-31x" }, "on.0"],
    [{ method: "" }, "method.0"],
  ])("say what lacks: %j", (more, path) => {
    const { errors } = readMeasures([indicator], [{ ...typed, ...more }], "2021-05-10");
    expect(errors.map((error) => error.path)).toEqual([path]);
  });

  test("of an indicator nothing is typed of lack everything", () => {
    expect(readMeasures([indicator], [], "2021-05-10").errors).toHaveLength(3);
  });
});

test("the field of a file of evidence is read back as its phase", () => {
  expect(evidencePosition(evidenceField(3))).toBe(3);
  expect(evidencePosition("documents")).toBeNull();
});
