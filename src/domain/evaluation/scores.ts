import type { FieldError } from "@/domain/errors";
import type { Criterion } from "@/domain/themes/types";

/** The scale of a criterion, 0 to 5, in words. */
export const SCORE_VALUES = [0, 1, 2, 3, 4, 5] as const;
export type ScoreValue = (typeof SCORE_VALUES)[number];

export const SCORE_WORDS: Record<ScoreValue, string> = {
  0: "Absent du dossier",
  1: "Très insuffisant",
  2: "Insuffisant",
  3: "Satisfaisant",
  4: "Bon",
  5: "Excellent",
};

/** What each value means, for any criterion: the same for all jurors. No text gives a scale: a reading. */
export const SCORE_ANCHORS: Record<ScoreValue, string> = {
  0: "Le dossier ne dit rien de ce critère.",
  1: "Le dossier en parle sans rien qui convainque.",
  2: "Des éléments existent, mais l’essentiel manque.",
  3: "L’essentiel est là\u202F; des points restent à préciser.",
  4: "Le critère est bien rempli, preuves à l’appui, avec une réserve mineure.",
  5: "Rien ne manque\u00A0: le dossier peut servir d’exemple.",
};

/** What a value means on a criterion: the theme's own words where it has some. */
export function anchorOf({ anchors }: Pick<Criterion, "anchors">, value: ScoreValue): string {
  return anchors?.[value] ?? SCORE_ANCHORS[value];
}

/** What a juror wrote on one criterion; `value` is null while only the justification is written. */
export interface CriterionScore {
  criterion: string;
  value: ScoreValue | null;
  justification: string;
}

/** Narrows a number read from a form or the database to the scale. */
export function isScoreValue(value: unknown): value is ScoreValue {
  return SCORE_VALUES.some((known) => known === value);
}

/** A score in hundredths of a point: 385 is 3,85 out of 5. Always an integer. */
export type Hundredths = number;

/** `3,85 sur 5`, on one line. */
export function formatScore(score: Hundredths): string {
  const decimals = (score % 100).toString().padStart(2, "0");
  return `${Math.floor(score / 100)},${decimals}\u00A0sur\u00A05`;
}

/** Integer division rounded half up; both are positive safe integers. */
export function roundedDivision(numerator: number, denominator: number): number {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  return Number((2n * top + bottom) / (2n * bottom));
}

/** Sum of the weights of a grid. Throws a RangeError when a weight is not a positive integer. */
export function totalWeight(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { key, weight }) => {
    if (!Number.isSafeInteger(weight) || weight < 1) throw new RangeError(`Weight of ${key}`);
    return sum + weight;
  }, 0);
}

/** Σ weight × value of a sheet, or null while a criterion has no value. */
export function weightedSum(
  criteria: readonly Criterion[],
  scores: readonly CriterionScore[],
): number | null {
  let total = 0;
  for (const { key, weight } of criteria) {
    const value = scores.find(({ criterion }) => criterion === key)?.value ?? null;
    if (value === null) return null;
    total += weight * value;
  }
  return total;
}

/** The weighted mean of one sheet, rounded half up to the hundredth; null while a criterion has no value. */
export function sheetScore(
  criteria: readonly Criterion[],
  scores: readonly CriterionScore[],
): Hundredths | null {
  const sum = weightedSum(criteria, scores);
  return sum === null ? null : roundedDivision(100 * sum, totalWeight(criteria));
}

/** Path of a criterion's value and of its justification in the form. */
export const valuePath = (criterion: string) => `note.${criterion}`;
export const justificationPath = (criterion: string) => `justification.${criterion}`;

/** What stands before handing a sheet in: a value and a justification for every criterion, in the grid's order. */
export function missingScores(
  criteria: readonly Criterion[],
  scores: readonly CriterionScore[],
): FieldError[] {
  return criteria.flatMap(({ key, name }) => {
    const score = scores.find(({ criterion }) => criterion === key);
    const errors: FieldError[] = [];
    if (score === undefined || score.value === null) {
      errors.push({
        path: valuePath(key),
        message: `«\u00A0${name}\u00A0»\u00A0: choisissez une note de 0 à 5.`,
      });
    }
    if (!score?.justification.trim()) {
      errors.push({
        path: justificationPath(key),
        message: `«\u00A0${name}\u00A0»\u00A0: justifiez votre note en une phrase au moins.`,
      });
    }
    return errors;
  });
}
