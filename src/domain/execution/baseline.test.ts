import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TypedLine } from "@/domain/dossier/funding-plan";
import { cents, euros, sum } from "@/domain/money";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import { type Baseline, baselineOf, type FiledForBaseline, firstBaseline } from "./baseline";
import { dayIn, milestonesIn } from "./milestones";
import { cut, monthsBetween, respread, spendingByMonth } from "./spending";

/** The sample dossier of a theme, as filed. */
function filed(theme: ThemeCode): FiledForBaseline {
  const { typed = {}, lines } = SAMPLES[theme];
  return {
    version: 1,
    theme: THEMES[theme],
    lines: lines as readonly TypedLine[],
    coFinancers: [{ name: "Région", typedAmount: "10\u202F000", certainty: "acquired" }],
    coCarriers: ["Préfecture de l’Orne"],
    commitments: THEMES[theme].commitments.map(({ key }) => key),
    answers: typed,
    amounts: { total: euros(1_000_000), base: euros(1_000_000) },
  };
}

const total = (content: Baseline) => sum(content.lines.map(({ amount }) => amount));
const spent = (content: Baseline) => sum(content.spending.map(({ amount }) => amount));

describe("the first baseline", () => {
  test.each(THEME_LIST.filter(({ code }) => code in SAMPLES).map(({ code }) => code))(
    "%s: every cent of its plan has a month, every milestone a day within the project",
    (code) => {
      const content = firstBaseline(filed(code), { grant: euros(300_000), startsOn: "2021-04-01" });
      expect(content.lines.length).toBeGreaterThan(0);
      expect(spent(content)).toBe(total(content));
      for (const { on } of content.milestones) {
        expect(on >= "2020-01-01" && on <= content.endsOn).toBe(true);
      }
      if (content.phases.length > 0)
        expect(sum(content.phases.map(({ grant }) => grant))).toBe(content.grant);
      expect(baselineOf({ content: JSON.parse(JSON.stringify(content)) })).toEqual(content);
    },
  );

  test("SNAP3: phases share the grant by their cost, keep their indicators and move with the start", () => {
    const content = firstBaseline(filed("SNAP3"), {
      grant: cents(100_000_01),
      startsOn: "2021-05-10",
    });
    // 280 000 and 720 000 of a million; the phases were planned from March.
    expect(content.phases).toMatchObject([
      { position: 1, startsOn: "2021-05-10", endsOn: "2021-11-30", grant: 28_000_00 },
      { position: 2, startsOn: "2021-12-01", endsOn: "2023-02-28", grant: 72_000_01 },
    ]);
    expect(content.endsOn).toBe("2023-02-28");
    expect(content.phases[0]?.indicators).toMatchObject([
      { name: "Agents actifs", minimum: 150, cadence: "month" },
      { name: "Installation sans aide", minimum: 80 },
    ]);
    expect(content.milestones).toMatchObject([
      { on: "2021-11-30", phase: 1 },
      { on: "2023-02-28", phase: 2 },
    ]);
  });

  test("ITN3: milestones as written, one a line, moved with the start", () => {
    const content = firstBaseline(filed("ITN3"), { grant: euros(1), startsOn: "2021-04-01" });
    // Planned from March, for 18 months.
    expect(content.endsOn).toBe("2022-09-30");
    expect(content.milestones.map(({ on }) => on)).toEqual([
      "2021-07-31",
      "2022-01-31",
      "2022-06-30",
      "2022-09-30",
    ]);
    expect(content.partners).toEqual(["Préfecture de l’Orne"]);
    expect(content.coFinancing).toEqual([
      { name: "Région", certainty: "acquired", amount: euros(10_000) },
    ]);
    expect(content.commitments).toHaveLength(THEMES.ITN3.commitments.length);
  });

  test("its end is neither before its start nor before its last phase", () => {
    const opening = { grant: euros(1), startsOn: "2021-04-01" as const };
    expect(() => firstBaseline(filed("ITN3"), { ...opening, endsOn: "2021-03-31" })).toThrow(
      /précède son début/,
    );
    expect(() => firstBaseline(filed("SNAP3"), { ...opening, endsOn: "2021-05-01" })).toThrow(
      /dernière phase/,
    );
    expect(
      firstBaseline(filed("ITN3"), { ...opening, endsOn: "2021-04-01" }).spending,
    ).toHaveLength(1);
  });
});

