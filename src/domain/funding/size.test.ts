import { describe, expect, it } from "vitest";
import { cents, euros } from "@/domain/money";
import type { ExpectedSize } from "@/domain/themes/types";
import { request, spending, staff } from "../../../tests/fixtures/simulation";
import { checkDirectorOpinion, checkSize, sizeAmount } from "./size";

const between: ExpectedSize = {
  min: { amount: euros(200_000), inclusive: true },
  max: { amount: euros(1_000_000), inclusive: true },
  readOn: "total",
  source: "Livret l.106",
};
const moreThan: ExpectedSize = {
  min: { amount: euros(250_000), inclusive: false },
  max: null,
  readOn: "total",
  minFor: {
    carriers: ["deconcentrated-service"],
    bound: { amount: euros(150_000), inclusive: false },
  },
  source: "Livret l.413",
};
const plan = (amount: number) => request({ expenses: [spending(cents(amount))] });
const out = (size: ExpectedSize, amount: number, carrier = plan(0).carrier) =>
  checkSize(size, { ...plan(amount), carrier }, null) !== null;

describe("the expected size", () => {
  it.each([
    [199_999_99, true],
    [200_000_00, false],
    [1_000_000_00, false],
    [1_000_000_01, true],
  ])("« de A à B » includes both ends: %d", (amount, expected) => {
    expect(out(between, amount)).toBe(expected);
  });

  it.each([
    [250_000_00, true],
    [250_000_01, false],
    [999_999_999_99, false],
  ])("« plus de » excludes the bound: %d", (amount, expected) => {
    expect(out(moreThan, amount)).toBe(expected);
  });

  it.each([
    [150_000_00, true],
    [150_000_01, false],
  ])("is lower for a deconcentrated lead carrier: %d", (amount, expected) => {
    expect(out(moreThan, amount, { kind: "deconcentrated-service" })).toBe(expected);
    expect(out(moreThan, amount, { kind: "state-operator" })).toBe(true);
  });

  it("asks to explain, in the words of the screens", () => {
    expect(checkSize(between, plan(1), null)).toEqual({
      code: "SIZE_OUT",
      severity: "warning",
      message:
        "Le coût total est inférieur à la taille attendue (200\u202F000,00\u00A0€). Pour déposer, expliquez pourquoi.",
      source: "Livret l.106",
      interpretation: false,
    });
    expect(checkSize(moreThan, plan(1), null)?.message).toContain(
      "(plus de 250\u202F000,00\u00A0€)",
    );
  });

  it("finds nothing where the size is not defined", () => {
    expect(checkSize(null, plan(1), null)).toBeNull();
  });

  it("reads title 3 alone where the theme says so", () => {
    const expenses = [spending(euros(300)), staff(euros(50))];
    expect(sizeAmount("T3", request({ expenses }))).toBe(euros(300));
    expect(sizeAmount("total", request({ expenses }))).toBe(euros(350));
  });

  it("reads the project's total for a phase of a larger project, and only then", () => {
    const projectTotal = euros(3_000_000);
    const phase = { ...plan(50_000_00), projectTotal, phaseOfLargerProject: true };
    expect(sizeAmount("total", phase)).toBe(projectTotal);
    expect(checkSize(between, phase, null)?.message).toContain(
      "Le coût total du projet est supérieur",
    );
    expect(sizeAmount("total", { ...phase, phaseOfLargerProject: false })).toBe(euros(50_000));
    expect(sizeAmount("total", { ...phase, projectTotal: undefined })).toBe(euros(50_000));
  });
});

describe("the opinion of the director (Action 6-2 l.118)", () => {
  it.each([
    [9_000_000_00, undefined, false],
    [9_000_000_01, undefined, true],
    [1_000_000_00, 9_000_000_00, false],
    [1_000_000_00, 9_000_000_01, true],
    [9_000_000_01, 1_000_000_00, true],
  ])("a plan of %d in a project of %s: %s", (amount, project, required) => {
    const projectTotal = project === undefined ? undefined : cents(project);
    const found = checkDirectorOpinion({ ...plan(amount), projectTotal });
    expect(found?.code).toBe(required ? "DIRECTOR_OPINION_REQUIRED" : undefined);
  });
});
