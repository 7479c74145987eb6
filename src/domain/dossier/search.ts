/** What is looked for among dossiers, as PostgreSQL's `to_tsquery` and `tsquery` read it. Empty texts look for nothing. */
export interface SearchTerms {
  /** Words, all of them wanted, each by its beginning once it has three letters: `amiant:* & toiture:*`. */
  words: string;
  /** Numbers of dossiers, whole: `'2021-000421'`. */
  numbers: string;
}

/** Longest search kept of what is typed. */
export const SEARCH_LENGTH = 100;
const MOST_WORDS = 12;
const SHORTEST_PREFIX = 3;

const NUMBER = /(?<![\p{L}\p{N}-])(\d{4})-(\d{1,9})(?![\p{L}\p{N}-])/gu;

/**
 * Reads what is typed in a search field. A number is found whole (`2021-000421`) or by its end alone (`421`); anything
 * that is neither a letter nor a digit separates words, so that nothing typed is ever an operator.
 */
export function searchTerms(typed: string): SearchTerms {
  const text = typed.normalize("NFC").slice(0, SEARCH_LENGTH);
  const numbers = [...text.matchAll(NUMBER)].map(
    ([, year = "", rank = ""]) => `'${year}-${rank.padStart(6, "0")}'`,
  );
  const words = text
    .replace(NUMBER, " ")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map(term);
  return { words: words.join(" & "), numbers: numbers.join(" & ") };
}

/** A word by its beginning; a number of few digits as it is written in the list, without its zeros. */
function term(word: string): string {
  if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, "");
  return word.length >= SHORTEST_PREFIX ? `${word}:*` : word;
}
