import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuditFact, auditText, canonical, firstBrokenLine, type Json } from "./canonical";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

function chainOf(facts: { action: string; value: Json }[]) {
  const lines: (AuditFact & { hash: string })[] = [];
  for (const { action, value } of facts) {
    const line: AuditFact = {
      chain: "dossier:1",
      sequence: lines.length + 1,
      at: "2021-01-20T09:00:00.000Z",
      actorId: null,
      action,
      facts: { value },
      previousHash: lines.at(-1)?.hash ?? "",
    };
    lines.push({ ...line, hash: sha256(auditText(line)) });
  }
  return lines;
}

const facts = fc.array(fc.record({ action: fc.string(), value: json }), {
  minLength: 1,
  maxLength: 8,
});

describe("canonical text", () => {
  test("does not depend on the order of keys and survives JSON", () => {
    expect(canonical({ b: 1, a: [true, null] })).toBe('{"a":[true,null],"b":1}');
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
      }),
    );
  });
});

describe("audit chain", () => {
  test("an untouched chain holds", () => {
    fc.assert(
      fc.property(facts, (list) => {
        expect(firstBrokenLine(chainOf(list), sha256)).toBeNull();
      }),
    );
  });

  test("a changed, removed, swapped or invented line is found", () => {
    fc.assert(
      fc.property(facts, fc.nat(), (list, seed) => {
        const index = seed % list.length;
        const changed = chainOf(list);
        const line = changed[index];
        if (!line) throw new Error("no line");
        changed[index] = { ...line, action: `${line.action}!` };
        expect(firstBrokenLine(changed, sha256)).toBe(index + 1);

        const removed = chainOf(list).filter((_, position) => position !== index);
        const wasLast = index === list.length - 1;
        expect(firstBrokenLine(removed, sha256) === null).toBe(wasLast);
      }),
    );
  });
});
