import { type AnnouncedFile, announcedFileSchema } from "@/domain/dossier/files";
import { BusinessError } from "@/domain/errors";

/** What is said of a file before it is sent. Throws `invalid-input` with the sentence of the first thing wrong in it. */
export function readAnnouncedFile(raw: unknown): AnnouncedFile {
  const { data, error } = announcedFileSchema.safeParse(raw);
  if (data) return data;
  const [first] = error.issues;
  throw new BusinessError(
    "invalid-input",
    first && /^[A-ZÉ].*\.$/.test(first.message) && !/^Invalid|^Too/.test(first.message)
      ? first.message
      : "Ce fichier n’est pas lisible. Rechargez la page et recommencez.",
  );
}
