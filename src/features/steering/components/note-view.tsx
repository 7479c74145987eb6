import { routes } from "@/routes";
import { DocumentView } from "@/ui/document-view";
import { steeringAddress } from "../filters";
import type { Note } from "../note";

/** The note of the committee as a page, and its PDF. */
export function NoteView({ note }: { note: Note }) {
  return (
    <>
      <p>
        <a
          className="fr-link fr-link--download"
          href={routes.steeringNoteFile(steeringAddress(note.filters))}
          download
        >
          Télécharger la note
          <span className="fr-link__detail">PDF</span>
        </a>
      </p>
      <div className="guichet-steering-note">
        <DocumentView id="note" blocks={note.blocks} />
      </div>
    </>
  );
}
