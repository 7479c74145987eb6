import { addDays, addMonths, endOfDay, parisDay } from "@/domain/calendar";
import type { DossierStatus } from "@/domain/dossier/statuses";
import type { TransitionName } from "@/domain/dossier/transitions";

/**
 * Administrative appeal (« recours gracieux »): the carrier asks the authority that decided to examine its decision
 * again. The founding texts say nothing of it; these are the common rules of administrative decisions, a reading.
 */
const APPEAL_MONTHS = 2;
/** Silence is a rejection after these months. */
const SILENCE_MONTHS = 2;

/**
 * The last instant to appeal against a decision notified at an instant: two whole months, the day of the notification and
 * the last one left out (« délai franc »).
 */
export function appealUntil(notifiedAt: Date): Date {
  return endOfDay(addDays(addMonths(parisDay(notifiedAt), APPEAL_MONTHS), 1));
}

/** The last instant of the two months after which silence rejects an appeal. */
export function silenceAt(filedAt: Date): Date {
  return endOfDay(addMonths(parisDay(filedAt), SILENCE_MONTHS));
}

export const APPEAL_ANSWERS = ["upheld", "rejected", "inadmissible"] as const;
export type AppealAnswer = (typeof APPEAL_ANSWERS)[number];
export type AppealStatus = "filed" | "registered" | "proposed" | AppealAnswer;

/** The words of each state, as both sides read them; a proposed answer is not the carrier's to know. */
export const APPEAL_LABELS: Record<
  AppealStatus,
  { label: string; severity: "info" | "success" | null }
> = {
  filed: { label: "Formé", severity: "info" },
  registered: { label: "En examen", severity: "info" },
  proposed: { label: "Réponse proposée", severity: "info" },
  upheld: { label: "Accueilli", severity: "success" },
  rejected: { label: "Rejeté", severity: null },
  inadmissible: { label: "Irrecevable", severity: null },
};

/** The state as the carrier may read it. */
export function appealForCarrier(status: AppealStatus): AppealStatus {
  return status === "proposed" ? "registered" : status;
}

/** Statuses whose decision may be appealed against, once notified. */
export const APPEALABLE = [
  "accepted",
  "refused",
  "set-aside",
  "to-be-presented-again",
] as const satisfies readonly DossierStatus[];

/** The transition an appeal upheld makes; null where the status allows no appeal. */
export function reopening(status: DossierStatus, scored: boolean): TransitionName | null {
  if (!APPEALABLE.some((known) => known === status)) return null;
  if (status === "set-aside") return "reopenFiled";
  return scored ? "reopenScored" : "reopen";
}

/** Whether a person had a part in a decision: they do not examine the appeal against it. */
export function tookPart(agentId: string, deciders: readonly (string | null)[]): boolean {
  return deciders.includes(agentId);
}
