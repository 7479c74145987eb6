/** The highest rank a ministry may give: a list of priorities, not of everything. */
export const LAST_RANK = 999;
/** What a dossier bears while its ministry gave it no rank: after all those it ranked. */
export const UNRANKED = 1000;

/** A rank as a field shows it. */
export function rankText(rank: number): string {
  return rank === UNRANKED ? "" : String(rank);
}
