/** Sites shown at once: five hundred stay light to read. */
export const SITES_PER_PAGE = 25;

/** The query of the page of the step on which a site stands; its rank is from 1. */
export function pageOfSite(rank: number): string {
  const page = Math.max(1, Math.ceil(rank / SITES_PER_PAGE));
  return page === 1 ? "" : `?page=${page}`;
}
