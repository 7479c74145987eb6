import { claimOf, type RankedRow } from "@/domain/evaluation/ranked-list";
import { type EnvelopeShare, type Waterline, waterline } from "@/domain/evaluation/waterline";
import type { EnvelopeLevel } from "@/domain/funding/envelopes";
import { type Cents, cents } from "@/domain/money";
import type { RankedLine } from "./queries/ranking";

/** A row of the ranking against the money. */
export interface ShownRow {
  dossier: string;
  amount: Cents | null;
  held: boolean;
  envelopes: readonly string[];
  rank: number;
  wanted: RankedRow;
  facts: RankedLine;
}

/** The waterline of rows, computed where they are shown: at each move in the browser, at first on the server. */
export function linesOf(
  rows: readonly RankedRow[],
  facts: ReadonlyMap<string, RankedLine>,
  levels: readonly EnvelopeLevel[],
): Waterline<ShownRow> {
  const shown = rows.flatMap((wanted, index): ShownRow[] => {
    const own = facts.get(wanted.dossier);
    return own ? [{ ...claimOf(wanted, own), rank: index + 1, wanted, facts: own }] : [];
  });
  return waterline(shown, levels);
}

/** What an envelope has left once the dossiers paid in full are: the next one may receive it in part. */
export function restOf(share: EnvelopeShare | null): Cents {
  return cents(share ? share.partial + share.left : 0);
}

/** By row, the label of each envelope that it is the first to lack: the line passes above it. */
export function stopsOf(line: Waterline<ShownRow>): ReadonlyMap<string, string> {
  const labels = new Map(line.envelopes.map(({ id, label }) => [id, label]));
  const stops = new Map<string, string>();
  const seen = new Set<string>();
  for (const { short, row } of line.positions) {
    if (short === null || seen.has(short)) continue;
    seen.add(short);
    stops.set(row.dossier, labels.get(short) ?? "");
  }
  return stops;
}
