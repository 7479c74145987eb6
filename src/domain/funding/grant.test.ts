import { describe, expect, it } from "vitest";
import type { Expense } from "@/domain/funding/types";
import { type Cents, cents, euros } from "@/domain/money";
import type { FundingRules } from "@/domain/themes/types";
import { codes, spending, staff } from "../../../tests/fixtures/simulation";
import { computeGrant, type GrantInput } from "./grant";

const AT_75: FundingRules = {
  rate: [3, 4],
  staffCost: "not-accepted",
  sources: { rate: "Livret l.36" },
};
const AT_100: FundingRules = { ...AT_75, rate: [1, 1] };
const VALUED: FundingRules = { ...AT_75, staffCost: "valued" };
const COUNTERPART: FundingRules = {
  rate: [1, 1],
  staffCost: "counterpart",
  categories: ["development", "training", "user-support", "communication"],
  sources: { rate: "Livret l.675", categories: "Livret l.675" },
};

function compute(rules: FundingRules, expenses: Expense[], more: Partial<GrantInput> = {}) {
  return computeGrant(rules, { expenses, priorGrants: [], ...more });
}
const stepsOf = ({ explanation }: ReturnType<typeof compute>) =>
  explanation.map(({ rule, amount }) => [rule, amount]);

describe("the rate", () => {
  it.each<[FundingRules["rate"], number, number]>([
    [[3, 4], 1, 0],
    [[3, 4], 2, 1],
    [[3, 4], 3, 2],
    [[3, 4], 4, 3],
    [[3, 4], 33_33, 24_99],
    [[1, 2], 1, 0],
    [[1, 2], 99_999_99, 49_999_99],
    [[1, 1], 12_345_67, 12_345_67],
    [[3, 4], 999_999_999_999_999, 749_999_999_999_999],
  ])("%j of a base is rounded down to the cent: %d → %d", (rate, base, grant) => {
    const result = compute({ ...AT_75, rate }, [spending(cents(base))]);
    expect(result.grant).toBe(grant);
    expect(result.remaining).toBe(base - grant);
  });

  it("tells the rounding as a reading, only when it rounds", () => {
    expect(stepsOf(compute(AT_75, [spending(cents(4))]))).toEqual([["rate", 3]]);
    const rounded = compute(AT_75, [spending(cents(5))]);
    expect(rounded.explanation[1]).toEqual({
      rule: "rounding",
      label:
        "Le texte ne dit pas comment arrondir\u202F; la subvention est arrondie au centime inférieur.",
      amount: 3,
      source: "Livret l.410",
      interpretation: true,
    });
  });

  it("gives zeros for an empty plan", () => {
    const result = compute(AT_75, []);
    expect(result).toMatchObject({ total: 0, base: 0, grant: 0, remaining: 0, findings: [] });
  });
});

