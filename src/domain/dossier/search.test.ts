import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchTerms } from "./search";

describe("searchTerms", () => {
  test.each([
    ["", "", ""],
    ["  \t ", "", ""],
    ["amiante toitures", "amiante:* & toitures:*", ""],
    ["  L’eau, d'un étang ", "L & eau:* & d & un & étang:*", ""],
    ["rendez-vous", "rendez:* & vous:*", ""],
    ["2021-000421", "", "'2021-000421'"],
    ["2021-421", "", "'2021-000421'"],
    ["421", "421", ""],
    ["000421", "421", ""],
    ["0", "0", ""],
    ["crue 2020-000004 campings", "crue:* & campings:*", "'2020-000004'"],
    ["SNAP2A-2021-12", "SNAP2A:* & 2021 & 12", ""],
    ["a & b | !c <-> (d) :* 'e' \\", "a & b & c & d & e", ""],
    ["100 %_", "100", ""],
  ])("%j", (typed, words, numbers) => {
    expect(searchTerms(typed)).toEqual({ words, numbers });
  });

  test("keeps a bounded number of words of a bounded text", () => {
    expect(searchTerms("mot ".repeat(100)).words.split(" & ")).toHaveLength(12);
    expect(searchTerms(`${" ".repeat(100)}mot`).words).toBe("");
  });

  test("whatever is typed, only words, their prefix mark and the operator between them come out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        const { words, numbers } = searchTerms(typed);
        for (const each of words.split(" & ").filter(Boolean)) {
          expect(each).toMatch(/^[\p{L}\p{M}\p{N}]+(?::\*)?$/u);
        }
        expect(numbers).toMatch(/^(?:'\d{4}-\d{6,9}'(?: & '\d{4}-\d{6,9}')*)?$/);
      }),
    );
  });
});
