import { expect, test } from "vitest";
import type { Day } from "@/domain/calendar";
import { creditTimeElapsed, knownQuarters, latestQuarters } from "./time";

test.each<[Day, number]>([
  ["2020-12-31", 0],
  ["2021-01-01", 14],
  ["2021-12-31", 5_000],
  ["2022-12-31", 10_000],
  ["2023-06-01", 10_000],
])("on %s, %d hundredths of a percent of the credits' two years are gone", (day, expected) => {
  expect(creditTimeElapsed(day)).toBe(expected);
});

test("quarters run from the setting up of the fund to the present one", () => {
  expect(knownQuarters("2021-01-20")).toEqual(["2020-T4", "2021-T1"]);
  expect(latestQuarters("2022-02-01", 4)).toEqual(["2021-T2", "2021-T3", "2021-T4", "2022-T1"]);
  expect(latestQuarters("2020-10-01", 4)).toEqual(["2020-T4"]);
});
