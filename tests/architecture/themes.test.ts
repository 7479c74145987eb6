import { describe, expect, test } from "vitest";
import { parseAnswers, planTotal } from "@/domain/dossier/answers";
import { canFile, missing } from "@/domain/dossier/completeness";
import { parsePlan } from "@/domain/dossier/funding-plan";
import type { Json } from "@/domain/evidence/canonical";
import { simulate } from "@/domain/funding/simulate";
import { FORMS } from "@/domain/themes/forms";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Three texts, numbered by line. */
const SOURCE = /^(?:Livret|Action 6-2|COSINUM) l\.\d+(?:-\d+)?(?:, l\.\d+(?:-\d+)?)*$/;

test("there are 17 themes", () => {
  expect(THEME_LIST).toHaveLength(17);
});

describe.each(THEME_LIST.map((theme) => ({ code: theme.code, theme })))("$code", ({ theme }) => {
  const { lines, typed: _form, ...sample } = SAMPLES[theme.code];
  const plan = parsePlan(lines);
  const simulation = simulate(theme, {
    ...sample,
    priorGrants: [],
    phaseOfLargerProject: false,
    expenses: plan.expenses,
  });

  test("judges its sample as the texts do", () => {
    expect(plan.errors).toEqual([]);
    expect(simulation.verdict).toBe(sample.verdict);
  });

  test("says where each fact is written", () => {
    const facts = [
      ...theme.fundingFacts,
      ...theme.eligibilityFacts,
      ...theme.summary,
      ...theme.objectives,
      ...theme.funded,
      ...theme.excluded,
      ...theme.encouraged,
      ...theme.examples,
      ...theme.answerContents,
      ...theme.criteria,
      ...theme.selection.description,
      ...theme.commitments,
      ...theme.support,
      ...theme.followUp,
      ...theme.duties,
      ...theme.figures,
      ...theme.silences,
    ];
    expect(facts.filter(({ source }) => !SOURCE.test(source))).toEqual([]);
  });

  test("asks for reports at one rhythm, and for the rest once", () => {
    const kinds = theme.duties.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(theme.duties.filter(({ rhythm }) => "every" in rhythm).map(({ kind }) => kind)).toEqual([
      "report",
    ]);
  });

  test("names its criteria, commitments and figures once, in kebab-case", () => {
    for (const list of [theme.criteria, theme.commitments, theme.figures]) {
      const keys = list.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => !KEBAB.test(key))).toEqual([]);
    }
  });
});

describe.each(FORMS.map((form) => ({ code: form.theme, form })))(
  "the form of $code",
  ({ code, form }) => {
    const theme = THEMES[code];
    const { lines, typed = {}, ...sample } = SAMPLES[code];
    const { phases, sites, ...answers } = typed as Record<string, Json>;
    const lists = { phases, sites };
    const plan = parsePlan(lines);

    test("reads its sample", () => {
      expect(form.submission.safeParse(answers).error?.issues ?? []).toEqual([]);
      expect(Object.keys(answers).sort()).toEqual(Object.keys(form.fields.shape).sort());
      expect(parseAnswers(form, { ...answers, ...lists }, planTotal(plan.expenses)).errors).toEqual(
        [],
      );
    });

    test("finds its sample complete, and an empty dossier not", () => {
      const draft = {
        form,
        theme,
        answers: { ...answers, ...lists },
        lines,
        simulation: simulate(theme, {
          ...sample,
          priorGrants: [],
          phaseOfLargerProject: false,
          expenses: plan.expenses,
        }),
        accepted: theme.commitments.map(({ key }) => key),
      };
      expect(missing(draft).filter(({ effect }) => effect === "blocks")).toEqual([]);
      expect(canFile(missing(draft))).toBe(true);
      expect(canFile(missing({ ...draft, answers: {}, lines: [], accepted: [] }))).toBe(false);
    });
  },
);
