import type { FileFamily } from "./files";

/** An entry of the central directory of a ZIP, read without inflating anything. */
export interface ArchiveEntry {
  name: string;
  /** Where its local header stands in the file, in bytes. */
  offset: number;
  compressedSize: number;
  uncompressedSize: number;
  isEncrypted: boolean;
  isSymlink: boolean;
}

/** Office files hold hundreds of parts; beyond, nobody reads them. */
const MAX_ENTRIES = 5_000;
const MAX_UNCOMPRESSED = 500 * 1024 * 1024;
/** A spreadsheet of figures packs at 1 to 20; a bomb at 1 000. Small files may pack as they like. */
const MAX_RATIO = 100;
const RATIO_FROM = 20 * 1024 * 1024;
/** The fixed part of a local header: no two entries may share it. */
const LOCAL_HEADER = 30;

const ARCHIVES = /\.(?:zip|7z|rar|tar|gz|tgz|bz2|xz|zst|cab|iso|img|arj|lzh)$/i;
const PROGRAMS =
  /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|apk|app|dmg|sh|reg|docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppsm|html?|svg)$/i;
const OFFICE_MACROS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|(?:^|\/)macrosheets\//i;
const OPEN_DOCUMENT_MACROS = /^(?:Basic|Scripts)\//;

/**
 * Why an archive or an office file is refused, as a French sentence, or null. Judged on its directory alone: what it
 * declares is what an unpacker would believe, and nothing is inflated here.
 */
export function archiveRefusal(
  entries: readonly ArchiveEntry[],
  { family, size }: { family: FileFamily; size: number },
): string | null {
  if (entries.length === 0) return "Cette archive est vide.";
  if (entries.length > MAX_ENTRIES) {
    return "Cette archive contient trop de fichiers. Partagez-la en plusieurs archives.";
  }
  const packed = total(entries, ({ compressedSize }) => compressedSize);
  const unpacked = total(entries, ({ uncompressedSize }) => uncompressedSize);
  if (unpacked > MAX_UNCOMPRESSED || (unpacked > RATIO_FROM && unpacked > MAX_RATIO * size)) {
    return "Une fois décompressé, ce fichier serait démesuré. Joignez ses documents un par un.";
  }
  if (packed > size || overlap(entries)) {
    return "Ce fichier compressé est mal formé. Enregistrez-le à nouveau, puis joignez-le.";
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return "Ce fichier est protégé par un mot de passe\u00A0: l’antivirus ne peut pas le lire. Joignez-le sans mot de passe.";
  }
  if (entries.some(({ isSymlink, name }) => isSymlink || leavesItsFolder(name))) {
    return "Cette archive mène hors d’elle-même. Joignez ses documents un par un.";
  }
  return family === "archive" ? zipRefusal(entries) : documentRefusal(entries, family);
}

function zipRefusal(entries: readonly ArchiveEntry[]): string | null {
  if (entries.some(({ name }) => ARCHIVES.test(name))) {
    return "Cette archive en contient une autre. Joignez les documents eux-mêmes.";
  }
  if (entries.some(({ name }) => PROGRAMS.test(name) || OFFICE_MACROS.test(name))) {
    return "Cette archive contient un programme, une page web ou un document à macros. Retirez-le de l’archive.";
  }
  return null;
}

function documentRefusal(entries: readonly ArchiveEntry[], family: FileFamily): string | null {
  const macros = family === "office" ? OFFICE_MACROS : OPEN_DOCUMENT_MACROS;
  return entries.some(({ name }) => macros.test(name))
    ? "Ce document contient des macros. Enregistrez-le sans macro, ou en PDF."
    : null;
}

function leavesItsFolder(name: string): boolean {
  return (
    name.includes("\u0000") ||
    /^(?:[/\\]|[A-Za-z]:)/.test(name) ||
    name.split(/[/\\]/).some((part) => part === "..")
  );
}

/** Entries that share bytes: how a small archive unpacks to petabytes. */
function overlap(entries: readonly ArchiveEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  return sorted.some(({ offset, compressedSize }, index) => {
    const next = sorted[index + 1];
    return next !== undefined && offset + LOCAL_HEADER + compressedSize > next.offset;
  });
}

function total(entries: readonly ArchiveEntry[], read: (entry: ArchiveEntry) => number): number {
  return entries.reduce((sum, entry) => sum + read(entry), 0);
}
