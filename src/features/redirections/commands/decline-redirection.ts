import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { notify, withdrawProposalNotices } from "@/server/notifications";
import { lockProposal } from "../locked-proposal";
import type { DeclineRedirectionInput } from "../schemas";

/**
 * Leaves a proposed dossier to the theme that has it, with a reason its people read. The carrier is told nothing: its
 * dossier goes on where it was. Throws as `lockProposal`.
 */
export function declineRedirection(
  actor: Actor,
  input: DeclineRedirectionInput,
): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const { dossier, redirection } = await lockProposal(tx, actor, input);
    const { reason } = input;
    await tx.redirection.update({
      where: { id: redirection.id },
      data: {
        status: "declined",
        answeredById: actor.agentId,
        answeredAt: await portalNow(tx),
        answerReason: reason,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "decline-redirection",
      facts: { redirectionId: redirection.id, toTheme: redirection.toTheme, reason },
    });
    await withdrawProposalNotices(tx, dossier.id);
    const { assigneeId } = await tx.dossier.findUniqueOrThrow({
      where: { id: dossier.id },
      select: { assigneeId: true },
    });
    const told = new Set([redirection.proposedById, ...(assigneeId ? [assigneeId] : [])]);
    await notify(
      tx,
      [...told].map((recipientId) => ({
        kind: "redirection-answered" as const,
        recipientId,
        dossierId: dossier.id,
        payload: { theme: redirection.toTheme, answer: "declined" },
      })),
    );
    return { number: dossier.number };
  });
}
