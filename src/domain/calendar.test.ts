import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type Day,
  daysBetween,
  endOfDay,
  formatDay,
  formatDeadline,
  formatInstant,
  formatShortDay,
  lastDayOfMonth,
  nextMonth,
  parisDay,
  startOfDay,
  wallTime,
} from "./calendar";

describe("Paris days", () => {
  test.each([
    ["2020-12-01", "2020-11-30T23:00:00.000Z"],
    ["2021-03-28", "2021-03-27T23:00:00.000Z"],
    ["2021-03-29", "2021-03-28T22:00:00.000Z"],
    ["2021-07-01", "2021-06-30T22:00:00.000Z"],
    ["2021-10-31", "2021-10-30T22:00:00.000Z"],
    ["2021-11-01", "2021-10-31T23:00:00.000Z"],
  ] as [Day, string][])("%s begins at %s", (day, instant) => {
    expect(startOfDay(day).toISOString()).toBe(instant);
  });

  test.each([
    ["2021-01-20", "14:30", "2021-01-20T13:30:00.000Z"],
    ["2021-07-14", "00:00", "2021-07-13T22:00:00.000Z"],
    ["2021-03-28", "01:59", "2021-03-28T00:59:00.000Z"],
    ["2021-03-28", "02:30", null],
    ["2021-03-28", "03:00", "2021-03-28T01:00:00.000Z"],
    ["2021-10-31", "01:59", "2021-10-30T23:59:00.000Z"],
    ["2021-10-31", "02:00", null],
    ["2021-10-31", "02:59", null],
    ["2021-10-31", "03:00", "2021-10-31T02:00:00.000Z"],
    ["2021-01-20", "24:00", null],
    ["2021-01-20", "9:00", null],
    ["2021-01-20", "", null],
  ] as [Day, string, string | null][])("%s at %s in Paris is %s", (day, time, instant) => {
    expect(wallTime(day, time)?.toISOString() ?? null).toBe(instant);
  });

  test("a closing ends at the last millisecond of its day", () => {
    expect(endOfDay("2021-01-31").toISOString()).toBe("2021-01-31T22:59:59.999Z");
  });

  test("an instant has one Paris day, midnight included", () => {
    expect(parisDay(new Date("2021-01-31T22:59:59.999Z"))).toBe("2021-01-31");
    expect(parisDay(new Date("2021-01-31T23:00:00.000Z"))).toBe("2021-02-01");
  });

  test("every day of thirty years begins and ends within itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11_000 }), (offset) => {
        const day = addDays("2010-01-01", offset);
        expect(parisDay(startOfDay(day))).toBe(day);
        expect(parisDay(endOfDay(day))).toBe(day);
        expect(parisDay(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
        expect(daysBetween("2010-01-01", day)).toBe(offset);
      }),
    );
  });

  test("months", () => {
    expect(lastDayOfMonth("2021-02")).toBe("2021-02-28");
    expect(nextMonth("2020-12")).toBe("2021-01");
  });
});

describe("dates as they are read", () => {
  test.each([
    ["2021-01-20", "20\u00A0janvier\u00A02021"],
    ["2021-02-01", "1er\u00A0février\u00A02021"],
    ["2021-08-31", "31\u00A0août\u00A02021"],
  ] as [Day, string][])("%s", (day, text) => {
    expect(formatDay(day)).toBe(text);
  });

  test("in tables", () => {
    expect(formatShortDay("2021-01-20")).toBe("20/01/2021");
  });

  test("an instant says the hour and the zone", () => {
    expect(formatInstant(new Date("2021-01-20T13:32:00Z"))).toBe(
      "20\u00A0janvier\u00A02021 à 14\u00A0h\u00A032 (heure de Paris)",
    );
  });

  test.each([
    ["2021-01-20T09:00:00Z", ", dans 11 jours"],
    ["2021-01-30T09:00:00Z", ", dans 1 jour"],
    ["2021-01-31T09:00:00Z", ", aujourd’hui"],
    ["2021-02-01T09:00:00Z", ""],
  ])("a deadline seen on %s", (now, countdown) => {
    expect(formatDeadline(endOfDay("2021-01-31"), new Date(now))).toBe(
      `dimanche 31\u00A0janvier\u00A02021 à 23\u00A0h\u00A059 (heure de Paris)${countdown}`,
    );
  });
});
