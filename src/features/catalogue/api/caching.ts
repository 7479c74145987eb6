/** As the public pages: made again after a minute. */
export const PUBLIC_MINUTE = { "cache-control": "public, max-age=60, stale-while-revalidate=60" };
