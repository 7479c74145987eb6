import type { DossierStatus } from "@/domain/dossier/statuses";
import type { Finding } from "@/domain/funding/types";
import type { Theme } from "@/domain/themes/types";

export const CHECK_ANSWERS = ["yes", "no", "to-check"] as const;
/** What the person who checks says of a point. */
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export const CHECK_LABELS: Record<CheckAnswer, string> = {
  yes: "Conforme",
  no: "Non conforme",
  "to-check": "À vérifier",
};

/** One point of the checklist, with what the rules make of it before anybody looks. */
export interface CheckPoint {
  /** Stable within the dossier's theme version; stored with the answer in the audit line. */
  key: string;
  text: string;
  source: string;
  prefilled: CheckAnswer;
}

/** The point that no rule can prefill. */
const COMPLETENESS = "detail";

/** The name of a point of the checklist in a form. */
export const checkPath = (key: string) => `point.${key}`;

/** Codes that speak of the calendar: the database judged it at filing. */
const OF_FILING = ["NOT_OPEN", "LATE", "NEXT_ROUND"];

/**
 * The checklist of a dossier: what the rules found first, then each condition of the theme, then the completeness, which
 * only a person can judge. A condition whose place in the texts raised a finding is left to check; a finding that blocks
 * is « non conforme »; the rest « à vérifier ». The person decides: nothing is set aside by itself (Livret l.221).
 */
export function checklist(
  theme: Pick<Theme, "eligibilityFacts" | "answerContents" | "carriersSource">,
  findings: readonly Finding[],
): CheckPoint[] {
  const raised = findings.filter(
    ({ code, severity }) => severity !== "information" && !OF_FILING.includes(code),
  );
  const doubtful = new Set(raised.map(({ source }) => source));
  return [
    ...raised.map(({ code, message, source, severity }): CheckPoint => {
      const prefilled = severity === "warning" ? "to-check" : "no";
      return { key: `finding-${code.toLowerCase()}`, text: message, source, prefilled };
    }),
    ...theme.eligibilityFacts.map(({ text, source }, index): CheckPoint => {
      const prefilled = doubtful.has(source) ? "to-check" : "yes";
      return { key: `condition-${index + 1}`, text, source, prefilled };
    }),
    {
      key: COMPLETENESS,
      text: "Le dossier est complet et assez détaillé pour être examiné.",
      source: theme.answerContents[0]?.source ?? theme.carriersSource,
      prefilled: "to-check",
    },
  ];
}

/**
 * The points that the rules leave open besides the completeness. Without any, whoever has read the dossier only has its
 * completeness to judge: it may be declared admissible together with others.
 */
export function leftOpen(points: readonly CheckPoint[]): CheckPoint[] {
  return points.filter(({ key, prefilled }) => key !== COMPLETENESS && prefilled !== "yes");
}

/** Coded motives of a setting aside. The carrier reads the text written beside, never the code. */
export const SET_ASIDE_MOTIVES = [
  { value: "not-eligible", label: "Conditions d’éligibilité non remplies" },
  { value: "not-detailed", label: "Dossier trop peu détaillé pour être examiné" },
  { value: "out-of-theme", label: "Projet hors du champ du thème" },
  { value: "duplicate", label: "Dossier déjà déposé par ailleurs" },
  { value: "not-selected", label: "Projet non retenu à la première sélection" },
  { value: "other", label: "Autre raison" },
] as const;
export type SetAsideMotive = (typeof SET_ASIDE_MOTIVES)[number]["value"];

/**
 * The motives offered at this point: before the dossier is found admissible, those of its admissibility; at the first
 * selection (ITN5, Livret l.353), that it is not kept first.
 */
export function setAsideMotives(status: DossierStatus) {
  const first = SET_ASIDE_MOTIVES.filter(({ value }) => value === "not-selected");
  const others = SET_ASIDE_MOTIVES.filter(({ value }) => value !== "not-selected");
  return status === "admissible" ? [...first, ...others] : others;
}
