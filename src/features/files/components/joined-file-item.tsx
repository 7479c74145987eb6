"use client";

import { useState } from "react";
import { formatSize } from "@/domain/dossier/files";
import { routes } from "@/routes";
import { FileLink } from "@/ui/joined-files";
import type { DraftFile } from "../queries/draft-files";

export interface JoinedFileItemProps {
  number: string;
  file: DraftFile;
  removable: boolean;
  onRemoved: () => void;
}

/** A file of the dossier: its name, its size, its state in words, and the way to take it off. */
export function JoinedFileItem({ number, file, removable, onRemoved }: JoinedFileItemProps) {
  const [failed, setFailed] = useState(false);
  const href = file.readable ? routes.fileContent(number, file.id) : null;
  const removal = routes.fileRemoval(number, file.id);
  return (
    <li className="guichet-file">
      <div>
        <FileLink file={{ ...file, href }} />
        <Explanation file={file} />
        {failed && (
          <p className="fr-error-text" role="alert">
            Le fichier n’a pas pu être retiré. Réessayez dans un instant.
          </p>
        )}
      </div>
      {removable && (
        <form
          action={removal}
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            setFailed(false);
            void fetch(removal, { method: "POST" }).then(
              // Already taken off by somebody else: the list says so.
              ({ ok, status }) => (ok || status === 404 ? onRemoved() : setFailed(true)),
              () => setFailed(true),
            );
          }}
        >
          <button type="submit" className="fr-btn fr-btn--sm fr-btn--tertiary">
            Retirer<span className="fr-sr-only"> {file.name}</span>
          </button>
        </form>
      )}
    </li>
  );
}

/** What one has to do about a file that is neither waiting nor analysed. */
function Explanation({ file }: { file: DraftFile }) {
  switch (file.status) {
    case "receiving":
      return (
        <p className="fr-hint-text">
          {formatSize(file.received)} reçus sur {formatSize(file.size)}.{" "}
          {file.mine
            ? "Si l’envoi n’avance plus, choisissez à nouveau ce fichier\u00A0: il repart d’où il s’est arrêté."
            : "La personne qui l’envoie peut reprendre."}
        </p>
      );
    case "infected":
      return (
        <p className="fr-error-text">
          L’antivirus a trouvé un virus{"\u00A0"}: personne ne peut ouvrir ce fichier et il ne sera
          pas déposé. Retirez-le et prévenez votre support informatique.
        </p>
      );
    case "refused":
      return <p className="fr-error-text">{file.refusal}</p>;
    default:
      return null;
  }
}
