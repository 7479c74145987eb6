import { expect, it } from "vitest";
import { fundTotals } from "@/domain/funding/totals";
import { euros, sum } from "@/domain/money";
import { THEME_LIST } from "@/domain/themes/index";

it("adds up to the published totals, without spreading what has no theme", () => {
  const totals = fundTotals(THEME_LIST);
  expect(totals).toEqual({
    itn: euros(265_000_000),
    localAuthorities: euros(88_000_000),
    itnWithoutTheme: euros(27_000_000),
    fitn: euros(292_000_000),
    snap: euros(202_000_000),
    withoutVolet: euros(6_000_000),
    total: euros(500_000_000),
  });
  const { itn, itnWithoutTheme, snap, withoutVolet, total } = totals;
  expect(sum([itn, itnWithoutTheme, snap, withoutVolet])).toBe(total);
});
