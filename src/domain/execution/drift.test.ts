import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar";
import { cents, euros } from "@/domain/money";
import {
  driftOf,
  driftOfSums,
  type FollowedProject,
  formatDrift,
  groupDrift,
  hundredths,
  sumsOf,
  trendOf,
} from "./drift";

const plan = { total: euros(100_000), startsOn: "2021-01-01", endsOn: "2021-12-31" } as const;

describe("the drift of one project", () => {
  test.each([
    ["as planned", 100_000_00, "2021-12-31", 0, 0],
    ["a cent more: less than half a hundredth", 100_000_01, "2021-12-31", 0, 0],
    ["half a hundredth rounds up", 100_000_50 + 450, "2021-12-31", 1, 0],
    ["a tenth more", 110_000_00, "2021-12-31", 1_000, 0],
    ["twice as much", 200_000_00, "2021-12-31", 10_000, 0],
    ["cheaper", 75_000_00, "2021-12-31", -2_500, 0],
    ["nothing", 0, "2021-12-31", -10_000, 0],
    ["a day later", 100_000_00, "2022-01-01", 0, 27],
    ["half a year later", 100_000_00, "2022-07-01", 0, 4_986],
    ["a year later", 100_000_00, "2022-12-31", 0, 10_000],
    ["a day sooner", 100_000_00, "2021-12-30", 0, -27],
  ] as const)("%s", (_, total, endsOn, budget, calendar) => {
    expect(driftOf(plan, { total: cents(total), endsOn })).toEqual({ budget, calendar });
  });

  test("a plan of one day lasts a day; a plan of nothing has no drift of budget", () => {
    const short = { total: cents(0), startsOn: "2021-01-01", endsOn: "2021-01-01" } as const;
    expect(driftOf(short, { total: euros(5), endsOn: "2021-01-02" })).toEqual({
      budget: null,
      calendar: 10_000,
    });
  });
});

describe("hundredths", () => {
  test.each([
    [1, 20_000, 1],
    [1, 20_001, 0],
    [-1, 20_000, -1],
    [-1, 20_001, 0],
    [3, 20_000, 2],
    [0, 5, 0],
    [5, 0, null],
  ] as const)("%i of %i is %s", (difference, whole, share) => {
    expect(hundredths(difference, whole)).toBe(share);
  });

  test("are exact to half a hundredth and odd", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        (difference, whole) => {
          const share = hundredths(difference, whole);
          expect(share).not.toBeNull();
          const rest = BigInt(difference) * 10_000n - BigInt(share ?? 0) * BigInt(whole);
          expect(2n * (rest < 0n ? -rest : rest) <= BigInt(whole)).toBe(true);
          expect(hundredths(-difference, whole)).toBe(-(share ?? 0) || 0);
        },
      ),
    ));
});

const project = fc
  .record({
    total: fc.integer({ min: 0, max: 900_000_000_00 }),
    estimate: fc.integer({ min: 0, max: 900_000_000_00 }),
    start: fc.integer({ min: 0, max: 700 }),
    length: fc.integer({ min: 0, max: 900 }),
    later: fc.integer({ min: -300, max: 900 }),
  })
  .map(({ total, estimate, start, length, later }): FollowedProject => {
    const startsOn = addDays("2021-01-01", start);
    const endsOn = addDays(startsOn, length);
    return {
      plan: { total: cents(total), startsOn, endsOn },
      estimate: { total: cents(estimate), endsOn: addDays(endsOn, later) },
    };
  });

describe("the drift of a group", () => {
  test("a group of one is its project", () =>
    fc.assert(
      fc.property(project, ({ plan: own, estimate }) => {
        const { budget, calendar } = groupDrift([{ plan: own, estimate }]);
        expect({ budget, calendar }).toEqual(driftOf(own, estimate));
      }),
    ));

  test("sums of groups are the sums of their projects, in any order", () =>
    fc.assert(
      fc.property(fc.array(project), fc.array(project), (one, other) => {
        const [a, b, all] = [sumsOf(one), sumsOf(other), sumsOf([...other, ...one])];
        expect(all).toEqual({
          projects: a.projects + b.projects,
          planned: a.planned + b.planned,
          estimated: a.estimated + b.estimated,
          plannedDays: a.plannedDays + b.plannedDays,
          laterDays: a.laterDays + b.laterDays,
        });
      }),
    ));

  test("a group lies between its best and its worst project", () =>
    fc.assert(
      fc.property(fc.array(project, { minLength: 1, maxLength: 8 }), (projects) => {
        const calendars = projects.map(
          ({ plan: own, estimate }) => driftOf(own, estimate).calendar,
        );
        const { calendar } = groupDrift(projects);
        expect(calendar).not.toBeNull();
        expect(calendar ?? 0).toBeGreaterThanOrEqual(Math.min(...calendars) - 1);
        expect(calendar ?? 0).toBeLessThanOrEqual(Math.max(...calendars) + 1);
      }),
    ));

  test("no project, no drift", () => {
    expect(driftOfSums(sumsOf([]))).toMatchObject({ projects: 0, budget: null, calendar: null });
  });
});

test.each([
  [0, 0, "stable"],
  [1_000, 1_050, "stable"],
  [1_000, 1_051, "worse"],
  [1_000, 950, "stable"],
  [1_000, 949, "better"],
  // Nearer to the plan is better, from either side.
  [-1_000, -100, "better"],
  [-100, 1_000, "worse"],
  [null, 0, null],
  [0, null, null],
] as const)("from %s to %s: %s", (before, now, trend) => {
  expect(trendOf(before, now)).toBe(trend);
});

test.each([
  [2_840, "+28,4\u00A0%"],
  [-200, "\u22122\u00A0%"],
  [0, "0\u00A0%"],
  [4, "0\u00A0%"],
  [5, "+0,1\u00A0%"],
  [10_000, "+100\u00A0%"],
])("%i is written %s", (drift, text) => {
  expect(formatDrift(drift)).toBe(text);
});
