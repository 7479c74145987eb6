import { expect, test } from "vitest";
import { DECISION_MOTIVES, explains, MOTIVE_CODES, motiveLabel } from "./motives";

const DECIDED = ["accepted", "refused", "to-be-presented-again"] as const;

test("each outcome that is decided has several motives, and another reason", () => {
  for (const outcome of DECIDED) {
    const codes = MOTIVE_CODES.filter((code) => explains(code, outcome));
    expect(codes.length, outcome).toBeGreaterThan(2);
    expect(codes).toContain("other");
  }
});

test.each([
  ["meets-criteria", "accepted", true],
  ["meets-criteria", "refused", false],
  ["envelope-spent", "refused", true],
  ["envelope-spent", "to-be-presented-again", false],
  ["weak-impact", "to-be-presented-again", true],
  ["weak-impact", "accepted", false],
  ["other", "set-aside", false],
] as const)("%s explains %s: %s", (code, outcome, expected) => {
  expect(explains(code, outcome)).toBe(expected);
});

test("codes are unique, and have words; a code of another version has none", () => {
  expect(new Set(MOTIVE_CODES).size).toBe(DECISION_MOTIVES.length);
  for (const code of MOTIVE_CODES) expect(motiveLabel(code)).not.toBeNull();
  expect(motiveLabel("unknown")).toBeNull();
  expect(motiveLabel(null)).toBeNull();
});
