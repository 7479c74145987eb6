import type { Outcome } from "@/domain/themes/types";

/** Every status of a dossier. The outcomes of a decision are statuses too, reached when it is confirmed. */
export const DOSSIER_STATUSES = [
  "draft",
  "filed",
  "complement-requested",
  "admissible",
  "under-review",
  "heard",
  "scored",
  "reserve",
  "accepted",
  "refused",
  "set-aside",
  "redirected",
  "to-be-presented-again",
  "withdrawn",
  "in-execution",
  "closed",
] as const;
export type DossierStatus = (typeof DOSSIER_STATUSES)[number];

export type Severity = "info" | "success" | "warning" | "error" | null;

/** The words and the severity of each status. */
export const STATUS_LABELS: Record<DossierStatus, { label: string; severity: Severity }> = {
  draft: { label: "Brouillon", severity: null },
  filed: { label: "Déposé", severity: "info" },
  "complement-requested": { label: "À compléter", severity: "warning" },
  admissible: { label: "Recevable", severity: "info" },
  "under-review": { label: "En instruction", severity: "info" },
  heard: { label: "Auditionné", severity: "info" },
  scored: { label: "Noté", severity: "info" },
  reserve: { label: "En réserve", severity: "info" },
  accepted: { label: "Accepté", severity: "success" },
  refused: { label: "Refusé", severity: null },
  "set-aside": { label: "Écarté", severity: null },
  redirected: { label: "Réorienté", severity: "info" },
  "to-be-presented-again": { label: "À représenter", severity: "warning" },
  withdrawn: { label: "Retiré", severity: null },
  "in-execution": { label: "En exécution", severity: "info" },
  closed: { label: "Clos", severity: null },
};

const DECIDED: readonly DossierStatus[] = [
  "accepted",
  "refused",
  "set-aside",
  "redirected",
  "to-be-presented-again",
] satisfies Outcome[];

/** Statuses of a dossier that is filed and still waits for its decision. */
export const UNDECIDED: readonly DossierStatus[] = [
  "filed",
  "complement-requested",
  "admissible",
  "under-review",
  "heard",
  "scored",
  "reserve",
  "redirected",
];

/** Statuses the carrier reads as « En instruction » until the decision is notified. */
const MASKED: readonly DossierStatus[] = ["heard", "scored", "reserve", ...DECIDED];

/** Statuses in which the decision told to the carrier still holds; any other one is under examination again. */
const KEPT_NOTIFIED: readonly DossierStatus[] = [...DECIDED, "in-execution", "closed", "withdrawn"];

/** Whether what was notified of a dossier stays so at this status. */
export function keepsNotification(status: DossierStatus): boolean {
  return KEPT_NOTIFIED.includes(status);
}

/** Whether a confirmed decision has set this status. */
export function isDecided(status: DossierStatus): boolean {
  return DECIDED.includes(status);
}

/** The status as the carrier and the ministry may read it: nothing of the jury's work before notification. */
export function statusForCarrier(status: DossierStatus, notified: boolean): DossierStatus {
  return !notified && MASKED.includes(status) ? "under-review" : status;
}

/** A status as stored, and whether the decision must be notified for it to be shown; null when it does not matter. */
export interface StoredStatus {
  status: DossierStatus;
  notified: boolean | null;
}

/**
 * What is stored behind a status as `statusForCarrier` shows it: a filter on the shown status reads this, so that it
 * tells nothing more than the list does.
 */
export function storedBehind(shown: DossierStatus): readonly StoredStatus[] {
  return DOSSIER_STATUSES.flatMap((status): StoredStatus[] => {
    const before = statusForCarrier(status, false) === shown;
    const after = statusForCarrier(status, true) === shown;
    if (before && after) return [{ status, notified: null }];
    if (before || after) return [{ status, notified: after }];
    return [];
  });
}
