import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";

/**
 * Ends every session of the actor but the one that asks: a browser left open elsewhere opens nothing any more, from its
 * next request. Returns how many ended.
 */
export function endOtherSessions(actor: Actor, current: string | null): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { agentId: actor.agentId, ...(current && { id: { not: current } }) },
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "end-other-sessions",
      facts: { count },
    });
    return count;
  });
}
