import { describe, expect, test } from "vitest";
import { type Day, endOfDay } from "@/domain/calendar";
import {
  afterNotice,
  dueReminder,
  earliestExpiry,
  expiryStep,
  filedRoundSentence,
  formatClosing,
  minutesLeft,
  roundSentence,
  timeLeft,
  unusedSince,
} from "./deadlines";

const at = (text: string) => new Date(`${text}+01:00`);
const noon = (day: Day) => new Date(`${day}T12:00:00+01:00`);
const CLOSING = endOfDay("2021-01-31");

describe("the time left", () => {
  test.each([
    ["2021-01-20T10:00:00", "dans 11 jours"],
    ["2021-01-30T00:00:00", "dans 1 jour"],
    ["2021-01-30T23:59:59", "dans 1 jour"],
    ["2021-01-31T00:00:00", "aujourd’hui"],
    ["2021-01-31T22:59:59", "aujourd’hui"],
    ["2021-01-31T23:00:00", "dans 60 minutes"],
    ["2021-01-31T23:44:59", "dans 16 minutes"],
    ["2021-01-31T23:45:00", "dans 15 minutes"],
    ["2021-01-31T23:58:59", "dans 2 minutes"],
    ["2021-01-31T23:59:00", "dans 1 minute"],
    ["2021-01-31T23:59:59", "dans 1 minute"],
    ["2021-02-01T00:00:00", null],
    ["2021-03-01T00:00:00", null],
  ])("at %s: %s", (now, words) => {
    expect(timeLeft(CLOSING, at(now))).toBe(words);
  });

  test("a closing just after midnight is told in minutes on its eve", () => {
    expect(timeLeft(at("2021-02-01T00:20:00"), at("2021-01-31T23:50:00"))).toBe("dans 30 minutes");
  });

  test("minutes and the date itself", () => {
    expect(minutesLeft(CLOSING, at("2021-02-01T00:00:00"))).toBe(0);
    expect(formatClosing(CLOSING)).toBe(
      "dimanche 31\u00A0janvier\u00A02021 à 23\u00A0h\u00A059 (heure de Paris)",
    );
  });
});

test.each([
  ["2021-01-14T23:59:59", /Déposé jusqu’au 14.janvier.2021 inclus.*jury de janvier.2021/],
  ["2021-01-15T00:00:00", /Vous déposez après le 14.janvier.2021.*passera au jury de février.2021/],
  ["2020-12-31T12:00:00", /après le 14.décembre.2020.*jury de janvier.2021/],
])("a monthly call at %s says its jury", (now, words) => {
  expect(roundSentence(at(now))).toMatch(words);
});

test("the receipt of a monthly call says the jury it went to, and why", () => {
  expect(filedRoundSentence(at("2021-01-14T23:59:59"), "2021-01")).toMatch(
    /^Déposé jusqu’au 14.janvier.2021 inclus, votre dossier passe au jury de janvier.2021\.$/,
  );
  expect(filedRoundSentence(at("2021-01-15T00:00:00"), "2021-02")).toMatch(
    /^Déposé après le 14.janvier.2021, votre dossier passe au jury de février.2021\.$/,
  );
});

describe("the reminder owed to a member of a draft", () => {
  const joinedAt = noon("2021-01-05");

  test.each([
    ["2021-01-23T23:59:59", null],
    ["2021-01-24T00:00:00", "reminder-7"],
    // The job did not run on the seventh day: the reminder leaves late.
    ["2021-01-27T09:00:00", "reminder-7"],
    ["2021-01-29T23:59:59", "reminder-7"],
    // Nor before the eve: the last one alone leaves.
    ["2021-01-30T00:00:00", "reminder-1"],
    ["2021-01-31T23:59:59", "reminder-1"],
    ["2021-02-01T00:00:00", null],
  ])("at %s: %s", (now, reminder) => {
    expect(dueReminder({ closesAt: CLOSING, joinedAt, now: at(now) })).toBe(reminder);
  });

  test.each([
    ["2021-01-23", "2021-01-25", "reminder-7"],
    ["2021-01-24", "2021-01-25", null],
    ["2021-01-24", "2021-01-30", "reminder-1"],
    ["2021-01-29", "2021-01-31", "reminder-1"],
    ["2021-01-30", "2021-01-31", null],
  ] as const)("who joined on %s is told on %s: %s", (joined, now, reminder) => {
    const dates = { closesAt: CLOSING, joinedAt: noon(joined), now: noon(now) };
    expect(dueReminder(dates)).toBe(reminder);
  });

  test("a call without closing has none: its jury comes back every month", () => {
    expect(dueReminder({ closesAt: null, joinedAt, now: at("2021-01-14T12:00:00") })).toBeNull();
  });
});

