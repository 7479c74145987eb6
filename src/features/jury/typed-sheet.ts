import type { CriterionScore } from "@/domain/evaluation/scores";

/** A sheet as typed. */
export interface TypedSheet {
  scores: CriterionScore[];
  privateNotes: string;
}
