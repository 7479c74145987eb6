import { describe, expect, test } from "vitest";
import { FORMS, formByTheme } from "@/domain/themes/forms";
import type { ThemeCode, ThemeForm } from "@/domain/themes/types";
import {
  askedTargets,
  CALL_KIND,
  type Editing,
  editingOf,
  FILING_ACTS,
  mayWrite,
  putsBackFiled,
  stepOfTarget,
  stepOpening,
  stepTarget,
  targetLabel,
} from "./editing";
import { DOSSIER_STATUSES, type DossierStatus } from "./statuses";
import { TRANSITIONS, type TransitionName } from "./transitions";

function form(code: ThemeCode): ThemeForm {
  const found = formByTheme(code);
  if (!found) throw new Error(`${code} has a form`);
  return found;
}
const snap4 = form("SNAP4");
const itn5 = form("ITN5");

const edited = (status: DossierStatus, notified = true, targets: readonly string[] = []) =>
  editingOf({ status, notified, targets }, snap4);
const openSteps = (editing: Editing, of = snap4) =>
  of.steps.filter((step) => stepOpening(editing, step) !== "closed").map(({ key }) => key);

describe("what a carrier may write, by status", () => {
  const OPEN: Partial<Record<DossierStatus, { told: string; untold: string | null }>> = {
    draft: { told: "file", untold: "file" },
    "complement-requested": { told: "fileComplement", untold: "fileComplement" },
    redirected: { told: "confirmRedirection", untold: null },
    "to-be-presented-again": { told: "presentAnew", untold: null },
  };

  test.each(DOSSIER_STATUSES)("%s", (status) => {
    expect(edited(status, true).act).toBe(OPEN[status]?.told ?? null);
    expect(edited(status, false).act).toBe(OPEN[status]?.untold ?? null);
  });

  test("nothing is open where no act files it", () => {
    for (const status of DOSSIER_STATUSES) {
      const { act, parts } = edited(status, false);
      if (act === null) expect(parts.size).toBe(0);
    }
  });

  test("each act is the carrier's, from the status that opens it", () => {
    for (const act of FILING_ACTS) {
      const { by, from } = TRANSITIONS[act];
      expect(by).toEqual(["carrier"]);
      expect(edited(from[0]).act).toBe(act);
    }
  });

  test.each(FORMS)(
    "$theme: a draft is open whole, and so is what comes back but its call",
    (one) => {
      const draft = editingOf({ status: "draft", notified: false, targets: [] }, one);
      for (const step of one.steps) expect(stepOpening(draft, step)).toBe("open");
      for (const part of ["dnum", "co-carriers"]) expect(mayWrite(draft, part)).toBe(true);
      const back = editingOf({ status: "redirected", notified: true, targets: [] }, one);
      expect([...draft.parts].filter((part) => !back.parts.has(part))).toEqual(
        one.theme === "ITN5" ? [CALL_KIND] : [],
      );
    },
  );

  test("the names of lists are never those of questions", () => {
    for (const { fields } of FORMS) {
      for (const part of [
        "plan",
        "phases",
        "sites",
        "files",
        "commitments",
        "dnum",
        "co-carriers",
      ]) {
        expect(Object.hasOwn(fields.shape, part)).toBe(false);
      }
    }
  });
});

test("the examination goes on with what was filed, unless the carrier files anew", () => {
  const put = (Object.keys(TRANSITIONS) as TransitionName[]).flatMap((name) =>
    DOSSIER_STATUSES.filter(
      (from) =>
        (TRANSITIONS[name].from as readonly string[]).includes(from) && putsBackFiled(name, from),
    ).map((from) => `${from} ${name}`),
  );
  expect(put).toEqual([
    "complement-requested closeComplement",
    "to-be-presented-again reopen",
    "to-be-presented-again reopenScored",
  ]);
});

describe("what a request of complements opens", () => {
  const asked = (...targets: string[]) => edited("complement-requested", false, targets);

  test("a question opens itself, and nothing else of its step", () => {
    const editing = asked("requestedGrant");
    expect([...editing.parts]).toEqual(["requestedGrant"]);
    expect(openSteps(editing)).toEqual(["plan-de-financement"]);
    expect(mayWrite(editing, "plan")).toBe(false);
  });

  test("a step opens all it holds", () => {
    const [first] = snap4.steps;
    if (!first) throw new Error("SNAP4 has steps");
    expect([...asked(stepTarget(first)).parts].sort()).toEqual([...first.fields].sort());
    expect([...asked("step:pieces-jointes").parts]).toEqual(["files"]);
  });

  test("the plan opens the phases that share its total, the phases alone open no plan", () => {
    expect(openSteps(asked("step:plan-de-financement"))).toEqual([
      ...snap4.steps
        .filter(({ kind }) => kind === "plan" || kind === "phases")
        .map(({ key }) => key),
    ]);
    const phases = snap4.steps.find(({ kind }) => kind === "phases");
    expect(mayWrite(asked(stepTarget(phases ?? { key: "" })), "plan")).toBe(false);
  });

  test("what the form does not have opens nothing", () => {
    expect(asked("step:inconnue", "inconnue", "constructor").parts.size).toBe(0);
    expect(asked().parts.size).toBe(0);
  });

  test("the call chosen at the filing stays, even in a step that is opened", () => {
    const step = itn5.steps.find(({ fields }) => fields.includes(CALL_KIND));
    if (!step) throw new Error("ITN5 asks for its call");
    const editing = editingOf(
      {
        status: "complement-requested",
        notified: false,
        targets: [stepTarget(step), CALL_KIND],
      },
      itn5,
    );
    expect(mayWrite(editing, CALL_KIND)).toBe(false);
    expect(stepOpening(editing, step)).toBe("partly");
  });

  test.each(FORMS)(
    "$theme: whatever may be asked has a name, a step, and opens something",
    (one) => {
      const targets = askedTargets(one);
      expect(new Set(targets.map(({ target }) => target)).size).toBe(targets.length);
      for (const { target, group } of targets) {
        expect(targetLabel(one, target)).not.toBeNull();
        expect(stepOfTarget(one, target)?.title).toBe(group);
        const { parts } = editingOf(
          { status: "complement-requested", notified: false, targets: [target] },
          one,
        );
        expect(parts.size, target).toBeGreaterThan(0);
      }
      expect(targets.some(({ target }) => target === "step:engagements")).toBe(false);
    },
  );
});
