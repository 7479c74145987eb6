import { Readable } from "node:stream";
import { announceFile } from "@/features/files/commands/announce-file";
import { receiveFile } from "@/features/files/commands/receive-file";
import { typeset } from "@/server/pdf/typeset";
import { type Act, numberOf } from "./acts";
import { french } from "./french";

/** A document as people join one: a page with a title and its paragraphs. */
export interface JoinedDocument {
  /** Question of the step of files. */
  field: "documents" | "territories" | "support";
  /** Name of the file. */
  name: string;
  title: string;
  paragraphs: readonly string[];
}

const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: "fr", size: 11pt)
#set page(margin: 2.5cm)
= #data.title

#for paragraph in data.paragraphs [#paragraph #parbreak()]
`;

/** The carrier joins a document, by the way every file goes: checked, hashed, then analysed by the worker. */
export const documented = (at: string, document: JoinedDocument): Act => ({
  at,
  async perform(stage) {
    const { field, name } = document;
    const number = await numberOf(stage);
    const carrier = stage.actor(stage.story.carrier);
    const content = {
      title: french(document.title),
      paragraphs: document.paragraphs.map(french),
    };
    const bytes = typeset(TEMPLATE, content, new Date(`${at.slice(0, 10)}T09:00:00Z`));
    const size = bytes.byteLength;
    const { id: file } = await announceFile(carrier, { number, field, name, size });
    const upload = { number, file, offset: 0, length: size };
    return receiveFile(carrier, upload, Readable.from([bytes]));
  },
});

/** The documents of the stories of ITN3, invented as they are. */
export const DOCUMENTS = {
  refugesQuote: {
    field: "documents",
    name: "Devis hébergement et compteurs.pdf",
    title: "Devis : hébergement et compteurs",
    paragraphs: [
      "Hébergement de la carte sur deux ans : 24 000 € TTC.",
      "Dix-huit compteurs anonymes, pose comprise : 37 800 € TTC.",
      "Devis valable jusqu’au 31 mars 2021.",
    ],
  },
  refugesLetter: {
    field: "territories",
    name: "Lettre de la préfecture des Hautes-Pyrénées.pdf",
    title: "Lettre d’engagement",
    paragraphs: [
      "La préfecture des Hautes-Pyrénées s’engage à publier chaque matin l’état de ses massifs sur la carte dès le printemps 2021.",
      "Elle désigne deux agents pour suivre le projet.",
    ],
  },
  toituresLetter: {
    field: "support",
    name: "Lettre de soutien du directeur général.pdf",
    title: "Lettre de soutien",
    paragraphs: [
      "La direction générale soutient le repérage de l’amiante par photographie et demande aux services de quatre départements d’y prendre part.",
    ],
  },
  toituresQuote: {
    field: "documents",
    name: "Devis relecture des photographies.pdf",
    title: "Devis : relecture des photographies",
    paragraphs: [
      "Relecture de 12 000 photographies par deux diagnostiqueurs : 54 000 € TTC.",
      "Délai : quatre mois à compter de la commande.",
    ],
  },
} as const satisfies Record<string, JoinedDocument>;
