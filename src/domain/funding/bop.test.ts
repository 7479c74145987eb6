import { expect, test } from "vitest";
import { euros, sum } from "@/domain/money";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import { FUND_OWNERS } from "@/domain/themes/types";
import { BOPS } from "./bop";

test.each(FUND_OWNERS)("the BOP of %s is the sum of its themes", (administration) => {
  const own = THEME_LIST.filter(({ owner }) => owner.administration === administration);
  expect(sum(own.map(({ envelope }) => envelope.amount))).toBe(BOPS[administration].amount);
});

test("ITN7 is the only theme apart, with its 88 M€", () => {
  const apart = THEME_LIST.filter(({ owner }) => owner.administration === null);
  expect(apart.map(({ code, envelope }) => [code, envelope.amount])).toEqual([
    ["ITN7", euros(88_000_000)],
  ]);
});

test("the calls of ITN5 share out its whole envelope", () => {
  const shares = THEMES.ITN5.calls.flatMap(({ envelope }) => envelope ?? []);
  expect(shares).toHaveLength(THEMES.ITN5.calls.length);
  expect(sum(shares)).toBe(THEMES.ITN5.envelope.amount);
});

test("the funds add up as the texts publish them", () => {
  const of = (volet: "ITN" | "SNAP") =>
    sum(THEME_LIST.filter((theme) => theme.volet === volet).map(({ envelope }) => envelope.amount));
  expect([of("ITN"), of("SNAP")]).toEqual([euros(265_000_000), euros(202_000_000)]);
});
