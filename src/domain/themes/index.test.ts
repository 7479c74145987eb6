import { describe, expect, it } from "vitest";
import { admits } from "@/domain/funding/carriers";
import { type Cents, euros, sum } from "@/domain/money";
import { THEME_LIST, THEMES, themeByCode, themeBySlug } from "./index";
import { LOAD_RULES } from "./load-rules";
import { CARRIER_KINDS, type CarrierKind, type Fact, type Theme, type ThemeCode } from "./types";

const millions = (...amounts: number[]) => sum(amounts.map((one) => euros(one * 1_000_000)));
const envelopes = (themes: readonly Theme[]): Cents =>
  sum(themes.map(({ envelope }) => envelope.amount));

describe("the registry", () => {
  it("holds the 17 themes in the order of the texts, found by code and by address", () => {
    expect(THEME_LIST.map(({ code }) => code)).toEqual(Object.keys(THEMES));
    expect(THEME_LIST).toHaveLength(17);
    for (const theme of THEME_LIST) {
      expect(THEMES[theme.code]).toBe(theme);
      expect(theme.slug).toBe(theme.code.toLowerCase());
      expect(themeByCode(theme.code)).toBe(theme);
      expect(themeBySlug(theme.slug)).toBe(theme);
    }
    expect(themeByCode("itn3")).toBeUndefined();
    expect(themeBySlug("ITN3")).toBeUndefined();
  });

  it("loads the rules of each theme alone, the same as the theme's", async () => {
    for (const theme of THEME_LIST) {
      const rules = await LOAD_RULES[theme.code]();
      expect(theme).toMatchObject(rules);
    }
  });
});

describe("the money tables add up (reading of the texts)", () => {
  const of = (codes: ThemeCode[]) => codes.map((code) => THEMES[code].envelope.amount);

  it("ITN 177 M€ and ITN7 88 M€ make 265 M€ of the 292 M€ of the fund", () => {
    const itn = THEME_LIST.filter(({ volet }) => volet === "ITN");
    expect(of(["ITN1", "ITN2", "ITN3", "ITN4", "ITN5", "ITN6"])).toEqual(
      [32, 15, 12, 6, 23, 6].map((one) => millions(one)),
    );
    expect(of(["ITN8A", "ITN8B", "ITN8C", "ITN8D"])).toEqual(
      [20, 21, 21, 21].map((one) => millions(one)),
    );
    expect(envelopes(itn.filter(({ code }) => code !== "ITN7"))).toBe(millions(177));
    expect(envelopes(itn)).toBe(millions(177, 88));
    expect(millions(177, 88)).toBe(millions(292, -27));
  });

  it("SNAP 202 M€", () => {
    const snap = THEME_LIST.filter(({ volet }) => volet === "SNAP");
    expect(of(["SNAP1", "SNAP2A", "SNAP2B", "SNAP3", "SNAP4", "SNAP5"])).toEqual(
      [55, 11, 17, 15, 82, 22].map((one) => millions(one)),
    );
    expect(envelopes(snap)).toBe(millions(202));
  });

  it("DINUM 296 M€ and DITP 83 M€, without ITN7, which no text gives to either", () => {
    const owned = (administration: "DINUM" | "DITP" | null) =>
      envelopes(THEME_LIST.filter(({ owner }) => owner.administration === administration));
    expect(owned("DINUM")).toBe(millions(296));
    expect(owned("DITP")).toBe(millions(83));
    expect(owned(null)).toBe(millions(88));
  });

  it("the calls that share an envelope add up to it", () => {
    for (const { calls, envelope } of THEME_LIST) {
      const shares = calls.map((call) => call.envelope).filter((share) => share !== null);
      expect([0, envelope.amount]).toContain(sum(shares));
    }
  });
});

describe("the carriers admitted (reading of the texts, Eligibility)", () => {
  const central: CarrierKind[] = ["central-administration", "business-directorate", "dnum"];
  const state: CarrierKind[] = [...central, "deconcentrated-service", "state-operator"];
  const directorates: CarrierKind[] = [...central, "state-operator"];
  const business: CarrierKind[] = ["business-directorate", "state-operator"];

  it.each<[ThemeCode, CarrierKind[]]>([
    ["ITN1", state],
    ["ITN2", business],
    ["ITN3", [...central, "deconcentrated-service"]],
    ["ITN4", state],
    ["ITN5", business],
    ["ITN6", [...central, "state-operator", "public-laboratory"]],
    ["ITN7", ["local-authority"]],
    ["ITN8A", state],
    ["ITN8B", state],
    ["ITN8C", state],
    ["ITN8D", state],
    ["SNAP1", state],
    ["SNAP2A", directorates],
    ["SNAP2B", directorates],
    ["SNAP3", directorates],
    ["SNAP4", directorates],
    ["SNAP5", directorates],
  ])("%s: %j", (code, kinds) => {
    expect(CARRIER_KINDS.filter((kind) => admits(THEMES[code].carriers, kind))).toEqual(kinds);
  });
});

/** Last line of each text. */
const TEXTS: Record<string, number> = { Livret: 923, "Action 6-2": 129, COSINUM: 94 };
const SOURCE = /^(Livret|Action 6-2|COSINUM) (l\.\d+(?:-\d+)?(?:, l\.\d+(?:-\d+)?)*)$/;

/** Every source written anywhere in a theme, with the path to it. */
function sourcesOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
    const here = `${path}.${key}`;
    const isSource = key === "source" || key === "carriersSource" || path.endsWith(".sources");
    return isSource ? [[here, child]] : sourcesOf(child, here);
  });
}

describe.each(THEME_LIST.map((theme) => ({ code: theme.code, theme })))("$code", ({ theme }) => {
  it("gives a place that exists for every fact", () => {
    const sources = sourcesOf(theme, theme.code);
    expect(sources.length).toBeGreaterThan(5);
    for (const [path, source] of sources) {
      const match = SOURCE.exec(String(source));
      expect(match, `${path}: ${String(source)}`).not.toBeNull();
      const last = TEXTS[match?.[1] ?? ""] ?? 0;
      for (const line of (match?.[2] ?? "").match(/\d+/g) ?? []) {
        expect(Number(line), `${path}: ${String(source)}`).toBeLessThanOrEqual(last);
      }
    }
  });

  it("writes short sentences with the typography of the house", () => {
    const lists: (keyof Theme)[] = [
      "fundingFacts",
      "eligibilityFacts",
      "summary",
      "objectives",
      "funded",
      "excluded",
      "encouraged",
      "examples",
      "answerContents",
      "support",
      "followUp",
      "silences",
    ];
    const facts = [
      ...lists.flatMap((list) => theme[list] as readonly Fact[]),
      ...theme.selection.description,
      ...theme.commitments,
    ];
    const texts = facts.flatMap(({ text, reading }) => (reading ? [text, reading] : [text]));
    for (const text of [...texts, theme.title, theme.tagline]) {
      expect(text).not.toMatch(/'|["]| [;?!:€%»]|« |\d \d{3}/);
    }
    for (const text of texts) expect(text, text).toMatch(/\.$/);
  });

  it("has stable, unique keys, and criteria of equal weight until its owner decides", () => {
    const keys = [
      theme.criteria.map(({ key }) => key),
      theme.commitments.map(({ key }) => key),
      theme.calls.map(({ key }) => key),
    ];
    for (const list of keys) {
      expect(new Set(list).size).toBe(list.length);
      for (const key of list) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    expect(theme.criteria.every(({ weight }) => weight === 1)).toBe(true);
  });
});
