import "server-only";
import type { Readable } from "node:stream";
import { ZipArchive } from "archiver";
import { logger } from "../log";

/** A file of an archive. Its content is asked for when its turn comes. */
export interface ArchiveEntry {
  /** Folders by slashes: `1-2021-000421/plan.pdf`. */
  name: string;
  content: () => Promise<Readable | Uint8Array | string> | Readable | Uint8Array | string;
  /** For texts. Documents are compressed already: packing them again costs time and gains nothing. */
  deflated?: boolean;
}

/**
 * Files as one ZIP, written while it is sent: one is open at a time and nothing is kept in memory or on disk. An archive
 * that cannot be finished is cut, so that it does not look whole.
 */
export function streamedArchive(
  entries: Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>,
): Readable {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  void fill(archive, entries).catch((error: unknown) => {
    logger().error({
      event: "pack-failed",
      error: error instanceof Error ? error.name : "unknown",
    });
    archive.destroy(new Error("The archive could not be finished"));
  });
  return archive;
}

async function fill(
  archive: ZipArchive,
  entries: Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>,
): Promise<void> {
  // One for the whole archive: listeners of each entry would pile up.
  const cut = new Promise<never>((_, reject) => {
    archive.once("error", reject);
    archive.once("close", () => reject(new Error("The reader left")));
  });
  cut.catch(() => undefined);
  for await (const { name, content, deflated = false } of entries) {
    const entered = new Promise<void>((resolve) => archive.once("entry", () => resolve()));
    const given = await content();
    archive.append(given instanceof Uint8Array ? Buffer.from(given) : given, {
      name,
      store: !deflated,
    });
    await Promise.race([entered, cut]);
  }
  await archive.finalize();
}

/** Two files of a folder may bear one name: the second is numbered. */
export function distinctNames(
  names: readonly string[],
  reserved: readonly string[] = [],
): string[] {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