describe("what a draft nobody touches is owed", () => {
  test.each([
    // last writing, first notice, second notice, today
    ["2020-01-20", null, null, "2021-01-19", null],
    ["2020-01-20", null, null, "2021-01-20", "first-notice"],
    ["2020-01-20", null, null, "2023-06-01", "first-notice"],
    // Leap days: twelve months from 29 February end on the 28th, and to 29 February from the 28th on the 28th.
    ["2020-02-29", null, null, "2021-02-27", null],
    ["2020-02-29", null, null, "2021-02-28", "first-notice"],
    ["2019-02-28", null, null, "2020-02-27", null],
    ["2019-02-28", null, null, "2020-02-28", "first-notice"],
    ["2019-03-01", null, null, "2020-02-29", null],
    ["2019-03-01", null, null, "2020-03-01", "first-notice"],
    // A month from the notice, to the day; short months end on their last day.
    ["2020-01-20", "2021-01-20", null, "2021-02-19", null],
    ["2020-01-20", "2021-01-20", null, "2021-02-20", "second-notice"],
    ["2020-01-20", "2021-01-31", null, "2021-02-27", null],
    ["2020-01-20", "2021-01-31", null, "2021-02-28", "second-notice"],
    ["2019-01-20", "2020-01-30", null, "2020-02-28", null],
    ["2019-01-20", "2020-01-30", null, "2020-02-29", "second-notice"],
    // A late first notice puts the second off.
    ["2020-01-20", "2021-03-10", null, "2021-04-09", null],
    ["2020-01-20", "2021-03-10", null, "2021-04-10", "second-notice"],
    ["2020-01-20", "2021-01-20", "2021-02-20", "2021-03-19", null],
    ["2020-01-20", "2021-01-20", "2021-02-20", "2021-03-20", "expire"],
    ["2020-01-20", "2021-01-20", "2021-05-05", "2021-06-04", null],
    ["2020-01-20", "2021-01-20", "2021-05-05", "2021-06-05", "expire"],
    // Somebody wrote again: the notices given before count no more.
    ["2021-01-21", "2021-01-20", null, "2021-02-20", "forget"],
    ["2021-02-21", "2021-01-20", "2021-02-20", "2021-03-20", "forget"],
    ["2021-01-20", "2021-01-20", "2021-02-20", "2021-03-19", null],
  ] as const)("written %s, told %s and %s, on %s: %s", (touched, first, second, today, step) => {
    const life = {
      touchedAt: noon(touched),
      firstNoticeAt: first && noon(first),
      secondNoticeAt: second && noon(second),
    };
    expect(expiryStep(life, noon(today))).toBe(step);
  });

  test("the day is the one in Paris", () => {
    const life = {
      touchedAt: at("2020-01-20T00:10:00"),
      firstNoticeAt: null,
      secondNoticeAt: null,
    };
    expect(expiryStep(life, at("2021-01-19T23:59:59"))).toBeNull();
    expect(expiryStep(life, at("2021-01-20T00:00:00"))).toBe("first-notice");
  });

  test.each([
    [null, null, null],
    ["2021-01-20", null, "2021-03-20"],
    ["2021-01-31", null, "2021-03-28"],
    ["2021-01-20", "2021-02-25", "2021-03-25"],
  ] as const)("warned on %s and %s, it expires on %s at the earliest", (first, second, day) => {
    const notices = { firstNoticeAt: first && noon(first), secondNoticeAt: second && noon(second) };
    expect(earliestExpiry(notices)).toBe(day);
  });

  test("the date a notice tells, and the drafts old enough to be looked at", () => {
    expect(afterNotice(noon("2021-01-31"))).toBe("2021-02-28");
    for (const [today, touched] of [
      ["2021-02-28", "2020-02-29"],
      ["2020-02-29", "2019-02-28"],
      ["2021-01-20", "2020-01-20"],
    ] as const) {
      const life = { touchedAt: noon(touched), firstNoticeAt: null, secondNoticeAt: null };
      expect(expiryStep(life, noon(today))).toBe("first-notice");
      expect(touched <= unusedSince(noon(today))).toBe(true);
    }
  });
});
