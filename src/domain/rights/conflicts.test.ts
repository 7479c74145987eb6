import { describe, expect, test } from "vitest";
import type { Day } from "@/domain/calendar";
import type { ActorOrganisation, OrganisationKind } from "./actor";
import {
  type CarrierOrganisation,
  CONFLICT_GROUNDS,
  CONFLICT_WORDS,
  conflictGrounds,
  type DeclaredLink,
  groundWords,
  isDeclarationValid,
  isRecent,
  type Judge,
  type Stakeholders,
} from "./conflicts";
import { folded } from "./names";

const TODAY: Day = "2021-01-20";

function organisation(
  id: string,
  ministryId: string | null,
  kind: OrganisationKind = "central-administration",
): ActorOrganisation & CarrierOrganisation {
  return { id, kind, name: `Organisation ${id}`, ministryId };
}

function judge(more: Partial<Judge> = {}): Judge {
  const own = organisation("dir-a", "m1");
  return { agentId: "juror", name: "Ada Martin", organisation: own, links: [], ...more };
}

function dossier(more: Partial<Stakeholders> = {}): Stakeholders {
  return { carriers: [organisation("x", "m2")], team: [], written: "", ...more };
}

const link = (more: Partial<DeclaredLink> = {}): DeclaredLink => ({
  nature: "contract",
  organisation: null,
  name: "Organisation x",
  endedOn: null,
  ...more,
});

describe("organisation, ministry, supervised operators", () => {
  const ministry = organisation("m1", null, "ministry");
  const operator = organisation("op", "m1", "state-operator");
  const laboratory = organisation("lab", "m1", "public-laboratory");
  const own = organisation("dir-a", "m1");

  test.each([
    ["the carrier's own organisation", own, [own], ["same-organisation"]],
    ["another service of the ministry", own, [organisation("dir-b", "m1")], ["same-ministry"]],
    [
      "a co-carrier of the ministry",
      own,
      [organisation("x", "m2"), organisation("dir-b", "m1")],
      ["same-ministry"],
    ],
    ["the ministry itself as carrier", own, [ministry], ["same-ministry"]],
    ["the ministry's own office", ministry, [organisation("dir-b", "m1")], ["same-ministry"]],
    ["the ministry itself, both", ministry, [ministry], ["same-organisation"]],
    ["an operator of the juror's ministry", own, [operator], ["supervised-operator"]],
    ["a laboratory of the juror's ministry", own, [laboratory], ["supervised-operator"]],
    ["a juror of the ministry's operator", operator, [own], ["supervised-operator"]],
    ["two operators of one ministry", operator, [laboratory], ["supervised-operator"]],
    ["the ministry above the operator", ministry, [operator], ["supervised-operator"]],
    [
      "both at once, the plainest first",
      own,
      [operator, own],
      ["same-organisation", "supervised-operator"],
    ],
    ["another ministry", own, [organisation("x", "m2")], []],
    ["an operator of another ministry", own, [organisation("op2", "m2", "state-operator")], []],
    ["a local authority, of no ministry", own, [organisation("town", null, "local-authority")], []],
    [
      "two organisations without ministry",
      organisation("t1", null, "local-authority"),
      [organisation("t2", null, "local-authority")],
      [],
    ],
    ["a juror without organisation", null, [own], []],
  ] as const)("%s", (_, of, carriers, grounds) => {
    expect(conflictGrounds(judge({ organisation: of }), dossier({ carriers }), TODAY)).toEqual(
      grounds,
    );
  });
});

