import { notFound } from "@/domain/errors";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { withinMinistry } from "@/server/database/ministry-sight";
import type { SetVisaDaysInput } from "../schemas";

/**
 * Sets how many days the DNUM of a ministry has to answer, for the visas asked from now on: by an agent of that DNUM.
 * Throws `not-found` for another ministry.
 */
export async function setVisaDays(actor: Actor, { ministryId, days }: SetVisaDaysInput) {
  if (!ministriesHeld(actor).includes(ministryId)) throw notFound();
  await inTransaction(async (tx) => {
    const changed = await withinMinistry(
      tx,
      actor,
      (narrow) => narrow.$executeRaw`
        UPDATE organisation SET visa_days = ${days}
        WHERE id = ${ministryId}::uuid AND visa_days IS DISTINCT FROM ${days}`,
    );
    if (changed === 0) return;
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "set-visa-days",
      facts: { ministryId, days },
    });
  });
  return { days };
}
