import loaded from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { hashPolicy } from "./content-policy.mjs";

/** Node gives a CommonJS module's exports as the default import; a bundler (this file enters proxy.ts's) its default. */
const FileSystemCache = "default" in loaded ? loaded.default : loaded;

/** What a shared cache may do with a public page: keep it a minute, then serve it while asking for the next one. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=60, stale-while-revalidate=600";

/** Headers of an entry, computed once: entries stay in memory and hashing costs more than serving. */
const headersOf = new WeakMap();

/**
 * Headers a prerendered page is served with, besides those Next stored: the policy holding the hashes of its own inline
 * scripts, and what a shared cache may do with it.
 * @param {{ html: string, status?: number, headers?: Record<string, unknown> }} page
 */
export function pageHeaders(page) {
  const known = headersOf.get(page);
  if (known) return known;
  const headers = { ...page.headers, "content-security-policy": hashPolicy(page.html) };
  // Next already forbids to keep the pages of errors.
  if ((page.status ?? 200) === 200) headers["cache-control"] = CACHE_CONTROL;
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
      entry.value.headers = pageHeaders(entry.value);
    }
    return entry;
  }

  /** @param {[string, object | null, object]} write */
  async set(...write) {
    const [, value] = write;
    if (value?.kind === "APP_PAGE") {
      value.headers = pageHeaders(value);
    }
    return super.set(...write);
  }
}
