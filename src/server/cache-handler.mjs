import fileSystemCache from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { hashPolicy } from "./content-policy.mjs";

const FileSystemCache = fileSystemCache.default;

/** Seconds a shared cache may keep a page that never changes between two deployments. */
const UNCHANGING = 300;

/** Headers of an entry, computed once: entries stay in memory and hashing costs more than serving. */
const headersOf = new WeakMap();

/**
 * Headers a prerendered page is served with, besides those Next stored: the policy holding the hashes of its own inline
 * scripts, and what a shared cache may do with it.
 * @param {{ html: string, headers?: Record<string, unknown> }} page
 * @param {number | false | undefined} revalidate seconds
 */
export function pageHeaders(page, revalidate) {
  const known = headersOf.get(page);
  if (known) return known;
  const lifetime = revalidate || UNCHANGING;
  const headers = {
    ...page.headers,
    "content-security-policy": hashPolicy(page.html),
    "cache-control": `public, max-age=0, s-maxage=${lifetime}, stale-while-revalidate=${lifetime}`,
  };
  headersOf.set(page, headers);
  return headers;
}

/**
 * Next's own cache of prerendered pages, each entry given its headers: on reading (pages of the build and pages read
 * again from disk) and on writing (the very answer that regenerated the page).
 */
export default class PageCache extends FileSystemCache {
  /** @param {[string, object]} request */
  async get(...request) {
    const entry = await super.get(...request);
    if (entry?.value?.kind === "APP_PAGE") {
      entry.value.headers = pageHeaders(entry.value, entry.cacheControl?.revalidate);
    }
    return entry;
  }

  /** @param {[string, object | null, object]} write */
  async set(...write) {
    const [, value, context] = write;
    if (value?.kind === "APP_PAGE") {
      value.headers = pageHeaders(value, context.cacheControl?.revalidate);
    }
    return super.set(...write);
  }
}
