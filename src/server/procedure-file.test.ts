import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readProcedureFile } from "./procedure-file";

describe("a file of procedures", () => {
  test("the list shipped reads, every code and name once", () => {
    const text = readFileSync("prisma/reference/observatory-procedures.csv", "utf8");
    const { procedures, errors } = readProcedureFile(text);
    expect(errors).toEqual([]);
    expect(procedures.length).toBeGreaterThan(60);
    expect(procedures).toContainEqual({
      code: "D012",
      name: "Déclarer la cession d’un véhicule",
      ministry: "Ministère de l’Intérieur",
    });
  });

  test.each([
    ["semicolons", "code;nom;ministère\nA1;Demander un acte;Ministère de la Justice\n"],
    ["tabs, no headings", "A1\tDemander un acte\tMinistère de la Justice"],
    ["commas, quotes, a mark", '\uFEFFA1,"Demander un acte","Ministère de la Justice"\r\n'],
  ])("reads %s", (_what, text) => {
    expect(readProcedureFile(text)).toEqual({
      procedures: [{ code: "A1", name: "Demander un acte", ministry: "Ministère de la Justice" }],
      errors: [],
    });
  });

  test("says each wrong line by its number, and gives nothing", () => {
    const text = [
      "# a comment",
      "code;nom;ministère",
      "A1;Demander un acte;Ministère de la Justice",
      "",
      "é2;Demander un visa;Ministère de la Justice",
      "A3;Nom [entre crochets];Ministère de la Justice",
      "A4;Demander un visa",
      "a1;Autre démarche;Ministère de la Justice",
      "A5;demander un ACTE;Ministère de la Justice",
    ].join("\n");
    const { procedures, errors } = readProcedureFile(text);
    expect(procedures).toEqual([]);
    expect(errors.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9]);
    expect(errors.at(-1)?.message).toContain("ligne 3");
    for (const { message } of errors) expect(message).toMatch(/^[A-ZÉ].*\.$/);
  });

  test.each([
    ["nothing", "", /aucune démarche/],
    ["an open quote", 'A1;"Demander un acte;Ministère\n', /guillemet/],
  ])("with %s is refused with a sentence", (_what, text, sentence) => {
    expect(readProcedureFile(text).errors[0]?.message).toMatch(sentence);
  });
});
