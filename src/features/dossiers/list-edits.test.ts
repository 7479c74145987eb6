import { expect, test } from "vitest";
import { blankCoFinancer, MAX_CO_FINANCERS } from "@/domain/dossier/co-financing";
import { blankLine, MAX_LINES } from "@/domain/dossier/funding-plan";
import { blankPhase, MAX_PHASES } from "@/domain/dossier/phases";
import { spend } from "@/domain/themes/sample";
import { editCoFinancers, editPhases, editPlan } from "./list-edits";

const first = spend("Développement", "development", "10 000");
const second = spend("Formation", "training", "5 000");

test("a line is added at the end, of this year, and takes the focus", () => {
  const edit = editPlan([first], "add", 2021);
  expect(edit.lines).toEqual([first, blankLine(2021)]);
  expect(edit.focus).toBe(1);
});

test("a line is duplicated under itself", () => {
  const edit = editPlan([first, second], "duplicate:0", 2021);
  expect(edit.lines).toEqual([first, first, second]);
  expect(edit.focus).toBe(1);
});

test("a line removed is given back to be restored", () => {
  const edit = editPlan([first, second], "remove:0", 2021);
  expect(edit.lines).toEqual([second]);
  expect(edit.removed).toBe(first);
});

test("a button that makes no sense, or passes the limit, changes nothing", () => {
  for (const button of ["", "add:x", "remove:9", "remove:-1", "duplicate", "drop:0"]) {
    const { lines } = editPlan([first], button.replace("add:x", "restore"), 2021);
    expect(lines).toEqual([first]);
  }
  const full = Array.from({ length: MAX_LINES }, () => first);
  expect(editPlan(full, "add", 2021).lines).toHaveLength(MAX_LINES);
  expect(editPlan(full, "duplicate:0", 2021).lines).toHaveLength(MAX_LINES);
});

test("phases and their indicators are added and removed by their places", () => {
  const one = editPhases([], "add-phase");
  expect(one.focus).toBe("phases.0.name");
  const two = editPhases(one.phases, "add-indicator:0");
  expect(two.focus).toBe("phases.0.indicators.0.name");
  expect(two.phases[0]?.indicators).toHaveLength(1);
  expect(editPhases(two.phases, "remove-indicator:0.0").phases[0]?.indicators).toEqual([]);
  expect(editPhases(two.phases, "remove-phase:0").phases).toEqual([]);
  const full = Array.from({ length: MAX_PHASES }, blankPhase);
  expect(editPhases(full, "add-phase").phases).toHaveLength(MAX_PHASES);
});

test("a co-financer is added at the end with the focus, and removed from its place", () => {
  const region = { name: "Région", typedAmount: "10", certainty: "acquired" };
  expect(editCoFinancers([region], "add-co-financer")).toEqual({
    lines: [region, blankCoFinancer()],
    focus: "coFinancers.1.name",
  });
  expect(editCoFinancers([region], "remove-co-financer:0")).toEqual({ lines: [], focus: null });
  for (const button of ["", "add", "remove:0", "remove-co-financer:1"]) {
    expect(editCoFinancers([region], button).lines).toEqual([region]);
  }
  const full = Array.from({ length: MAX_CO_FINANCERS }, () => region);
  expect(editCoFinancers(full, "add-co-financer").lines).toHaveLength(MAX_CO_FINANCERS);
});
