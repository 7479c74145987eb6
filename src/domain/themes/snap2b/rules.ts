import { euros } from "@/domain/money";
import { snap2Call, snap2Carriers, snap2Eligibility } from "@/domain/themes/snap2-rules";
import type { ThemeRules } from "@/domain/themes/types";

/** What the funding rules read of SNAP2B. */
export const snap2bRules: ThemeRules = {
  code: "SNAP2B",
  version: 1,
  calls: [snap2Call("Guichet SNAP2B", "Livret l.700")],
  funding: {
    rate: [1, 1],
    staffCost: "counterpart",
    categories: ["development", "user-support", "communication"],
    sources: {
      rate: "Livret l.714",
      "staff-cost": "Livret l.714",
      categories: "Livret l.714",
    },
  },
  size: {
    min: { amount: euros(50_000), inclusive: true },
    max: { amount: euros(300_000), inclusive: true },
    readOn: "T3",
    source: "Livret l.717",
  },
  carriers: snap2Carriers,
  carriersSource: "Livret l.715",
  eligibility: snap2Eligibility("Livret l.715", "Livret l.735"),
};
