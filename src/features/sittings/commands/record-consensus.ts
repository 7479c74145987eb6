import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { quorumSentence } from "@/domain/sitting/quorum";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { readRoom } from "@/server/sitting";
import { lockItem, requireCurrent, requireOpen } from "../locked-session";
import type { ConsensusInput } from "../schemas";

/**
 * Records the score the sitting agrees on for a criterion, with its reason: it takes the place of the mean of the sheets.
 * After the close of scoring, before any decision is confirmed, while the quorum is there.
 */
export function recordConsensus(actor: Actor, input: ConsensusInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossier, session, item } = await lockItem(tx, actor, input, "keep-session");
    requireOpen(session);
    requireCurrent(item);
    if (dossier.status !== "scored" && dossier.status !== "reserve") {
      throw new BusinessError(
        "incomplete",
        "La note de consensus vient après la clôture de la notation, et avant la décision.",
      );
    }
    if (!dossier.theme.criteria.some(({ key }) => key === input.criterion)) {
      throw new BusinessError("invalid-input", "La note de consensus est à revoir.", [
        { path: "criterion", message: "Choisissez un critère de la grille." },
      ]);
    }
    const { quorum } = await readRoom(tx, session, dossier.id);
    if (!quorum.reached) throw new BusinessError("incomplete", quorumSentence(quorum));
    const key = {
      sessionId: session.id,
      dossierId: dossier.id,
      criterion: input.criterion,
    };
    const before = await tx.consensusScore.findUnique({
      where: { sessionId_dossierId_criterion: key },
    });
    const agreed = { value: input.value, reason: input.reason, recordedById: actor.agentId };
    await tx.consensusScore.upsert({
      where: { sessionId_dossierId_criterion: key },
      create: { ...key, ...agreed },
      update: { ...agreed, at: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "record-consensus",
      facts: {
        criterion: input.criterion,
        before: before?.value ?? null,
        value: input.value,
        reason: input.reason,
      },
    });
  });
}
