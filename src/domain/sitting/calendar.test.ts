import { describe, expect, test } from "vitest";
import type { Day } from "@/domain/calendar";
import { isWorkingDay, nextWorkingDay, proposedDay } from "./calendar";

describe("working days", () => {
  test.each<[Day, boolean, string]>([
    ["2021-01-29", true, "a Friday"],
    ["2021-01-30", false, "a Saturday"],
    ["2021-01-31", false, "a Sunday"],
    ["2021-01-01", false, "New Year"],
    ["2021-04-05", false, "Easter Monday"],
    ["2021-05-13", false, "Ascension"],
    ["2021-05-24", false, "Whit Monday"],
    ["2021-07-14", false, "Bastille Day"],
    ["2021-11-11", false, "Armistice"],
    ["2022-04-18", false, "Easter Monday of 2022"],
    ["2024-04-01", false, "Easter Monday of 2024"],
    ["2021-04-06", true, "the Tuesday after Easter"],
  ])("%s: %s, %s", (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });

  test("the next one jumps over a long weekend", () => {
    expect(nextWorkingDay("2021-04-03")).toBe("2021-04-06");
    expect(nextWorkingDay("2021-04-06")).toBe("2021-04-06");
  });
});

describe("the day proposed for a jury", () => {
  const none = { month: null, closesOn: null, waitingSince: null };

  test.each<[string, Parameters<typeof proposedDay>[0], Day, Day | null]>([
    [
      "a monthly round, its last day a Sunday",
      { ...none, month: "2021-01" },
      "2021-01-10",
      "2021-01-29",
    ],
    [
      "a monthly round, its last day a Monday",
      { ...none, month: "2021-05" },
      "2021-05-02",
      "2021-05-31",
    ],
    ["a monthly round already too near", { ...none, month: "2021-01" }, "2021-01-25", "2021-02-01"],
    [
      "the month before any closing",
      { ...none, month: "2021-01", closesOn: "2021-06-30" },
      "2021-01-10",
      "2021-01-29",
    ],
    [
      "two weeks after a closing (ITN3)",
      { ...none, closesOn: "2021-01-31" },
      "2021-01-20",
      "2021-02-15",
    ],
    [
      "two weeks after a closing, read late",
      { ...none, closesOn: "2021-01-31" },
      "2021-02-12",
      "2021-02-17",
    ],
    [
      "two weeks after, on a Saturday",
      { ...none, closesOn: "2021-01-30" },
      "2021-01-20",
      "2021-02-15",
    ],
    [
      "a month after the earliest dossier",
      { ...none, waitingSince: "2021-01-12" },
      "2021-01-20",
      "2021-02-12",
    ],
    [
      "a month after, from 31 January",
      { ...none, waitingSince: "2021-01-31" },
      "2021-02-01",
      "2021-03-01",
    ],
    [
      "a month after, long ago",
      { ...none, waitingSince: "2020-10-01" },
      "2021-01-20",
      "2021-01-25",
    ],
    ["nothing waits", none, "2021-01-20", null],
  ])("%s", (_, rhythm, today, day) => {
    expect(proposedDay(rhythm, today)?.day ?? null).toBe(day);
  });
});
