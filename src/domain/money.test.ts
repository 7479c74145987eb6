import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cents,
  euros,
  formatEuros,
  formatMillions,
  parseDecimalString,
  parseEuros,
  share,
  sum,
  toDecimalString,
} from "./money";

const amount = fc.integer({ min: 0, max: 999_999_999_999_999 }).map(cents);

describe("amounts", () => {
  test.each([
    [0, "0,00\u00A0€"],
    [5, "0,05\u00A0€"],
    [100_000, "1\u202F000,00\u00A0€"],
    [123_456_789, "1\u202F234\u202F567,89\u00A0€"],
    [-1_200_000, "\u221212\u202F000,00\u00A0€"],
  ])("%d cents read %s", (value, text) => {
    expect(formatEuros(cents(value))).toBe(text);
  });

  test("a published envelope reads in millions", () => {
    expect(formatMillions(euros(12_000_000))).toBe("12\u00A0M€");
  });

  test.each([
    ["12 500,50", 1_250_050],
    ["12500.5", 1_250_050],
    ["12\u202F500,50\u00A0€", 1_250_050],
    ["0", 0],
    ["9999999999999,99", 999_999_999_999_999],
  ])("%s typed is %d cents", (text, value) => {
    expect(parseEuros(text)).toBe(value);
  });

  test.each(["", "-1", "12,505", "1e3", "12.500,50", "douze", "99999999999999", "NaN"])(
    "%s typed is not an amount",
    (text) => {
      expect(parseEuros(text)).toBeNull();
    },
  );

  test.each([0.5, Number.NaN, 2 ** 53])("%d is refused as cents", (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  });

  test("what is written is read back, typed or decimal", () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseEuros(formatEuros(value))).toBe(value);
        expect(parseDecimalString(toDecimalString(value))).toBe(value);
      }),
    );
  });

  test("a share is rounded down to the cent and never loses a whole one", () => {
    expect(share(cents(1), 75, 100)).toBe(0);
    expect(share(cents(333), 75, 100)).toBe(249);
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100 }), (value, percent) => {
        const part = share(value, percent, 100);
        const exact = BigInt(value) * BigInt(percent);
        expect(BigInt(part) * 100n <= exact && exact < (BigInt(part) + 1n) * 100n).toBe(true);
      }),
    );
  });

  test("a sum is exact", () => {
    expect(sum([cents(10), cents(20), cents(1)])).toBe(31);
    expect(sum([])).toBe(0);
  });
});
