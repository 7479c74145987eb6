import { z } from "zod";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { inTeam } from "@/server/team-dossier";
import { lockForFile } from "../file-room";

/**
 * Takes a file off a dossier that one of the actor's teams writes. Its bytes leave the store at night, unless a filing names it.
 * Returns the name of the file. A file already taken off is `not-found`.
 */
export function removeFile(
  actor: Actor,
  { number, file: id }: { number: string; file: string },
): Promise<{ name: string; field: string }> {
  return inTransaction(async (tx) => {
    const known = z.uuid().safeParse(id).success
      ? await tx.file.findFirst({
          where: { id, dossier: inTeam(actor, number) },
          select: { field: true },
        })
      : null;
    const dossier = await lockForFile(tx, actor, number, known?.field ?? "");
    if (!known) throw notFound();
    const [file] = await tx.file.updateManyAndReturn({
      where: { id, dossierId: dossier.id, removedAt: null },
      data: { removedAt: dossier.now },
      select: { name: true, field: true },
    });
    if (!file) throw notFound();
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "remove-file",
      facts: { file: id },
    });
    return file;
  });
}
