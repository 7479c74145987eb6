/** Longest name of a saved view, in characters. */
export const VIEW_NAME_LENGTH = 60;
