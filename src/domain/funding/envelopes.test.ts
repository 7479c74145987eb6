import { expect, test } from "vitest";
import { euros } from "@/domain/money";
import { type EnvelopeChain, envelopeExceeded, leftOf, tightest } from "./envelopes";

const level = (label: string, total: number, committed: number) => ({
  id: label,
  label,
  total: euros(total),
  committed: euros(committed),
});

test.each<[string, EnvelopeChain, string, number]>([
  ["the only one", [level("ITN3", 10, 4)], "ITN3", 6],
  ["the session, smaller", [level("Séance", 3, 0), level("ITN3", 10, 4)], "Séance", 3],
  ["the theme, nearly spent", [level("Séance", 3, 0), level("ITN3", 10, 8)], "ITN3", 2],
  ["the top", [level("S", 9, 0), level("ITN3", 9, 0), level("BOP", 99, 98)], "BOP", 1],
  ["the nearest of two with as much left", [level("S", 5, 0), level("ITN3", 9, 4)], "S", 5],
])("the tightest envelope is %s", (_, chain, label, left) => {
  expect(tightest(chain).label).toBe(label);
  expect(leftOf(tightest(chain))).toBe(euros(left));
});

test("the refusal gives both amounts and the way on, and names the level where there are several", () => {
  const sentence =
    "Enveloppe insuffisante\u00A0: il reste 6,00\u00A0€ pour 7,00\u00A0€ proposés. Réduisez le montant ou mettez le dossier en réserve.";
  expect(envelopeExceeded([level("ITN3", 10, 4)], euros(7))).toMatchObject({
    code: "envelope-exceeded",
    message: sentence,
    fields: [{ path: "amount", message: sentence }],
  });
  expect(
    envelopeExceeded([level("ITN3", 10, 4), level("BOP DINUM", 100, 0)], euros(7)).message,
  ).toBe(`${sentence} Enveloppe la plus serrée\u00A0: ITN3.`);
});
