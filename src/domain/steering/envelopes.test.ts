import { expect, test } from "vitest";
import { euros } from "@/domain/money";
import {
  BOP_ENVELOPES,
  bopOfTheme,
  envelopeOf,
  linesTotal,
  THEME_ENVELOPES,
  themesOf,
  VOLET_ENVELOPES,
} from "./envelopes";

const millions = (lines: readonly { label: string; amount: number }[]) =>
  lines.map(({ label, amount }) => [label.split("\u00A0:")[0], amount / 100_000_000]);

test("themes, volets and BOP each add up to the 500 M€ of the texts, with a line for what has no theme", () => {
  for (const lines of [THEME_ENVELOPES, VOLET_ENVELOPES, BOP_ENVELOPES]) {
    expect(linesTotal(lines)).toBe(euros(500_000_000));
    expect(lines.filter(({ key }) => key === null)).toHaveLength(1);
  }
  expect(millions(THEME_ENVELOPES).at(-1)).toEqual(["Sans thème dans les textes", 33]);
  expect(THEME_ENVELOPES).toHaveLength(18);
  expect(millions(VOLET_ENVELOPES)).toEqual([
    ["ITN", 292],
    ["SNAP", 202],
    ["Sans volet dans les textes", 6],
  ]);
  expect(millions(BOP_ENVELOPES)).toEqual([
    ["BOP DINUM", 296],
    ["BOP DITP", 83],
    ["Sans BOP dans les textes (ITN7)", 88],
    ["Sans thème dans les textes", 33],
  ]);
});

test("the envelope of a BOP is the sum of its themes'", () => {
  for (const bop of ["DINUM", "DITP"] as const) {
    const own = THEME_ENVELOPES.filter(({ key }) => key && bopOfTheme(key) === bop);
    expect(linesTotal(own)).toBe(envelopeOf(bop));
    expect(themesOf(bop)).toEqual(own.map(({ key }) => key));
  }
  expect(envelopeOf(null)).toBe(euros(500_000_000));
  expect(themesOf(null)).toHaveLength(17);
  expect(bopOfTheme("ITN7")).toBe("none");
});
