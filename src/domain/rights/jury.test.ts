import { expect, test } from "vitest";
import { hindrance, type Seat } from "./jury";

const seat: Seat = { membership: "accepted", hasRole: true, declaredOn: "2021-01-04" };

test.each([
  ["a member who has all", {}, null],
  ["never invited", { membership: null }, "la personne n’est pas invitée au jury de ce thème"],
  ["invited", { membership: "invited" }, "l’invitation attend sa réponse"],
  ["declined", { membership: "declined" }, "la personne a décliné l’invitation"],
  ["ended", { membership: "ended", hasRole: false }, "son mandat est terminé"],
  ["without the role", { hasRole: false }, "le rôle de membre du jury manque ou a pris fin"],
  ["without declaration", { declaredOn: null }, "aucune déclaration d’intérêts"],
  [
    "with a declaration of a year ago",
    { declaredOn: "2020-01-20" },
    "déclaration d’intérêts du 20\u00A0janvier\u00A02020, à renouveler (plus de 12 mois)",
  ],
  ["with a declaration of a day less", { declaredOn: "2020-01-21" }, null],
] as const)("%s", (_, more, expected) => {
  expect(hindrance({ ...seat, ...more }, "2021-01-20")).toBe(expected);
});
