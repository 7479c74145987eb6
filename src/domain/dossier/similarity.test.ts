import { describe, expect, test } from "vitest";
import { CLOSE_TITLE, isAlike, likenessWords, type SharedWord } from "./similarity";

const word = (text: string, inTitle = true, inOtherTitle = true): SharedWord => ({
  word: text,
  inTitle,
  inOtherTitle,
});
const words = (count: number, inTitle: boolean, inOtherTitle: boolean) =>
  Array.from({ length: count }, (_, index) => word(`mot${index}`, inTitle, inOtherTitle));

describe("whether two dossiers are brought together", () => {
  test.each([
    ["nothing in common", 0, [], false],
    ["titles just short of close", CLOSE_TITLE - 0.01, [], false],
    ["close titles", CLOSE_TITLE, [], true],
    ["one word in both titles", 0, words(1, true, true), false],
    ["two words in both titles", 0, words(2, true, true), true],
    ["two words of one title alone", 0, words(2, true, false), false],
    ["four words anywhere", 0, words(4, false, false), false],
    ["five words anywhere", 0, words(5, false, false), true],
  ] as const)("%s", (_, title, shared, alike) => {
    expect(isAlike({ title, words: shared })).toBe(alike);
  });
});

describe("why", () => {
  const shared = [word("Amiante"), word("Toiture", true, false), word("drone", false, false)];

  test("of a dossier one reads in full, every word; at most six", () => {
    expect(likenessWords({ title: 0.5, words: shared }, true)).toBe(
      "titre proche\u202F; mots communs\u00A0: amiante, toiture, drone",
    );
    expect(likenessWords({ title: 0, words: words(9, true, true) }, true)).toMatch(
      /^mots communs\u00A0: mot0, mot1, mot2, mot3, mot4, mot5$/,
    );
  });

  test("of another theme's, no word of its summary", () => {
    expect(likenessWords({ title: 0, words: shared }, false)).toBe("mots communs\u00A0: amiante");
    expect(likenessWords({ title: 0, words: shared.slice(1) }, false)).toBe("résumé proche");
    expect(likenessWords({ title: 0.6, words: shared.slice(1) }, false)).toBe("titre proche");
  });
});
