/** Longest name of a saved view, in characters. */
export const VIEW_NAME_LENGTH = 60;

/** Dossiers one act is done on together: a page of the list and some more. */
export const MOST_SELECTED = 50;
