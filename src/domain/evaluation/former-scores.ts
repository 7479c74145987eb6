import type { Aggregate } from "./aggregation";
import type { Hundredths } from "./scores";

/**
 * Sheets needed before the jurors of a new presentation read what the former ones gave: with fewer, a mean tells what one
 * person gave (reading of the texts: they say nothing of former scores).
 */
export const FORMER_SCORES_FROM = 3;

/** What a former jury gave together: means alone, in hundredths of a point. */
export type FormerScores =
  | { kind: "shown"; mean: Hundredths; criteria: readonly { key: string; mean: Hundredths }[] }
  /** Too few sheets to be read without naming anybody. */
  | { kind: "too-few" };

/** What may be told of an aggregate: no extreme, no spread, no count. A criterion agreed on counts as agreed. */
export function formerScores(aggregate: Aggregate | null): FormerScores {
  if (aggregate === null || aggregate.sheets < FORMER_SCORES_FROM) return { kind: "too-few" };
  return {
    kind: "shown",
    mean: aggregate.mean,
    criteria: aggregate.criteria.map(({ key, mean, consensus }) => ({
      key,
      mean: consensus === null ? mean : 100 * consensus,
    })),
  };
}
