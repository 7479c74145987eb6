/**
 * A document as its parts, in reading order: what its page and its PDF both lay out, so that they say the same. Texts
 * are plain; levels begin under the title of the document.
 */
export type DocumentBlock =
  | { kind: "heading"; level: 2 | 3; text: string }
  /** Paragraphs are kept as typed. */
  | { kind: "text"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; rows: readonly { label: string; value: string }[] }
  | {
      kind: "table";
      caption: string;
      columns: readonly string[];
      rows: readonly (readonly string[])[];
    }
  /** SHA-256 in hexadecimal: shown in groups, so that two can be compared by eye. */
  | { kind: "fingerprint"; value: string };

export const heading = (level: 2 | 3, text: string): DocumentBlock => ({
  kind: "heading",
  level,
  text,
});
export const paragraph = (text: string): DocumentBlock => ({ kind: "text", text });
export const facts = (rows: readonly { label: string; value: string }[]): DocumentBlock => ({
  kind: "facts",
  rows,
});

/** A list, or nothing when it is empty. */
export const list = (items: readonly string[]): DocumentBlock[] =>
  items.length > 0 ? [{ kind: "list", items }] : [];

/** A fingerprint in groups of eight. */
export function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,8}/g)?.join(" ") ?? fingerprint;
}

/** A fingerprint typed or pasted, in groups or not; null when it is none. */
export function typedFingerprint(text: string): string | null {
  const found = text.replace(/\s+/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(found) ? found : null;
}
