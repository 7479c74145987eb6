/** The fields of a dossier in the form of the order: the rank typed, and the one it was typed over. */
export const rankField = (number: string) => `rang-${number}`;
export const formerRankField = (number: string) => `rang-lu-${number}`;
