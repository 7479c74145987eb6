import { type RankedRow, withNewcomers } from "@/domain/evaluation/ranked-list";
import { type Position, paidBy, type Waterline, waterline } from "@/domain/evaluation/waterline";
import type { Cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import {
  claimsOf,
  KEPT_ROWS,
  keptRows,
  loadRanking,
  type Ranking,
  type RankingScope,
} from "@/server/ranking";
import { CURRENT_SCENARIO, isComparable } from "../compared";
import { readSight } from "../sight";

/** What one column says of a dossier. */
export type Cell = Pick<Position<unknown>, "situation" | "paid"> & { rank: number };

export interface Comparison {
  columns: { id: string; name: string; funded: { count: number; amount: Cents } }[];
  /** In the order of the first column; one cell per column. */
  rows: { number: string; title: string; cells: Cell[] }[];
  totals: { title: string; rows: { label: string; paid: Cents[] }[] }[];
}

type Line = Waterline<ReturnType<typeof claimsOf>[number]>;

/**
 * Two or three of the scenarios of a ranking side by side, the one worked on among them, each against the money of now
 * and the dossiers of now. Null when more or fewer are chosen, or when the actor has a part in one of the dossiers.
 */
export async function readComparison(
  actor: Actor,
  scope: RankingScope,
  chosen: readonly string[],
): Promise<Comparison | null> {
  const { sight } = await readSight(actor, scope);
  if (sight === "apart" || !isComparable(chosen)) return null;
  const kept = await database().ranking.findMany({
    where: { callId: scope.callId, roundId: scope.roundId, NOT: { name: "" } },
    include: { rows: KEPT_ROWS },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const ranking = await loadRanking(scope);
  const columns = [
    { id: CURRENT_SCENARIO, name: "Classement en cours", rows: ranking.rows },
    ...kept.map(({ id, name, rows }) => ({
      id,
      name,
      rows: withNewcomers(keptRows(rows), ranking.byScore),
    })),
  ]
    .filter(({ id }) => chosen.includes(id))
    .map(({ rows, ...column }) => ({ ...column, line: lineOf(ranking, rows) }));
  const [first] = columns;
  if (!first || columns.length < 2) return null;
  const lines = columns.map(({ line }) => line);
  return {
    columns: columns.map(({ id, name, line }) => ({ id, name, funded: line.funded })),
    rows: rowsOf(first.line, lines),
    totals: [
      {
        title: "Par enveloppe",
        rows: first.line.envelopes.map(({ id, label }) => ({
          label,
          paid: lines.map(({ envelopes }) => {
            const share = envelopes.find((each) => each.id === id);
            return ((share?.funded ?? 0) + (share?.partial ?? 0)) as Cents;
          }),
        })),
      },
      {
        title: "Par ministère",
        rows: totalsBy(lines, ({ facts }) => facts.ministry ?? "Sans ministère"),
      },
      { title: "Par territoire", rows: totalsBy(lines, ({ facts }) => facts.territory) },
    ],
  };
}

/** A list against the money: the dossiers decided since are passed over. */
function lineOf(ranking: Ranking, rows: readonly RankedRow[]): Line {
  return waterline(claimsOf(ranking, rows), ranking.levels);
}

function rowsOf(first: Line, lines: readonly Line[]): Comparison["rows"] {
  const cells = lines.map(
    ({ positions }) =>
      new Map(
        positions.map(({ row, situation, paid }, index) => [
          row.dossier,
          { situation, paid, rank: index + 1 },
        ]),
      ),
  );
  return first.positions.map(({ row }) => ({
    number: row.dossier,
    title: row.facts.title,
    cells: cells.flatMap((each) => each.get(row.dossier) ?? []),
  }));
}

function totalsBy(
  lines: readonly Line[],
  labelOf: (row: Line["positions"][number]["row"]) => string,
) {
  const sums = lines.map(({ positions }) => paidBy(positions, labelOf));
  return (sums[0] ?? []).map(({ label }) => ({
    label,
    paid: sums.map((each) => (each.find((one) => one.label === label)?.paid ?? 0) as Cents),
  }));
}
