import { describe, expect, it } from "vitest";
import type { Finding, FindingCode, SimulationResult } from "@/domain/funding/types";
import { formByTheme } from "@/domain/themes/forms";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import { canFile, type Draft, missing } from "./completeness";
import { blankLine } from "./funding-plan";

const commitments = [
  { key: "calendar", text: "Tenir le calendrier.", source: "Livret l.222" },
  { key: "team", text: "Garder l’équipe un an.", source: "Livret l.222" },
];

function draft(code: ThemeCode, more: Partial<Draft> = {}): Draft {
  const form = formByTheme(code);
  if (!form) throw new Error(`No form for ${code}`);
  const { typed = {}, lines } = SAMPLES[code];
  return {
    form,
    theme: {
      commitments: form.steps.some(({ kind }) => kind === "commitments") ? commitments : [],
    },
    answers: typed,
    lines,
    simulation: null,
    accepted: ["calendar", "team"],
    ...more,
  };
}

function simulation(code: FindingCode, severity: Finding["severity"]): Pick<Draft, "simulation"> {
  const finding = { code, severity, message: `${code}.`, source: "Livret", interpretation: false };
  const result: SimulationResult = {
    theme: "ITN3",
    themeVersion: 1,
    verdict: "eligible",
    amounts: null,
    call: null,
    round: null,
    findings: [finding],
    explanation: [],
  };
  return { simulation: result };
}

describe("what stands before filing", () => {
  it.each(["ITN3", "ITN6", "SNAP2A", "SNAP4"] as const)(
    "is nothing for the sample of %s",
    (code) => {
      const found = missing(draft(code));
      expect(found).toEqual([]);
      expect(canFile(found)).toBe(true);
    },
  );

  it.each(["ITN3", "ITN6", "SNAP2A", "SNAP4"] as const)(
    "is every compulsory question of an empty %s, in the order of the steps",
    (code) => {
      const found = missing(draft(code, { answers: {}, lines: [], accepted: [] }));
      const { form } = draft(code);
      const keys = form.steps.map(({ key }) => key);
      const order = found.map(({ step }) => keys.indexOf(step ?? ""));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      // No file is ever compulsory.
      const asking = form.steps.filter(({ kind }) => kind !== "files").map(({ key }) => key);
      expect(new Set(found.map(({ step }) => step))).toEqual(new Set(asking));
      expect(found.every(({ effect, message }) => effect === "blocks" && message.length > 10)).toBe(
        true,
      );
      expect(canFile(found)).toBe(false);
    },
  );

  it("links each answer to its field", () => {
    const found = missing(
      draft("ITN3", { answers: { ...SAMPLES.ITN3.typed, population: "beaucoup", team: " " } }),
    );
    expect(found.map(({ kind, step, path }) => [kind, step, path])).toEqual([
      ["answer", "territoires", "population"],
      ["answer", "equipe", "team"],
    ]);
  });

  it("wants a plan, and each of its cells right", () => {
    const [empty] = missing(draft("ITN3", { lines: [blankLine(2021)] }));
    expect(empty).toMatchObject({
      kind: "plan",
      step: "plan-de-financement",
      path: "plan.0.label",
    });
    const [first, ...others] = SAMPLES.ITN3.lines;
    if (!first) throw new Error("No line");
    const [wrong] = missing(draft("ITN3", { lines: [{ ...first, year: "1999" }, ...others] }));
    expect(wrong?.path).toBe("plan.0.year");
  });

  it("wants each provider of ITN6 described, staff cost aside", () => {
    const lines = SAMPLES.ITN6.lines.map((line) => ({ ...line, innovative: null }));
    expect(missing(draft("ITN6", { lines })).map(({ path }) => path)).toEqual([
      "plan.0.innovative",
      "plan.1.innovative",
      "plan.2.innovative",
    ]);
    const staff = {
      ...blankLine(2021),
      label: "Agent",
      nature: "T2",
      category: "staff",
      typedAmount: "10",
    };
    expect(missing(draft("ITN6", { lines: [...SAMPLES.ITN6.lines, staff] }))).toEqual([]);
  });

  it("wants the phases of SNAP4 to share the plan", () => {
    const [line, ...rest] = SAMPLES.SNAP4.lines;
    if (!line) throw new Error("No line");
    const found = missing(
      draft("SNAP4", { lines: [{ ...line, typedAmount: "1 200 000,01" }, ...rest] }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      kind: "phases",
      step: "phases",
      path: "phases.0.amount",
      effect: "blocks",
    });
  });

  it("wants each commitment accepted", () => {
    expect(missing(draft("ITN3", { accepted: ["team"] }))).toEqual([
      {
        kind: "commitment",
        effect: "blocks",
        step: "engagements",
        path: "commitment.calendar",
        message: "Acceptez cet engagement\u00A0: Tenir le calendrier.",
        source: "Livret l.222",
      },
    ]);
  });
});

