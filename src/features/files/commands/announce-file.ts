import { randomUUID } from "node:crypto";
import {
  type AnnouncedFile,
  kindOf,
  MAX_DOSSIER_SIZE,
  MAX_FILES,
  noRoomSentence,
} from "@/domain/dossier/files";
import { BusinessError } from "@/domain/errors";
import { evidencePosition } from "@/domain/execution/evidence";
import type { Actor } from "@/domain/rights/actor";
import { fileSlots } from "@/domain/themes/file-slots";
import { themeByCode } from "@/domain/themes/index";
import { inTransaction, type Transaction } from "@/server/database/client";
import { newStorageKey } from "@/server/files/keys";
import { lockForFile } from "../file-room";

/**
 * Makes room for a file about to arrive on a dossier that one of the actor's teams writes: its size counts at once, so that two
 * uploads never share the last megabytes. Returns the id it is sent to. Throws `too-large` when the dossier has no room
 * left, `invalid-input` for a question that takes no file.
 */
export function announceFile(
  actor: Actor,
  { number, ...file }: AnnouncedFile & { number: string },
): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockForFile(tx, actor, number, file.field);
    const theme = themeByCode(dossier.themeCode);
    const slots = theme ? fileSlots({ theme: theme.code }) : [];
    if (evidencePosition(file.field) === null && !slots.some(({ field }) => field === file.field)) {
      throw new BusinessError("invalid-input", "Cette question ne prend pas de fichier.", [
        { path: "field", message: "Cette question ne prend pas de fichier." },
      ]);
    }
    const id = randomUUID();
    const mediaType = kindOf(file.name)?.mediaType ?? "";
    // The dossier's row is locked, and the condition says it again: the sum never passes the limit.
    const made = await tx.$executeRaw`
      INSERT INTO file (id, dossier_id, field, name, media_type, size, sha256, storage_key, agent_id, created_at)
      SELECT ${id}::uuid, ${dossier.id}::uuid, ${file.field}, ${file.name}, ${mediaType}, ${file.size},
        ${file.sha256 ?? ""}, ${newStorageKey()}, ${actor.agentId}::uuid, ${dossier.now}
      WHERE (
        SELECT coalesce(sum(size), 0) + ${file.size}::bigint <= ${MAX_DOSSIER_SIZE}::bigint AND count(*) < ${MAX_FILES}
        FROM file WHERE dossier_id = ${dossier.id}::uuid AND removed_at IS NULL AND status <> 'refused')`;
    if (made === 0) throw await noRoom(tx, dossier.id);
    return { id };
  });
}

async function noRoom(tx: Transaction, dossierId: string): Promise<BusinessError> {
  const { _sum, _count } = await tx.file.aggregate({
    where: { dossierId, removedAt: null, status: { not: "refused" } },
    _sum: { size: true },
    _count: true,
  });
  return new BusinessError(
    "too-large",
    _count >= MAX_FILES
      ? `Un dossier contient au plus ${MAX_FILES} fichiers. Retirez-en un ou réunissez-en plusieurs.`
      : noRoomSentence(Number(_sum.size ?? 0)),
  );
}
