import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "@/domain/calendar";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import {
  type AskedDuty,
  type Course,
  dutyState,
  dutyWord,
  mayMeet,
  movedObligations,
  obligationsOf,
} from "./obligations";
import {
  daysOf,
  formatPeriod,
  isPeriod,
  monthsOf,
  nextPeriod,
  ofPeriod,
  periodOf,
  reportDueOn,
} from "./periods";

const course = (changes: Partial<Course> = {}): Course => ({
  awardedOn: "2021-02-15",
  openedOn: "2021-03-01",
  startsOn: "2021-03-01",
  endsOn: "2022-02-28",
  ...changes,
});

const reports = (code: keyof typeof THEMES, changes?: Partial<Course>) =>
  obligationsOf(THEMES[code], course(changes)).filter(({ kind }) => kind === "report");
const once = (code: keyof typeof THEMES, changes?: Partial<Course>) =>
  obligationsOf(THEMES[code], course(changes))
    .filter(({ kind }) => kind !== "report")
    .map(({ kind, dueOn }) => [kind, dueOn]);

describe("periods", () => {
  test.each([
    ["2021-01-01", "2021-01", "2021-T1"],
    ["2021-03-31", "2021-03", "2021-T1"],
    ["2021-04-01", "2021-04", "2021-T2"],
    ["2021-06-30", "2021-06", "2021-T2"],
    ["2021-07-01", "2021-07", "2021-T3"],
    ["2021-10-01", "2021-10", "2021-T4"],
    ["2021-12-31", "2021-12", "2021-T4"],
  ] as const)("%s is of %s and %s", (day, month, quarter) => {
    expect(periodOf(day, "month")).toBe(month);
    expect(periodOf(day, "quarter")).toBe(quarter);
  });

  test.each([
    ["2021-01", "2021-02-10"],
    ["2021-02", "2021-03-10"],
    ["2021-12", "2022-01-10"],
    ["2024-02", "2024-03-10"],
    ["2021-T1", "2021-04-10"],
    ["2021-T4", "2022-01-10"],
  ])("the report of %s is due on %s", (period, day) => {
    expect(reportDueOn(period)).toBe(day);
  });

  test.each([
    ["2021-12", "2022-01"],
    ["2021-T4", "2022-T1"],
    ["2021-T3", "2021-T4"],
  ])("after %s comes %s", (period, next) => {
    expect(nextPeriod(period)).toBe(next);
  });

  test("names and texts that are none", () => {
    expect(formatPeriod("2021-03")).toBe("mars\u00A02021");
    expect(formatPeriod("2021-T1")).toBe("1er trimestre\u00A02021");
    expect(["2021-03", "2021-04", "2021-08", "2021-10", "2021-T1"].map(ofPeriod)).toEqual([
      "de mars\u00A02021",
      "d’avril\u00A02021",
      "d’août\u00A02021",
      "d’octobre\u00A02021",
      "du 1er trimestre\u00A02021",
    ]);
    expect(formatPeriod("2021-T4")).toBe("4e trimestre\u00A02021");
    expect(
      ["2021-13", "2021-00", "2021-T5", "2021-T0", "2021", "21-03", ""].filter(isPeriod),
    ).toEqual([]);
    expect(() => monthsOf("2021-T5")).toThrow(RangeError);
    expect(daysOf("2021-T1")).toEqual({ first: "2021-01-01", last: "2021-03-31" });
  });
});

describe("reports asked", () => {
  test("ITN3: each month from the start to the end, ten days after it", () => {
    const asked = reports("ITN3");
    expect(asked).toHaveLength(12);
    expect(asked[0]).toEqual({ kind: "report", period: "2021-03", dueOn: "2021-04-10" });
    expect(asked.at(-1)).toEqual({ kind: "report", period: "2022-02", dueOn: "2022-03-10" });
  });

  test.each(["SNAP3", "SNAP4", "ITN1", "ITN7", "ITN8B", "SNAP1", "SNAP2A"] as const)(
    "%s: each quarter of the calendar",
    (code) => {
      expect(reports(code).map(({ period }) => period)).toEqual([
        "2021-T1",
        "2021-T2",
        "2021-T3",
        "2021-T4",
        "2022-T1",
      ]);
    },
  );

  test.each([
    // Starts on the last day of a month, ends on the first of another: both months are reported.
    [{ startsOn: "2021-03-31", endsOn: "2021-05-01" }, ["2021-03", "2021-04", "2021-05"]],
    [{ startsOn: "2021-04-01", endsOn: "2021-04-30" }, ["2021-04"]],
    [{ startsOn: "2021-04-15", endsOn: "2021-04-15" }, ["2021-04"]],
    // Opened later than it starts: nothing is asked of what is past.
    [{ openedOn: "2021-05-31", endsOn: "2021-06-30" }, ["2021-05", "2021-06"]],
    // Starts later than it is opened.
    [{ startsOn: "2021-05-01", endsOn: "2021-05-31" }, ["2021-05"]],
    // Opened after its end: one report tells where it stands.
    [{ openedOn: "2021-09-02", endsOn: "2021-06-30" }, ["2021-09"]],
  ] as const)("%j", (changes, periods) => {
    expect(reports("ITN3", changes).map(({ period }) => period)).toEqual(periods);
  });
});

