import { ZipArchive } from "archiver";
import { manifestOf } from "@/server/pieces";
import type { DecisionEvidence } from "./commands/consult-decision";

/** How the archive is verified without the portal. */
const READ_ME = `Dossier de preuves d’une décision.
Chaque pièce est nommée dans manifeste.sha256 avec son empreinte SHA-256.
Vérifier : sha256sum --check manifeste.sha256
Le journal (14-journal.json) se vérifie ligne à ligne : voir docs/audit-log.md du portail.
`;

/** The pieces of a decision as one archive, with a manifest that `sha256sum --check` reads. */
export function evidenceArchive({ pieces, confirmedAt }: DecisionEvidence): ZipArchive {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const add = (name: string, content: string | Uint8Array) =>
    archive.append(Buffer.from(content), { name, date: confirmedAt });
  for (const { name, content } of pieces) add(name, content);
  add("manifeste.sha256", manifestOf(pieces));
  add("LISEZ-MOI.txt", READ_ME);
  void archive.finalize();
  return archive;
}
