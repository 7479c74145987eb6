import { z } from "zod";
import { name } from "../text";

/** Sizes are in bytes; a « Mo » of the portal is the one that file managers count: 1 024 × 1 024. */
const MEGABYTE = 1024 * 1024;

export const MAX_FILE_SIZE = 50 * MEGABYTE;
/** Over all the files of a dossier, those on their way included. */
export const MAX_DOSSIER_SIZE = 500 * MEGABYTE;
/** Bounds the list a person has to read, and the rows one dossier can make. */
export const MAX_FILES = 200;

export const FILE_STATUSES = ["receiving", "waiting", "analysed", "infected", "refused"] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** The state of a file in words. `severity` gives its badge an icon and a colour. */
export const FILE_STATUS_WORDS: Readonly<
  Record<FileStatus, { label: string; severity?: "info" | "success" | "warning" | "error" }>
> = {
  receiving: { label: "Envoi inachevé", severity: "warning" },
  waiting: { label: "En analyse", severity: "info" },
  analysed: { label: "Analysé", severity: "success" },
  infected: { label: "Infecté, bloqué", severity: "error" },
  refused: { label: "Refusé", severity: "error" },
};

/** How the content of a file is checked. */
export type FileFamily = "plain" | "text" | "office" | "open-document" | "archive";

interface FileKind {
  mediaType: string;
  family: FileFamily;
}

const ofFamily = (family: FileFamily, mediaType: string): FileKind => ({ family, mediaType });
const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/** The files accepted, by extension. Nothing else enters: neither programs nor pages nor documents with macros. */
const KINDS: Readonly<Record<string, FileKind>> = {
  pdf: ofFamily("plain", "application/pdf"),
  odt: ofFamily("open-document", `${OPEN}.text`),
  ods: ofFamily("open-document", `${OPEN}.spreadsheet`),
  odp: ofFamily("open-document", `${OPEN}.presentation`),
  docx: ofFamily("office", `${OFFICE}.wordprocessingml.document`),
  xlsx: ofFamily("office", `${OFFICE}.spreadsheetml.sheet`),
  pptx: ofFamily("office", `${OFFICE}.presentationml.presentation`),
  png: ofFamily("plain", "image/png"),
  jpg: ofFamily("plain", "image/jpeg"),
  jpeg: ofFamily("plain", "image/jpeg"),
  csv: ofFamily("text", "text/csv"),
  txt: ofFamily("text", "text/plain"),
  zip: ofFamily("archive", "application/zip"),
};

/** For the `accept` of a file field. */
export const ACCEPTED_EXTENSIONS = Object.keys(KINDS).map((extension) => `.${extension}`);

/** Told before one chooses a file. */
export const ACCEPTED_SENTENCE = "PDF, ODT, ODS, ODP, DOCX, XLSX, PPTX, PNG, JPEG, CSV, TXT ou ZIP";

/** The kind a name announces, or null when it is not accepted. */
export function kindOf(fileName: string): FileKind | null {
  const extension = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(KINDS, extension) ? (KINDS[extension] ?? null) : null;
}

/** `12,4 Mo`, `850 ko`, `12 octets`. */
export function formatSize(bytes: number): string {
  const figures = (value: number, digits: number) =>
    value.toLocaleString("fr-FR", { maximumFractionDigits: digits });
  if (bytes < 1024) return `${figures(bytes, 0)}\u00A0octet${bytes > 1 ? "s" : ""}`;
  if (bytes < MEGABYTE) return `${figures(bytes / 1024, 0)}\u00A0ko`;
  return `${figures(bytes / MEGABYTE, 1)}\u00A0Mo`;
}

/** The name of a file as its author sees it: one line, ordinary characters, an accepted extension, no folder. */
export const fileNameSchema = name(200)
  .refine((value) => value !== "" && !/[/\\]/.test(value), {
    message: "Le nom du fichier ne doit être ni vide ni celui d’un dossier. Renommez-le.",
  })
  .refine((value) => kindOf(value) !== null, {
    message: `Ce type de fichier n’est pas accepté. Formats possibles\u00A0: ${ACCEPTED_SENTENCE}.`,
  });

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, {
  message: "L’empreinte du fichier n’est pas lisible. Recommencez l’envoi.",
});

export const TOO_LARGE = `Ce fichier dépasse ${formatSize(MAX_FILE_SIZE)}. Réduisez-le ou partagez-le en plusieurs fichiers.`;

/** What a browser says of a file before sending it. `sha256` may be absent: the portal then only keeps its own. */
export const announcedFileSchema = z.strictObject({
  field: z.string().max(60),
  name: fileNameSchema,
  size: z
    .int()
    .positive("Ce fichier est vide. Vérifiez-le, puis choisissez-le à nouveau.")
    .max(MAX_FILE_SIZE, TOO_LARGE),
  sha256: sha256Schema.optional(),
});
export type AnnouncedFile = z.output<typeof announcedFileSchema>;

/** Told when a dossier has no room left for a file. */
export function noRoomSentence(used: number): string {
  const left = formatSize(Math.max(0, MAX_DOSSIER_SIZE - used));
  return `Les fichiers d’un dossier tiennent dans ${formatSize(MAX_DOSSIER_SIZE)}\u00A0: il reste ${left}. Retirez un fichier ou réduisez celui-ci.`;
}

/** Whether the bytes of a file may be read: once analysed by all who see it, before by its author alone. */
export function isReadable(status: FileStatus, isAuthor: boolean): boolean {
  return status === "analysed" || (status === "waiting" && isAuthor);
}

/** A file as a filing keeps it: what its fingerprint speaks of. */
export const filedFileSchema = z.object({
  id: z.uuid(),
  field: z.string(),
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
});
export type FiledFile = z.output<typeof filedFileSchema>;

/** Statuses of the files a filing takes: an analysis under way never holds it back. */
export const FILED_STATUSES = ["waiting", "analysed"] as const satisfies readonly FileStatus[];
