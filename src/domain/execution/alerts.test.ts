import { describe, expect, test } from "vitest";
import { cents, ZERO } from "@/domain/money";
import {
  ALERT_WORDS,
  alertsOf,
  PROJECT_ALERTS,
  type ProjectAlert,
  type WatchedProject,
} from "./alerts";

const TODAY = "2021-06-15";
const QUIET: WatchedProject = {
  suspended: false,
  nextDueOn: "2021-06-15",
  endsOn: "2022-12-31",
  weather: "reachable",
  drift: { budget: 1_999, calendar: -4_000 },
  dormant: ZERO,
};

const TABLE: readonly [string, Partial<WatchedProject>, readonly ProjectAlert[]][] = [
  ["nothing", {}, []],
  ["due today is not late", { nextDueOn: TODAY }, []],
  ["due yesterday", { nextDueOn: "2021-06-14" }, ["late"]],
  ["suspended: late of nothing", { nextDueOn: "2021-06-14", suspended: true }, []],
  ["nothing due", { nextDueOn: null }, []],
  ["compromised", { weather: "compromised" }, ["compromised"]],
  ["help needed alone warns of nothing", { weather: "help-needed" }, []],
  ["20 % of budget", { drift: { budget: 2_000, calendar: 0 } }, ["drift"]],
  ["20 % of calendar, no budget", { drift: { budget: null, calendar: 2_000 } }, ["drift"]],
  ["sooner and cheaper", { drift: { budget: -5_000, calendar: -5_000 } }, []],
  ["no report yet", { drift: null, weather: null }, []],
  ["a cent asleep", { dormant: cents(1) }, ["dormant"]],
  ["60 days left", { endsOn: "2021-08-14" }, ["closing"]],
  ["61 days left", { endsOn: "2021-08-15" }, []],
  ["past its end", { endsOn: "2021-06-01" }, ["closing"]],
  [
    "all at once",
    {
      nextDueOn: "2021-01-01",
      weather: "compromised",
      drift: { budget: 9_000, calendar: 0 },
      dormant: cents(5),
      endsOn: TODAY,
    },
    PROJECT_ALERTS,
  ],
];

describe("the alerts of a project", () => {
  test.each(TABLE)("%s", (_, project, alerts) => {
    expect(alertsOf({ ...QUIET, ...project }, TODAY)).toEqual(alerts);
  });

  test("have an address each", () => {
    expect(new Set(PROJECT_ALERTS.map((alert) => ALERT_WORDS[alert].slug)).size).toBe(
      PROJECT_ALERTS.length,
    );
  });
});
