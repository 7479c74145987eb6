import { describe, expect, test } from "vitest";
import { STAGE_WORDS, STAGES, type Stage, type Standing, stageOf } from "./stages";
import { DOSSIER_STATUSES, type DossierStatus, statusForCarrier } from "./statuses";

const standing = (input: Partial<Standing> & { status: DossierStatus }): Standing => ({
  visaAwaited: false,
  suspended: false,
  overdue: false,
  ...input,
});

const TABLE: readonly [Stage, Partial<Standing> & { status: DossierStatus }][] = [
  ["preparation", { status: "draft" }],
  ["visa", { status: "draft", visaAwaited: true }],
  ["visa", { status: "filed", visaAwaited: true }],
  ["visa", { status: "under-review", visaAwaited: true }],
  ["instruction", { status: "filed" }],
  ["instruction", { status: "complement-requested" }],
  ["instruction", { status: "admissible" }],
  ["instruction", { status: "under-review" }],
  ["instruction", { status: "redirected" }],
  ["instruction", { status: "to-be-presented-again" }],
  ["awarded", { status: "accepted" }],
  ["awarded", { status: "accepted", visaAwaited: true }],
  ["execution", { status: "in-execution" }],
  ["late", { status: "in-execution", overdue: true }],
  ["suspended", { status: "in-execution", suspended: true }],
  ["suspended", { status: "in-execution", suspended: true, overdue: true }],
  ["ended", { status: "refused" }],
  ["ended", { status: "set-aside", visaAwaited: true }],
  ["ended", { status: "withdrawn", visaAwaited: true }],
  ["ended", { status: "closed", overdue: true }],
];

describe("the stage of a dossier", () => {
  test.each(TABLE)("%s: %o", (stage, input) => {
    expect(stageOf(standing(input))).toBe(stage);
  });

  test("tells nothing of what is not notified", () => {
    const shown = (status: DossierStatus) =>
      stageOf(standing({ status: statusForCarrier(status, false) }));
    for (const status of [
      "heard",
      "scored",
      "reserve",
      "accepted",
      "refused",
      "set-aside",
    ] as const) {
      expect(shown(status), status).toBe("instruction");
    }
  });

  test("exists for every status, and has an address of its own", () => {
    for (const status of DOSSIER_STATUSES) expect(STAGES).toContain(stageOf(standing({ status })));
    expect(new Set(STAGES.map((stage) => STAGE_WORDS[stage].slug)).size).toBe(STAGES.length);
  });
});
