import { describe, expect, it } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { euros } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import { CARRIER_KINDS, THEME_CODES, type ThemeCode } from "@/domain/themes/types";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { DEMONSTRATION } from "../../../../tests/fixtures/simulation";
import { compareThemes, type Group, nearestTheme } from "./compare";
import type { FinderAnswers } from "./read-answers";
import { SUBJECTS } from "./subjects";

const calls = THEME_CODES.flatMap((theme) =>
  THEMES[theme].calls.map((call) => ({ ...windowOf(call), theme, juryDays: {} })),
);
const at = (now: Date): PublicCalls => ({ now, calls });

const answering = (more: Partial<FinderAnswers> = {}): FinderAnswers => ({
  subject: null,
  carrier: "state-operator",
  total: euros(300_000),
  staff: euros(0),
  ...more,
});

function compare(more: Partial<FinderAnswers>, now = DEMONSTRATION) {
  const themes = compareThemes(answering(more), at(now));
  const of = (code: ThemeCode) => {
    const found = themes.find(({ theme }) => theme.code === code);
    if (!found) throw new Error(code);
    return found;
  };
  const codes = (group: Group) =>
    themes.filter((one) => one.group === group).map(({ theme }) => theme.code);
  return { themes, of, codes };
}

const subjectOf = (code: ThemeCode) => SUBJECTS.find(({ themes }) => themes.includes(code)) ?? null;

describe("the comparison", () => {
  it("holds the 17 themes, each once, in the order of the texts", () => {
    const { themes } = compare({});
    expect(themes.map(({ theme }) => theme.code)).toEqual([...THEME_CODES]);
  });

  it.each<[ThemeCode, Partial<FinderAnswers>]>([
    ["ITN1", { carrier: "deconcentrated-service" }],
    ["ITN2", { carrier: "business-directorate" }],
    ["ITN3", { carrier: "deconcentrated-service", staff: euros(60_000) }],
    ["ITN4", { carrier: "central-administration", total: euros(1_000) }],
    ["ITN5", { total: euros(90_000) }],
    ["ITN6", { carrier: "public-laboratory", total: euros(40_000), resultsWithinMonths: 3 }],
    ["ITN8A", { resultsWithinMonths: 12 }],
    ["ITN8B", { carrier: "dnum" }],
    ["ITN8C", { carrier: "deconcentrated-service", total: euros(160_000) }],
    ["ITN8D", {}],
    ["SNAP1", { carrier: "deconcentrated-service" }],
    ["SNAP2A", { staff: euros(10_000), dnumInformed: true }],
    ["SNAP2B", { carrier: "dnum", staff: euros(10_000), dnumInformed: false }],
    ["SNAP3", { carrier: "dnum", total: euros(600_000) }],
    ["SNAP4", { carrier: "central-administration", total: euros(600_000), dnumInformed: true }],
    ["SNAP5", {}],
  ])("finds %s eligible for some answers, and computes its grant", (code, more) => {
    const found = compare({ subject: subjectOf(code), ...more }).of(code);
    expect(found.obstacles).toEqual([]);
    expect(found.group).toBe("eligible");
    expect(found.result.amounts?.grant).toBeGreaterThan(0);
  });

  it("never computes ITN7, whoever asks", () => {
    for (const carrier of CARRIER_KINDS) {
      const { result, group } = compare({ carrier }).of("ITN7");
      expect(result.amounts).toBeNull();
      expect(group).toBe(carrier === "local-authority" ? "nearly" : "no");
    }
  });

  it.each<[ThemeCode, Partial<FinderAnswers>, Group, string]>([
    ["ITN1", { total: euros(49_000) }, "nearly", "SIZE_OUT"],
    ["ITN6", { resultsWithinMonths: 4 }, "nearly", "RESULTS_TOO_LATE"],
    ["ITN8A", { resultsWithinMonths: 13 }, "nearly", "RESULTS_TOO_LATE"],
    ["SNAP2A", {}, "nearly", "T2_COUNTERPART_MISSING"],
    ["SNAP4", { total: euros(600_000), dnumInformed: false }, "nearly", "DNUM_INFORMATION_MISSING"],
    // The first session is closed, two are announced.
    ["ITN5", { total: euros(100_000) }, "nearly", "LATE"],
    ["ITN2", { carrier: "dnum" }, "no", "CARRIER_INELIGIBLE"],
    ["SNAP1", { carrier: "local-authority" }, "no", "CARRIER_INELIGIBLE"],
    // Two obstacles, of which one is for good.
    ["ITN6", { carrier: "dnum", total: euros(1) }, "nearly", "SIZE_OUT"],
    ["ITN2", { carrier: "dnum", total: euros(1) }, "no", "SIZE_OUT"],
  ])("puts %s with %j in « %s »: %s", (code, more, group, finding) => {
    const found = compare(more).of(code);
    expect(found.group).toBe(group);
    expect(found.result.findings.map((one) => one.code)).toContain(finding);
    for (const { message, source } of found.obstacles) {
      expect(message).not.toBe("");
      expect(source).toMatch(/ l\.\d/);
    }
  });

  it("says no to a call closed for good, nearly to one that is to come", () => {
    const closed = compare({ carrier: "dnum" }, new Date("2021-02-02T10:00:00Z"));
    expect(closed.of("ITN3")).toMatchObject({ group: "no", call: { key: "aap" } });
    const early = compare({ carrier: "dnum" }, new Date("2020-11-20T10:00:00Z"));
    expect(early.of("ITN3")).toMatchObject({ group: "nearly" });
  });

  it("tells what is left out of the base and what caps the grant", () => {
    const { of } = compare({ staff: euros(60_000) });
    const notes = (code: ThemeCode) => of(code).notes.map(({ message }) => message);
    expect(notes("ITN1")).toEqual([expect.stringContaining("ce thème ne les accepte pas")]);
    expect(notes("ITN6")).toContainEqual(expect.stringContaining("48\u202F000,00"));
    expect(notes("SNAP2A")).toEqual([]);
  });

  it("keeps to the subject, with its source", () => {
    const { codes, of } = compare({ subject: subjectOf("ITN3"), carrier: "dnum" });
    expect(codes("eligible")).toEqual(["ITN3"]);
    expect(codes("nearly")).toEqual([]);
    expect(of("ITN1").obstacles[0]?.message).toContain("autre objet");
    expect(of("ITN1").obstacles[0]?.source).toBe("Livret l.33");
  });

  it("looks at the call of the amount for ITN5", () => {
    expect(compare({ total: euros(99_999) }).of("ITN5").call?.key).toBe("guichet");
    expect(compare({ total: euros(100_000) }).of("ITN5").call?.key).toBe("aap-2");
  });

  it("shows the nearest theme: its subject first, then the fewest obstacles", () => {
    const nearest = (more: Partial<FinderAnswers>) =>
      nearestTheme(compare(more).themes)?.theme.code;
    expect(nearest({ subject: subjectOf("ITN2"), carrier: "dnum" })).toBe("ITN2");
    expect(nearest({ subject: subjectOf("SNAP2B"), total: euros(60_000) })).toBe("SNAP2B");
    expect(nearest({ carrier: "local-authority" })).not.toBe("ITN7");
  });
});

describe("the subjects", () => {
  it("lead to every theme but ITN7, which publishes none", () => {
    const reached = new Set(SUBJECTS.flatMap(({ themes }) => themes));
    expect(THEME_CODES.filter((code) => !reached.has(code))).toEqual(["ITN7"]);
  });
});
