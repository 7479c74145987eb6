import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExtractCells, readExtractLine } from "./extract";

const GOOD: ExtractCells = {
  unit: "0363-int-uo1",
  type: "EJ",
  piece: "2100034567",
  item: "10",
  year: "2021",
  number: "2021-000421",
  amount: "12 500,50",
  day: "15/01/2021",
  label: "Bon de commande",
};
const read = (change: Partial<ExtractCells>) =>
  readExtractLine({ ...GOOD, ...change }, "2021-01-20");

test("a line is a fact, named by its piece, its item, its year and its unit", () => {
  expect(read({})).toEqual({
    fact: {
      key: "EJ|2021|2100034567|10|0363-INT-UO1",
      kind: "commitment",
      unit: "0363-INT-UO1",
      number: "2021-000421",
      ae: 1_250_050,
      cp: 0,
      reference: "2100034567/10",
      label: "Bon de commande",
      day: "2021-01-15",
    },
  });
  expect(read({ type: " dp " })).toMatchObject({ fact: { kind: "payment", ae: 0, cp: 1_250_050 } });
});

test.each([
  ["12500.5", 1_250_050],
  ["12\u202F500,50\u00A0€", 1_250_050],
  ["-300,00", -30_000],
  ["\u2212300", -30_000],
  ["300,00-", -30_000],
  ["0,01", 1],
])("the amount %s", (amount, ae) => {
  expect(read({ amount })).toMatchObject({ fact: { ae } });
});

test.each([
  [{ amount: "" }, "montant"],
  [{ amount: "0,00" }, "différent de zéro"],
  [{ amount: "12,505" }, "montant"],
  [{ amount: "-300-" }, "montant"],
  [{ amount: "=1+1" }, "montant"],
  [{ amount: "1e9" }, "montant"],
  [{ amount: "99999999999999" }, "montant"],
  [{ type: "XX" }, "EJ"],
  [{ piece: " " }, "pièce"],
  [{ piece: "1".repeat(31) }, "30 caractères"],
  [{ item: "" }, "poste"],
  [{ year: "21" }, "exercice"],
  [{ number: "421" }, "numéro de dossier"],
  [{ day: "31/02/2021" }, "n’existe pas"],
  [{ day: "2021-13-01" }, "n’existe pas"],
  [{ day: "21/01/2021" }, "avenir"],
  [{ unit: "" }, "centre financier"],
  [{ label: "x".repeat(201) }, "libellé"],
  [{ label: "\u0000" }, "caractère invisible"],
] as const)("%o is refused: %s", (change, word) => {
  const result = read(change);
  expect("reason" in result ? result.reason.toLowerCase() : "read").toContain(word.toLowerCase());
});

test("today is not the future", () => {
  expect(read({ day: "20/01/2021" })).toHaveProperty("fact");
});

describe("whatever is written", () => {
  test("a line is read or told in a sentence, never thrown", () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(Object.keys(GOOD).map((key) => [key, fc.string({ unit: "binary" })])),
        ),
        (written) => {
          const result = read(written as Partial<ExtractCells>);
          expect("fact" in result || result.reason.length > 10).toBe(true);
        },
      ),
    );
  });
});
