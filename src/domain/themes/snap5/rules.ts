import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { euros } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** Livret l.886: retraining towards digital professions goes to ITN4. */
const noRetraining = condition(
  "retrainingToDigitalJobs",
  (retraining) => !retraining,
  () =>
    finding(
      "OTHER_THEME",
      "Les reconversions vers les métiers du numérique relèvent du thème ITN4, pas de SNAP5.",
      "Livret l.886",
      { theme: "ITN4" },
    ),
);

/** What the funding rules read of SNAP5. */
export const snap5Rules: ThemeRules = {
  code: "SNAP5",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet SNAP5",
      opensOn: "2021-01-04",
      closesOn: null,
      envelope: null,
      source: "Livret l.846",
    },
  ],
  funding: {
    rate: [3, 4],
    staffCost: "not-accepted",
    excludedCategories: ["terminal"],
    sources: {
      rate: "Livret l.858",
      "excluded-categories": "COSINUM l.40",
      "staff-cost": "Livret l.858",
    },
  },
  size: {
    min: { amount: euros(30_000), inclusive: true },
    max: { amount: euros(300_000), inclusive: true },
    readOn: "total",
    source: "Livret l.861",
  },
  carriers: ["central-administration", "state-operator"],
  carriersSource: "Livret l.859",
  eligibility: [noRetraining],
};
