import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "@/domain/money";
import type { SteeringScope } from "@/domain/rights/steering";
import { THEME_ENVELOPES } from "@/domain/steering/envelopes";
import { type Figures, NO_FIGURES } from "@/domain/steering/figures";
import { chartOf } from "./charts";
import { NO_FILTERS } from "./filters";
import type { Steering } from "./queries/steering";
import { tablesOf } from "./tables";
import { keyFigures } from "./words";

function steering(whole: Figures, more: Partial<Steering> = {}): Steering {
  return {
    scope: { kind: "whole" },
    filters: NO_FILTERS,
    now: new Date("2021-01-20T10:00:00Z"),
    quarters: ["2020-T4", "2021-T1"],
    creditTime: 274,
    figures: {
      whole,
      themes: new Map([["ITN3", whole]]),
      volets: new Map([["ITN", whole]]),
      bops: new Map([["DINUM", whole]]),
      ministries: new Map([["m", whole]]),
      quarters: new Map([["2021-T1", whole]]),
      states: new Map([["in-execution", whole]]),
      regions: new Map([["53", whole]]),
    },
    ministries: [{ id: "m", name: "Ministère de l’Intérieur" }],
    spread: {
      providers: { projects: 0, spending: cents(0), innovative: cents(0) },
      companies: new Map(),
      sites: new Map(),
    },
    drifts: [],
    ...more,
  };
}

const ENVELOPE = THEME_ENVELOPES.find(({ key }) => key === "ITN3")?.amount ?? cents(0);

/** Money that has gone down the chain: each step within the one before, and within the envelope. */
const money = fc
  .array(fc.nat(ENVELOPE), { minLength: 4, maxLength: 4 })
  .map((steps) => steps.toSorted((a, b) => b - a).map(cents))
  .map(([granted, allocated, committed, paid]) => ({
    ...NO_FIGURES.amounts,
    granted: granted ?? cents(0),
    allocated: allocated ?? cents(0),
    committed: committed ?? cents(0),
    paid: paid ?? cents(0),
  }));

test("the parts of a bar are its envelope, whatever has moved", () => {
  fc.assert(
    fc.property(money, (amounts) => {
      const shown = steering({ ...NO_FIGURES, dossiers: 1, awarded: 1, amounts });
      const table = tablesOf(shown).find(({ key }) => key === "themes");
      const chart = table && chartOf(shown, table);
      if (chart?.kind !== "stacked") throw new Error("not drawn");
      expect(chart.bars).toHaveLength(18);
      const bar = chart.bars.find(({ label }) => label === "ITN3");
      expect(bar?.values.every((value) => value >= 0)).toBe(true);
      expect(bar?.values.reduce((total, value) => total + value, 0)).toBe(ENVELOPE);
      expect(bar?.values).toHaveLength(chart.series.length);
    }),
  );
});

test("a fund where nothing has happened is told without a hole", () => {
  const empty = steering(NO_FIGURES);
  for (const table of tablesOf(empty)) {
    expect(table.rows.every(({ cells }) => cells.length === table.headings.length - 1)).toBe(true);
    expect(table.total?.length ?? table.headings.length - 1).toBe(table.headings.length - 1);
    const chart = chartOf(empty, table);
    if (chart?.kind === "bars") expect(chart.bars.length).toBeGreaterThan(0);
  }
  expect(keyFigures(empty).find(({ label }) => label === "Taux de succès")?.value).toBe(
    "Sans\u00A0objet",
  );
});

test.each<[SteeringScope, string | null, readonly string[]]>([
  [{ kind: "aggregate" }, null, ["themes", "volets", "bop"]],
  [{ kind: "whole" }, "2021-T1", ["themes", "volets", "bop", "ministeres", "etats", "delais"]],
])("%o at the quarter %s reads %j first", (scope, quarter, keys) => {
  const tables = tablesOf(steering(NO_FIGURES, { scope, filters: { ...NO_FILTERS, quarter } }));
  expect(tables.slice(0, keys.length).map(({ key }) => key)).toEqual(keys);
  const [first] = tables;
  // An envelope is of all quarters together: beside one quarter it would be read as its own.
  expect(first?.headings.includes("Enveloppe")).toBe(quarter === null);
});
