import "server-only";
import { createReadStream } from "node:fs";
import { fileTypeFromFile } from "file-type";
import { type Entry, openPromise } from "yauzl";
import { type ArchiveEntry, archiveRefusal } from "@/domain/dossier/archive";
import { kindOf } from "@/domain/dossier/files";

/** The kind of Unix file kept in the upper half of an entry's attributes, and the kind of a link. */
const KIND_MASK = 0xf000;
const SYMLINK = 0xa000;
/** One more than an archive may have: enough to refuse it without reading the rest. */
const ENTRIES_READ = 5_001;

const MALFORMED = "Ce fichier est abîmé ou incomplet. Enregistrez-le à nouveau, puis joignez-le.";

/**
 * Why the content of a file is refused, as a French sentence, or null: its first bytes must be those of the kind its
 * name announces, and an archive or an office file must stay within bounds, judged on its directory before anything of
 * it is inflated.
 */
export async function contentRefusal(
  path: string,
  { name, size }: { name: string; size: number },
): Promise<string | null> {
  const kind = kindOf(name);
  if (!kind) return "Ce type de fichier n’est pas accepté.";
  const { family, mediaType } = kind;
  const entries = await archiveEntries(path);
  if (family === "plain" || family === "text") {
    if (entries) return "Ce fichier est de deux formats à la fois. Enregistrez-le à nouveau.";
  } else {
    if (!entries || entries === "broken") return MALFORMED;
    const refusal = archiveRefusal(entries, { family, size });
    if (refusal) return refusal;
  }
  const found = await fileTypeFromFile(path).catch(() => null);
  if (found === null) return MALFORMED;
  if (family === "text") return found || !(await isText(path)) ? NOT_TEXT : null;
  return found?.mime === mediaType ? null : otherContent(name);
}

const NOT_TEXT =
  "Ce fichier n’est pas du texte lisible. Enregistrez-le en UTF-8 ou joignez-le en PDF.";

function otherContent(name: string): string {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return `Le contenu de ce fichier n’est pas celui d’un fichier «\u00A0.${extension}\u00A0». Enregistrez-le dans son vrai format.`;
}

/**
 * The directory of a ZIP, `broken` when it cannot be followed to its end, null when the file has none. Names and sizes
 * are given as declared: they are judged, not trusted.
 */
async function archiveEntries(path: string): Promise<ArchiveEntry[] | "broken" | null> {
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch(() => null);
  if (!zip) return null;
  const entries: ArchiveEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(read(entry));
      if (entries.length === ENTRIES_READ) break;
    }
    return entries;
  } catch {
    return "broken";
  } finally {
    zip.close();
  }
}

function read(entry: Entry): ArchiveEntry {
  return {
    // Without decoding, yauzl gives the bytes of the name; Latin-1 keeps every ASCII sign that matters here.
    name: entry.fileNameRaw.toString("latin1"),
    offset: entry.relativeOffsetOfLocalHeader,
    compressedSize: entry.compressedSize,
    uncompressedSize: entry.uncompressedSize,
    isEncrypted: entry.isEncrypted(),
    isSymlink: ((entry.externalFileAttributes >>> 16) & KIND_MASK) === SYMLINK,
  };
}

/** Whether a file holds no byte that a text, in UTF-8 or in the old Western encodings, never holds. */
async function isText(path: string): Promise<boolean> {
  const file = createReadStream(path);
  for await (const chunk of file as AsyncIterable<Buffer>) {
    // Tab to carriage return, and everything from the space on.
    if (chunk.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)) return false;
  }
  return true;
}