describe("declared links", () => {
  const known = (id: string, kind: OrganisationKind = "central-administration") => ({ id, kind });

  test.each([
    ["with the carrier", link({ organisation: known("x") }), true],
    ["with the ministry above it", link({ organisation: known("m2", "ministry") }), true],
    ["with another service of that ministry", link({ organisation: known("y"), name: "Y" }), false],
    ["with another ministry", link({ organisation: known("m3", "ministry"), name: "M3" }), false],
    ["with a body of the carrier's name", link({ name: "ORGANISATION  X" }), true],
    ["with another body", link({ name: "Organisation z" }), false],
    ["still going on, ending tomorrow", link({ endedOn: "2021-01-21" }), true],
    ["ended a day less than three years ago", link({ endedOn: "2018-01-21" }), true],
    ["ended three years ago to the day", link({ endedOn: "2018-01-20" }), false],
    ["ended long ago", link({ organisation: known("x"), endedOn: "2010-06-30" }), false],
  ] as const)("%s: %s", (_, declared, isConflict) => {
    expect(conflictGrounds(judge({ links: [declared] }), dossier(), TODAY)).toEqual(
      isConflict ? ["declared-link"] : [],
    );
  });

  test("a leap day three years later is the last of February", () => {
    expect(isRecent({ endedOn: "2016-02-29" }, "2019-02-27")).toBe(true);
    expect(isRecent({ endedOn: "2016-02-29" }, "2019-02-28")).toBe(false);
  });
});

describe("people named in the dossier", () => {
  const team = [{ agentId: "carrier", name: "Bastien Larrieu" }];
  const written = folded(
    "Le projet est porté par Mme LE BIHAN Gwenaël, avec Atos et l’IGN. Zoé Œuvrard suit.",
  );
  const named = (more: Partial<DeclaredLink>) =>
    conflictGrounds(
      judge({ links: [link({ nature: "relative", ...more })] }),
      dossier({ team, written }),
      TODAY,
    );

  test.each([
    ["a relative in the team", { name: "Larrieu Bastien" }, true],
    ["a relative named in the answers, in the other order", { name: "Gwenaël Le Bihan" }, true],
    ["with a title and without accents", { name: "Mme Gwenael LE-BIHAN" }, true],
    ["a ligature", { name: "Zoe Oeuvrard" }, true],
    ["a relative by the family name alone", { name: "Bihan" }, false],
    ["a relative named nowhere", { name: "Nadia Benali" }, false],
    ["a part of a longer word", { name: "Zoé Œuvrar" }, false],
    ["a company named in the answers", { nature: "contract", name: "Atos" }, true],
    ["a company of three letters", { nature: "contract", name: "IGN" }, false],
    ["a relative of one word", { name: "Atos" }, false],
    ["a link ended long ago", { name: "Bastien Larrieu", endedOn: "2015-01-01" }, false],
  ] as const)("%s", (_, declared, isNamed) => {
    expect(named(declared)).toEqual(isNamed ? ["named-person"] : []);
  });

  test("the judge themselves, by account or by name", () => {
    const own = [{ agentId: "juror", name: "Ada Martin" }];
    expect(conflictGrounds(judge(), dossier({ team: own }), TODAY)).toEqual(["dossier-team"]);
    expect(
      conflictGrounds(judge(), dossier({ written: folded("Contact : Martin, Ada") }), TODAY),
    ).toEqual(["named-person"]);
    const homonym = [{ agentId: "another", name: "Ada MARTIN" }];
    expect(conflictGrounds(judge(), dossier({ team: homonym }), TODAY)).toEqual(["named-person"]);
  });
});

test("a ground is told in words, the reason of a person as they wrote it", () => {
  for (const ground of CONFLICT_GROUNDS) expect(groundWords(ground)).toBe(CONFLICT_WORDS[ground]);
  expect(groundWords("A conseillé le porteur.")).toBe("A conseillé le porteur.");
});

test.each([
  [null, false],
  ["2020-01-19", false],
  ["2020-01-20", false],
  ["2020-01-21", true],
  ["2021-01-20", true],
] as const)("a declaration of %s counts on 20 January 2021: %s", (declaredOn, counts) => {
  expect(isDeclarationValid(declaredOn, TODAY)).toBe(counts);
});
