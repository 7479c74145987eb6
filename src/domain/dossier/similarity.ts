/** From this likeness of their titles on, two dossiers are told to be close (0: nothing alike, 1: the same). */
export const CLOSE_TITLE = 0.4;
/** Words that few dossiers hold, shared in both titles; or anywhere in both title and summary. */
export const SHARED_IN_TITLES = 2;
export const SHARED_ANYWHERE = 5;

/** What two dossiers have in common, as the database measures it. */
export interface Likeness {
  /** Likeness of the titles by trigrams, from 0 to 1. */
  title: number;
  /** Words of the first dossier that the other holds too, the rarest kind only. */
  words: readonly SharedWord[];
}

export interface SharedWord {
  /** As the first dossier writes it. */
  word: string;
  inTitle: boolean;
  inOtherTitle: boolean;
}

/** Whether two dossiers are near enough to be brought together. A portal's reading: no text measures it. */
export function isAlike({ title, words }: Likeness): boolean {
  const inTitles = words.filter(({ inTitle, inOtherTitle }) => inTitle && inOtherTitle).length;
  return title >= CLOSE_TITLE || inTitles >= SHARED_IN_TITLES || words.length >= SHARED_ANYWHERE;
}

/** Words named at most: more would no longer be read. */
const MOST_WORDS = 6;

/**
 * Why two dossiers are brought together. Of the summary of a dossier that the reader may not read in full, no word is
 * named: only those of its title, which they read.
 */
export function likenessWords({ title, words }: Likeness, isFull: boolean): string {
  const named = words.filter(({ inOtherTitle }) => isFull || inOtherTitle).slice(0, MOST_WORDS);
  const told = named.map(({ word }) => word.toLocaleLowerCase("fr")).join(", ");
  const reasons = [
    ...(title >= CLOSE_TITLE ? ["titre proche"] : []),
    ...(told ? [`mots communs\u00A0: ${told}`] : []),
  ];
  return reasons.join("\u202F; ") || "résumé proche";
}
