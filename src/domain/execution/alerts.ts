import { addDays, type Day } from "@/domain/calendar";
import type { Cents } from "@/domain/money";
import type { Drift } from "./drift";
import { DRIFT_THRESHOLDS, type Weather } from "./weather";

/** What a ministry is warned of on a project in execution, the gravest first. */
export const PROJECT_ALERTS = ["late", "compromised", "drift", "dormant", "closing"] as const;
export type ProjectAlert = (typeof PROJECT_ALERTS)[number];

export const ALERT_WORDS: Readonly<Record<ProjectAlert, { label: string; slug: string }>> = {
  late: { label: "Échéance dépassée", slug: "echeance-depassee" },
  compromised: { label: "Météo compromise", slug: "meteo-compromise" },
  drift: { label: "Dérive de 20\u00A0% ou plus", slug: "derive" },
  dormant: { label: "Crédits dormants", slug: "credits-dormants" },
  closing: { label: "Fin prévue proche", slug: "fin-proche" },
};

/** Days before the planned end from which a project is told to end soon. No text gives a delay: a reading. */
export const CLOSING_DAYS = 60;

/** Drift from which the ministry is warned: the one that calls for help. */
export const DRIFT_ALERT = DRIFT_THRESHOLDS["help-needed"];

/** The planned end up to which a project ends soon, or has gone past its end without being closed. */
export function closingUntil(today: Day): Day {
  return addDays(today, CLOSING_DAYS);
}

/** A project in execution, as its alerts are told. */
export interface WatchedProject {
  suspended: boolean;
  nextDueOn: Day | null;
  endsOn: Day;
  weather: Weather | null;
  /** Of the last report; null before the first. */
  drift: Drift | null;
  /** Authorisations received that sleep. */
  dormant: Cents;
}

/** The alerts of a project. A suspended one is late of nothing. */
export function alertsOf(project: WatchedProject, today: Day): readonly ProjectAlert[] {
  const { suspended, nextDueOn, endsOn, weather, drift, dormant } = project;
  const raised: Readonly<Record<ProjectAlert, boolean>> = {
    late: !suspended && nextDueOn !== null && nextDueOn < today,
    compromised: weather === "compromised",
    drift: drift !== null && Math.max(drift.budget ?? 0, drift.calendar) >= DRIFT_ALERT,
    dormant: dormant > 0,
    closing: endsOn <= closingUntil(today),
  };
  return PROJECT_ALERTS.filter((alert) => raised[alert]);
}
