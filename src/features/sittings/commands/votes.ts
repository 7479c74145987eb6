import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { quorumSentence } from "@/domain/sitting/quorum";
import { closingObstacle, openingObstacle } from "@/domain/sitting/votes";
import { dossierChain, recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession, Vote } from "@/server/database/generated/client";
import { readRoom, type SittingRoom } from "@/server/sitting";
import {
  lockAsMember,
  lockItem,
  lockSession,
  requireCurrent,
  requireOpen,
} from "../locked-session";
import type { BallotInput, OpenVoteInput, VoteInput } from "../schemas";

/** The chair of the sitting, in the room: whoever holds the role but does not sit, or has left, opens nothing. */
function requirePresiding(actor: Actor, room: SittingRoom): void {
  const member = room.members.find(({ agentId }) => agentId === actor.agentId);
  if (member?.capacity !== "chair") throw notAllowed();
  if (room.present.has(actor.agentId)) return;
  throw new BusinessError(
    "incomplete",
    "Vous n’êtes pas noté présent dans la salle\u00A0: demandez au secrétariat de noter votre arrivée.",
  );
}

/** Opens a vote on the current dossier, or on none while none is examined. One at a time. */
export function openVote(actor: Actor, input: OpenVoteInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const { session, dossierId } = await lockSubject(tx, actor, input.session, input.number);
    requireOpen(session);
    const room = await readRoom(tx, session, dossierId);
    requirePresiding(actor, room);
    const obstacle = openingObstacle({
      quorumReached: room.quorum.reached,
      votersPresent: room.quorum.present,
      secret: input.secret === "oui",
      anotherIsOpen:
        (await tx.vote.count({ where: { sessionId: session.id, closedAt: null } })) > 0,
    });
    if (obstacle) throw new BusinessError("incomplete", obstacle);
    const vote = await tx.vote.create({
      data: {
        sessionId: session.id,
        dossierId,
        question: input.question,
        secret: input.secret === "oui",
        openedById: actor.agentId,
      },
    });
    await recordFact(tx, {
      chain: vote.dossierId === null ? sessionChain(session.id) : dossierChain(vote.dossierId),
      actorId: actor.agentId,
      action: "open-vote",
      facts: factsOf(vote),
    });
    return { id: vote.id };
  });
}

async function lockSubject(tx: Transaction, actor: Actor, id: string, number: string) {
  if (number !== "") {
    const { session, item } = await lockItem(tx, actor, { session: id, number }, "chair-session");
    requireCurrent(item);
    return { session, dossierId: item.dossierId };
  }
  const session = await lockSession(tx, actor, id, "chair-session");
  const busy = await tx.sessionItem.count({ where: { sessionId: id, state: "current" } });
  if (busy > 0) {
    throw new BusinessError(
      "changed-meanwhile",
      "Un dossier est en cours d’examen\u00A0: le vote porterait sur lui. Rechargez la page.",
    );
  }
  return { session, dossierId: null };
}

/**
 * Gives one ballot, for good. The counts are raised in the statement that keeps the ballot; in a secret vote the ballot
 * has no choice, so that nothing joins a person to theirs. Only members with a voice on the item, in the room, while the
 * quorum is there.
 */
