import { describe, expect, test } from "vitest";
import { folded } from "@/domain/rights/names";
import { type Candidate, isFull, matchingSkills, proposedOrder } from "./jury-proposal";

const written = folded(
  "Une cartographie des crues, publiée en données ouvertes avec l’API du SIG.",
);

test.each([
  [["Cartographie"], ["Cartographie"]],
  [["données ouvertes", "marchés publics"], ["données ouvertes"]],
  [["crue"], []],
  [["API"], []],
  [[], []],
] as const)("skills %j: %j count", (skills, expected) => {
  expect(matchingSkills(skills, written)).toEqual(expected);
});

test.each([
  [0, null, false],
  [9, null, false],
  [5, 6, false],
  [6, 6, true],
  [7, 6, true],
] as const)("%i dossiers of %s: full %s", (load, capacity, full) => {
  expect(isFull({ load, capacity })).toBe(full);
});

describe("the order of proposal", () => {
  const one = (name: string, more: Partial<Candidate> = {}): Candidate => ({
    name,
    skills: [],
    load: 0,
    capacity: null,
    conflict: null,
    ...more,
  });
  const order = (...candidates: Candidate[]) =>
    proposedOrder(candidates, written).map(({ name }) => name);

  test("conflicts last, then the full, then skills, then load, then names", () => {
    expect(
      order(
        one("conflit", { conflict: "même ministère", skills: ["cartographie"] }),
        one("plein", { load: 3, capacity: 3, skills: ["cartographie"] }),
        one("Zoé", { load: 1 }),
        one("Élise", { load: 1 }),
        one("libre"),
        one("expert", { load: 5, skills: ["cartographie", "crues"] }),
        one("moins", { load: 2, skills: ["crues"] }),
      ),
    ).toEqual(["expert", "moins", "libre", "Élise", "Zoé", "plein", "conflit"]);
  });

  test("says which skills count, and forgets nobody", () => {
    const [first] = proposedOrder([one("a", { skills: ["crues", "paie"] })], written);
    expect(first?.matching).toEqual(["crues"]);
    expect(proposedOrder([], written)).toEqual([]);
  });
});