describe("what the rules say", () => {
  it.each<[ThemeCode, FindingCode, Finding["severity"], unknown]>([
    [
      "ITN3",
      "SIZE_OUT",
      "warning",
      ["warning", "blocks", "plan-de-financement", "sizeJustification"],
    ],
    ["ITN3", "LATE", "blocking", ["calendar", "blocks", null, null]],
    ["ITN3", "NOT_OPEN", "blocking", ["calendar", "blocks", null, null]],
    ["SNAP2A", "DNUM_INFORMATION_MISSING", "incomplete", ["other-party", "blocks", null, null]],
    [
      "SNAP2A",
      "T2_COUNTERPART_MISSING",
      "incomplete",
      ["plan", "blocks", "plan-de-financement", null],
    ],
    [
      "SNAP2A",
      "IMPLEMENTATION_TOO_LONG",
      "warning",
      ["warning", "acknowledge", "calendrier", "implementationWithinMonths"],
    ],
    [
      "ITN3",
      "DECONCENTRATED_SHARE_LOW",
      "blocking",
      ["rule", "acknowledge", "territoires", "deconcentratedShare"],
    ],
    [
      "ITN3",
      "CENTRAL_ADMINISTRATION_MISSING",
      "blocking",
      ["rule", "acknowledge", "territoires", "centralAdministrationInvolved"],
    ],
    ["ITN3", "CARRIER_INELIGIBLE", "blocking", ["rule", "acknowledge", null, null]],
    [
      "ITN6",
      "RESULTS_TOO_LATE",
      "blocking",
      ["rule", "acknowledge", "equipe", "resultsWithinMonths"],
    ],
    [
      "ITN6",
      "INNOVATIVE_SHARE_LOW",
      "blocking",
      ["rule", "acknowledge", "plan-de-financement", null],
    ],
    ["SNAP4", "HOSTING_NOT_COMPLIANT", "blocking", ["rule", "acknowledge", "projet", "hosting"]],
    ["SNAP4", "INDICATOR_CADENCE_TOO_SLOW", "blocking", ["rule", "acknowledge", "phases", null]],
    [
      "SNAP4",
      "EXPENSE_OUT_OF_BASE",
      "warning",
      ["warning", "acknowledge", "plan-de-financement", null],
    ],
    ["SNAP4", "PROJECT_CAP_REACHED", "warning", ["warning", "acknowledge", null, null]],
    ["SNAP4", "GRANT_CAPPED", "information", null],
    ["SNAP2A", "NEXT_ROUND", "information", null],
  ])("%s: %s (%s)", (code, finding, severity, expected) => {
    const [found] = missing(draft(code, simulation(finding, severity)));
    expect(found ? [found.kind, found.effect, found.step, found.path] : null).toEqual(expected);
  });

  it("lets a dossier out of the expected size be filed once the reason is given", () => {
    const answers = {
      ...SAMPLES.ITN3.typed,
      sizeJustification: "Phase pilote voulue par trois préfets.",
    };
    expect(missing(draft("ITN3", { answers, ...simulation("SIZE_OUT", "warning") }))).toEqual([]);
  });

  it("leaves the eligibility to the theme's owner: a blocking finding never prevents filing", () => {
    expect(
      canFile(missing(draft("ITN3", simulation("DECONCENTRATED_SHARE_LOW", "blocking")))),
    ).toBe(true);
  });
});
