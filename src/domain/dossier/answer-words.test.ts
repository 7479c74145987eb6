import { describe, expect, test } from "vitest";
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
