import { z } from "zod";
import { type Cents, cents, least } from "@/domain/money";
import type { Claim } from "./waterline";

/** What is wanted for a dossier of a ranking, before the money says how far it goes. */
export const PLACES = ["ranked", "reserve", "not-retained"] as const;
export type Place = (typeof PLACES)[number];

/** A dossier of a ranking, by its number; its rank is its place in the list. */
export interface RankedRow {
  dossier: string;
  /** What is proposed for it; null for its computed grant. */
  amount: Cents | null;
  place: Place;
}

const amount = z
  .number()
  .int()
  .transform((value) => cents(value))
  .nullable();
const row = z.object({ dossier: z.string(), amount, place: z.enum(PLACES) });
const one = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rank"), dossier: z.string(), from: z.int(), to: z.int() }),
  z.object({ kind: z.literal("amount"), dossier: z.string(), from: amount, to: amount }),
  z.object({
    kind: z.literal("place"),
    dossier: z.string(),
    from: z.enum(PLACES),
    to: z.enum(PLACES),
  }),
]);

/** What a move changed, as it is kept: enough to do it again and to take it back. Ranks are from 1. */
export const changeSchema = z.union([
  z.object({ kind: z.literal("row"), dossier: z.string(), parts: z.array(one).min(1) }),
  z.object({
    kind: z.literal("all"),
    /** Name of the scenario adopted; empty when the order of the scores is taken back. */
    scenario: z.string(),
    from: z.array(row),
    to: z.array(row),
  }),
  /** The change of an earlier revision was taken back. */
  z.object({ kind: z.literal("undo"), revision: z.int() }),
]);
export type Change = z.output<typeof changeSchema>;
export type RowChange = Extract<Change, { kind: "row" }>;
type WholeChange = Extract<Change, { kind: "all" }>;
/** A change that says what it does by itself. */
export type Reversible = RowChange | WholeChange;
type Part = z.output<typeof one>;

/** What somebody asks for one dossier; what is absent does not change. */
export interface Wanted {
  dossier: string;
  /** From 1; beyond the end it is the last. */
  rank?: number;
  amount?: Cents | null;
  place?: Place;
}

/** The rank of a dossier, from 1; 0 when the list does not hold it. */
export function rankOf(rows: readonly RankedRow[], dossier: string): number {
  return rows.findIndex((each) => each.dossier === dossier) + 1;
}

/** The change that gives a dossier what is wanted for it; null when nothing would change. */
export function planned(rows: readonly RankedRow[], wanted: Wanted): RowChange | null {
  const { dossier } = wanted;
  const from = rankOf(rows, dossier);
  const row = rows[from - 1];
  if (!row) return null;
  const parts: Part[] = [];
  const to = wanted.rank === undefined ? from : Math.min(Math.max(1, wanted.rank), rows.length);
  if (to !== from) parts.push({ kind: "rank", dossier, from, to });
  if (wanted.amount !== undefined && wanted.amount !== row.amount) {
    parts.push({ kind: "amount", dossier, from: row.amount, to: wanted.amount });
  }
  if (wanted.place !== undefined && wanted.place !== row.place) {
    parts.push({ kind: "place", dossier, from: row.place, to: wanted.place });
  }
  return parts.length > 0 ? { kind: "row", dossier, parts } : null;
}

/** The list after a change. A dossier it no longer holds is passed over. */
export function applied(rows: readonly RankedRow[], change: Reversible): RankedRow[] {
  if (change.kind === "all") return reordered(rows, change.to);
  return change.parts.reduce<RankedRow[]>((list, part) => partly(list, part), [...rows]);
}

function partly(rows: RankedRow[], part: Part): RankedRow[] {
  const index = rankOf(rows, part.dossier) - 1;
  const row = rows[index];
  if (!row) return rows;
  switch (part.kind) {
    case "rank":
      return rows.toSpliced(index, 1).toSpliced(part.to - 1, 0, row);
    case "amount":
      return rows.with(index, { ...row, amount: part.to });
    case "place":
      return rows.with(index, { ...row, place: part.to });
  }
}

/** The rows as another list orders and fills them; those it does not hold keep their place at the end. */
function reordered(rows: readonly RankedRow[], wanted: readonly RankedRow[]): RankedRow[] {
  const held = new Set(rows.map(({ dossier }) => dossier));
  const kept = wanted.filter(({ dossier }) => held.has(dossier));
  const named = new Set(kept.map(({ dossier }) => dossier));
  return [...kept, ...rows.filter(({ dossier }) => !named.has(dossier))];
}

/** What takes a change back. */
export function inverse(change: Reversible): Reversible {
  if (change.kind === "all") return { ...change, from: change.to, to: change.from };
  const parts = change.parts
    .toReversed()
    // `from` and `to` of a part are of one type.
    .map((part) => ({ ...part, from: part.to, to: part.from }) as Part);
  return { ...change, parts };
}

/**
 * A list kept earlier, with the dossiers that came since: each goes right below the dossier that precedes it by the
 * scores, first when none does. Those of the list that are no longer ranked stay in it. `byScore` is the order of the
 * scores, each with the place it starts with.
 */
export function withNewcomers(
  kept: readonly RankedRow[],
  byScore: readonly RankedRow[],
): RankedRow[] {
  const rows = [...kept];
  const held = new Set(kept.map(({ dossier }) => dossier));
  let above: string | null = null;
  for (const each of byScore) {
    if (!held.has(each.dossier)) {
      rows.splice(above === null ? 0 : rankOf(rows, above), 0, each);
    }
    above = each.dossier;
  }
  return rows;
}

/** The whole list with its active rows in a new order; the others keep their places. */
export function filled(whole: readonly RankedRow[], active: readonly RankedRow[]): RankedRow[] {
  const moving = new Set(active.map(({ dossier }) => dossier));
  const queue = [...active];
  return whole.map((each) => (moving.has(each.dossier) ? (queue.shift() ?? each) : each));
}

/** What bounds what a row of a ranking may take, and from where. */
export interface RowFacts {
  /** The computed grant: the most it may receive. */
  computed: Cents;
  /** A decision proposed and not confirmed yet: it fixes the amount. */
  proposal: { accepted: boolean; amount: Cents | null } | null;
  envelopes: readonly string[];
}

/** What a row claims from its envelopes: the proposal that waits, else its own amount, else the computed grant. */
export function claimOf(row: RankedRow, facts: RowFacts): Claim & { dossier: string } {
  const { dossier, place } = row;
  const { computed, proposal, envelopes } = facts;
  if (proposal) {
    const given = proposal.accepted ? proposal.amount : null;
    return { dossier, amount: given, held: false, envelopes };
  }
  return {
    dossier,
    amount: place === "not-retained" ? null : least(computed, row.amount ?? computed),
    held: place === "reserve",
    envelopes,
  };
}
