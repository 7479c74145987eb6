/**
 * What a page's script says of the person the page was made for, by their id. Somebody else may sign in meanwhile in the
 * same browser: what the first one typed is then never saved, nor filed, under the second one's name.
 */
export const PAGE_READER = "x-guichet-agent";
