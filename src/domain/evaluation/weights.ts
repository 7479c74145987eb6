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
