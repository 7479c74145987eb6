import { describe, expect, it } from "vitest";
import { parseAnswers, planTotal, simulationInput } from "@/domain/dossier/answers";
import { parsePlan } from "@/domain/dossier/funding-plan";
import { metaOf } from "./field-kinds";
import { FORMS, formByTheme } from "./forms";
import { SAMPLES } from "./samples";
import { THEME_CODES, type ThemeForm } from "./types";

const fieldsOf = (form: ThemeForm) => Object.entries(form.fields.shape);
const example = (sentence = "") =>
  sentence
    .split(/Exemple[^:]*:/)[1]
    ?.replace(/[\s.\u00A0\u202F]+/g, " ")
    .trim();

describe("the forms open on the portal", () => {
  it("are those of ITN3, ITN6, SNAP2A and SNAP4", () => {
    expect(THEME_CODES.filter((code) => formByTheme(code) !== null)).toEqual([
      "ITN3",
      "ITN6",
      "SNAP2A",
      "SNAP4",
    ]);
  });

  describe.each(FORMS.map((form) => [form.theme, form] as const))("%s", (code, form) => {
    it("asks each question in one step, of nine at most", () => {
      expect(form.steps.length).toBeLessThanOrEqual(9);
      const asked = form.steps.flatMap(({ fields }) => fields);
      expect([...asked].sort()).toEqual(
        fieldsOf(form)
          .map(([name]) => name)
          .sort(),
      );
      expect(new Set(form.steps.map(({ key }) => key)).size).toBe(form.steps.length);
      for (const { key } of form.steps) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    });

    it("has a plan, and one step of each special kind at most", () => {
      const count = (kind: string) => form.steps.filter((step) => step.kind === kind).length;
      expect(count("plan")).toBe(1);
      expect(count("files")).toBe(1);
      expect(Math.max(count("phases"), count("commitments"))).toBeLessThanOrEqual(1);
    });

    it.each(fieldsOf(form))(
      "asks %s as a question, in sentences a newcomer understands",
      (_name, field) => {
        const meta = metaOf(field);
        expect(meta.label).toMatch(/\u202F\?$/);
        expect(meta.label.length).toBeLessThanOrEqual(110);
        expect(`${meta.label}${meta.hint ?? ""}`).not.toMatch(/veuillez|merci de|!/i);
      },
    );

    it.each(fieldsOf(form).filter(([, field]) => !metaOf(field).optional))(
      "says of %s what is missing, with another example than the hint's",
      (_name, field) => {
        const meta = metaOf(field);
        for (const typed of ["", undefined]) {
          const message = field.safeParse(typed).error?.issues[0]?.message ?? "";
          expect(message).toMatch(/^[A-ZÀÉ].*\.$/);
          expect(message).not.toMatch(/Invalid|expected/);
          if (example(meta.hint)) expect(example(message)).not.toBe(example(meta.hint));
        }
      },
    );

    it("accepts its sample, which gives the answers the rules read", () => {
      const { typed = {}, answers, lines } = SAMPLES[code];
      const { phases: _phases, ...rest } = typed;
      expect(form.submission.safeParse(rest).error?.issues ?? []).toEqual([]);
      const plan = parsePlan(lines);
      expect(plan.errors).toEqual([]);
      const parsed = parseAnswers(form, typed, planTotal(plan.expenses));
      expect(parsed.errors).toEqual([]);
      expect(form.simulationAnswers(parsed.values)).toEqual(answers);
    });

    it("keeps unknown answers out", () => {
      expect(form.fields.partial().safeParse({ unknown: "x" }).success).toBe(false);
    });
  });
});

describe("the way from a form to the rules", () => {
  const { typed = {}, lines } = SAMPLES.SNAP4;
  const input = (more: Record<string, unknown>) => {
    const form = formByTheme("SNAP4");
    if (!form) throw new Error("No form");
    const { expenses } = parsePlan(lines);
    const { values } = parseAnswers(form, { ...typed, ...more });
    const { carrier, call, filedAt } = SAMPLES.SNAP4;
    return simulationInput({ form, values, expenses, carrier, call, filedAt, priorGrants: [] });
  };

  it("reads a dossier as a phase when it gives the total of the project", () => {
    expect(input({})).toMatchObject({ phaseOfLargerProject: false, projectTotal: undefined });
    expect(input({ projectTotal: "9 000 000" })).toMatchObject({
      phaseOfLargerProject: true,
      projectTotal: 900_000_000,
    });
  });

  it("asks for what is typed, and for nothing when it cannot be read", () => {
    expect(input({ requestedGrant: "1 000 000" }).requestedGrant).toBe(100_000_000);
    expect(input({ requestedGrant: "un million" }).requestedGrant).toBeUndefined();
  });

  it("leaves an unanswered question out of the rules", () => {
    expect(input({ hosting: "", dnumInformed: "" }).answers).toMatchObject({
      hosting: undefined,
      dnumInformed: undefined,
    });
  });
});