describe("what is asked once", () => {
  test.each([
    ["ITN3", [["team-kept", "2022-03-01"]]],
    ["ITN5", [["demonstration", "2021-08-15"]]],
    [
      "ITN6",
      [
        ["results", "2021-06-01"],
        ["evaluation", "2022-02-28"],
      ],
    ],
    ["ITN8A", [["results", "2022-03-01"]]],
    ["ITN8D", [["results", "2022-03-01"]]],
    ["SNAP2A", [["in-service", "2022-02-15"]]],
    ["SNAP2B", [["in-service", "2022-02-15"]]],
    ["ITN1", [["evaluation", "2022-02-28"]]],
    ["SNAP5", [["evaluation", "2022-02-28"]]],
    ["SNAP3", []],
    ["ITN7", []],
  ] as const)("%s", (code, asked) => {
    expect(once(code)).toEqual(asked);
  });

  test.each([
    ["2020-08-31", "2021-02-28"],
    ["2021-08-31", "2022-02-28"],
    ["2023-08-31", "2024-02-29"],
    ["2021-03-30", "2021-09-30"],
  ] as const)("six months after %s is %s", (awardedOn, dueOn) => {
    expect(once("ITN5", { awardedOn })).toEqual([["demonstration", dueOn]]);
  });

  test("a year from 29 February ends on the 28th", () => {
    expect(once("ITN3", { startsOn: "2024-02-29", endsOn: "2024-12-31" })).toEqual([
      ["team-kept", "2025-02-28"],
    ]);
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays("2020-11-01", count));

test("whatever the days and the theme: one report a period, all periods in a row, the nearest first", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...THEME_LIST),
      fc.record({ awardedOn: day, openedOn: day, startsOn: day, endsOn: day }),
      (theme, days) => {
        const asked = obligationsOf(theme, days);
        expect(asked.map(({ dueOn }) => dueOn)).toEqual(asked.map(({ dueOn }) => dueOn).toSorted());
        const periods = asked.filter(({ kind }) => kind === "report").map(({ period }) => period);
        expect(periods.length).toBeGreaterThan(0);
        periods.slice(1).forEach((period, index) => {
          expect(period).toBe(nextPeriod(periods[index] ?? ""));
        });
        const first = days.startsOn > days.openedOn ? days.startsOn : days.openedOn;
        expect(daysOf(periods[0] ?? "").first <= first).toBe(true);
      },
    ),
  ));

describe("a new baseline", () => {
  const asked = (changes: Partial<AskedDuty>): AskedDuty => ({
    id: "a",
    kind: "report",
    period: "2021-03",
    dueOn: "2021-04-10",
    isDone: false,
    isDropped: false,
    ...changes,
  });
  const march = { kind: "report", period: "2021-03", dueOn: "2021-04-10" } as const;
  const april = { kind: "report", period: "2021-04", dueOn: "2021-05-10" } as const;
  const evaluation = { kind: "evaluation", period: "", dueOn: "2022-06-30" } as const;

  test.each([
    ["what stays asked does not move", [asked({})], [march], { add: [], drop: [], take: [] }],
    ["what comes is asked", [asked({})], [march, april], { add: [april], drop: [], take: [] }],
    ["what goes is dropped", [asked({})], [], { add: [], drop: ["a"], take: [] }],
    [
      "what was dropped is asked again",
      [asked({ isDropped: true })],
      [march],
      { add: [], drop: [], take: ["a"] },
    ],
    ["what is done stays done", [asked({ isDone: true })], [], { add: [], drop: [], take: [] }],
    [
      "what is done is not asked on another day",
      [asked({ ...evaluation, dueOn: "2022-02-28", isDone: true })],
      [evaluation],
      { add: [], drop: [], take: [] },
    ],
    [
      "what is asked once changes its day",
      [asked({ ...evaluation, dueOn: "2022-02-28" })],
      [evaluation],
      { add: [evaluation], drop: ["a"], take: [] },
    ],
  ] as const)("%s", (_, known, wanted, moves) => {
    expect(movedObligations(known, wanted)).toEqual(moves);
  });
});

describe("where a duty stands", () => {
  const report = { period: "2021-03", dueOn: "2021-04-10" as Day, isDone: false, isDropped: false };
  const single = { period: "", dueOn: "2021-08-15" as Day, isDone: false, isDropped: false };
  test.each([
    [report, "2021-02-28", "to-come"],
    [report, "2021-03-01", "due"],
    [report, "2021-04-10", "due"],
    [report, "2021-04-11", "late"],
    [{ ...report, isDone: true }, "2021-04-11", "done"],
    [{ ...report, isDropped: true }, "2021-04-11", "dropped"],
    [single, "2021-07-14", "to-come"],
    [single, "2021-07-15", "due"],
    [single, "2021-08-15", "due"],
    [single, "2021-08-16", "late"],
  ] as const)("%j on %s: %s", (duty, today, state) => {
    expect(dutyState(duty, today)).toBe(state);
  });

  test.each([
    ["in-service", "2021-01-01", true],
    ["team-kept", "2022-02-28", false],
    ["team-kept", "2022-03-01", true],
  ] as const)("%s due on 1 March 2022 may be told done on %s: %s", (kind, today, may) => {
    expect(mayMeet({ kind, dueOn: "2022-03-01" }, today)).toBe(may);
  });

  test.each([
    ["2021-04-04", null],
    ["2021-04-05", "reminder"],
    ["2021-04-10", "reminder"],
    ["2021-04-11", "alert"],
  ] as const)("on %s: %s", (today, word) => {
    expect(dutyWord("2021-04-10", today)).toBe(word);
  });
});
