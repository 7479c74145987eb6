import { describe, expect, test } from "vitest";
import type { SelectionPath } from "@/domain/themes/types";
import { DOSSIER_STATUSES, type DossierStatus, STATUS_LABELS, statusForCarrier } from "./statuses";
import { pathContext, possible, refusal, TRANSITIONS, type TransitionContext } from "./transitions";

const committee: SelectionPath = {
  review: "expert-committee",
  hearing: "required",
  scored: true,
  outcomes: ["set-aside", "accepted", "refused"],
  description: [],
};
const owner: SelectionPath = { ...committee, review: "owner", hearing: "none", scored: false };
const qualified: SelectionPath = { ...committee, review: "qualified-jury", preselection: true };
const interview: SelectionPath = { ...owner, hearing: "optional" };
const monthly: SelectionPath = { ...committee, review: "monthly-jury", hearing: "none" };

function context(path: SelectionPath, more: Partial<TransitionContext> = {}): TransitionContext {
  return { ...pathContext(path), scoringComplete: true, ...more };
}

describe("what may happen next", () => {
  test.each([
    ["ITN3, to sort", "filed", committee, "withdraw admit setAside requestComplement redirect"],
    ["ITN3, to entrust", "admissible", committee, "withdraw requestComplement redirect review"],
    [
      "ITN5, first selection",
      "admissible",
      qualified,
      "withdraw setAside requestComplement redirect review",
    ],
    ["ITN3, to hear", "under-review", committee, "withdraw hear"],
    ["ITN3, heard", "heard", committee, "withdraw redirect closeScoring"],
    [
      "ITN3, scored",
      "scored",
      committee,
      "withdraw redirect holdInReserve accept refuse presentAgain",
    ],
    [
      "ITN6, to decide",
      "admissible",
      owner,
      "withdraw requestComplement redirect holdInReserve accept refuse presentAgain",
    ],
    [
      "ITN2, interview possible",
      "admissible",
      interview,
      "withdraw requestComplement redirect hear holdInReserve accept refuse presentAgain",
    ],
    [
      "ITN2, after the interview",
      "heard",
      interview,
      "withdraw redirect holdInReserve accept refuse presentAgain",
    ],
    ["SNAP2A, without hearing", "under-review", monthly, "withdraw closeScoring"],
    ["reserve", "reserve", committee, "withdraw redirect accept refuse presentAgain"],
    ["draft", "draft", committee, "file abandon expire"],
    ["refused after scoring", "refused", committee, "reopenScored"],
    ["refused by its owner", "refused", owner, "reopen"],
    ["set aside", "set-aside", committee, "reopenFiled"],
    ["completed", "complement-requested", committee, "withdraw fileComplement closeComplement"],
    ["redirected", "redirected", committee, "withdraw confirmRedirection"],
    ["presented again", "to-be-presented-again", committee, "withdraw presentAnew reopenScored"],
    ["accepted", "accepted", committee, "reopenScored"],
    ["withdrawn", "withdrawn", committee, ""],
  ] as const)("%s", (_, status, path, names) => {
    expect(possible(status, context(path)).join(" ")).toBe(names);
  });

  test.each([
    ["not told yet", {}, /n’est pas notifiée/],
    ["contested", { notified: true, appealOpen: true }, /recours est en cours/],
    ["told", { notified: true }, null],
  ])("an award starts once its carrier knows it and contests nothing: %s", (_, more, sentence) => {
    const found = refusal("start", "accepted", context(committee, more));
    if (sentence === null) expect(found).toBeNull();
    else expect(found).toMatch(sentence);
  });

  test("a project in execution only closes, and a closed one moves no more", () => {
    const told = context(committee, { notified: true });
    expect(possible("in-execution", told)).toEqual(["close"]);
    expect(possible("closed", told)).toEqual([]);
  });

  test("scoring closes only when each sheet is in", () => {
    const missing = context(committee, { scoringComplete: false });
    expect(refusal("closeScoring", "heard", missing)).toMatch(/Il manque des fiches/);
  });

  test("above 9 M€ nothing is accepted without the director’s opinion; a refusal needs none", () => {
    const without = context(committee, { directorOpinionMissing: true });
    expect(refusal("accept", "scored", without)).toMatch(/avis du directeur de la DINUM/);
    expect(refusal("refuse", "scored", without)).toBeNull();
  });

  test("two administrations instruct and the minister arbitrates before anything is decided (Livret l.452)", () => {
    const steering: SelectionPath = {
      ...owner,
      review: "steering-committee",
      instructedBy: ["DINUM", "DITP"],
      arbitration: true,
    };
    const waiting = context(steering, { viewsMissing: ["DITP"] });
    expect(refusal("accept", "admissible", waiting)).toMatch(/avis d’instruction de la DITP/);
    expect(refusal("refuse", "admissible", context(steering))).toMatch(/arbitrage du ministre/);
    const arbitrated = context(steering, { arbitrated: true });
    expect(refusal("accept", "admissible", arbitrated)).toBeNull();
  });

  test("while another theme is asked, nothing else moves but the carrier’s withdrawal", () => {
    const pending = context(committee, { redirectionPending: true });
    expect(possible("filed", pending)).toEqual(["withdraw", "redirect"]);
    expect(possible("scored", pending)).toEqual(["withdraw", "redirect"]);
  });

  test("every status of the table exists, and a draft leaves by filing, by its lead or by expiry", () => {
    for (const { from, to } of Object.values(TRANSITIONS)) {
      for (const status of [...from, to]) expect(DOSSIER_STATUSES).toContain(status);
    }
    const fromDraft = Object.values(TRANSITIONS).filter(({ from }) =>
      (from as readonly DossierStatus[]).includes("draft"),
    );
    expect(fromDraft.map(({ name }) => name)).toEqual(["file", "abandon", "expire"]);
  });
});

describe("what the carrier reads", () => {
  const masked = [
    "heard",
    "scored",
    "reserve",
    "accepted",
    "refused",
    "redirected",
    "to-be-presented-again",
  ];

  test.each(DOSSIER_STATUSES)("%s before notification", (status) => {
    const shown = statusForCarrier(status, false);
    expect(shown).toBe(masked.includes(status) || status === "set-aside" ? "under-review" : status);
    expect(statusForCarrier(status, true)).toBe(status);
    expect(STATUS_LABELS[shown].label).not.toBe("");
  });
});
