import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { euros } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** The rules of ITN1, version 1. */
export const itn1Rules: ThemeRules = {
  code: "ITN1",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN1",
      opensOn: "2021-01-04",
      closesOn: null,
      envelope: null,
      source: "Livret l.30",
    },
  ],
  funding: {
    rate: [3, 4],
    staffCost: "not-accepted",
    sources: { rate: "Livret l.36" },
  },
  size: {
    min: { amount: euros(50_000), inclusive: true },
    max: { amount: euros(1_000_000), inclusive: true },
    readOn: "total",
    source: "Livret l.39",
  },
  carriers: [
    "central-administration",
    "business-directorate",
    "dnum",
    "deconcentrated-service",
    "state-operator",
  ],
  carriersSource: "Livret l.37",
  eligibility: [
    condition(
      "procedureInObservatoire",
      (listed) => listed,
      () =>
        finding(
          "PROCEDURE_NOT_LISTED",
          "La démarche ne figure pas à l’observatoire de la qualité des démarches en ligne\u202F; ITN1 est réservé à celles qui y figurent.",
          "Livret l.37",
        ),
    ),
    condition(
      "inChargeOfProcedure",
      (inCharge) => inCharge,
      () =>
        finding(
          "NOT_IN_CHARGE_OF_PROCEDURE",
          "Le porteur doit être l’administration en charge de la démarche. Associez-la ou faites-lui porter le projet.",
          "Livret l.37",
        ),
    ),
  ],
};
