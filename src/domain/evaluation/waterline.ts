import { type EnvelopeLevel, leftOf } from "@/domain/funding/envelopes";
import { type Cents, cents, least, ZERO } from "@/domain/money";

/** Where a dossier stands against the money left. `not-retained`: proposed for refusal or a new presentation. */
export type Situation = "funded" | "partly" | "reserve" | "not-retained";

export const SITUATION_LABELS: Record<Situation, string> = {
  funded: "Financé",
  partly: "En partie",
  reserve: "En réserve",
  "not-retained": "Non retenu",
};

/** A dossier in rank order, with what it would receive. */
export interface Claim {
  /** Null when it is not proposed for funding. */
  amount: Cents | null;
  /** Kept in reserve by somebody, whatever the money. */
  held: boolean;
  /** Ids of the envelopes an award of it is taken from, nearest first. */
  envelopes: readonly string[];
}

export interface Position<Row> {
  row: Row;
  situation: Situation;
  /** What the envelopes pay if the line is applied as it stands. */
  paid: Cents;
  /** Sum of what is paid down to this dossier, it included. */
  running: Cents;
  /** The envelope for lack of which it is not paid in full; null when money is not what stops it. */
  short: string | null;
}

/** What the ranking takes from one envelope: `remaining = funded + partial + left`, to the cent. */
export interface EnvelopeShare {
  id: string;
  label: string;
  /** Before any line of the ranking. */
  remaining: Cents;
  funded: Cents;
  partial: Cents;
  left: Cents;
}

export interface Waterline<Row> {
  positions: Position<Row>[];
  /** Dossiers paid in full, and their sum. */
  funded: { count: number; amount: Cents };
  envelopes: EnvelopeShare[];
  /** The envelope that bites: the one with the least left. Null without any envelope. */
  tightest: EnvelopeShare | null;
}

/**
 * Walks the dossiers in rank order against what remains of their envelopes. Each is paid in full while every envelope it
 * draws on can. The first that one of them cannot pay receives in part what the tightest has, and the envelopes that
 * lacked money are then closed: whoever draws on one of them is in reserve, so that nobody passes above a better rank
 * because they ask for less. A dossier of another envelope goes on. Never more is paid than remains; an exact fit leaves
 * no partial line.
 */
export function waterline<Row extends Claim>(
  rows: readonly Row[],
  levels: readonly EnvelopeLevel[],
): Waterline<Row> {
  const shares = new Map(levels.map((level) => [level.id, freshShare(level)]));
  const closed = new Set<string>();
  const funded = { count: 0, amount: ZERO };
  let running = ZERO;
  const positions = rows.map((row): Position<Row> => {
    const { amount } = row;
    const own = row.envelopes.flatMap((id) => shares.get(id) ?? []);
    const unpaid = { row, paid: ZERO, running, short: null };
    if (amount === null) return { ...unpaid, situation: "not-retained" };
    if (row.held) return { ...unpaid, situation: "reserve" };
    const stopped = own.find(({ id }) => closed.has(id));
    if (stopped) return { ...unpaid, situation: "reserve", short: stopped.id };
    const lacking = own.filter(({ left }) => left < amount);
    const paid = least(amount, ...own.map(({ left }) => left));
    for (const share of own) {
      share.left = cents(share.left - paid);
      if (lacking.length > 0) share.partial = cents(share.partial + paid);
      else share.funded = cents(share.funded + paid);
    }
    running = cents(running + paid);
    if (lacking.length === 0) {
      funded.count += 1;
      funded.amount = cents(funded.amount + paid);
      return { row, situation: "funded", paid, running, short: null };
    }
    for (const { id } of lacking) closed.add(id);
    const short = leastLeft(lacking)?.id ?? null;
    return { row, situation: paid > 0 ? "partly" : "reserve", paid, running, short };
  });
  const envelopes = [...shares.values()];
  return { positions, funded, envelopes, tightest: leastLeft(envelopes) };
}

function freshShare(level: EnvelopeLevel): EnvelopeShare {
  const remaining = cents(Math.max(0, leftOf(level)));
  return {
    id: level.id,
    label: level.label,
    remaining,
    funded: ZERO,
    partial: ZERO,
    left: remaining,
  };
}

/** The one with the least left; the first of several. */
function leastLeft(shares: readonly EnvelopeShare[]): EnvelopeShare | null {
  return shares.reduce<EnvelopeShare | null>(
    (tight, share) => (tight === null || share.left < tight.left ? share : tight),
    null,
  );
}

/**
 * The first dossier of the reserve that freed credits reach, in full or in part: the reserve, in its order, comes after
 * all that is ranked. Null while the line leaves it nothing.
 */
export function nextOfReserve<Row extends Claim>(
  rows: readonly Row[],
  isInReserve: (row: Row) => boolean,
  levels: readonly EnvelopeLevel[],
): Position<Row> | null {
  const ranked = rows.filter((row) => !isInReserve(row));
  const reserve = rows.filter(isInReserve);
  const called = [...ranked, ...reserve].map((row) => ({
    ...row,
    source: row,
    held: row.held && !isInReserve(row),
  }));
  const { positions } = waterline(called, levels);
  const next = positions.slice(ranked.length).find(({ paid }) => paid > 0);
  return next ? { ...next, row: next.row.source } : null;
}

/** The sum of what is paid, by a key of the dossier, in the order of the labels. */
export function paidBy<Row>(
  positions: readonly Position<Row>[],
  labelOf: (row: Row) => string,
): { label: string; count: number; paid: Cents }[] {
  const groups = Map.groupBy(positions, ({ row }) => labelOf(row));
  return [...groups]
    .map(([label, own]) => ({
      label,
      count: own.filter(({ paid }) => paid > 0).length,
      paid: cents(own.reduce((total, { paid }) => total + paid, 0)),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "fr"));
}
