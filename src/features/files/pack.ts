import type { Readable } from "node:stream";
import { FILE_STATUS_WORDS, formatSize } from "@/domain/dossier/files";
import { distinctNames, streamedArchive } from "@/server/files/archive";
import { type ReadableFile, readBytes } from "./queries/readable-file";

const READ_ME = "LISEZ-MOI.txt";

/** Files of a dossier as one ZIP. Only analysed files go in; a text says which did not, and why. */
export function packFiles(number: string, files: readonly ReadableFile[]): Readable {
  const packed = files.filter(({ status }) => status === "analysed");
  const names = distinctNames(
    packed.map(({ name }) => name),
    [READ_ME],
  );
  return streamedArchive([
    { name: READ_ME, content: () => contents(number, files, names) },
    ...packed.map((file, index) => ({
      name: names[index] ?? file.id,
      content: () => readBytes(file),
    })),
  ]);
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
