import type { Outcome } from "@/domain/themes/types";

/** A coded motive of a decision. The carrier reads the text written beside it; the code serves the statistics. */
export interface DecisionMotive {
  value: string;
  label: string;
  /** Outcomes it may explain. */
  outcomes: readonly Outcome[];
}

/** No text gives a list: a reading retained, the words of the juries of the founding texts' criteria. */
export const DECISION_MOTIVES = [
  { value: "meets-criteria", label: "Répond aux critères du thème", outcomes: ["accepted"] },
  {
    value: "meets-in-part",
    label: "Répond aux critères, pour une partie du projet",
    outcomes: ["accepted"],
  },
  { value: "reserve-called", label: "Appelé depuis la liste de réserve", outcomes: ["accepted"] },
  {
    value: "weak-impact",
    label: "Effets attendus trop faibles ou non démontrés",
    outcomes: ["refused", "to-be-presented-again"],
  },
  {
    value: "not-mature",
    label: "Projet ou équipe trop peu avancés",
    outcomes: ["refused", "to-be-presented-again"],
  },
  {
    value: "costs-not-justified",
    label: "Coûts insuffisamment justifiés",
    outcomes: ["refused", "to-be-presented-again"],
  },
  {
    value: "technical-choices",
    label: "Choix techniques à revoir",
    outcomes: ["refused", "to-be-presented-again"],
  },
  { value: "out-of-theme", label: "Projet hors du champ du thème", outcomes: ["refused"] },
  { value: "already-funded", label: "Projet déjà financé par ailleurs", outcomes: ["refused"] },
  {
    value: "envelope-spent",
    label: "Enveloppe épuisée par des dossiers mieux classés",
    outcomes: ["refused"],
  },
  {
    value: "other",
    label: "Autre raison",
    outcomes: ["accepted", "refused", "to-be-presented-again"],
  },
] as const satisfies readonly DecisionMotive[];

export type MotiveCode = (typeof DECISION_MOTIVES)[number]["value"];

export const MOTIVE_CODES = DECISION_MOTIVES.map(({ value }) => value) as [
  MotiveCode,
  ...MotiveCode[],
];

/** Whether a motive may explain an outcome. */
export function explains(code: MotiveCode, outcome: Outcome): boolean {
  const motive: DecisionMotive | undefined = DECISION_MOTIVES.find(({ value }) => value === code);
  return motive?.outcomes.includes(outcome) ?? false;
}

/** The words of a stored code; null for one this version does not know, or for none. */
export function motiveLabel(code: string | null): string | null {
  return DECISION_MOTIVES.find(({ value }) => value === code)?.label ?? null;
}
