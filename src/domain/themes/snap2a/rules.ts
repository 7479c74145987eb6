import { euros } from "@/domain/money";
import { snap2Call, snap2Carriers, snap2Eligibility } from "@/domain/themes/snap2-rules";
import type { ThemeRules } from "@/domain/themes/types";

/** What the funding rules read of SNAP2A. */
export const snap2aRules: ThemeRules = {
  code: "SNAP2A",
  version: 1,
  calls: [snap2Call("Guichet SNAP2A", "Livret l.669")],
  funding: {
    rate: [1, 1],
    staffCost: "counterpart",
    categories: ["development", "training", "user-support", "communication"],
    sources: {
      rate: "Livret l.675",
      "staff-cost": "Livret l.675",
      categories: "Livret l.675",
    },
  },
  size: {
    min: { amount: euros(100_000), inclusive: true },
    max: { amount: euros(500_000), inclusive: true },
    readOn: "T3",
    source: "Livret l.678",
  },
  carriers: snap2Carriers,
  carriersSource: "Livret l.676",
  eligibility: snap2Eligibility("Livret l.676", "Livret l.694"),
};
