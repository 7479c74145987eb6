/** Units of the drawings: the width of a phone, so that their texts stay readable there. */
export const CHART_WIDTH = 360;

/** The length of a value on an axis that ends at `max`; nothing where there is nothing to measure. */
export function lengthOf(value: number, max: number, length: number): number {
  if (max <= 0) return 0;
  return Math.round((Math.min(Math.max(value, 0), max) / max) * length * 100) / 100;
}

/** The parts of a whole side by side: where each begins and how long it is. Negative parts count for nothing. */
export function placed(
  values: readonly number[],
  length: number,
): { start: number; length: number }[] {
  const kept = values.map((value) => Math.max(value, 0));
  const whole = kept.reduce((total, value) => total + value, 0);
  let before = 0;
  return kept.map((value) => {
    const start = lengthOf(before, whole, length);
    before += value;
    return { start, length: Math.round((lengthOf(before, whole, length) - start) * 100) / 100 };
  });
}

/** The bounds of an axis of values: nothing is always on it. */
export function bounds(values: readonly (number | null)[]): { min: number; max: number } {
  const known = values.filter((value) => value !== null);
  return { min: Math.min(0, ...known), max: Math.max(0, ...known) };
}

/** A label cut in lines of so many characters at most, between its words. */
export function wrapped(label: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
