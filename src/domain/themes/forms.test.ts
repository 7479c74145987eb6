import { describe, expect, it } from "vitest";
import { parseAnswers, planTotal, simulationInput } from "@/domain/dossier/answers";
import { missing } from "@/domain/dossier/completeness";
import { parsePlan } from "@/domain/dossier/funding-plan";
import { simulate } from "@/domain/funding/simulate";
import { metaOf } from "./field-kinds";
import { FORMS, formByTheme, isAskedOf } from "./forms";
import { THEMES } from "./index";
import { SAMPLES } from "./samples";
import { CARRIER_KINDS, THEME_CODES, type ThemeForm } from "./types";

/** A place in one of the three texts. */
const SOURCE = /^(?:Livret|Action 6-2|COSINUM) l\.\d+(?:-\d+)?(?:, l\.\d+(?:-\d+)?)*$/;

const fieldsOf = (form: ThemeForm | undefined) => Object.entries(form?.fields.shape ?? {});
const example = (sentence = "") =>
  sentence
    .split(/Exemple[^:]*:/)[1]
    ?.replace(/[\s.\u00A0\u202F]+/g, " ")
    .trim();

describe("the forms open on the portal", () => {
  it("take every theme whose rules are published", () => {
    expect(THEME_CODES.filter((code) => formByTheme(code) === null)).toEqual(["ITN7"]);
  });

  it("are of no theme whose rules are not published", () => {
    expect(FORMS.filter(({ theme }) => THEMES[theme].funding === null)).toEqual([]);
  });

  describe.each(FORMS.map((form) => [form.theme, form] as const))("%s", (code, form) => {
    it("asks each question in one step, of eight at most (the DSFR draws no more)", () => {
      expect(form.steps.length).toBeLessThanOrEqual(8);
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
      expect(Math.max(count("phases"), count("sites"), count("commitments"))).toBeLessThanOrEqual(
        1,
      );
    });

    it.each(fieldsOf(form))(
      "asks %s as a question, in sentences a newcomer understands",
      (_name, field) => {
        const meta = metaOf(field);
        expect(meta.label).toMatch(/\u202F\?$/);
        expect(meta.label.length).toBeLessThanOrEqual(110);
        expect(`${meta.label}${meta.hint ?? ""}`).not.toMatch(/veuillez|merci de|!/i);
        if (meta.source) expect(meta.source).toMatch(SOURCE);
        // Choices show their answers; what is typed needs an example.
        if (!meta.options) expect(example(meta.hint)).toBeTruthy();
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

    it.each(fieldsOf(form).filter(([, field]) => metaOf(field).maxLength !== undefined))(
      "names %s when its answer is too long",
      (_name, field) => {
        const { label, maxLength = 0 } = metaOf(field);
        const issues = field.safeParse("x".repeat(maxLength + 1)).error?.issues ?? [];
        expect(issues[0]?.message).toContain(label);
      },
    );

    it("accepts its sample, which gives the answers the rules read", () => {
      const { typed = {}, answers, lines } = SAMPLES[code];
      const { phases: _phases, sites: _sites, ...rest } = typed;
      expect(form.submission.safeParse(rest).error?.issues ?? []).toEqual([]);
      const plan = parsePlan(lines);
      expect(plan.errors).toEqual([]);
      const parsed = parseAnswers(form, typed, planTotal(plan.expenses));
      expect(parsed.errors).toEqual([]);
      // What the DNUM did is no question of the form: see `domain/dossier/visa`.
      const { dnumInformed: _informed, filedWithDnum: _joint, ...asked } = answers;
      expect(form.simulationAnswers(parsed.values)).toEqual(asked);
    });

    it("feeds every answer the rules of the theme ask of it", () => {
      const { typed = {}, lines } = SAMPLES[code];
      const { values } = parseAnswers(form, typed, planTotal(parsePlan(lines).expenses));
      const given = form.simulationAnswers(values);
      // What the DNUM did is no question of the form; what only other carriers answer has none in this sample.
      const elsewhere = ["dnumInformed", "filedWithDnum"].concat(
        Object.values(form.compulsoryFor ?? {}).flatMap(Object.keys),
      );
      for (const answer of THEMES[code].eligibility.flatMap(({ asks }) => asks)) {
        if (elsewhere.includes(answer)) continue;
        expect(given[answer], answer).toBeDefined();
      }
    });

    it("keeps unknown answers out", () => {
      expect(form.fields.partial().safeParse({ unknown: "x" }).success).toBe(false);
    });
  });
});

/** The one answer that breaks a rule, the finding, and the step where it is put right. */
describe.each([
  ["ITN8A", "frenchCompanyInvolved", "non", "organisation"],
  ["ITN8A", "resultsWithinMonths", "13", "resultats"],
  ["ITN8B", "frenchCompanyInvolved", "non", "organisation"],
  ["ITN8B", "resultsWithinMonths", "13", "resultats"],
  ["ITN8C", "frenchCompanyInvolved", "non", "organisation"],
  ["ITN8C", "resultsWithinMonths", "13", "resultats"],
  ["ITN8D", "frenchCompanyInvolved", "non", "organisation"],
  ["ITN8D", "resultsWithinMonths", "13", "resultats"],
  ["ITN8D", "onlySystemRebuild", "oui", "projet"],
  ["SNAP2A", "implementationWithinMonths", "13", "calendrier"],
  ["SNAP2B", "implementationWithinMonths", "13", "calendrier"],
  ["SNAP3", "frenchCompanyInvolved", "non", "projet"],
  ["SNAP4", "frenchCompanyInvolved", "non", "projet"],
  ["SNAP4", "tradeSpecificDomain", "oui", "projet"],
  ["SNAP4", "hosting", "other", "projet"],
] as const)("%s with %s: %s", (code, field, typedAnswer, step) => {
  const form = formByTheme(code);
  if (!form) throw new Error(`${code} has no form`);
  const { typed = {}, lines, ...sample } = SAMPLES[code];
  const found = (answers: Record<string, unknown>) => {
    const { expenses } = parsePlan(lines);
    const { values } = parseAnswers(form, answers, planTotal(expenses));
    const input = simulationInput({ form, values, expenses, ...sample, priorGrants: [] });
    return missing({
      form,
      theme: THEMES[code],
      answers,
      lines,
      simulation: simulate(THEMES[code], input),
      accepted: THEMES[code].commitments.map(({ key }) => key),
    });
  };

  it("is told where the question is, and does not keep the dossier from being filed", () => {
    expect(found(typed)).toEqual([]);
    expect(found({ ...typed, [field]: typedAnswer })).toMatchObject([
      { effect: "acknowledge", path: field, step },
    ]);
  });
});

it("asks operators alone what SNAP1 asks of them (Livret l.638)", () => {
  const form = formByTheme("SNAP1");
  if (!form) throw new Error("SNAP1 has no form");
  const asked = (field: string) => CARRIER_KINDS.filter((kind) => isAskedOf(form, field, kind));
  expect(asked("riePartnerNetworkSince")).toEqual(["state-operator"]);
  expect(asked("title")).toEqual(CARRIER_KINDS);
});

it("rates the hosting of SNAP3 without making it a condition (Livret l.783)", () => {
  const hosting = formByTheme("SNAP3")?.fields.shape.hosting;
  for (const typed of ["cercle-1", "secnumcloud", "other", "none"]) {
    expect(hosting?.safeParse(typed).success).toBe(true);
  }
  expect(formByTheme("SNAP3")?.simulationAnswers({ hosting: "other" })).not.toHaveProperty(
    "hosting",
  );
});

describe.each(["SNAP3", "SNAP4"] as const)("the criteria of %s", (code) => {
  it("are answered one by one, each at its place in the fiche", () => {
    const questions = fieldsOf(formByTheme(code) ?? FORMS[0]).map(([, field]) => metaOf(field));
    for (const [index, { source }] of THEMES[code].criteria.entries()) {
      const answering = questions.filter(({ hint }) =>
        hint?.startsWith(`Critère ${index + 1}\u00A0:`),
      );
      expect(answering.map((meta) => meta.source)).toEqual([source]);
    }
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

  it("reads the procedure of the observatoire from the code the portal wrote", () => {
    const form = formByTheme("ITN1");
    const listed = (procedure: string) => form?.simulationAnswers({ procedure });
    expect(listed("Demander un passeport [D002]")).toMatchObject({ procedureInObservatoire: true });
    expect(listed("hors liste : un élevage")).toMatchObject({ procedureInObservatoire: false });
    expect(form?.simulationAnswers({})).toMatchObject({ procedureInObservatoire: undefined });
  });

  it("says what two answers make wrong together, whatever else is missing", () => {
    const form = formByTheme("SNAP5");
    if (!form) throw new Error("No form");
    const { errors } = parseAnswers(form, { targetedPeople: "3 000", workforce: "2 650" });
    const ofPeople = errors.filter(({ path }) => path === "targetedPeople");
    expect(ofPeople.map(({ message }) => message)).toEqual([
      "Le nombre de personnes touchées dépasse l’effectif des structures\u00A0: corrigez l’un des deux nombres.",
    ]);
    expect(errors.filter(({ path }) => path === "title")).toHaveLength(1);
  });

  it("leaves an unanswered question out of the rules", () => {
    expect(input({ hosting: "", tradeSpecificDomain: "" }).answers).toMatchObject({
      hosting: undefined,
      tradeSpecificDomain: undefined,
    });
  });
});
