/** Dossiers one act is done on together: a page of the list and some more. */
export const MOST_SELECTED = 50;
