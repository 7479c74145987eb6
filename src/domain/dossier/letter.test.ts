import { expect, test } from "vitest";
import { writtenLines } from "./letter";

test.each([
  ["", []],
  ["\n  \n", []],
  ["Une équipe en place", ["Une équipe en place"]],
  ["- Une équipe\n– Un besoin\n• Un calendrier", ["Une équipe", "Un besoin", "Un calendrier"]],
  ["Un budget de 2020-2021\n-2 % de coût", ["Un budget de 2020-2021", "-2 % de coût"]],
])("%j is read as %j", (text, lines) => {
  expect(writtenLines(text)).toEqual(lines);
});
