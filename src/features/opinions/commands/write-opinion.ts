import { z } from "zod";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { ExpertOpinion } from "@/server/database/generated/client";
import { fingerprint } from "@/server/fingerprint";
import { notify } from "@/server/notifications";
import { visibleOpinions } from "@/server/visibility";
import { missingInOpinion } from "../missing";
import type { GiveOpinionInput, OpinionContent } from "../schemas";

/** What became of a save. In a conflict nothing was written: the expert has the opinion open elsewhere. */
export type OpinionSaved =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; saved: Omit<OpinionContent, "baseRevision"> };

/** The actor's own opinion while they write it, its row locked until commit. Throws `not-found` once it is not. */
async function lockOwn(tx: Transaction, actor: Actor, id: string): Promise<ExpertOpinion> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  await tx.$queryRaw`SELECT id FROM expert_opinion WHERE id = ${id}::uuid FOR UPDATE`;
  const opinion = await tx.expertOpinion.findFirst({
    where: { AND: [{ id }, visibleOpinions(actor, "expert")] },
  });
  if (!opinion) throw notFound();
  if (opinion.status === "given") {
    throw new BusinessError("already-done", "Votre avis est remis\u00A0: il ne change plus.");
  }
  return opinion;
}

/**
 * Keeps an opinion as typed, complete or not: nobody but its author reads it before it is handed in. The same content
 * sent twice writes nothing; another content over an older revision is a conflict and writes nothing either.
 */
export function saveOpinion(
  actor: Actor,
  input: OpinionContent & { opinion: string },
): Promise<OpinionSaved> {
  return inTransaction(async (tx) => {
    const { id, choice, text, revision } = await lockOwn(tx, actor, input.opinion);
    const savedAt = (await portalNow(tx)).toISOString();
    if (choice === input.choice && text === input.text) {
      return { status: "saved", revision, savedAt };
    }
    if (input.baseRevision !== revision) {
      const saved = { choice: choice as OpinionContent["choice"], text };
      return { status: "conflict", revision, saved };
    }
    await tx.expertOpinion.update({
      where: { id },
      data: { choice: input.choice, text: input.text, revision: revision + 1 },
    });
    return { status: "saved", revision: revision + 1, savedAt };
  });
}

/**
 * Hands an opinion in, for good; those it is meant for read it from now on, and the dossier is closed to its expert.
 * Throws `incomplete` naming what is missing, `changed-meanwhile` when it is not the one that was read again.
 */
export function giveOpinion(actor: Actor, input: GiveOpinionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const opinion = await lockOwn(tx, actor, input.opinion);
    const missing = missingInOpinion(opinion);
    if (missing.length > 0) {
      throw new BusinessError("incomplete", "Votre avis n’est pas complet.", missing);
    }
    if (opinion.revision !== input.revision) {
      throw new BusinessError(
        "changed-meanwhile",
        "Votre avis a changé depuis que vous l’avez relu\u00A0: il n’a pas été remis. Relisez-le, puis remettez-le.",
      );
    }
    const { id, dossierId, choice, text } = opinion;
    await tx.expertOpinion.update({
      where: { id },
      data: { status: "given", endedAt: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: dossierChain(dossierId),
      actorId: actor.agentId,
      action: "give-opinion",
      facts: { opinionId: id, choice, fingerprint: fingerprint({ choice, text }) },
    });
    const { assigneeId } = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const told = new Set([opinion.requestedById, ...(assigneeId ? [assigneeId] : [])]);
    await notify(
      tx,
      [...told].map((recipientId) => ({
        kind: "opinion-given" as const,
        recipientId,
        dossierId,
        payload: { name: fullName(actor) },
      })),
    );
  });
}
