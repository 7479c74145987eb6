import { describe, expect, test } from "vitest";
import { textDiff } from "./text-diff";

const join = (parts: ReturnType<typeof textDiff>, kinds: string[]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("");

describe("the comparison of two versions", () => {
  test.each([
    ["Un délai de 12 mois", "Un délai de 9 mois"],
    ["", "Écrit d’un coup"],
    ["Effacé", ""],
    ["L’été à l’hôpital", "L’hiver à l’hôpital,\nen Île-de-France"],
    ["même", "même"],
  ])("%j then %j: both are whole in it", (before, after) => {
    const parts = textDiff(before, after);
    expect(join(parts, ["same", "removed"])).toBe(before);
    expect(join(parts, ["same", "added"])).toBe(after);
  });

  test("names the words that changed", () => {
    expect(textDiff("Un délai de 12 mois", "Un délai de 9 mois")).toEqual([
      { kind: "same", text: "Un délai de " },
      { kind: "removed", text: "12" },
      { kind: "added", text: "9" },
      { kind: "same", text: " mois" },
    ]);
  });

  test("two long texts without anything in common are shown whole", () => {
    const long = (word: string) =>
      Array.from({ length: 4000 }, (_, index) => `${word}${index}`).join(" ");
    const parts = textDiff(long("avant"), long("après"));
    expect(join(parts, ["same", "removed"])).toBe(long("avant"));
    expect(join(parts, ["same", "added"])).toBe(long("après"));
  });
});
