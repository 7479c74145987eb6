import { describe, expect, it } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { THEME_LIST } from "@/domain/themes/index";
import { calendarEntries, nextDays, undatedCalls } from "@/features/catalogue/calendar-entries";
import { calendarFile } from "@/features/catalogue/calendar-file";
import { daySentences } from "@/features/catalogue/calendar-words";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { nextDate } from "@/features/catalogue/theme-calls";

const all: PublicCalls = {
  now: new Date("2021-01-20T10:00:00+01:00"),
  calls: THEME_LIST.flatMap(({ code, calls }) =>
    calls.map((call) => ({ ...windowOf(call), theme: code, juryDays: {} })),
  ),
};
const NO_BREAK = /[\u00A0\u202F]/g;
const plain = (text: string) => text.replace(NO_BREAK, " ");

describe("the calendar", () => {
  it("gives the next three days on which something happens", () => {
    const days = nextDays(all, 3).map(({ day, entries }) => [
      day,
      daySentences(entries).map(plain),
    ]);
    expect(days).toEqual([
      ["2021-01-25", ["Ouverture : ITN7"]],
      ["2021-01-31", ["Jury de fin de mois : SNAP2A et SNAP2B", "Fermeture : ITN3"]],
      ["2021-02-14", ["Dernier jour de dépôt : SNAP2A et SNAP2B"]],
    ]);
  });

  it("holds a filing day and a jury for each month, from the opening on", () => {
    const months = calendarEntries(all).filter(({ theme }) => theme === "SNAP2A");
    expect(months.slice(0, 5).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      "2020-12-01 opening",
      "2020-12-14 filing",
      "2020-12-31 jury",
      "2021-01-14 filing",
      "2021-01-31 jury",
    ]);
    expect(months.at(-1)?.day).toBe("2021-07-31");
  });

  it("shows the jury on the day its owner has set", () => {
    const calls = all.calls.map((call) => ({
      ...call,
      juryDays: { "2021-01": "2021-01-28" as const },
    }));
    const jury = calendarEntries({ ...all, calls }).find(
      ({ kind, month }) => kind === "jury" && month === "2021-01",
    );
    expect(jury).toMatchObject({ day: "2021-01-28", expected: false });
  });

  it("keeps apart what has no day and what has no end", () => {
    const { announced, endless } = undatedCalls(all);
    expect(announced.map((call) => call.announced)).toEqual(["T2 2021", "T4 2021"]);
    expect(endless.map(({ theme }) => theme)).toContain("ITN8A");
    expect(endless.map(({ theme }) => theme)).not.toContain("ITN3");
    expect(endless.map(({ theme }) => theme)).not.toContain("ITN7");
  });

  it.each([
    ["ITN3", "Ferme le dimanche 31 janvier 2021 à 23 h 59 (heure de Paris), dans 11 jours"],
    ["ITN7", "Ouvre le 25 janvier 2021"],
    ["ITN1", "Ouvert depuis le 4 janvier 2021, sans date de fin"],
    ["SNAP2A", "Jury de février 2021 : déposez jusqu’au 14 février 2021"],
  ])("says the next date of %s", (theme, sentence) => {
    const call = all.calls.find((each) => each.theme === theme);
    expect(call && plain(nextDate(call, all.now))).toBe(sentence);
  });
});

describe("the file", () => {
  const file = calendarFile(all, "https://guichet.example.gouv.fr");
  const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

  it("has lines of 75 octets at most, ended as RFC 5545 wants", () => {
    expect(file.endsWith("\r\n")).toBe(true);
    expect(file.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    const longest = Math.max(...file.split("\r\n").map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
  });

  it("holds an all-day event per entry, each with an identity of its own that lasts", () => {
    expect(values("UID")).toHaveLength(calendarEntries(all).length);
    expect(new Set(values("UID")).size).toBe(values("UID").length);
    expect(values("UID")).toContain("itn3-aap-closing@guichet.example.gouv.fr");
    const later = calendarFile(
      { ...all, now: new Date("2021-01-21T10:00:00+01:00") },
      "https://guichet.example.gouv.fr",
    );
    for (const uid of values("UID")) expect(later).toContain(uid.slice(0, 40));
  });

  it("sets the closing of ITN3 on its Paris day, whole", () => {
    const start = lines.indexOf("UID:itn3-aap-closing@guichet.example.gouv.fr");
    const event = lines.slice(start, lines.indexOf("END:VEVENT", start));
    expect(event).toContain("DTSTART;VALUE=DATE:20210131");
    expect(event).toContain("DTEND;VALUE=DATE:20210201");
  });
});
