import { expect, test } from "vitest";
import { heardInSitting, heardWords } from "./heard";

test.each([
  ["2021-01-19T00:00:00+01:00", "19\u00A0janvier\u00A02021", "le 19\u00A0janvier\u00A02021"],
  [
    "2021-01-19T10:42:00+01:00",
    "19\u00A0janvier\u00A02021 à 10\u00A0h\u00A042 (heure de Paris)",
    "à 10\u00A0h\u00A042",
  ],
  // A second after midnight was recorded as it happened.
  [
    "2021-01-19T00:00:01+01:00",
    "19\u00A0janvier\u00A02021 à 0\u00A0h\u00A000 (heure de Paris)",
    "à 0\u00A0h\u00A000",
  ],
])("heard at %s is %j, %j in the sitting", (instant, words, inSitting) => {
  expect(heardWords(new Date(instant))).toBe(words);
  expect(heardInSitting(new Date(instant))).toBe(inSitting);
});
