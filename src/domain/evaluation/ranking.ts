import type { Aggregate } from "./aggregation";

/** What ranks a dossier among those of its call. */
export interface Ranked {
  number: string;
  filedAt: Date;
  /** Null when the theme's path has no scoring, or no sheet counts. */
  aggregate: Pick<Aggregate, "mean" | "criteria"> | null;
}

/** Why two neighbours with the same score are in this order. */
export type TieRule = "criterion" | "filing";

export interface Rank<Row> {
  /** From 1. */
  rank: number;
  row: Row;
  /** The rule that put it after the dossier above it, when their scores are equal. */
  tie: TieRule | null;
}

/** The rule, as the page states it. The texts set none: a reading retained. */
export const TIE_RULE =
  "À note égale (au centième), le dossier le mieux noté sur le premier critère de la grille passe devant, puis sur le deuxième, et ainsi de suite\u202F; à égalité sur tous, le dossier déposé le premier.";

function compareCriteria(a: Ranked, b: Ranked): number {
  for (const [index, { mean }] of (a.aggregate?.criteria ?? []).entries()) {
    const difference = (b.aggregate?.criteria[index]?.mean ?? 0) - mean;
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareFilings(a: Ranked, b: Ranked): number {
  return a.filedAt.getTime() - b.filedAt.getTime() || (a.number < b.number ? -1 : 1);
}

const scoreOf = ({ aggregate }: Ranked) => aggregate?.mean ?? -1;

/**
 * The dossiers of a call from first to last: by the score shown (hundredths), then the grid's criteria in order, then
 * the earlier filing, then the number. Dossiers without a score come after, by filing. A total order: the same dossiers
 * always give the same ranks.
 */
export function ranking<Row extends Ranked>(rows: readonly Row[]): Rank<Row>[] {
  const sorted = [...rows].sort(
    (a, b) => scoreOf(b) - scoreOf(a) || compareCriteria(a, b) || compareFilings(a, b),
  );
  return sorted.map((row, index) => {
    const above = sorted[index - 1];
    const tied = above !== undefined && row.aggregate !== null && scoreOf(above) === scoreOf(row);
    const tie = tied ? (compareCriteria(above, row) === 0 ? "filing" : "criterion") : null;
    return { rank: index + 1, row, tie };
  });
}
