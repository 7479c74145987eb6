import type { Outcome } from "@/domain/themes/types";

/** What is proposed or decided, as an act. */
export const OUTCOME_LABELS: Record<Outcome, string> = {
  accepted: "Accepter",
  refused: "Refuser",
  "to-be-presented-again": "Demander une nouvelle présentation",
  "set-aside": "Écarter",
  redirected: "Réorienter",
};
