import { expect, it } from "vitest";
import { missing } from "@/domain/dossier/completeness";
import { blankLine, parsePlan } from "@/domain/dossier/funding-plan";
import { simulate } from "@/domain/funding/simulate";
import { FORMS } from "./forms";
import { THEMES } from "./index";
import { SAMPLE_INSTANT } from "./sample";
import { SAMPLES } from "./samples";

/** A project of one euro is out of every size that has a lower bound. */
const small = [{ ...blankLine(2021), label: "Essai", category: "services", typedAmount: "1" }];

it.each(
  FORMS.filter(({ theme }) => THEMES[theme].size !== null).map(
    (form) => [form.theme, form] as const,
  ),
)(
  "%s lets a project outside the expected size explain itself, and stops it until it does",
  (theme, form) => {
    const plan = form.steps.find(({ kind }) => kind === "plan");
    expect(plan?.fields).toEqual(expect.arrayContaining(["requestedGrant", "sizeJustification"]));
    const { carrier, call } = SAMPLES[theme];
    const simulation = simulate(THEMES[theme], {
      carrier,
      call,
      filedAt: SAMPLE_INSTANT,
      priorGrants: [],
      phaseOfLargerProject: false,
      expenses: parsePlan(small).expenses,
      answers: {},
    });
    const size = (sizeJustification: string) =>
      missing({
        form,
        theme: { commitments: [] },
        answers: { sizeJustification },
        lines: small,
        simulation,
        accepted: [],
      }).filter(({ path }) => path === "sizeJustification");
    expect(size("")).toMatchObject([{ effect: "blocks", step: plan?.key, kind: "warning" }]);
    expect(size("Un premier essai, avant un projet plus grand.")).toEqual([]);
  },
);
