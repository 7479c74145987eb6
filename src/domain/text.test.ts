import { describe, expect, test } from "vitest";
import { name, of, text } from "./text";

describe("text", () => {
  test("is normalised, trimmed, with plain line feeds", () => {
    expect(text(20).parse(" e\u0301t\u00e9\r\nici ")).toBe("été\nici");
  });

  test.each(["a\u0000b", "a\u0007b", "a\u0085b", "\ud800", "a".repeat(21)])(
    "%j is refused with a sentence",
    (value) => {
      const result = text(20).safeParse(value);
      expect(result.success).toBe(false);
      expect(result.error?.issues[0]?.message).toMatch(/^Ce texte/);
    },
  );

  test("keeps tabs, line feeds and emoji", () => {
    expect(text(20).parse("a\tb\nc 🎒")).toBe("a\tb\nc 🎒");
  });
});

describe("name", () => {
  test.each(["a\nb", "a\u202Eb", "\u200Fa"])("%j is refused", (value) => {
    expect(name(20).safeParse(value).success).toBe(false);
  });
});

test.each([
  ["Claire Tanguy", "de Claire Tanguy"],
  ["Aïcha Morel", "d’Aïcha Morel"],
  ["Élise Wagner", "d’Élise Wagner"],
  ["Hugo Mercadier", "d’Hugo Mercadier"],
])("of %s", (name, words) => {
  expect(of(name)).toBe(words);
});
