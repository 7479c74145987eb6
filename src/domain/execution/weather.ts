import { type Drift, formatDrift } from "./drift";

/** How a project stands, from the best to the worst. The carrier confirms it; no rule decides alone. */
export const WEATHERS = ["secure", "reachable", "help-needed", "compromised"] as const;
export type Weather = (typeof WEATHERS)[number];

export const WEATHER_LABELS: Readonly<Record<Weather, string>> = {
  secure: "Sécurisé",
  reachable: "Atteignable",
  "help-needed": "Appui nécessaire",
  compromised: "Compromis",
};

/** What each means, for who confirms it. */
export const WEATHER_WORDS: Readonly<Record<Weather, string>> = {
  secure: "Le projet suit son plan.",
  reachable: "Des écarts existent\u202F; l’équipe sait les rattraper.",
  "help-needed": "L’équipe ne rattrapera pas seule\u00A0: elle demande un appui.",
  compromised: "Le but, le coût ou le calendrier ne tiendront pas.",
};

/** Narrows what was typed or stored. */
export function isWeather(value: unknown): value is Weather {
  return WEATHERS.some((known) => known === value);
}

/**
 * Thresholds of drift, in hundredths of a percent. No text gives them for the funds. Retained: the target that the
 * direction set itself for the panorama, 20 %; half of it is a first sign, twice of it compromises.
 */
export const DRIFT_THRESHOLDS = { reachable: 1_000, "help-needed": 2_000, compromised: 4_000 };

/** Alerts from which help is suggested, whatever the drift. */
export const ALERTS_FOR_HELP = 3;

const worse = (one: Weather, other: Weather): Weather =>
  WEATHERS.indexOf(one) >= WEATHERS.indexOf(other) ? one : other;

/** Later or dearer counts; sooner or cheaper is no danger. */
function weatherOfDrift(drift: number | null): Weather {
  if (drift === null || drift < DRIFT_THRESHOLDS.reachable) return "secure";
  if (drift < DRIFT_THRESHOLDS["help-needed"]) return "reachable";
  return drift < DRIFT_THRESHOLDS.compromised ? "help-needed" : "compromised";
}

/** The weather suggested by the drift and the number of alerts. */
export function suggestedWeather(drift: Drift, alerts: number): Weather {
  const ofAlerts = alerts >= ALERTS_FOR_HELP ? "help-needed" : alerts > 0 ? "reachable" : "secure";
  return [weatherOfDrift(drift.budget), weatherOfDrift(drift.calendar)].reduce(worse, ofAlerts);
}

/** Whether the weather confirmed is better than the suggested one: it must then be explained. */
export function isBrighter(confirmed: Weather, suggested: Weather): boolean {
  return WEATHERS.indexOf(confirmed) < WEATHERS.indexOf(suggested);
}

/** How the suggestion was made, in words. */
export function suggestionSentence(drift: Drift, alerts: number): string {
  const budget = drift.budget === null ? "" : `budget ${formatDrift(drift.budget)}, `;
  const count =
    alerts === 0
      ? "aucun écart signalé"
      : `${alerts} écart${alerts > 1 ? "s" : ""} signalé${alerts > 1 ? "s" : ""}`;
  return `D’après le plan initial\u00A0: ${budget}calendrier ${formatDrift(drift.calendar)}, ${count}.`;
}
