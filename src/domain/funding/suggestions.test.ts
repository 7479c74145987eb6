import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { simulate } from "@/domain/funding/simulate";
import type { SimulationInput } from "@/domain/funding/types";
import { cents, euros } from "@/domain/money";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import { EXPENSE_CATEGORIES, type ThemeCode } from "@/domain/themes/types";
import { request, spending, staff } from "../../../tests/fixtures/simulation";
import { suggestions } from "./suggestions";

const of = (code: ThemeCode, more: Partial<SimulationInput>) =>
  suggestions(THEMES[code], request(more), THEMES[code].calls.map(windowOf));
const keys = (code: ThemeCode, more: Partial<SimulationInput>) =>
  of(code, more).map(({ key }) => key);

describe("what would change a result", () => {
  it.each<[ThemeCode, Partial<SimulationInput>, string[]]>([
    // ITN1 expects 50 000 € at least.
    ["ITN1", { expenses: [spending(euros(200_000))] }, ["more-spending"]],
    ["ITN1", { expenses: [spending(cents(4_999_999))] }, ["size", "more-spending"]],
    [
      "ITN1",
      { expenses: [spending(euros(200_000))], requestedGrant: euros(1_000) },
      ["requested-grant", "no-effect"],
    ],
    [
      "ITN1",
      { expenses: [spending(euros(200_000))], requestedGrant: euros(150_000) },
      ["no-effect"],
    ],
    // SNAP1 pays 2021 and 2022.
    [
      "SNAP1",
      { expenses: [spending(euros(200_000)), spending(euros(50_000), { year: 2023 })] },
      ["years", "more-spending"],
    ],
    ["SNAP1", { expenses: [spending(euros(2_000_001))] }, ["size"]],
    // SNAP2A asks for a counterpart in staff.
    ["SNAP2A", { expenses: [spending(euros(180_000))] }, ["staff-counterpart", "more-spending"]],
    // SNAP4: 3 M€ per dossier.
    ["SNAP4", { expenses: [spending(euros(4_000_000))] }, ["no-effect"]],
    ["SNAP4", { expenses: [spending(euros(3_999_999))] }, ["more-spending"]],
    // ITN6: nothing beyond 48 000 €.
    [
      "ITN6",
      {
        expenses: [spending(euros(60_000), { provider: { seatInFrance: true, innovative: true } })],
      },
      ["no-effect"],
    ],
    ["ITN7", { expenses: [spending(euros(60_000))] }, []],
    ["ITN1", { expenses: [] }, []],
  ])("%s with %j: %j", (code, more, expected) => {
    expect(keys(code, more)).toEqual(expected);
  });

  it("says that a cap is reached, and which", () => {
    const sentence = (code: ThemeCode, more: Partial<SimulationInput>) =>
      of(code, more).find(({ key }) => key === "no-effect")?.sentence;
    const expenses = [spending(euros(4_000_000))];
    expect(sentence("SNAP4", { expenses })).toBe(
      "12\u202F000,00\u00A0€ de dépenses de plus ne changent rien\u00A0: le plafond est atteint.",
    );
    expect(sentence("SNAP4", { expenses, priorGrants: [euros(7_900_000)] })).toContain(
      "le plafond du projet est atteint",
    );
    expect(sentence("SNAP4", { expenses, requestedGrant: euros(10) })).toContain("votre demande");
  });

  it("counts what is missing to the cent, bound included or not", () => {
    const short = (code: ThemeCode, total: number) =>
      of(code, { expenses: [spending(cents(total))] }).find(({ key }) => key === "size")?.sentence;
    expect(short("SNAP1", 9_999_999)).toContain("manque 0,01\u00A0€");
    expect(short("SNAP1", 10_000_000)).toBeUndefined();
    expect(short("SNAP1", 200_000_001)).toContain("de 0,01\u00A0€");
  });

  it("asks who the providers are when that could be enough (ITN6)", () => {
    const french = { seatInFrance: true, innovative: true };
    const other = { seatInFrance: true, innovative: false };
    const plan = (unknown: number) => ({
      expenses: [
        spending(euros(10_000), { provider: french }),
        spending(euros(20_000), { provider: other }),
        spending(euros(unknown)),
      ],
    });
    expect(keys("ITN6", plan(10_000))).toContain("providers");
    expect(keys("ITN6", plan(9_999))).not.toContain("providers");
  });
});

const amounts = fc.integer({ min: 0, max: 10 ** 10 }).map(cents);
const plans = fc.array(
  fc
    .record({
      amount: amounts,
      year: fc.integer({ min: 2020, max: 2024 }),
      category: fc.constantFrom(...EXPENSE_CATEGORIES),
      nonEuropeanLicence: fc.boolean(),
    })
    .chain((line) =>
      fc.boolean().map((isStaff) => (isStaff ? staff(line.amount) : spending(line.amount, line))),
    ),
  { minLength: 1, maxLength: 6 },
);

it("tells at most three things, all true, on any plan of any theme", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...THEME_LIST),
      plans,
      fc.option(amounts, { nil: undefined }),
      (theme, expenses, requestedGrant) => {
        const input = request({ expenses, requestedGrant });
        const windows = theme.calls.map(windowOf);
        const told = suggestions(theme, input, windows);
        expect(told.length).toBeLessThanOrEqual(3);
        const grant = simulate(theme, input, windows).amounts?.grant ?? 0;
        for (const { key } of told) {
          if (key !== "requested-grant") continue;
          const free = simulate(theme, { ...input, requestedGrant: undefined }, windows);
          expect(free.amounts?.grant).toBeGreaterThan(grant);
        }
        const verdicts = told.map(({ key }) => key);
        expect(verdicts.includes("no-effect") && verdicts.includes("more-spending")).toBe(false);
      },
    ),
  );
});
