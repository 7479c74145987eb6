import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { euros } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** The partner network exists when the call opens (Livret l.638). */
const NETWORK_BY = "2020-12-01";

/** Livret l.638: an operator comes with the DNUM of its main supervising ministry. */
const filedWithDnum = condition(
  "filedWithDnum",
  (joint, { carrier }) => joint || carrier.kind !== "state-operator",
  () =>
    finding(
      "DNUM_JOINT_FILING_MISSING",
      "Un opérateur présente son dossier avec la direction du numérique (DNUM) de son ministère de tutelle principale.",
      "Livret l.638",
    ),
);

/** Livret l.638: an operator already has a network built on the RIE partner offer when the call opens. */
const networkExists = condition(
  "riePartnerNetworkSince",
  (since, { carrier }) => since <= NETWORK_BY || carrier.kind !== "state-operator",
  () =>
    finding(
      "RIE_NETWORK_TOO_RECENT",
      "Le réseau de l’opérateur fondé sur l’offre partenaire du RIE doit exister à l’ouverture du guichet, le 1er décembre 2020.",
      "Livret l.638",
    ),
);

/** What the funding rules read of SNAP1. */
export const snap1Rules: ThemeRules = {
  code: "SNAP1",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet SNAP1",
      opensOn: "2020-12-01",
      closesOn: null,
      envelope: null,
      source: "Livret l.625",
    },
  ],
  funding: {
    rate: [1, 1],
    staffCost: "not-accepted",
    years: [2021, 2022],
    excludedCategories: ["terminal"],
    sources: {
      rate: "Livret l.637",
      years: "Livret l.637",
      "excluded-categories": "COSINUM l.40",
      "staff-cost": "Livret l.637",
    },
  },
  size: {
    min: { amount: euros(100_000), inclusive: true },
    max: { amount: euros(2_000_000), inclusive: true },
    readOn: "total",
    source: "Livret l.640",
  },
  carriers: ["central-administration", "deconcentrated-service", "state-operator"],
  carriersSource: "Livret l.638",
  eligibility: [networkExists, filedWithDnum],
};
