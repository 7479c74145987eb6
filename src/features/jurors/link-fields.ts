/** Most links of a declaration. */
export const MOST_LINKS = 30;

export type LinkPart = "nature" | "name" | "endedOn" | "detail";

/** Name of a field of one link, by its row in the form: `nature.0`. */
export const linkPath = (part: LinkPart, row: number) => `${part}.${row}`;
