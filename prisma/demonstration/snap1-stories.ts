import { snap1Sample } from "@/domain/themes/snap1/sample";
import type { Story } from "./acts";

/** A draft with its sites, whose organisation is still to be written. */
export const snap1Stories: readonly Story[] = [
  {
    key: "SNAP1 tres-haut-debit",
    theme: "SNAP1",
    carrier: "porteur-deconcentre",
    createdAt: "2021-01-19 19:40",
    content: {
      typed: { ...snap1Sample.typed, resources: "", schedule: "" },
      lines: snap1Sample.lines,
      withoutCommitments: true,
    },
    acts: [],
  },
];
