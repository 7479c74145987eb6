import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { formatShare } from "@/domain/funding/wording";
import { euros } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** At least half of the operational carrying by deconcentrated services, in ten-thousandths. Livret l.174 */
const MIN_DECONCENTRATED_SHARE = 5_000;

/** The rules of ITN3, version 1. */
export const itn3Rules: ThemeRules = {
  code: "ITN3",
  version: 1,
  calls: [
    {
      key: "aap",
      kind: "aap",
      label: "Appel à projets ITN3",
      opensOn: "2020-12-01",
      closesOn: "2021-01-31",
      envelope: null,
      source: "Livret l.161, l.221",
    },
  ],
  funding: {
    rate: [3, 4],
    staffCost: "valued",
    sources: { rate: "Livret l.173", "staff-cost": "Livret l.173" },
  },
  size: {
    min: { amount: euros(200_000), inclusive: true },
    max: { amount: euros(2_000_000), inclusive: true },
    readOn: "total",
    source: "Livret l.176",
  },
  carriers: ["deconcentrated-service", "central-administration", "business-directorate", "dnum"],
  carriersSource: "Livret l.174",
  eligibility: [
    condition(
      "deconcentratedShare",
      (share) => share >= MIN_DECONCENTRATED_SHARE,
      (share) =>
        finding(
          "DECONCENTRATED_SHARE_LOW",
          `La part des services déconcentrés est de ${formatShare(share)}\u202F; ITN3 demande au moins ${formatShare(MIN_DECONCENTRATED_SHARE)}.`,
          "Livret l.174",
        ),
    ),
    condition(
      "centralAdministrationInvolved",
      (involved) => involved,
      () =>
        finding(
          "CENTRAL_ADMINISTRATION_MISSING",
          "Aucune administration centrale n’est associée\u202F; ITN3 demande celle qui porte la politique publique.",
          "Livret l.174",
        ),
    ),
  ],
};
