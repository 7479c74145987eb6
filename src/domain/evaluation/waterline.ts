import { type Cents, cents, ZERO } from "@/domain/money";

/** Where a dossier stands against the money left. `not-retained`: proposed for refusal or a new presentation. */
export type Situation = "funded" | "partly" | "reserve" | "not-retained";

export const SITUATION_LABELS: Record<Situation, string> = {
  funded: "Financé",
  partly: "En partie",
  reserve: "En réserve",
  "not-retained": "Non retenu",
};

/** A dossier in rank order, with what it would receive; null when it is not proposed for funding. */
export interface Claim {
  amount: Cents | null;
}

export interface Position<Row> {
  row: Row;
  situation: Situation;
  /** What the envelope pays if the line is applied as it stands. */
  paid: Cents;
  /** Sum of what is paid down to this dossier, it included. */
  running: Cents;
}

export interface Waterline<Row> {
  positions: Position<Row>[];
  /** Dossiers paid in full, their sum, and what is left of the envelope after them. */
  funded: { count: number; amount: Cents };
  left: Cents;
}

/**
 * Walks the dossiers in rank order against what remains of the envelope. Each is paid in full while it fits; the first
 * that does not is shown as paid in part with what is left, and every one after it is in reserve: nobody passes above a
 * better rank because they ask for less. Never more is paid than `remaining`; an exact fit leaves no partial line.
 */
export function waterline<Row extends Claim>(
  rows: readonly Row[],
  remaining: Cents,
): Waterline<Row> {
  let left = remaining < 0 ? ZERO : remaining;
  let running = ZERO;
  let reached = false;
  const funded = { count: 0, amount: ZERO };
  const positions = rows.map((row): Position<Row> => {
    const { amount } = row;
    if (amount === null) return { row, situation: "not-retained", paid: ZERO, running };
    if (reached) return { row, situation: "reserve", paid: ZERO, running };
    if (amount <= left) {
      left = cents(left - amount);
      running = cents(running + amount);
      funded.count += 1;
      funded.amount = running;
      return { row, situation: "funded", paid: amount, running };
    }
    reached = true;
    const paid = left;
    running = cents(running + paid);
    return { row, situation: paid > 0 ? "partly" : "reserve", paid, running };
  });
  return { positions, funded, left };
}
