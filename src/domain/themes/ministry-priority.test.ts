import { expect, test } from "vitest";
import { shownRank, UNRANKED } from "@/domain/dossier/ministry-rank";
import { visaRule } from "@/domain/dossier/visa";
import { THEMES } from "./index";
import { CARRIER_KINDS, THEME_CODES } from "./types";

test("the themes whose fiche names the DNUM show its ministry's order, and say it is a reading", () => {
  const shown = THEME_CODES.filter((code) => THEMES[code].selection.showsMinistryPriority);
  expect(shown).toEqual(
    THEME_CODES.filter((code) => CARRIER_KINDS.some((kind) => visaRule(code, kind))),
  );
  for (const code of shown) {
    const told = THEMES[code].selection.description.filter(({ text }) => text.includes("rang"));
    expect(
      told.map(({ reading }) => Boolean(reading)),
      code,
    ).toEqual([true]);
  }
});

test.each([
  ["SNAP3", 4, 4],
  ["SNAP3", UNRANKED, null],
  ["ITN3", 4, null],
] as const)("%s, rank %i: shown %s", (code, rank, shown) => {
  expect(shownRank(THEMES[code], rank)).toBe(shown);
});
