import { euros } from "@/domain/money";
import {
  snap34Call,
  snap34Carriers,
  snap34Eligibility,
  snap34Funding,
} from "@/domain/themes/snap34-rules";
import type { ThemeRules } from "@/domain/themes/types";

const lines = { funding: "Livret l.747", eligibility: "Livret l.748", indicators: "Livret l.770" };

const shared = snap34Funding(lines);

/** What the funding rules read of SNAP3. */
export const snap3Rules: ThemeRules = {
  code: "SNAP3",
  version: 1,
  calls: [snap34Call("Guichet SNAP3", "Livret l.741")],
  funding: {
    ...shared,
    capPerProject: euros(2_000_000),
    // Written for this theme alone; elsewhere it is the reading retained.
    sources: { ...shared.sources, "requested-grant": lines.funding },
  },
  size: {
    min: { amount: euros(500_000), inclusive: true },
    max: { amount: euros(3_000_000), inclusive: true },
    readOn: "total",
    source: "Livret l.750",
  },
  carriers: snap34Carriers,
  carriersSource: "Livret l.748",
  eligibility: snap34Eligibility(lines),
};