describe("the base", () => {
  it("leaves T2 out where it is not accepted, and says so", () => {
    const result = compute(AT_75, [spending(euros(100_000)), staff(euros(20_000))]);
    expect(result).toMatchObject({
      total: euros(120_000),
      base: euros(100_000),
      grant: euros(75_000),
      remaining: euros(45_000),
    });
    expect(result.findings).toEqual([
      {
        code: "T2_NOT_ACCEPTED",
        severity: "warning",
        message:
          "Dépenses de personnel (T2)\u00A0: 20\u202F000,00\u00A0€ hors base, ce thème ne les accepte pas.",
        source: "Livret l.36",
        interpretation: true,
      },
    ]);
  });

  it("keeps T2 in where it is valued", () => {
    const result = compute(VALUED, [spending(euros(90_000)), staff(euros(10_000))]);
    expect(result).toMatchObject({ base: euros(100_000), grant: euros(75_000), findings: [] });
  });

  it.each([
    [30_000_00, 10_000_00, 30_000_00, []],
    [30_000_00, 10_000_01, 30_000_00, []],
    [30_000_00, 10_000_02, 30_000_00, ["GRANT_CAPPED"]],
    [0, 50_000_00, 0, ["GRANT_CAPPED"]],
  ])(
    "never grants more than what is not T2: %d and %d of T2 → %d",
    (other, t2, grant, expected) => {
      const result = compute(VALUED, [spending(cents(other)), staff(cents(t2))]);
      expect(result.grant).toBe(grant);
      expect(codes(result)).toEqual(expected);
    },
  );

  it("takes T2 as a compulsory, unfunded counterpart", () => {
    const result = compute(COUNTERPART, [spending(euros(100_000)), staff(euros(1))]);
    expect(result).toMatchObject({
      total: euros(100_001),
      base: euros(100_000),
      grant: euros(100_000),
      remaining: euros(1),
      findings: [],
    });
  });

  it.each<[string, Expense[]]>([
    ["no T2 line", [spending(euros(100_000))]],
    ["a T2 line of nothing", [spending(euros(100_000)), staff(cents(0))]],
    ["an empty plan", []],
  ])("finds the counterpart missing with %s", (_, expenses) => {
    expect(codes(compute(COUNTERPART, expenses))).toEqual(["T2_COUNTERPART_MISSING"]);
  });

  it("reads the listed categories as closed", () => {
    const result = compute(COUNTERPART, [
      spending(euros(100_000), { category: "development" }),
      spending(euros(5_000), { category: "hosting" }),
      spending(euros(3_000), { category: "licence" }),
      staff(euros(1)),
    ]);
    expect(result.base).toBe(euros(100_000));
    expect(result.findings).toMatchObject([
      { code: "EXPENSE_OUT_OF_BASE", severity: "warning", interpretation: true },
    ]);
    expect(result.findings[0]?.message).toContain("Hébergement et Licences");
  });

  it("counts the spending of the years of the plan alone", () => {
    const rules: FundingRules = { ...AT_75, years: [2021, 2022] };
    const inYears = [2020, 2021, 2022, 2023].map((year) => spending(euros(40_000), { year }));
    const result = compute(rules, inYears);
    expect(result).toMatchObject({
      total: euros(160_000),
      base: euros(80_000),
      grant: euros(60_000),
      remaining: euros(100_000),
    });
    expect(codes(result)).toEqual(["EXPENSE_OUT_OF_BASE"]);
    const one = compute(rules, [spending(euros(40_000), { year: 2023 })]);
    expect(one.findings[0]?.message).toBe(
      "Dépense de 2023\u00A0: 40\u202F000,00\u00A0€ hors base, seules les années 2021 et 2022 comptent.",
    );
  });

  it("leaves out terminals and licences from outside Europe, each line once", () => {
    const rules: FundingRules = {
      ...AT_75,
      years: [2021, 2022],
      excludedCategories: ["terminal"],
      excludesNonEuropeanLicences: true,
      sources: { ...AT_75.sources, "excluded-categories": "COSINUM l.40" },
    };
    const result = compute(rules, [
      spending(euros(100), { category: "services" }),
      spending(euros(20), { category: "terminal" }),
      spending(euros(7), { category: "licence", nonEuropeanLicence: true }),
      spending(euros(5), { category: "terminal", year: 2023 }),
      spending(euros(3), { category: "licence" }),
    ]);
    expect(result.base).toBe(euros(103));
    expect(stepsOf(result)).toEqual([
      ["years", euros(5)],
      ["excluded-categories", euros(20)],
      ["non-european-licences", euros(7)],
      ["rate", cents(77_25)],
    ]);
    expect(result.explanation[1]?.source).toBe("COSINUM l.40");
  });

  it("says nothing of a line of zero", () => {
    expect(compute(AT_75, [spending(euros(1)), staff(cents(0))]).findings).toEqual([]);
  });
});

describe("full funding up to a threshold", () => {
  const rules: FundingRules = { ...AT_100, fullFundingUpTo: euros(48_000) };
  it.each([
    [47_999_99, 47_999_99, []],
    [48_000_00, 48_000_00, []],
    [48_000_01, 48_000_00, ["GRANT_CAPPED"]],
    [60_000_00, 48_000_00, ["GRANT_CAPPED"]],
  ])("%d → %d", (base, grant, expected) => {
    const result = compute(rules, [spending(cents(base))]);
    expect(result.grant).toBe(grant);
    expect(codes(result)).toEqual(expected);
    expect(stepsOf(result)).toEqual([["full-funding-threshold", grant]]);
  });

  it("says what stays to the carrier", () => {
    expect(compute(rules, [spending(euros(60_000))]).findings[0]?.message).toBe(
      "Financé à 100\u00A0% jusqu’à 48\u202F000,00\u00A0€\u202F; les 12\u202F000,00\u00A0€ restants sont à votre charge.",
    );
  });
});

