import { euros } from "@/domain/money";
import type { SizeBound, ThemeRules } from "@/domain/themes/types";

/** At exactly 100 000 € the strict reading of « < 100.000 € » is the call for projects. Livret l.315, l.322 */
const THRESHOLD = euros(100_000);
const min: SizeBound = { amount: euros(10_000), inclusive: true };
const max: SizeBound = { amount: euros(1_000_000), inclusive: true };

/** The rules of ITN5, version 1. */
export const itn5Rules: ThemeRules = {
  code: "ITN5",
  version: 1,
  calls: [
    {
      key: "aap-1",
      kind: "aap",
      label: "Appel à projets ITN5, 1re session",
      opensOn: "2020-11-16",
      closesOn: "2020-12-19",
      envelope: euros(6_000_000),
      source: "Livret l.311",
    },
    {
      key: "aap-2",
      kind: "aap",
      label: "Appel à projets ITN5, 2e session",
      opensOn: null,
      closesOn: null,
      announced: "T2 2021",
      envelope: euros(6_000_000),
      source: "Livret l.312",
    },
    {
      key: "aap-3",
      kind: "aap",
      label: "Appel à projets ITN5, 3e session",
      opensOn: null,
      closesOn: null,
      announced: "T4 2021",
      envelope: euros(7_000_000),
      source: "Livret l.313",
    },
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN5",
      opensOn: "2021-01-18",
      closesOn: null,
      envelope: euros(4_000_000),
      source: "Livret l.315",
    },
  ],
  funding: {
    rate: [3, 4],
    staffCost: "not-accepted",
    sources: { rate: "Livret l.319" },
  },
  size: {
    min,
    max,
    readOn: "total",
    byCall: {
      guichet: { min, max: { amount: THRESHOLD, inclusive: false } },
      aap: { min: { amount: THRESHOLD, inclusive: true }, max },
    },
    source: "Livret l.315, l.322",
  },
  // A DNUM may file for a directorate, not carry the project itself.
  carriers: ["business-directorate", "state-operator"],
  carriersSource: "Livret l.320",
  eligibility: [],
};
