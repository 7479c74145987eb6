import type { Theme } from "@/domain/themes/types";

/** The highest rank a ministry may give: a list of priorities, not of everything. */
export const LAST_RANK = 999;
/** What a dossier bears while its ministry gave it no rank: after all those it ranked. */
export const UNRANKED = 1000;

/** The rank that those who examine a dossier and its jury read; null where its theme shows none, or none was given. */
export function shownRank({ selection }: Pick<Theme, "selection">, rank: number): number | null {
  return selection.showsMinistryPriority && rank !== UNRANKED ? rank : null;
}

/** A rank as a field shows it. */
export function rankText(rank: number): string {
  return rank === UNRANKED ? "" : String(rank);
}