describe("the caps", () => {
  const perProject: FundingRules = {
    ...AT_75,
    capPerProject: euros(2_000_000),
    sources: { rate: "Livret l.747", "requested-grant": "Livret l.747" },
  };
  const both: FundingRules = {
    ...AT_75,
    capPerDossier: euros(3_000_000),
    capPerProject: euros(8_000_000),
  };
  const plan = (grant: Cents) => [spending(cents(Math.ceil((grant * 4) / 3)))];

  it.each([
    [2_000_000_00, [], 2_000_000_00, []],
    [2_000_000_01, [], 2_000_000_00, ["GRANT_CAPPED"]],
    [1_250_000_00, [750_000_00], 1_250_000_00, []],
    [1_250_000_01, [750_000_00], 1_250_000_00, ["GRANT_CAPPED"]],
    [1, [1_999_999_99], 1, []],
    [2, [1_999_999_99], 1, ["GRANT_CAPPED"]],
    [1, [2_000_000_00], 0, ["GRANT_CAPPED", "PROJECT_CAP_REACHED"]],
    [1, [1_500_000_00, 600_000_00], 0, ["GRANT_CAPPED", "PROJECT_CAP_REACHED"]],
    [0, [2_000_000_00], 0, ["PROJECT_CAP_REACHED"]],
  ])("per project: %d with %j granted before → %d", (computed, prior, grant, expected) => {
    const result = compute(perProject, plan(cents(computed)), { priorGrants: prior.map(cents) });
    expect(result.grant).toBe(grant);
    expect(codes(result)).toEqual(expected);
  });

  it("tells what earlier dossiers took", () => {
    const result = compute(perProject, plan(euros(1_500_000)), { priorGrants: [euros(750_000)] });
    expect(result.findings[0]?.message).toBe(
      "Plafond du projet\u00A0: 2\u202F000\u202F000,00\u00A0€, dont 750\u202F000,00\u00A0€ déjà accordés\u202F; reste 1\u202F250\u202F000,00\u00A0€.",
    );
  });

  it.each([
    [3_000_000_00, [], 3_000_000_00, []],
    [3_000_000_01, [], 3_000_000_00, ["GRANT_CAPPED"]],
    [3_000_000_01, [5_000_000_00], 3_000_000_00, ["GRANT_CAPPED"]],
    [3_000_000_00, [5_000_000_01], 2_999_999_99, ["GRANT_CAPPED"]],
    [4_000_000_00, [7_000_000_00], 1_000_000_00, ["GRANT_CAPPED", "GRANT_CAPPED"]],
    [4_000_000_00, [8_000_000_00], 0, ["GRANT_CAPPED", "GRANT_CAPPED", "PROJECT_CAP_REACHED"]],
  ])(
    "per dossier then per project: %d with %j granted before → %d",
    (computed, prior, grant, expected) => {
      const result = compute(both, plan(cents(computed)), { priorGrants: prior.map(cents) });
      expect(result.grant).toBe(grant);
      expect(codes(result)).toEqual(expected);
    },
  );

  it("ignores earlier grants where the project has no cap", () => {
    expect(compute(AT_75, plan(euros(75)), { priorGrants: [euros(1_000_000)] }).grant).toBe(
      euros(75),
    );
  });

  it.each([
    [74_99, 74_99, ["REQUESTED_GRANT_RETAINED"]],
    [75_00, 75_00, []],
    [75_01, 75_00, []],
    [0, 0, ["REQUESTED_GRANT_RETAINED"]],
  ])("honours a request below the computed grant: %d → %d", (requested, grant, expected) => {
    const result = compute(AT_75, [spending(euros(100))], { requestedGrant: cents(requested) });
    expect(result.grant).toBe(grant);
    expect(result.remaining).toBe(100_00 - grant);
    expect(codes(result)).toEqual(expected);
  });

  it("says where the request rule is written, and that it is a reading elsewhere", () => {
    const asked = { requestedGrant: euros(1) };
    const written = compute(perProject, [spending(euros(100))], asked);
    const read = compute(AT_75, [spending(euros(100))], asked);
    expect(written.findings[0]).toMatchObject({ source: "Livret l.747", interpretation: false });
    expect(read.findings[0]).toMatchObject({ source: "Livret l.747", interpretation: true });
  });
});
