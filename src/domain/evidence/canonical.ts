/** What JSON can hold exactly: facts, filed contents, payloads. Amounts are integers or decimal strings. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * One text for one value, whatever the order in which its keys were written: keys sorted by UTF-16 units, no spaces.
 * Fingerprints are taken on it, so that a value read back from the database gives the same one.
 */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** A line of the audit log without its hash. `at` is an ISO instant. */
export interface AuditFact {
  chain: string;
  sequence: number;
  at: string;
  actorId: string | null;
  action: string;
  facts: JsonObject;
  previousHash: string;
}

/** The text a line's hash is taken on: it holds the previous hash, so that no line can be changed, moved or removed. */
export function auditText(line: AuditFact): string {
  return canonical({ ...line });
}

/**
 * Walks a chain in order. Returns the sequence of the first line that does not hold, or null when the whole chain
 * does. `hash` is SHA-256 in hexadecimal.
 */
export function firstBrokenLine(
  lines: readonly (AuditFact & { hash: string })[],
  hash: (text: string) => string,
): number | null {
  let previousHash = "";
  for (const [index, { hash: stored, ...line }] of lines.entries()) {
    const holds =
      line.sequence === index + 1 &&
      line.previousHash === previousHash &&
      hash(auditText(line)) === stored;
    if (!holds) return line.sequence;
    previousHash = stored;
  }
  return null;
}
