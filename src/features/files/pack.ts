import type { Readable } from "node:stream";
import { ZipArchive } from "archiver";
import { FILE_STATUS_WORDS, formatSize } from "@/domain/dossier/files";
import { logger } from "@/server/log";
import { type ReadableFile, readBytes } from "./queries/readable-file";

/**
 * Files of a dossier as one ZIP, written while it is sent: one file is open at a time and nothing is kept in memory or
 * on disk. Only analysed files go in; a text says which did not, and why.
 */
export function packFiles(number: string, files: readonly ReadableFile[]): Readable {
  // Documents are compressed already: packing them again costs time and gains nothing.
  const archive = new ZipArchive({ store: true });
  void fill(archive, number, files).catch((error: unknown) => {
    logger().error({
      event: "pack-failed",
      error: error instanceof Error ? error.name : "unknown",
    });
    // An archive cut short must not look whole.
    archive.destroy(new Error("The archive could not be finished"));
  });
  return archive;
}

async function fill(
  archive: ZipArchive,
  number: string,
  files: readonly ReadableFile[],
): Promise<void> {
  const packed = files.filter(({ status }) => status === "analysed");
  const names = distinctNames(packed);
  archive.append(contents(number, files, names), { name: "LISEZ-MOI.txt" });
  for (const [index, file] of packed.entries()) {
    const entered = new Promise<void>((resolve, reject) => {
      archive.once("entry", () => resolve());
      archive.once("error", reject);
      archive.once("close", () => reject(new Error("The reader left")));
    });
    archive.append(await readBytes(file), { name: names[index] ?? file.id });
    await entered;
  }
  await archive.finalize();
}

/** Two files may bear one name: the second is numbered. */
function distinctNames(files: readonly ReadableFile[]): string[] {
  const taken = new Set(["lisez-moi.txt"]);
  return files.map(({ name }) => {
    const dot = name.lastIndexOf(".");
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function contents(
  number: string,
  files: readonly ReadableFile[],
  names: readonly string[],
): string {
  const packed = files.filter(({ status }) => status === "analysed");
  const left = files.filter(({ status }) => status !== "analysed" && status !== "receiving");
  const lines = [
    `Fichiers du dossier ${number}`,
    "",
    packed.length === 0 ? "Aucun fichier analysé pour le moment." : "Dans cette archive :",
    ...packed.map(({ size }, index) => `- ${names[index]} (${formatSize(size)})`),
    ...(left.length > 0 ? ["", "Laissés de côté :"] : []),
    ...left.map(({ name, status }) => `- ${name} (${FILE_STATUS_WORDS[status].label})`),
    "",
  ];
  return lines.join("\r\n");
}
