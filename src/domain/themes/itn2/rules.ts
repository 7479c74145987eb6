import { euros } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** The rules of ITN2, version 1. */
export const itn2Rules: ThemeRules = {
  code: "ITN2",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN2",
      opensOn: "2020-11-02",
      closesOn: null,
      envelope: null,
      source: "Livret l.91",
    },
  ],
  funding: {
    rate: [1, 2],
    staffCost: "not-accepted",
    sources: { rate: "Livret l.103" },
  },
  size: {
    min: { amount: euros(200_000), inclusive: true },
    max: { amount: euros(1_000_000), inclusive: true },
    readOn: "total",
    source: "Livret l.106",
  },
  // A DNUM may file for a directorate, not carry the project itself.
  carriers: ["business-directorate", "state-operator"],
  carriersSource: "Livret l.104",
  eligibility: [],
};
