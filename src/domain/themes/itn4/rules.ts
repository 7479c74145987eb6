import type { ThemeRules } from "@/domain/themes/types";

/** The rules of ITN4, version 1. Its size is « non définie » (Livret l.243). */
export const itn4Rules: ThemeRules = {
  code: "ITN4",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN4",
      opensOn: "2021-01-07",
      closesOn: null,
      envelope: null,
      source: "Livret l.228",
    },
  ],
  funding: {
    rate: [3, 4],
    staffCost: "not-accepted",
    sources: { rate: "Livret l.240" },
  },
  size: null,
  carriers: [
    "central-administration",
    "business-directorate",
    "dnum",
    "deconcentrated-service",
    "state-operator",
  ],
  carriersSource: "Livret l.236",
  eligibility: [],
};
