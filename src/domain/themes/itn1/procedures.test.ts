import { describe, expect, it } from "vitest";
import {
  chosenProcedure,
  isProcedureAnswer,
  nearProcedures,
  procedureAnswer,
  procedureCode,
  UNKNOWN_PROCEDURE,
  unknownProcedure,
  withoutCode,
} from "./procedures";

const LIST = [
  { code: "D002", name: "Demander un passeport", ministry: "Intérieur" },
  { code: "D011", name: "Demander un certificat d’immatriculation", ministry: "Intérieur" },
  { code: "D019", name: "Déclarer ses revenus", ministry: "Finances" },
  { code: "D055", name: "Demander le revenu de solidarité active", ministry: "Solidarités" },
];

describe("the procedure an answer chooses", () => {
  it.each([
    ["Demander un passeport", "D002"],
    ["demander un PASSEPORT ", "D002"],
    ["declarer ses revenus", "D019"],
    ["Demander un certificat d'immatriculation", "D011"],
    ["d055", "D055"],
    ["[D055]", "D055"],
    ["Un ancien nom [D019]", "D019"],
  ])("%s is %s", (typed, code) => {
    expect(chosenProcedure(LIST, typed)?.code).toBe(code);
  });

  it.each(["", "passeport", "Demander un passeport [D999] et plus", "D9", "[]"])(
    "%j is none",
    (typed) => {
      expect(chosenProcedure(LIST, typed)).toBeNull();
    },
  );

  it("is kept with its code, which reads back", () => {
    const answer = procedureAnswer({ code: "D002", name: "Demander un passeport" });
    expect(answer).toBe("Demander un passeport [D002]");
    expect(procedureCode(answer)).toBe("D002");
    expect(withoutCode(answer)).toBe("Demander un passeport");
    expect(chosenProcedure(LIST, answer)?.code).toBe("D002");
  });

  it("may be off the list when its author says so", () => {
    expect(isProcedureAnswer("Demander un passeport [D002]")).toBe(true);
    expect(isProcedureAnswer("hors liste : déclarer un élevage")).toBe(true);
    expect(isProcedureAnswer("Hors liste\u00A0: déclarer un élevage")).toBe(true);
    for (const typed of ["hors liste", "hors liste :", "Demander un passeport", "RSA (RSA)"]) {
      expect(isProcedureAnswer(typed)).toBe(false);
    }
  });
});

describe("a name the list does not hold", () => {
  it.each([
    ["passeport", "D002"],
    ["pasport", "D002"],
    ["déclaration de revenus", "D019"],
    ["imatriculation", "D011"],
    ["revenu solidarité", "D055"],
  ])("%s comes near %s", (typed, code) => {
    expect(nearProcedures(LIST, typed)[0]?.code).toBe(code);
  });

  it("comes near nothing when no word is like it", () => {
    expect(nearProcedures(LIST, "xylophone")).toEqual([]);
    expect(nearProcedures(LIST, "")).toEqual([]);
    expect(unknownProcedure([])).toBe(UNKNOWN_PROCEDURE);
  });

  it("is told with the nearest names", () => {
    const sentence = unknownProcedure(nearProcedures(LIST, "pasport"));
    expect(sentence).toMatch(/Les plus proches\u00A0: «\u00A0Demander un passeport\u00A0».*\.$/);
  });
});
