import { mayAnswer } from "@/domain/dossier/opinion";
import { type DossierStatus, UNDECIDED } from "@/domain/dossier/statuses";
import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { type ConflictGround, groundWords } from "@/domain/rights/conflicts";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { conflictsWith, lockJudge, readJudges } from "@/server/conflicts";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { ExpertOpinion } from "@/server/database/generated/client";
import { sha256 } from "@/server/fingerprint";
import { notify } from "@/server/notifications";
import { visibleOpinions } from "@/server/visibility";

/** What became of an acceptance: a conflict found by the portal closes the request instead. */
export type Accepted = { opinion: string } | { conflict: string };

/**
 * Accepts the request a link leads to: from then on the dossier as filed is the expert's to read. The link is the key,
 * the domain of the address a guard. Throws `not-found` for no link of ours, `not-allowed` for another domain,
 * `already-done` once somebody answered or the request ended.
 */
export function acceptOpinion(actor: Actor, { token }: { token: string }): Promise<Accepted> {
  return inTransaction(async (tx) => {
    const request = await openLink(tx, actor, token);
    await lockJudge(tx, actor.agentId);
    const ground = await conflictOf(tx, actor, request);
    if (ground) {
      await decline(tx, actor, request, { ground });
      return { conflict: groundWords(ground) };
    }
    await tx.expertOpinion.update({
      where: { id: request.id },
      data: { status: "accepted", expertId: actor.agentId, acceptedAt: await portalNow(tx) },
    });
    await recordFact(tx, {
      chain: dossierChain(request.dossierId),
      actorId: actor.agentId,
      action: "accept-opinion",
      facts: { opinionId: request.id },
    });
    return { opinion: request.id };
  });
}

/** Declines the request a link leads to, with the reason. */
export function declineLink(actor: Actor, input: { token: string; reason: string }): Promise<void> {
  return inTransaction(async (tx) => {
    const request = await openLink(tx, actor, input.token);
    await decline(tx, actor, request, { reason: input.reason });
  });
}

/** Declines an opinion one had accepted, with the reason: the dossier is closed to its expert. */
export function declineOpinion(
  actor: Actor,
  input: { opinion: string; reason: string },
): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM expert_opinion WHERE id = ${input.opinion}::uuid FOR UPDATE`;
    const opinion = await tx.expertOpinion.findFirst({
      where: { AND: [{ id: input.opinion, status: "accepted" }, visibleOpinions(actor, "expert")] },
    });
    if (!opinion) throw notFound();
    await decline(tx, actor, opinion, { reason: input.reason });
  });
}

/** The request of a link while it waits, its dossier and itself locked until commit. */
async function openLink(tx: Transaction, actor: Actor, token: string): Promise<ExpertOpinion> {
  const tokenHash = sha256(token);
  const found = await tx.expertOpinion.findUnique({ where: { tokenHash } });
  if (!found) throw notFound();
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${found.dossierId}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT id FROM expert_opinion WHERE id = ${found.id}::uuid FOR UPDATE`;
  const request = await tx.expertOpinion.findUniqueOrThrow({
    where: { id: found.id },
    include: { dossier: { select: { status: true } } },
  });
  if (!mayAnswer(request.address, actor.email)) {
    throw new BusinessError(
      "not-allowed",
      "Ce lien est destiné à une personne d’un autre domaine de messagerie que le vôtre.",
    );
  }
  if (
    request.status !== "requested" ||
    !UNDECIDED.includes(request.dossier.status as DossierStatus)
  ) {
    throw new BusinessError(
      "already-done",
      "Cette demande d’avis a déjà sa réponse, ou elle n’a plus d’objet.",
    );
  }
  return request;
}

async function conflictOf(
  tx: Transaction,
  actor: Actor,
  { dossierId }: ExpertOpinion,
): Promise<ConflictGround | undefined> {
  const judges = await readJudges(tx, [actor.agentId]);
  const grounds = await conflictsWith(tx, dossierId, [...judges.values()]);
  return grounds.get(actor.agentId);
}

/** Ends a request by its expert's reason, or by the conflict the portal found. */
async function decline(
  tx: Transaction,
  actor: Actor,
  { id, dossierId, requestedById }: ExpertOpinion,
  why: { reason: string } | { ground: ConflictGround },
): Promise<void> {
  await tx.expertOpinion.update({
    where: { id },
    data: {
      status: "declined",
      expertId: actor.agentId,
      endedAt: await portalNow(tx),
      endedReason: "reason" in why ? why.reason : why.ground,
    },
  });
  await recordFact(tx, {
    chain: dossierChain(dossierId),
    actorId: actor.agentId,
    action: "decline-opinion",
    facts: { opinionId: id, ...why },
  });
  await tellRequester(tx, { requestedById, dossierId }, actor);
}

function tellRequester(
  tx: Transaction,
  { requestedById, dossierId }: { requestedById: string; dossierId: string },
  actor: Actor,
): Promise<void> {
  return notify(tx, [
    {
      kind: "opinion-declined",
      recipientId: requestedById,
      dossierId,
      payload: { name: fullName(actor) },
    },
  ]);
}
