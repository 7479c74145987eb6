/** The ranking worked on, among the scenarios to compare. */
export const CURRENT_SCENARIO = "en-cours";
/** Columns a comparison holds. */
export const MOST_COMPARED = 3;

/** Whether as many scenarios are chosen as a comparison holds. */
export function isComparable(chosen: readonly string[]): boolean {
  return chosen.length >= 2 && chosen.length <= MOST_COMPARED;
}
