import { describe, expect, test } from "vitest";
import { typedSitesSchema } from "@/domain/dossier/sites";
import { formByTheme } from "@/domain/themes/forms";
import { SAMPLES } from "@/domain/themes/samples";
import { fieldLabel, historyFields, revisionText } from "./answer-words";

describe("a version in words", () => {
  const form = formByTheme("SNAP4");
  if (!form) throw new Error("SNAP4 has a form");

  test("a plan and phases are one line per row", () => {
    const { lines, typed = {} } = SAMPLES.SNAP4;
    expect(revisionText(form, "plan", lines).split("\n")).toHaveLength(lines.length);
    expect(revisionText(form, "phases", typed.phases)).toMatch(/^1\. .*\n {3}Jalon\u00A0: /);
  });

  test("sites, co-financers and cadences are read in the words of their fields", () => {
    const snap1 = formByTheme("SNAP1");
    if (!snap1) throw new Error("SNAP1 has a form");
    const [site] = typedSitesSchema.parse(SAMPLES.SNAP1.typed?.sites);
    expect(revisionText(snap1, "sites", [site])).toMatch(/Fibre optique, Rural ou peu dense, Non$/);
    const region = { name: "Région", typedAmount: "20 000", certainty: "acquired" };
    expect(revisionText(snap1, "coFinancers", [region])).toBe("1. Région, 20 000, Acquis");
    expect(revisionText(form, "phases", SAMPLES.SNAP4.typed?.phases)).toContain("Chaque mois");
  });

  test("a choice is its label, a text itself, anything unreadable nothing", () => {
    expect(revisionText(form, "title", "Messagerie")).toBe("Messagerie");
    expect(revisionText(form, "plan", "inattendu")).toBe("");
    expect(revisionText(form, "title", { inattendu: true })).toBe("");
  });

  test("every field of the history has a name of its own form", () => {
    for (const { value, label } of historyFields(form)) {
      expect(fieldLabel(form, value)).toBe(label);
      expect(label).not.toMatch(/autre version/);
    }
  });
});
