import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { euros } from "@/domain/money";
import {
  snap34Call,
  snap34Carriers,
  snap34Eligibility,
  snap34Funding,
} from "@/domain/themes/snap34-rules";
import type { ThemeRules } from "@/domain/themes/types";

const lines = { funding: "Livret l.801", eligibility: "Livret l.802", indicators: "Livret l.822" };

/** Livret l.808: a trusted cloud is a condition here, not only a rated criterion (reading of the texts). */
const trustedHosting = condition(
  "hosting",
  (hosting) => hosting !== "other",
  () =>
    finding(
      "HOSTING_NOT_COMPLIANT",
      "Le produit doit être hébergé dans un nuage maîtrisé\u00A0: cercle 1 de l’État ou prestataire qualifié SecNumCloud.",
      "Livret l.808",
      { interpretation: true },
    ),
);

/** Livret l.808: what belongs to a single trade is outside the theme. */
const notTradeSpecific = condition(
  "tradeSpecificDomain",
  (specific) => !specific,
  () =>
    finding(
      "TRADE_SPECIFIC_DOMAIN",
      "Un outil propre à un seul métier n’entre pas dans ce thème.",
      "Livret l.808",
    ),
);

/** What the funding rules read of SNAP4. */
export const snap4Rules: ThemeRules = {
  code: "SNAP4",
  version: 1,
  calls: [snap34Call("Guichet SNAP4", "Livret l.795")],
  funding: {
    ...snap34Funding(lines),
    capPerDossier: euros(3_000_000),
    capPerProject: euros(8_000_000),
  },
  size: {
    min: { amount: euros(500_000), inclusive: true },
    max: { amount: euros(8_000_000), inclusive: true },
    readOn: "total",
    source: "Livret l.804",
  },
  carriers: snap34Carriers,
  carriersSource: "Livret l.802",
  eligibility: [...snap34Eligibility(lines), trustedHosting, notTradeSpecific],
};
