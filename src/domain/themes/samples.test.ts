import { describe, expect, it } from "vitest";
import { parsePlan } from "@/domain/dossier/funding-plan";
import { simulate } from "@/domain/funding/simulate";
import { formByTheme } from "./forms";
import { THEMES } from "./index";
import { SAMPLES } from "./samples";
import { THEME_CODES } from "./types";

describe.each(THEME_CODES)("the sample of %s", (code) => {
  const theme = THEMES[code];
  const { lines, ...sample } = SAMPLES[code];
  const plan = parsePlan(lines);
  const result = simulate(theme, {
    ...sample,
    priorGrants: [],
    phaseOfLargerProject: false,
    expenses: plan.expenses,
  });

  it("has a plan without error", () => {
    expect(plan.errors).toEqual([]);
    expect(plan.expenses.length).toBe(lines.length);
  });

  it("is what the rules say it is, without a warning", () => {
    expect(result.verdict).toBe(sample.verdict);
    const serious = result.findings.filter(({ severity }) => severity !== "information");
    expect(serious.map(({ code: found }) => found)).toEqual(
      sample.verdict === "not-computable" ? ["NO_RULE_PUBLISHED"] : [],
    );
    if (result.amounts) expect(result.amounts.grant).toBeGreaterThan(0);
  });

  it("answers what the theme asks of its carrier", () => {
    const asked = theme.eligibility.flatMap(({ asks }) => asks);
    const operatorOnly = ["filedWithDnum", "riePartnerNetworkSince"];
    for (const answer of asked) {
      if (!operatorOnly.includes(answer)) expect(sample.answers).toHaveProperty(answer);
    }
  });

  it("has a form whose commitments are the theme's", () => {
    const form = formByTheme(code);
    if (!form) return;
    const accepted = form.steps.some(({ kind }) => kind === "commitments");
    expect(accepted).toBe(theme.commitments.length > 0);
    expect(sample.typed).toBeDefined();
  });
});
