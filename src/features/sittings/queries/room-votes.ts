import { closingObstacle } from "@/domain/sitting/votes";
import { database } from "@/server/database/client";
import type { ClosedVote, OpenVote } from "../room-state";
import type { RoomReading } from "./room";

/**
 * The votes on the item under examination, or on none, as one member may see them. What an open vote counts is told to
 * nobody before its close, and a voided one tells nothing.
 */
export async function readVotes(
  { actor, row, item, voters, present, quorumReached }: RoomReading,
  chairs: boolean,
): Promise<{ open: OpenVote | null; closed: ClosedVote[] }> {
  const votes = await database().vote.findMany({
    where: { sessionId: row.id, dossierId: item?.dossierId ?? null },
    include: { ballots: { select: { agentId: true } } },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
  });
  const open = votes.find(({ closedAt }) => closedAt === null);
  return {
    open: open ? openVote(open) : null,
    closed: votes.flatMap(({ id, question, secret, closedAt, voided, ...counts }) => {
      if (!closedAt) return [];
      const { inFavour, against, abstained } = counts;
      return [
        {
          id,
          question,
          secret,
          closedAt: closedAt.toISOString(),
          counts: voided ? null : { inFavour, against, abstained },
        },
      ];
    }),
  };

  function openVote(vote: (typeof votes)[number]): OpenVote {
    const given = new Set(vote.ballots.map(({ agentId }) => agentId));
    const here = voters.filter(({ agentId }) => present.has(agentId));
    const voted = given.has(actor.agentId);
    const isVoter = here.some(({ agentId }) => agentId === actor.agentId);
    return {
      id: vote.id,
      question: vote.question,
      secret: vote.secret,
      openedAt: vote.openedAt.toISOString(),
      given: given.size,
      voters: here.length,
      voted,
      mayVote: isVoter && !voted && quorumReached,
      obstacle: chairs
        ? closingObstacle({ secret: vote.secret, given, voters, quorumReached })
        : null,
    };
  }
}
