/** Filters, and what else the address of a list holds, that a person kept under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** The query of the list's address. */
  query: string;
}

/** Longest name of a saved view, in characters. */
export const VIEW_NAME_LENGTH = 60;

/** Views a person may keep of a list: each may be counted whenever the list is read. */
export const MOST_VIEWS = 20;

/** The query of an address that opens a saved view: it may be shared, whoever saved it. */
export function savedViewQuery({ id, query }: Pick<SavedView, "id" | "query">): URLSearchParams {
  const parameters = new URLSearchParams(query);
  parameters.set("enregistree", id);
  return parameters;
}
