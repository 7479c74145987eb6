import type { Severity } from "@/domain/dossier/statuses";

/** Where a phase stands: its money, and the milestone that ends it. */
export const PHASE_STATUSES = ["to-come", "current", "submitted", "released", "withheld"] as const;
export type PhaseStatus = (typeof PHASE_STATUSES)[number];

/** The words of each state: `released` says that its milestone is accepted, and the next phase funded. */
export const PHASE_LABELS: Record<PhaseStatus, { label: string; severity: Severity }> = {
  "to-come": { label: "À venir", severity: null },
  current: { label: "En cours", severity: "info" },
  submitted: { label: "Jalon proposé", severity: "info" },
  released: { label: "Débloqué", severity: "success" },
  withheld: { label: "Non débloqué", severity: "warning" },
};

/** States of a phase whose milestone may be proposed: under way, or not accepted the time before. */
export const UNDER_WAY = ["current", "withheld"] as const satisfies readonly PhaseStatus[];

/** Whether the milestone of a phase at this state may be proposed. */
export function isUnderWay(status: string): boolean {
  return UNDER_WAY.some((known) => known === status);
}
