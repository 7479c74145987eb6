import { FILE_STATUS_WORDS, type FileStatus, formatSize } from "@/domain/dossier/files";
import type { FileSlot } from "@/domain/themes/file-slots";
import { StatusBadge } from "@/ui/status-badge";

/** A file of a dossier, as a reader sees it. */
export interface JoinedFile {
  id: string;
  field: string;
  name: string;
  /** In bytes. */
  size: number;
  status: FileStatus;
  /** Where it is downloaded; null while it may not be. */
  href: string | null;
}

export interface JoinedFilesProps {
  slots: readonly FileSlot[];
  files: readonly JoinedFile[];
  /** Where they are downloaded together; null when there is nothing to. */
  allHref?: string | null | undefined;
}

/** The files joined to a dossier, question by question, each with its size and its state in words. */
export function JoinedFiles({ slots, files, allHref }: JoinedFilesProps) {
  if (files.length === 0) return <p>Aucun fichier n’est joint.</p>;
  return (
    <>
      <dl className="guichet-definitions">
        {slots.map(({ field, label }) => {
          const joined = files.filter((file) => file.field === field);
          return joined.length === 0 ? null : (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {joined.map((file) => (
                  <p key={file.id} className="fr-mb-1w">
                    <FileLink file={file} />
                  </p>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {allHref && (
        <p>
          <a className="fr-link fr-link--download" href={allHref} download>
            Télécharger tous les fichiers
            <span className="fr-link__detail">ZIP, fichiers analysés</span>
          </a>
        </p>
      )}
    </>
  );
}

/** The name of a file, leading to it when it may be read, then its size and its state. */
export function FileLink({ file }: { file: Omit<JoinedFile, "field"> }) {
  const { label, severity } = FILE_STATUS_WORDS[file.status];
  return (
    <>
      {file.href ? (
        <a className="fr-link fr-link--download guichet-file-name" href={file.href} download>
          {file.name}
          <span className="fr-link__detail">{formatSize(file.size)}</span>
        </a>
      ) : (
        <span className="guichet-file-name">
          {file.name}, {formatSize(file.size)}
        </span>
      )}{" "}
      <StatusBadge label={label} severity={severity} small />
    </>
  );
}
