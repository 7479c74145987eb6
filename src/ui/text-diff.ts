import { diffWordsWithSpace } from "diff";

/** A piece of a comparison, in reading order. */
export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Milliseconds a comparison may take: two long texts without a common word are shown whole, one after the other. */
const LONGEST = 300;

/** What changed from a text to another, word by word. */
export function textDiff(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { timeout: LONGEST });
  if (!changes) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
