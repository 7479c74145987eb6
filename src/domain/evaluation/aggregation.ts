import type { Criterion } from "@/domain/themes/types";
import {
  type CriterionScore,
  type Hundredths,
  roundedDivision,
  totalWeight,
  weightedSum,
} from "./scores";

/** The value a sitting agrees on for a criterion: it takes the place of the mean of the sheets. */
export interface Consensus {
  criterion: string;
  value: number;
}

/** What the sheets handed in say together. Everything is in hundredths of a point, exact then rounded once, half up. */
export interface Aggregate {
  sheets: number;
  /** Mean of the sheets' weighted means; of a criterion agreed on in a sitting, its consensus counts instead. */
  mean: Hundredths;
  median: Hundredths;
  /** Highest sheet minus lowest: how far the jurors are apart. */
  spread: Hundredths;
  /** Mean of each criterion, in the grid's order, and the value the sitting agreed on, where it did. */
  criteria: readonly {
    key: string;
    mean: Hundredths;
    lowest: number;
    highest: number;
    consensus: number | null;
  }[];
}

/**
 * Aggregates complete sheets under a grid; null without any. Weights are the theme's (1 each until its owner sets
 * others). Throws a RangeError on a sheet with a criterion missing: only complete sheets are handed in. The median and
 * the spread are those of the sheets, whatever the sitting agreed on.
 */
export function aggregate(
  criteria: readonly Criterion[],
  sheets: readonly (readonly CriterionScore[])[],
  agreed: readonly Consensus[] = [],
): Aggregate | null {
  if (sheets.length === 0) return null;
  const weight = totalWeight(criteria);
  const sums = sheets
    .map((sheet) => {
      const sum = weightedSum(criteria, sheet);
      if (sum === null) throw new RangeError("An incomplete sheet cannot be aggregated");
      return sum;
    })
    .sort((a, b) => a - b);
  const consensusOf = (key: string) =>
    agreed.find(({ criterion }) => criterion === key)?.value ?? null;
  const valuesOf = (key: string) =>
    sheets.flatMap((sheet) =>
      sheet.flatMap(({ criterion, value }) => (criterion === key && value !== null ? [value] : [])),
    );
  const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const total = criteria.reduce((sum, { key, weight: each }) => {
    const consensus = consensusOf(key);
    const given = consensus === null ? sumOf(valuesOf(key)) : consensus * sums.length;
    return sum + each * given;
  }, 0);
  const lowest = sums[0] ?? 0;
  const highest = sums.at(-1) ?? 0;
  const below = sums[Math.floor((sums.length - 1) / 2)] ?? 0;
  const above = sums[Math.floor(sums.length / 2)] ?? 0;
  return {
    sheets: sums.length,
    mean: roundedDivision(100 * total, weight * sums.length),
    median: roundedDivision(100 * (below + above), 2 * weight),
    spread: roundedDivision(100 * (highest - lowest), weight),
    criteria: criteria.map(({ key }) => {
      const values = valuesOf(key);
      return {
        key,
        mean: roundedDivision(100 * sumOf(values), values.length),
        lowest: Math.min(...values),
        highest: Math.max(...values),
        consensus: consensusOf(key),
      };
    }),
  };
}
