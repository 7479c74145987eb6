import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, euros } from "@/domain/money";
import { lineAmount, parsePlan, typedLineSchema } from "./funding-plan";
import {
  parseMonths,
  parseStaffCost,
  parseTimeShare,
  staffAmount,
  staffCostInWords,
} from "./staff-cost";

const post = (more: Record<string, string>) =>
  typedLineSchema.parse({
    label: "Cheffe de projet",
    nature: "T2",
    year: "2021",
    category: "staff",
    annualCost: "60 000",
    timeShare: "50",
    months: "6",
    ...more,
  });
const columns = (more: Record<string, string>) =>
  parsePlan([post(more)]).errors.map(({ column }) => column);

describe("what a post costs", () => {
  it.each([
    // annual cost, hundredths of a percent, hundredths of a month: annual × share × months ÷ 12
    [euros(60_000), 10_000, 1_200, euros(60_000)],
    [euros(60_000), 5_000, 600, euros(15_000)],
    [euros(48_000), 6_250, 450, euros(11_250)],
    [cents(1), 5_000, 1_200, cents(1)],
    [cents(1), 4_999, 1_200, cents(0)],
    [cents(3), 5_000, 1_200, cents(2)],
    [cents(100), 10_000, 100, cents(8)],
    [cents(102), 10_000, 100, cents(9)],
    [cents(101), 10_000, 100, cents(8)],
  ])(
    "%i cents a year, %i, %i months give %i cents, half a cent up",
    (annualCost, timeShare, months, amount) => {
      expect(staffAmount({ annualCost, timeShare, months })).toBe(amount);
    },
  );

  it("never errs by more than half a cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 1_200 }),
        (annual, timeShare, months) => {
          const exact = BigInt(annual) * BigInt(timeShare) * BigInt(months);
          const given = BigInt(staffAmount({ annualCost: cents(annual), timeShare, months }));
          const twice = 2n * (given * 12_000_000n - exact);
          expect(twice > -12_000_000n && twice <= 12_000_000n).toBe(true);
        },
      ),
    );
  });

  it.each([
    ["100", 10_000],
    ["100,00", 10_000],
    ["100,01", null],
    ["101", null],
    ["62,5 %", 6_250],
    ["1,01", 101],
    // A spreadsheet writes a full-time 1 and a half-time 0,5.
    ["1", null],
    ["0,5", null],
    ["1 %", 100],
    ["0,5 %", 50],
    ["0 %", null],
    ["", null],
    ["mi-temps", null],
  ])("reads the share %s as %s", (typed, expected) => {
    expect(parseTimeShare(typed)).toBe(expected);
  });

  it.each([
    ["12", 1_200],
    ["12,01", null],
    ["13", null],
    ["4,5", 450],
    ["0,01", 1],
    ["0", null],
    ["", null],
  ])("reads %s months as %s", (typed, expected) => {
    expect(parseMonths(typed)).toBe(expected);
  });

  it("is told as one multiplication", () => {
    const cost = parseStaffCost({ annualCost: "48 000", timeShare: "62,5", months: "4,5" });
    expect(cost && staffCostInWords(cost)).toBe(
      "48\u202F000,00\u00A0€ × 62,5\u00A0% × 4,5\u00A0mois ÷ 12",
    );
  });
});

describe("a line of staff cost", () => {
  it("takes its amount from the computation, or as typed", () => {
    expect(lineAmount(post({}))).toBe(euros(15_000));
    expect(lineAmount(post({ months: "" }))).toBeNull();
    const outright = { annualCost: "", timeShare: "", months: "", typedAmount: "8 000" };
    expect(lineAmount(post(outright))).toBe(euros(8_000));
  });

  it("leaves the computation aside once it is no staff cost any more", () => {
    expect(lineAmount(post({ nature: "T3", tax: "TTC", typedAmount: "10" }))).toBe(euros(10));
  });

  it.each([
    [{}, []],
    [{ annualCost: "" }, ["annualCost"]],
    [{ annualCost: "0" }, ["annualCost"]],
    [{ timeShare: "0,5" }, ["timeShare"]],
    [{ months: "18" }, ["months"]],
    [{ annualCost: "x", timeShare: "", months: "0" }, ["annualCost", "timeShare", "months"]],
    [{ typedAmount: "15 000" }, []],
    [{ typedAmount: "15 000,01" }, ["typedAmount"]],
    [{ typedAmount: "beaucoup" }, ["typedAmount"]],
  ])("says what is wrong in %j", (more, expected) => {
    expect(columns(more)).toEqual(expected);
  });
});
