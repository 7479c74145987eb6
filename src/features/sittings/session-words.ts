import type { SessionStatus } from "./queries/sessions";

/** How the status of a session is shown. */
export const SESSION_STATUS: Record<
  SessionStatus,
  { label: string; severity?: "info" | "success" }
> = {
  preparing: { label: "En préparation" },
  scoring: { label: "Notation en cours", severity: "info" },
  closed: { label: "Notation close", severity: "success" },
  open: { label: "Séance ouverte", severity: "info" },
  ended: { label: "Séance levée", severity: "success" },
};

/** What a member answered to their convocation. */
export const ANSWER_WORDS = {
  none: "Pas encore de réponse",
  coming: "Vient",
  "not-coming": "Ne vient pas",
} as const;

/** What became of a dossier in a sitting. */
export const ITEM_STATE_WORDS = {
  waiting: "À examiner",
  current: "En cours d’examen",
  done: "Examiné",
  adjourned: "Ajourné",
} as const;
