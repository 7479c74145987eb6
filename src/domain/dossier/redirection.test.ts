import { describe, expect, test } from "vitest";
import { windowOf } from "@/domain/funding/calls";
import { euros } from "@/domain/money";
import { FORMS, formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import { spend } from "@/domain/themes/sample";
import { SAMPLES } from "@/domain/themes/samples";
import type { CarrierKind, ThemeCode } from "@/domain/themes/types";
import { answersKept, previewRedirection, proposalObstacle, REDIRECTABLE } from "./redirection";
import { comparedLines } from "./redirection-words";
import { isSharedAnswer } from "./shared-questions";
import { DOSSIER_STATUSES } from "./statuses";

const NOW = new Date("2021-01-20T10:00:00+01:00");

function formOf(code: ThemeCode) {
  const form = formByTheme(code);
  if (!form) throw new Error(`${code} has no form`);
  return form;
}

/** The sample of a theme as it would stand under another one. */
function moved(from: ThemeCode, to: ThemeCode, kind: CarrierKind = SAMPLES[from].carrier.kind) {
  const { typed = {}, lines } = SAMPLES[from];
  const [definition] = THEMES[to].calls;
  if (!definition) throw new Error(`${to} has no call`);
  const call = { ...windowOf(definition), id: "call" };
  return {
    call,
    preview: previewRedirection(
      { form: formOf(from), answers: typed, lines, coFinancers: [], carrier: { kind } },
      { theme: THEMES[to], form: formOf(to), call, priorGrants: [], judgedAt: NOW },
    ),
  };
}

const PAIRS = FORMS.flatMap((from) =>
  FORMS.filter((to) => to !== from).map((to) => [from.theme, to.theme] as const),
);

describe("what goes with a dossier to another theme", () => {
  test.each(PAIRS)("%s to %s: each answer is kept or left, never both, never lost", (from, to) => {
    const { typed = {} } = SAMPLES[from];
    const kept = answersKept(formOf(from), formOf(to), typed);
    for (const [field, value] of Object.entries(kept)) expect(value).toBe(typed[field]);
    for (const field of Object.keys(typed)) {
      expect(field in kept).toBe(isSharedAnswer(formOf(from), formOf(to), field));
    }
    const { preview } = moved(from, to);
    expect(preview.evaluation.simulation.theme).toBe(to);
    // Commitments are asked anew.
    const asked = preview.evaluation.missing.filter(({ kind }) => kind === "commitment");
    expect(asked).toHaveLength(THEMES[to].commitments.length);
    const steps = formOf(to).steps.map(({ key }) => key);
    for (const { key, kept: labels } of preview.kept) {
      expect(steps).toContain(key);
      expect(labels.length).toBeGreaterThan(0);
    }
  });

  test("SNAP1 to ITN2: three answers and the plan, half of the cost instead of the whole", () => {
    const { preview } = moved("SNAP1", "ITN2");
    expect(preview.kept.map(({ key }) => key)).toEqual([
      "politique",
      "equipe",
      "plan-de-financement",
    ]);
    expect(preview.left).toContain("La liste des sites");
    const { amounts } = preview.evaluation.simulation;
    expect(amounts?.grant).toBe(Math.floor((amounts?.base ?? 0) / 2));
  });

  test("the phases go from SNAP3 to SNAP4, whose forms both keep them", () => {
    const { preview } = moved("SNAP3", "SNAP4");
    expect(preview.left).not.toContain("Les phases");
    expect(preview.kept.flatMap(({ kept }) => kept).join()).toMatch(/\d phases?/);
    expect(moved("SNAP3", "ITN2").preview.left).toContain("Les phases");
  });

  test("a carrier that the other theme does not name is told to whoever receives it, with its source", () => {
    const codes = (kind: CarrierKind) =>
      moved("SNAP1", "ITN2", kind).preview.evaluation.simulation.findings.map(({ code }) => code);
    expect(codes("deconcentrated-service")).toContain("CARRIER_INELIGIBLE");
    expect(codes("business-directorate")).not.toContain("CARRIER_INELIGIBLE");
  });

  test("its visa is asked anew where the other theme needs one", () => {
    const { preview } = moved("SNAP1", "SNAP2A");
    expect(preview.evaluation.missing.map(({ kind }) => kind)).toContain("other-party");
  });

  test("the grants of the project under the other theme count against its cap (Livret l.747)", () => {
    const [from, to] = [formOf("SNAP4"), formOf("SNAP3")];
    const [definition] = THEMES.SNAP3.calls;
    if (!definition) throw new Error("SNAP3 has a call");
    const preview = previewRedirection(
      {
        form: from,
        answers: {},
        lines: [spend("Développement", "development", "4 000 000")],
        coFinancers: [],
        carrier: { kind: "dnum" },
      },
      {
        theme: THEMES.SNAP3,
        form: to,
        call: windowOf(definition),
        priorGrants: [euros(750_000)],
        judgedAt: NOW,
      },
    );
    expect(preview.evaluation.simulation.amounts?.grant).toBe(euros(1_250_000));
  });
});

describe("what changes, line by line", () => {
  const linesOf = (from: ThemeCode, to: ThemeCode, now = NOW) => {
    const { call, preview } = moved(from, to);
    const amounts = { total: euros(400_000), base: euros(400_000), grant: euros(400_000) };
    const lines = comparedLines({
      from: { theme: THEMES[from], callLabel: `Guichet ${from}`, amounts },
      to: {
        theme: THEMES[to],
        callLabel: call.label,
        amounts: preview.evaluation.simulation.amounts,
        call,
      },
      carrier: "state-operator",
      now,
    });
    return Object.fromEntries(lines.map((line) => [line.key, line]));
  };

  test("SNAP1 to ITN2: rate, carriers, visa, examination and grant", () => {
    const lines = linesOf("SNAP1", "ITN2");
    expect(lines.rate).toMatchObject({
      before: "100\u00A0% du coût total",
      after: "50\u00A0% du coût total",
      source: "Livret l.103",
    });
    expect(lines.carriers?.source).toBe("Livret l.104");
    expect(lines.visa).toMatchObject({
      before: "Présente le dossier avec le porteur",
      after: "Rien n’est demandé",
    });
    expect(lines.selection).toMatchObject({
      before: "Noté par un jury, après une audition",
      after: "Examiné par le porteur du thème, entretien possible",
    });
    expect(lines.grant?.before).toBe("400\u202F000,00\u00A0€");
    expect(lines.call?.after).toContain("sans date de fin");
  });

  test("a monthly jury is that of the day of the confirmation: the 14th is the last (Livret l.693)", () => {
    const callAt = (instant: string) => linesOf("SNAP1", "SNAP2A", new Date(instant)).call?.after;
    expect(callAt("2021-02-14T23:59:59+01:00")).toContain("jury de février\u00A02021");
    expect(callAt("2021-02-15T00:00:00+01:00")).toContain("jury de mars\u00A02021");
  });
});

describe("a dossier may be proposed", () => {
  const at = (status: (typeof DOSSIER_STATUSES)[number]) =>
    proposalObstacle({ status, hasDecision: false, redirectionPending: false });

  test("from the statuses of the table, and from no other", () => {
    expect(DOSSIER_STATUSES.filter((status) => at(status) === null)).toEqual([...REDIRECTABLE]);
  });

  test.each([
    [{ hasDecision: true }, /décision est proposée/],
    [{ redirectionPending: true }, /déjà sollicité/],
  ])("unless %o", (more, why) => {
    const free = { status: "filed", hasDecision: false, redirectionPending: false } as const;
    expect(proposalObstacle({ ...free, ...more })).toMatch(why);
  });
});
