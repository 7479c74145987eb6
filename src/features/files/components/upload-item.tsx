"use client";

import { formatSize } from "@/domain/dossier/files";
import type { Upload, Uploads } from "./use-uploads";

/** A file on its way: how far it is in words and as a bar, and what one can do about it. */
export function UploadItem({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { name, size, sent, state, message } = upload;
  const act = actOn(upload, uploads);
  return (
    <li className="guichet-file">
      <div>
        <p className="fr-mb-1v guichet-file-name">{name}</p>
        {state !== "failed" && (
          <>
            <progress
              className="guichet-progress"
              value={sent}
              max={size}
              aria-label={`Envoi de ${name}`}
            />
            <p className="fr-hint-text">{progressSentence(upload)}</p>
          </>
        )}
        {message && <p className="fr-error-text">{message}</p>}
      </div>
      <div className="guichet-file__acts">{act && <Act {...act} name={name} />}</div>
    </li>
  );
}

/** The one thing to do about an upload: the same button, so that the focus stays on it. */
function actOn({ key, state }: Upload, uploads: Uploads) {
  switch (state) {
    case "sending":
      return { label: "Suspendre", act: () => uploads.pause(key) };
    case "paused":
    case "cut":
      return { label: "Reprendre", act: () => uploads.resume(key) };
    case "failed":
      return { label: "Masquer", act: () => uploads.forget(key) };
    default:
      return null;
  }
}

function progressSentence({ sent, size, state }: Upload): string {
  const far = `${formatSize(sent)} sur ${formatSize(size)}`;
  switch (state) {
    case "preparing":
      return "Préparation de l’envoi.";
    case "paused":
      return `Envoi suspendu à ${far}.`;
    case "cut":
      return `Envoi interrompu à ${far}.`;
    default:
      return sent === size ? "Vérification du fichier." : `Envoi en cours\u00A0: ${far}.`;
  }
}

function Act({ label, name, act }: { label: string; name: string; act: () => void }) {
  return (
    <button type="button" className="fr-btn fr-btn--sm fr-btn--tertiary" onClick={act}>
      {label}
      <span className="fr-sr-only"> {name}</span>
    </button>
  );
}
