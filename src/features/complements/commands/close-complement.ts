import { parisDay } from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockExamined, transitionContext } from "@/server/examined-dossier";
import { teamOf } from "@/server/recipients";
import { transition } from "@/server/transition";
import type { CloseComplementInput } from "../schemas";

/**
 * Goes on without waiting for the complements, before or after the end of the delay, with a reason that the carrier
 * reads. The dossier is examined as it was filed: what the carrier typed since stays in its history, unsent. Throws
 * `already-done` when no request is open any more: the carrier may have answered at the same instant.
 */
export function closeComplement(actor: Actor, input: CloseComplementInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "request-complement");
    const at = await portalNow(tx);
    const [closed] = await tx.complementRequest.updateManyAndReturn({
      where: { dossierId: dossier.id, status: "open" },
      data: {
        status: "closed",
        endedById: actor.agentId,
        endedAt: at,
        endedReason: input.reason,
      },
    });
    if (!closed) {
      throw new BusinessError(
        "already-done",
        "Aucune demande de compléments n’est ouverte sur ce dossier\u00A0: le porteur a répondu, ou l’examen a déjà repris.",
      );
    }
    const team = await teamOf(tx, dossier.id);
    await transition(tx, {
      name: "closeComplement",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: { number: closed.number, dueOn: parisDay(closed.dueAt), reason: input.reason },
      notices: team.map((recipientId) => ({
        kind: "complement-closed",
        recipientId,
        dossierId: dossier.id,
        payload: { reason: input.reason },
      })),
    });
  });
}