export function castBallot(actor: Actor, input: BallotInput): Promise<void> {
  return inTransaction(async (tx) => {
    const seen = await tx.vote.findFirst({ where: { id: input.vote, sessionId: input.session } });
    if (!seen) throw notFound();
    if (seen.dossierId) {
      // A recusal under way waits, or has come before.
      await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${seen.dossierId}::uuid FOR SHARE`;
    }
    const session = await lockAsMember(tx, actor, input.session);
    requireOpen(session);
    const room = await readRoom(tx, session, seen.dossierId);
    const standing = room.standings.get(actor.agentId) ?? "takes-part";
    // Whoever is apart from the item knows of no vote.
    if (standing !== "takes-part") throw notFound();
    if (!room.voters.some(({ agentId }) => agentId === actor.agentId)) throw notAllowed();
    if (!room.present.has(actor.agentId)) {
      throw new BusinessError(
        "incomplete",
        "Vous n’êtes pas noté présent dans la salle\u00A0: demandez au secrétariat de noter votre arrivée.",
      );
    }
    const vote = await tx.vote.findUniqueOrThrow({ where: { id: seen.id } });
    if (vote.closedAt) {
      throw new BusinessError(
        "too-late",
        "Le vote est clos\u00A0: votre bulletin n’est pas compté.",
      );
    }
    if (!room.quorum.reached) {
      throw new BusinessError("incomplete", quorumSentence(room.quorum));
    }
    await countBallot(tx, vote, actor.agentId, input.choice);
  });
}

async function countBallot(
  tx: Transaction,
  { id, secret }: Vote,
  agentId: string,
  choice: BallotInput["choice"],
): Promise<void> {
  const count = await tx.$executeRaw`
    WITH given AS (
      INSERT INTO ballot (vote_id, agent_id, choice)
      VALUES (${id}::uuid, ${agentId}::uuid, CASE WHEN ${secret} THEN NULL ELSE ${choice} END)
      ON CONFLICT (vote_id, agent_id) DO NOTHING RETURNING vote_id
    )
    UPDATE vote SET
      in_favour = in_favour + (${choice} = 'in-favour')::int,
      against = against + (${choice} = 'against')::int,
      abstained = abstained + (${choice} = 'abstained')::int
    FROM given WHERE vote.id = given.vote_id`;
  if (count === 1) return;
  throw new BusinessError(
    "already-done",
    "Vous avez déjà voté\u00A0: un bulletin ne se change pas.",
  );
}

/** Closes a vote: its counts are then read by all who take part. */
export function closeVote(actor: Actor, input: VoteInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { session, vote, room } = await lockVote(tx, actor, input);
    const ballots = await tx.ballot.findMany({ where: { voteId: vote.id } });
    const obstacle = closingObstacle({
      secret: vote.secret,
      given: new Set(ballots.map(({ agentId }) => agentId)),
      voters: room.voters,
      quorumReached: room.quorum.reached,
    });
    if (obstacle) throw new BusinessError("incomplete", obstacle);
    const closed = await tx.vote.update({
      where: { id: vote.id },
      data: { closedAt: await portalNow(tx), closedById: actor.agentId },
    });
    await recordFact(tx, {
      chain: closed.dossierId === null ? sessionChain(session.id) : dossierChain(closed.dossierId),
      actorId: actor.agentId,
      action: "close-vote",
      facts: { ...factsOf(closed), ...countsOf(closed) },
    });
  });
}

/** Closes a vote without result: its ballots count for nothing and what they say is never read. */
export function voidVote(actor: Actor, input: VoteInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { session, vote } = await lockVote(tx, actor, input);
    const voided = await tx.vote.update({
      where: { id: vote.id },
      data: { closedAt: await portalNow(tx), closedById: actor.agentId, voided: true },
    });
    await recordFact(tx, {
      chain: voided.dossierId === null ? sessionChain(session.id) : dossierChain(voided.dossierId),
      actorId: actor.agentId,
      action: "void-vote",
      facts: factsOf(voided),
    });
  });
}

async function lockVote(
  tx: Transaction,
  actor: Actor,
  input: VoteInput,
): Promise<{ session: JurySession; vote: Vote; room: SittingRoom }> {
  const seen = await tx.vote.findFirst({
    where: { id: input.vote, sessionId: input.session },
    include: { dossier: { select: { number: true } } },
  });
  if (!seen) throw notFound();
  const session = seen.dossier
    ? (
        await lockItem(
          tx,
          actor,
          { session: input.session, number: seen.dossier.number },
          "chair-session",
        )
      ).session
    : await lockSession(tx, actor, input.session, "chair-session");
  requireOpen(session);
  const vote = await tx.vote.findUniqueOrThrow({ where: { id: seen.id } });
  if (vote.closedAt) throw new BusinessError("already-done", "Ce vote est déjà clos.");
  const room = await readRoom(tx, session, vote.dossierId);
  requirePresiding(actor, room);
  return { session, vote, room };
}

/** What a line says of a vote: never who voted. */
const factsOf = ({ id, question, secret }: Vote) => ({ voteId: id, question, secret });

const countsOf = ({ inFavour, against, abstained }: Vote) => ({ inFavour, against, abstained });
