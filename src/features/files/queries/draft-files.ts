import { type FileStatus, isReadable, MAX_DOSSIER_SIZE } from "@/domain/dossier/files";
import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { environment } from "@/server/environment";
import { visibleDossiers } from "@/server/visibility";

/** A file of a dossier as its team sees it. Sizes are in bytes. */
export interface DraftFile {
  id: string;
  field: string;
  name: string;
  size: number;
  received: number;
  status: FileStatus;
  /** Why it was refused; null otherwise. */
  refusal: string | null;
  /** Joined by the reader. */
  mine: boolean;
  readable: boolean;
}

export interface DraftFiles {
  files: readonly DraftFile[];
  /** Bytes the dossier may still take. */
  room: number;
  /** Whether an antivirus is wired: without one, files wait. */
  scanned: boolean;
}

/** The files of a dossier of one of the actor's teams, oldest first. Throws `not-found` out of sight. */
export async function readDraftFiles(actor: Actor, number: string): Promise<DraftFiles> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: {
      files: { where: { removedAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  if (!dossier) throw notFound();
  const files = dossier.files.map((file): DraftFile => {
    const status = file.status as FileStatus;
    const mine = file.agentId === actor.agentId;
    return {
      id: file.id,
      field: file.field,
      name: file.name,
      size: Number(file.size),
      received: Number(file.received),
      status,
      refusal: file.refusal,
      mine,
      readable: isReadable(status, mine),
    };
  });
  const used = files
    .filter(({ status }) => status !== "refused")
    .reduce((sum, { size }) => sum + size, 0);
  return {
    files,
    room: MAX_DOSSIER_SIZE - used,
    scanned: environment().clamdAddress !== undefined,
  };
}
