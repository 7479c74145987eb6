import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/domain/money";
import {
  blankLine,
  isBlank,
  lineAmount,
  parsePlan,
  type TypedLine,
  typedLineSchema,
  typedPlanSchema,
  withNature,
  withTax,
} from "./funding-plan";

const good: TypedLine = typedLineSchema.parse({
  label: "Développement",
  nature: "T3",
  year: "2021",
  category: "development",
  typedAmount: "12 500,50",
  tax: "TTC",
});
const columns = (line: Partial<TypedLine>) =>
  parsePlan([{ ...good, ...line }]).errors.map(({ column }) => column);

describe("VAT", () => {
  it.each([
    // amount HT in cents, rate in tenths of a percent, TTC: half a cent goes up
    [100_00, 200, 120_00],
    [100_00, 0, 100_00],
    [100_00, 21, 102_10],
    [100_00, 55, 105_50],
    [100_00, 85, 108_50],
    [100_00, 100, 110_00],
    [1, 200, 1],
    [2, 200, 2],
    [3, 200, 4],
    [5, 100, 6],
    [4, 100, 4],
  ])("turns %i cents HT at %i into %i cents TTC", (amount, tenths, expected) => {
    expect(withTax(cents(amount), tenths)).toBe(expected);
  });

  it("never errs by more than half a cent, nor loses a cent of the amount", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 13 }),
        fc.constantFrom(0, 21, 55, 85, 100, 200),
        (amount, tenths) => {
          const exact = BigInt(amount) * BigInt(1000 + tenths);
          const difference = BigInt(withTax(cents(amount), tenths)) * 1000n - exact;
          expect(difference > -500n && difference <= 500n).toBe(true);
        },
      ),
    );
  });

  it.each(["20", "20 %", "20,0", "5,5", "5.50", "2,1", "0", "8,5", "10"])(
    "knows the rate %s",
    (taxRate) => {
      expect(columns({ tax: "HT", taxRate })).toEqual([]);
    },
  );
  it.each(["", "19,6", "7", "20,5", "vingt", "-20"])("refuses the rate %j", (taxRate) => {
    expect(columns({ tax: "HT", taxRate })).toEqual(["taxRate"]);
  });

  it("bears none on staff cost, whatever is typed", () => {
    expect(lineAmount({ ...good, nature: "T2", category: "staff", tax: "HT", taxRate: "20" })).toBe(
      12_500_50,
    );
    expect(columns({ nature: "T2", category: "staff", tax: "", taxRate: "" })).toEqual([]);
  });

  it("does not read the rate of an amount TTC", () => {
    expect(columns({ tax: "TTC", taxRate: "n'importe" })).toEqual([]);
  });
});

describe("the lines of a plan", () => {
  it("says each column that is wrong, with the number of the line as shown", () => {
    const plan = parsePlan([
      good,
      {
        ...good,
        label: "",
        nature: "",
        year: "21",
        category: "",
        typedAmount: "beaucoup",
        tax: "",
      },
    ]);
    expect(plan.expenses).toHaveLength(1);
    expect(plan.errors.map(({ line, column }) => [line, column])).toEqual([
      [1, "label"],
      [1, "nature"],
      [1, "year"],
      [1, "category"],
      [1, "typedAmount"],
      [1, "tax"],
    ]);
    expect(plan.errors.every(({ message }) => message.startsWith("Dépense 2\u00A0: "))).toBe(true);
  });

  it.each([
    ["2019", ["year"]],
    ["2020", []],
    ["2035", []],
    ["2036", ["year"]],
  ])("reads the year %s", (year, expected) => {
    expect(columns({ year })).toEqual(expected);
  });

  it.each(["0", "0,00", "", "-5", "1,234", "12 €€ x"])("refuses the amount %j", (typedAmount) => {
    expect(columns({ typedAmount })).toEqual(["typedAmount"]);
  });

  it("wants staff cost in title 2", () => {
    expect(columns({ category: "staff" })).toEqual(["category"]);
  });

  it("counts an expense whose label alone is missing", () => {
    const plan = parsePlan([{ ...good, label: "" }]);
    expect(plan.expenses).toHaveLength(1);
    expect(plan.errors).toHaveLength(1);
  });

  it("ignores blank lines and keeps the place of the others", () => {
    expect(isBlank(blankLine(2021))).toBe(true);
    const plan = parsePlan([blankLine(2021), good]);
    expect(plan.lineOf).toEqual([1]);
    expect(plan.errors).toEqual([]);
  });

  it.each([
    [null, null, undefined],
    [true, null, { seatInFrance: true, innovative: false }],
    [null, true, { seatInFrance: false, innovative: true }],
    [false, false, { seatInFrance: false, innovative: false }],
  ])("reads a provider of seat %j and innovation %j", (seatInFrance, innovative, provider) => {
    expect(parsePlan([{ ...good, seatInFrance, innovative }]).expenses[0]?.provider).toEqual(
      provider,
    );
  });

  it("takes a non-European licence for what it is on a licence only: integration is funded", () => {
    const flags = (["licence", "development"] as const).map(
      (category) =>
        parsePlan([{ ...good, category, nonEuropeanLicence: true }]).expenses[0]
          ?.nonEuropeanLicence,
    );
    expect(flags).toEqual([true, false]);
  });
});

describe("the category of a salary", () => {
  const post = typedLineSchema.parse({
    label: "Cheffe de projet",
    nature: "T2",
    year: "2021",
    typedAmount: "21 000",
  });

  it("goes without saying, and counts", () => {
    expect(parsePlan([post])).toMatchObject({
      errors: [],
      expenses: [{ nature: "T2", category: "staff", amount: 2_100_000 }],
    });
    expect(parsePlan([{ ...post, category: "inconnue" }]).expenses).toEqual([]);
    expect(parsePlan([{ ...post, nature: "T3", tax: "TTC" }]).expenses).toEqual([]);
  });

  it.each([
    ["T2", "", "staff"],
    ["T2", "training", "training"],
    ["T3", "staff", ""],
    ["T3", "hosting", "hosting"],
    ["", "staff", "staff"],
  ])("follows the nature: %s chosen over « %s » gives « %s »", (nature, before, after) => {
    const line = { ...post, nature: nature === "T2" ? "T3" : "T2", category: before };
    expect(withNature(line, nature)).toEqual({ ...line, nature, category: after });
  });
});

describe("what a draft keeps", () => {
  it("keeps what is typed, wrong or not, and reads the strings of a form", () => {
    const line = typedLineSchema.parse({
      typedAmount: "beaucoup",
      seatInFrance: "oui",
      innovative: "inconnu",
      nonEuropeanLicence: "oui",
    });
    expect(line).toMatchObject({
      typedAmount: "beaucoup",
      seatInFrance: true,
      innovative: null,
      nonEuropeanLicence: true,
    });
  });

  it("holds 200 lines, not one more, and no unknown column", () => {
    expect(typedPlanSchema.safeParse(Array(200).fill({})).success).toBe(true);
    expect(typedPlanSchema.safeParse(Array(201).fill({})).success).toBe(false);
    expect(typedLineSchema.safeParse({ amount: 1 }).success).toBe(false);
  });
});
