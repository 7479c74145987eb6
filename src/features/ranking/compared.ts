/** The ranking worked on, among the scenarios to compare. */
export const CURRENT_SCENARIO = "en-cours";
/** Columns a comparison holds. */
export const MOST_COMPARED = 3;
