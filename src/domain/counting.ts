/** Beyond this number a list is « plus de 1 000 »: counting on would cost more than it tells. */
export const MOST_COUNTED = 1000;

/** « 12 », « plus de 1 000 » for a count that stopped one above `MOST_COUNTED`. */
export function countWords(count: number): string {
  return count > MOST_COUNTED
    ? `plus de ${MOST_COUNTED.toLocaleString("fr-FR")}`
    : count.toLocaleString("fr-FR");
}
