import { formatDate } from "@/domain/calendar";
import { type DocumentBlock, inGroups, paragraph } from "@/domain/evidence/document";
import type { ArchiveEntry } from "@/server/files/archive";
import { contentKey } from "@/server/files/keys";
import { inStore } from "@/server/files/reception";
import { fileStore } from "@/server/files/store";
import { documentPdf } from "@/server/pdf/document";
import { onPaper } from "@/server/pdf/paper";
import { manifestOf } from "@/server/pieces";
import type { ProjectPieces } from "./pieces";

/** A closed project as it is archived. */
export interface ProjectArchive extends ProjectPieces {
  number: string;
  title: string;
  /** The instant of its consultation, by the portal's clock. */
  at: Date;
}

/** How the archive is verified without the portal. */
const READ_ME = `Archive d’un projet clos.
sommaire.pdf nomme chaque pièce, sa date et son empreinte SHA-256.
manifeste.sha256 se vérifie par : sha256sum --check manifeste.sha256
L’empreinte d’un dépôt ou d’une lettre se vérifie aussi sur le portail.
`;

/** The archive in its order: what explains it, the pieces, then the files of the store, one open at a time. */
export function* archiveEntries(archive: ProjectArchive): Generator<ArchiveEntry> {
  const { written, stored } = archive;
  yield { name: "LISEZ-MOI.txt", content: () => READ_ME, deflated: true };
  yield { name: "sommaire.pdf", content: () => contentsPdf(archive) };
  yield {
    name: "manifeste.sha256",
    content: () => manifestOf([...written, ...stored]),
    deflated: true,
  };
  for (const { name, content } of written) {
    yield { name, content: () => content, deflated: name.endsWith(".json") };
  }
  for (const { name, storageKey } of stored) {
    yield { name, content: () => inStore(() => fileStore().read(contentKey({ storageKey }))) };
  }
}

function contentsPdf({ number, title, at, written, stored }: ProjectArchive): Uint8Array {
  const blocks: DocumentBlock[] = [
    paragraph(`${title}\nChaque pièce est dans l’archive, avec son empreinte SHA-256.`),
    {
      kind: "table",
      caption: "Pièces de l’archive",
      columns: ["Pièce", "Fichier", "Date", "Empreinte SHA-256"],
      rows: [...written, ...stored].map((piece) => [
        piece.title,
        piece.name,
        piece.at ? formatDate(piece.at) : "Sans objet",
        inGroups(piece.sha256),
      ]),
    },
  ];
  return documentPdf({
    service: onPaper(),
    title: `Archive du projet, dossier ${number}`,
    foot: `Archive du projet, dossier ${number}`,
    blocks,
    at,
  });
}
