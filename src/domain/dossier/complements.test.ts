import { describe, expect, test } from "vitest";
import { endOfDay, startOfDay } from "@/domain/calendar";
import {
  type ComplementClock,
  complementDue,
  complementSentence,
  complementState,
  dueComplementReminder,
  dueDayRefusal,
  dueDays,
  replyField,
  replyPosition,
} from "./complements";

const at = (text: string) => new Date(text);
const DUE = endOfDay("2021-02-05");
const open: ComplementClock = { status: "open", dueAt: DUE, endedAt: null };

describe("the last day to answer", () => {
  test("is five to ninety days from today, both included", () => {
    expect(dueDays("2021-01-20")).toEqual({ first: "2021-01-25", last: "2021-04-20" });
    expect(dueDayRefusal("2021-01-25", "2021-01-20")).toBeNull();
    expect(dueDayRefusal("2021-04-20", "2021-01-20")).toBeNull();
    expect(dueDayRefusal("2021-01-24", "2021-01-20")).toMatch(/5 jours au moins.*25\u00A0janvier/);
    expect(dueDayRefusal("2021-04-21", "2021-01-20")).toMatch(/90 jours.*20\u00A0avril/);
  });

  test("ends with its day in Paris, whatever the season", () => {
    expect(complementDue("2021-02-05").toISOString()).toBe("2021-02-05T22:59:59.999Z");
    expect(complementDue("2021-07-05").toISOString()).toBe("2021-07-05T21:59:59.999Z");
  });
});

describe("whose turn it is", () => {
  test.each([
    ["2021-02-05T23:59:59.999+01:00", "carrier", false],
    ["2021-02-06T00:00:00+01:00", "instruction", true],
  ] as const)("at %s: %s", (now, turn, isLate) => {
    expect(complementState(open, at(now))).toEqual({ turn, isLate });
  });

  test("nobody's once it is over; late or not as it was when it ended", () => {
    const answered = (endedAt: string): ComplementClock => ({
      status: "answered",
      dueAt: DUE,
      endedAt: at(endedAt),
    });
    const later = at("2021-03-01T10:00:00+01:00");
    expect(complementState(answered("2021-02-05T23:00:00+01:00"), later)).toEqual({
      turn: null,
      isLate: false,
    });
    expect(complementState(answered("2021-02-07T09:00:00+01:00"), later)).toEqual({
      turn: null,
      isLate: true,
    });
  });
});

describe("both sides read the same date", () => {
  const DATE = /5\u00A0février\u00A02021 à 23\u00A0h\u00A059 \(heure de Paris\)/;
  test.each([
    ["carrier", "2021-01-25T10:00:00+01:00", /attendue avant le vendredi .*dans 11 jours/],
    ["instruction", "2021-01-25T10:00:00+01:00", /Le porteur répond avant le vendredi/],
    ["carrier", "2021-02-06T10:00:00+01:00", /encore acceptée/],
    ["instruction", "2021-02-06T10:00:00+01:00", /Vous pouvez reprendre.*encore acceptée/],
  ] as const)("%s at %s", (reader, now, words) => {
    const sentence = complementSentence(open, at(now), reader);
    expect(sentence).toMatch(DATE);
    expect(sentence).toMatch(words);
  });

  test.each(["carrier", "instruction"] as const)("what became of it, to the %s", (reader) => {
    const now = at("2021-03-01T10:00:00+01:00");
    const ended = (status: "answered" | "closed", endedAt: string) =>
      complementSentence({ status, dueAt: DUE, endedAt: at(endedAt) }, now, reader);
    expect(ended("answered", "2021-02-04T09:05:00+01:00")).toBe(
      "Réponse envoyée le 4\u00A0février\u00A02021 à 9\u00A0h\u00A005 (heure de Paris), dans le délai (5\u00A0février\u00A02021).",
    );
    expect(ended("answered", "2021-02-06T00:00:00+01:00")).toMatch(/, 1 jour après la fin/);
    expect(ended("answered", "2021-02-08T12:00:00+01:00")).toMatch(/, 3 jours après la fin/);
    expect(ended("closed", "2021-02-01T12:00:00+01:00")).toMatch(/avant la fin du délai/);
    expect(ended("closed", "2021-02-09T12:00:00+01:00")).toMatch(/après la fin du délai/);
  });
});

describe("reminders of a delay", () => {
  const due = (now: string, toldAt = "2021-01-20") =>
    dueComplementReminder({ dueAt: DUE, toldAt: startOfDay(toldAt as "2021-01-20"), now: at(now) });

  test.each([
    ["2021-02-01T23:59:00+01:00", null],
    ["2021-02-02T00:00:00+01:00", "complement-reminder-3"],
    ["2021-02-03T12:00:00+01:00", "complement-reminder-3"],
    ["2021-02-04T00:00:00+01:00", "complement-reminder-1"],
    ["2021-02-05T23:59:59+01:00", "complement-reminder-1"],
    ["2021-02-06T00:00:00+01:00", null],
  ])("at %s: %s", (now, kind) => {
    expect(due(now)).toBe(kind);
  });

  test("whoever was told since its day knows the date", () => {
    expect(due("2021-02-02T12:00:00+01:00", "2021-02-02")).toBeNull();
    expect(due("2021-02-04T12:00:00+01:00", "2021-02-02")).toBe("complement-reminder-1");
  });
});

test("the name of an answer gives its point back, and no other name does", () => {
  for (const position of [1, 9, 10]) expect(replyPosition(replyField(position))).toBe(position);
  for (const field of ["reply0", "reply", "reply100", "title", "reply1x"]) {
    expect(replyPosition(field)).toBeNull();
  }
});
