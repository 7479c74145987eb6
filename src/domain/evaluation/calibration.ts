import type { Criterion } from "@/domain/themes/types";
import { type CriterionScore, totalWeight, weightedSum } from "./scores";

/** A sheet is an outlier when its score is further from the median of the dossier's sheets than this many points… */
export const OUTLIER_POINTS = 1;
/** … among this many sheets or more: with two, each is as far as the other. */
export const OUTLIER_SHEETS = 3;

/** The figures published in advance, as the pages state them. No text defines them: readings. */
export const CALIBRATION_RULES: readonly { term: string; rule: string }[] = [
  {
    term: "Note d’une fiche",
    rule: "La moyenne de ses notes, chacune comptée selon le poids de son critère, arrondie au centième.",
  },
  {
    term: "Note du dossier",
    rule: "La moyenne des notes des fiches remises, arrondie au centième.",
  },
  {
    term: "Note médiane",
    rule: "La note du milieu quand les fiches sont rangées par note\u202F; entre deux, leur moyenne.",
  },
  { term: "Écart entre les fiches", rule: "La note la plus haute moins la plus basse." },
  {
    term: "Fiche éloignée",
    rule: `Une fiche dont la note est à plus de ${OUTLIER_POINTS} point de la médiane, quand le dossier compte au moins ${OUTLIER_SHEETS} fiches. Elle compte comme les autres\u00A0: le jury en parle en séance.`,
  },
];

/**
 * The sheets further than OUTLIER_POINTS from the median, by their place in the list; none among fewer than
 * OUTLIER_SHEETS. Compared exactly, before any rounding: exactly one point away is not further. Throws a RangeError on a
 * sheet with a criterion missing.
 */
export function outliers(
  criteria: readonly Criterion[],
  sheets: readonly (readonly CriterionScore[])[],
): ReadonlySet<number> {
  if (sheets.length < OUTLIER_SHEETS) return new Set();
  const sums = sheets.map((sheet) => {
    const sum = weightedSum(criteria, sheet);
    if (sum === null) throw new RangeError("An incomplete sheet cannot be calibrated");
    return sum;
  });
  const sorted = [...sums].sort((a, b) => a - b);
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const above = sorted[Math.floor(sorted.length / 2)] ?? 0;
  // Twice the distance to the median, which may fall between two sums.
  const limit = 2 * OUTLIER_POINTS * totalWeight(criteria);
  return new Set(
    sums.flatMap((sum, index) => (Math.abs(2 * sum - below - above) > limit ? [index] : [])),
  );
}
