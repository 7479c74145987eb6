"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A list that does not move under its reader: what changes elsewhere waits until they ask for it, what they did
 * themselves (`mine` raised) is shown at once.
 */
export function useHeld<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  mine: number,
): { shown: readonly Row[]; changes: number; show: () => void } {
  const [shown, setShown] = useState(rows);
  const latest = useRef(rows);
  latest.current = rows;

  const acts = useRef(mine);
  useEffect(() => {
    if (acts.current === mine) return;
    acts.current = mine;
    setShown(latest.current);
  }, [mine]);

  return { shown, changes: changesBetween(shown, rows, keyOf), show: () => setShown(rows) };
}

/** Rows that came, left, changed or moved. */
function changesBetween<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): number {
  const texts = new Map(
    before.map((row, index) => [keyOf(row), `${index} ${JSON.stringify(row)}`]),
  );
  const changed = after.filter(
    (row, index) => texts.get(keyOf(row)) !== `${index} ${JSON.stringify(row)}`,
  );
  const kept = new Set(after.map(keyOf));
  const gone = before.filter((row) => !kept.has(keyOf(row)));
  return changed.length + gone.length;
}