describe("sums to the cent", () => {
  const amount = fc.integer({ min: 0, max: 2_000_000_000 }).map(cents);
  const month = fc
    .tuple(fc.integer({ min: 2020, max: 2024 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
  const expense = fc.record({
    amount,
    nature: fc.constantFrom("T2" as const, "T3" as const),
    year: fc.integer({ min: 2019, max: 2026 }),
  });

  test("an amount cut in parts is the parts, each within a cent of its proportion", () =>
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (whole, weights) => {
          const parts = cut(whole, weights);
          expect(sum(parts)).toBe(whole);
          const all = weights.reduce((one, other) => one + other, 0);
          parts.forEach((part, index) => {
            expect(Math.abs(part - (whole * (weights[index] ?? 0)) / all)).toBeLessThanOrEqual(1);
          });
        },
      ),
    ));

  test("whatever the plan and the months, the profile is the plan, T2 within each month", () =>
    fc.assert(
      fc.property(fc.array(expense, { maxLength: 8 }), month, month, (expenses, one, other) => {
        const [first, last] = one <= other ? [one, other] : [other, one];
        const profile = spendingByMonth(expenses, first, last);
        expect(profile.map((each) => each.month)).toEqual(monthsBetween(first, last));
        expect(sum(profile.map((each) => each.amount))).toBe(
          sum(expenses.map((each) => each.amount)),
        );
        for (const each of profile) expect(each.t2).toBeLessThanOrEqual(each.amount);
      }),
    ));

  test("a project that ends on another month spends the same, and what is past stays", () =>
    fc.assert(
      fc.property(
        fc.array(expense, { maxLength: 8 }),
        fc.array(month, { minLength: 4, maxLength: 4 }),
        (expenses, months) => {
          const [first = "", kept = "", last = "", end = ""] = months.toSorted();
          for (const [planned, moves] of [
            [last, end],
            [end, last],
          ] as const) {
            const profile = spendingByMonth(expenses, first, planned);
            const again = respread(profile, kept, moves);
            expect(sum(again.map((each) => each.amount))).toBe(
              sum(profile.map((each) => each.amount)),
            );
            expect(again.map((each) => each.month)).toEqual(monthsBetween(first, moves));
            const past = (each: { month: string }) => each.month <= kept && each.month < moves;
            expect(again.filter(past)).toEqual(profile.filter(past));
            for (const each of again) expect(each.t2).toBeLessThanOrEqual(each.amount);
          }
        },
      ),
    ));
});

describe("days in a carrier’s words", () => {
  test.each([
    ["Juin 2021\u00A0: Sarthe en service.", "2021-06-30"],
    ["Ouverture le 15 février 2022", "2022-02-15"],
    ["1er août 2021, mise en ligne", "2021-08-01"],
    ["décembre 2021", "2021-12-31"],
    ["Audit, 03/2022", "2022-03-31"],
    ["Audit, 12/03/2022", "2022-03-12"],
    ["31 février 2021\u00A0: essai", "2021-02-28"],
    ["13/2022", null],
    ["T3 2021\u00A0: bilan", null],
    ["Bilan", null],
  ])("%s", (line, day) => {
    expect(dayIn(line)).toBe(day);
  });

  test("a line without a day waits for the end, and blank lines are nothing", () => {
    expect(milestonesIn("Bilan\n\n Juin 2021, essai ", 0, "2021-12-31")).toEqual([
      { name: "Juin 2021, essai", on: "2021-06-30", phase: null },
      { name: "Bilan", on: "2021-12-31", phase: null },
    ]);
  });
});
