"use client";

import { useRef } from "react";
import { ACCEPTED_EXTENSIONS } from "@/domain/dossier/files";
import type { FileSlot } from "@/domain/themes/file-slots";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import type { DraftFile } from "../queries/draft-files";
import { JoinedFileItem } from "./joined-file-item";
import { UploadItem } from "./upload-item";
import { type JoinedFilesState, useJoinedFiles } from "./use-joined-files";
import { type Uploads, useUploads } from "./use-uploads";

export interface FilesFormProps {
  number: string;
  slots: readonly FileSlot[];
  initial: readonly DraftFile[];
  /** False for who only reads. */
  writable: boolean;
}

/** The questions answered by files. Without script, each is a plain form; with it, files go on after a cut. */
export function FilesForm({ number, slots, initial, writable }: FilesFormProps) {
  const joined = useJoinedFiles(number, initial);
  const uploads = useUploads(number, {
    onJoined: joined.refresh,
    announce: joined.announce,
  });
  return (
    <>
      <p role="status" className="fr-sr-only">
        {joined.announcement}
      </p>
      {slots.map((slot) => (
        <Question
          key={slot.field}
          number={number}
          slot={slot}
          joined={joined}
          uploads={uploads}
          writable={writable}
        />
      ))}
    </>
  );
}

interface QuestionProps {
  number: string;
  slot: FileSlot;
  joined: JoinedFilesState;
  uploads: Uploads;
  writable: boolean;
}

function Question({ number, slot, joined, uploads, writable }: QuestionProps) {
  const { field, label } = slot;
  const title = useRef<HTMLHeadingElement>(null);
  const sending = uploads.list.filter((upload) => upload.field === field);
  const arriving = new Set(uploads.list.map(({ file }) => file));
  const files = joined.files.filter((file) => file.field === field && !arriving.has(file.id));
  return (
    <section aria-labelledby={`fichiers-${field}`} className="fr-mb-4w">
      <h3 className="fr-h5" id={`fichiers-${field}`} ref={title} tabIndex={-1}>
        {label}
      </h3>
      {files.length + sending.length === 0 ? (
        <p>Aucun fichier joint.</p>
      ) : (
        <ul className="guichet-files">
          {files.map((file) => (
            <JoinedFileItem
              key={file.id}
              number={number}
              file={file}
              removable={writable}
              onRemoved={() => {
                joined.announce(`${file.name} est retiré.`);
                joined.refresh();
                title.current?.focus();
              }}
            />
          ))}
          {sending.map((upload) => (
            <UploadItem key={upload.key} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
      {writable && <ChooseFiles number={number} slot={slot} add={uploads.add} />}
    </section>
  );
}

function ChooseFiles(props: { number: string; slot: FileSlot; add: Uploads["add"] }) {
  const { number, slot, add } = props;
  const { field, label, hint, source } = slot;
  const id = fieldId(`fichiers.${field}`);
  return (
    <form
      action={routes.files(number)}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const chosen = form.elements.namedItem("files");
        if (!(chosen instanceof HTMLInputElement) || !chosen.files) return;
        add(field, [...chosen.files]);
        form.reset();
      }}
    >
      <input type="hidden" name="field" value={field} />
      <div className="fr-upload-group">
        <label className="fr-label" htmlFor={id}>
          Ajouter des fichiers
          <For label={label} />
          <span className="fr-hint-text">
            {hint} Vous pouvez en choisir plusieurs à la fois.{source && ` ${source}`}
          </span>
        </label>
        <input
          className="fr-upload"
          type="file"
          id={id}
          name="files"
          multiple
          required
          accept={ACCEPTED_EXTENSIONS.join(",")}
        />
      </div>
      <button type="submit" className="fr-btn fr-btn--secondary fr-mt-2w">
        Joindre
        <For label={label} />
      </button>
    </form>
  );
}

/** For screen readers: several questions have the same button. */
function For({ label }: { label: string }) {
  return (
    <span className="fr-sr-only">
      {" "}
      à «{"\u00A0"}
      {label}
      {"\u00A0"}»
    </span>
  );
}
