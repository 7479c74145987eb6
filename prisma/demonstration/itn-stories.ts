import { itn1Sample } from "@/domain/themes/itn1/sample";
import { itn5Sample } from "@/domain/themes/itn5/sample";
import { spend } from "@/domain/themes/sample";
import type { Story } from "./acts";

/** Two drafts: an ITN1 with its procedure, whose calendar is still to be written; an ITN5 too large for its call. */
export const itnStories: readonly Story[] = [
  {
    key: "ITN1 cession-de-vehicule",
    theme: "ITN1",
    carrier: "porteuse-centrale",
    createdAt: "2021-01-19 20:05",
    content: {
      typed: { ...itn1Sample.typed, startMonth: "", durationMonths: "", milestones: "" },
      lines: itn1Sample.lines,
      withoutCommitments: true,
    },
    acts: [],
  },
  {
    key: "ITN5 horaires-des-bacs",
    theme: "ITN5",
    carrier: "porteuse-operateur",
    createdAt: "2021-01-19 20:20",
    content: {
      typed: itn5Sample.typed ?? {},
      lines: [
        ...itn5Sample.lines,
        spend("Capteurs de position sur douze ponts", "equipment", "96\u202F000"),
      ],
    },
    acts: [],
  },
];
