import type { Criterion } from "@/domain/themes/types";

/** The rule, as the pages state it. No text gives a weight: a reading. */
export const WEIGHT_RULE =
  "Chaque critère pèse 1, sauf si le porteur du thème a fixé d’autres poids avant l’ouverture\u202F; dès l’ouverture, ils ne changent plus.";

/** The grid of a call: the theme's criteria, each with the weight its owner set, else the theme's own. */
export function weighted(
  criteria: readonly Criterion[],
  weights: ReadonlyMap<string, number>,
): readonly Criterion[] {
  if (weights.size === 0) return criteria;
  return criteria.map((criterion) => ({
    ...criterion,
    weight: weights.get(criterion.key) ?? criterion.weight,
  }));
}

/**
 * Why the weights of a call may not be set, in French; null when they may. An opened call never changes its rules: it
 * announced them to those who file. One without a date may still be prepared.
 */
export function weightsRefusal({ opensAt }: { opensAt: Date | null }, now: Date): string | null {
  return opensAt !== null && opensAt <= now
    ? "Cette ouverture a commencé\u00A0: ses poids sont figés, les porteurs les ont lus."
    : null;
}
