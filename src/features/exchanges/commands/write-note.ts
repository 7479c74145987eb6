import { writingClosed } from "@/domain/dossier/exchanges";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import type { WriteNoteInput } from "../schemas";

/** Keeps an internal note: never changed, never taken back; another one corrects it. Nobody is told. */
export function writeNote(actor: Actor, { number, key, body }: WriteNoteInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, number, "exchange");
    const kept = await tx.internalNote.findUnique({ where: { id: key } });
    if (kept) {
      const isSame =
        kept.dossierId === dossier.id && kept.agentId === actor.agentId && kept.body === body;
      if (isSame) return;
      throw new BusinessError(
        "already-done",
        "Une autre note est déjà enregistrée depuis cette page. Copiez votre texte, rechargez la page, puis recommencez.",
      );
    }
    const closed = writingClosed(dossier);
    if (closed) throw new BusinessError("not-open", closed);
    await tx.internalNote.create({
      data: { id: key, dossierId: dossier.id, agentId: actor.agentId, body },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "write-note",
      facts: { noteId: key },
    });
  });
}
