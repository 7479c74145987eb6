import { z } from "zod";
import { covers } from "@/domain/dossier/team";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { expectsFile } from "@/server/expected-file";
import { receiveBytes } from "@/server/files/reception";
import { settleFile } from "@/server/files/settlement";
import { visibleDossiers } from "@/server/visibility";

/** A file of the actor's on its way to a dossier. */
export interface FileOnItsWay {
  id: string;
  storageKey: string;
  size: bigint;
  received: bigint;
}

/**
 * The upload of the actor, read again at every request with their rights of that moment: who lost the dossier, or whose
 * dossier was filed meanwhile, sends nothing more. Throws `not-found` out of sight, for the upload of somebody else and
 * once nothing more is expected.
 */
export async function openUpload(
  actor: Actor,
  { number, file: id }: { number: string; file: string },
): Promise<FileOnItsWay> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const file = await database().file.findFirst({
    where: {
      id,
      agentId: actor.agentId,
      removedAt: null,
      dossier: { number, ...visibleDossiers(actor, "carrier") },
    },
    include: {
      dossier: {
        select: {
          id: true,
          status: true,
          notifiedAt: true,
          themeCode: true,
          themeVersion: true,
          formVersion: true,
          members: { where: { agentId: actor.agentId }, select: { access: true } },
        },
      },
    },
  });
  if (!file || file.status === "refused") throw notFound();
  if (!covers(file.dossier.members[0]?.access ?? "read", "write")) throw notAllowed();
  if (file.status === "receiving" && !(await expectsFile(database(), file.dossier, file.field))) {
    throw new BusinessError(
      "already-done",
      "Le dossier a été déposé avant la fin de l’envoi\u00A0: il ne contient pas ce fichier.",
    );
  }
  return file;
}

/**
 * Takes bytes at an offset of an upload and, with the last ones, settles the file. Returns the number of bytes kept.
 * Throws `changed-meanwhile` when the offset is not where the file stands, `too-large` when more is sent than announced.
 */
export async function receiveFile(
  actor: Actor,
  upload: { number: string; file: string; offset: number; length: number | null },
  body: AsyncIterable<Uint8Array>,
): Promise<number> {
  const file = await openUpload(actor, upload);
  const received = Number(file.received);
  if (upload.offset !== received) {
    throw new BusinessError(
      "changed-meanwhile",
      "L’envoi ne reprend pas où il s’était arrêté. Reprenez-le.",
    );
  }
  if (upload.length !== null && received + upload.length > Number(file.size)) {
    throw new BusinessError("too-large", "L’envoi est plus long que le fichier annoncé.");
  }
  const kept = await receiveBytes(file, body);
  if (kept === Number(file.size)) await settleFile(file.id);
  return kept;
}
