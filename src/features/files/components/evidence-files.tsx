import "../files.css";
import { ACCEPTED_SENTENCE, formatSize, MAX_FILE_SIZE } from "@/domain/dossier/files";
import { evidenceSlot } from "@/domain/execution/evidence";
import type { Actor } from "@/domain/rights/actor";
import { orUnavailable } from "@/server/unavailable";
import { readDraftFiles } from "../queries/draft-files";
import { FilesForm } from "./files-form";

/** The evidence of a phase's milestone, while its proposal is prepared. */
export async function EvidenceFiles(props: {
  actor: Actor;
  number: string;
  position: number;
  writable: boolean;
}) {
  const { actor, number, position, writable } = props;
  const { files } = await orUnavailable(() => readDraftFiles(actor, number));
  return (
    <>
      <p>
        Les pièces se joignent avant la proposition. Formats acceptés{"\u00A0"}: {ACCEPTED_SENTENCE}
        . {formatSize(MAX_FILE_SIZE)} au plus par fichier.
      </p>
      <FilesForm
        number={number}
        slots={[evidenceSlot(position)]}
        initial={files}
        writable={writable}
      />
    </>
  );
}
