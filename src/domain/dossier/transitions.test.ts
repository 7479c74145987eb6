import { describe, expect, test } from "vitest";
import type { SelectionPath } from "@/domain/themes/types";
import { DOSSIER_STATUSES, type DossierStatus, STATUS_LABELS, statusForCarrier } from "./statuses";
import { possible, refusal, TRANSITIONS, type TransitionContext } from "./transitions";

const committee: SelectionPath = {
  review: "expert-committee",
  hearing: "required",
  scored: true,
  outcomes: ["set-aside", "accepted", "refused"],
  description: [],
};
const owner: SelectionPath = { ...committee, review: "owner", hearing: "none", scored: false };
const interview: SelectionPath = { ...owner, hearing: "optional" };
const monthly: SelectionPath = { ...committee, review: "monthly-jury", hearing: "none" };

function context(path: SelectionPath, more: Partial<TransitionContext> = {}): TransitionContext {
  return { path, scoringComplete: true, directorOpinionMissing: false, ...more };
}

describe("what may happen next", () => {
  test.each([
    ["ITN3, to sort", "filed", committee, "withdraw admit setAside"],
    ["ITN3, to entrust", "admissible", committee, "withdraw review"],
    ["ITN3, to hear", "under-review", committee, "withdraw hear"],
    ["ITN3, heard", "heard", committee, "withdraw closeScoring"],
    ["ITN3, scored", "scored", committee, "accept refuse presentAgain"],
    ["ITN6, to decide", "admissible", owner, "withdraw accept refuse presentAgain"],
    [
      "ITN2, interview possible",
      "admissible",
      interview,
      "withdraw hear accept refuse presentAgain",
    ],
    ["ITN2, after the interview", "heard", interview, "withdraw accept refuse presentAgain"],
    ["SNAP2A, without hearing", "under-review", monthly, "withdraw closeScoring"],
    ["reserve", "reserve", committee, "accept refuse presentAgain"],
    ["draft", "draft", committee, "file abandon expire"],
    ["refused", "refused", committee, ""],
    ["withdrawn", "withdrawn", committee, ""],
  ] as const)("%s", (_, status, path, names) => {
    expect(possible(status, context(path)).join(" ")).toBe(names);
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

  test("a decision is final: nothing leaves an outcome but what the table says", () => {
    for (const status of ["accepted", "refused", "set-aside", "to-be-presented-again"] as const) {
      expect(possible(status, context(committee))).toEqual([]);
    }
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
