import { BusinessError, notFound } from "@/domain/errors";
import { type Actor, fullName, ministriesHeld } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { ownRole } from "../own-role";
import type { EndDelegationInput } from "../schemas";

/**
 * Ends a delegation now; one that has not begun never will. By any agent who holds the role themselves in the same DNUM,
 * or by whoever it was given to. Throws `not-found` for another ministry, `already-done` when it has ended.
 */
export async function endDelegation(actor: Actor, { grantId }: EndDelegationInput): Promise<void> {
  await inTransaction(async (tx) => {
    const grant = await tx.roleGrant.findFirst({
      where: { id: grantId, delegated: true, ministryId: { in: [...ministriesHeld(actor)] } },
      include: { agent: true, ministry: true },
    });
    if (!grant?.ministryId) throw notFound();
    const { ministryId, agentId } = grant;
    const own = await ownRole(tx, actor, { ministryId, now: await portalNow(tx) });
    if (!own && agentId !== actor.agentId) {
      throw new BusinessError(
        "not-allowed",
        "Vous tenez ce rôle d’une délégation\u00A0: vous ne pouvez mettre fin qu’à la vôtre.",
      );
    }
    const ended = await tx.$executeRaw`
      UPDATE role_grant SET ends_at = greatest(guichet_now(), starts_at + interval '1 millisecond')
      WHERE id = ${grantId}::uuid AND ends_at > guichet_now()`;
    if (ended !== 1) {
      throw new BusinessError("already-done", "Cette délégation a déjà pris fin.");
    }
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "delegation-ended",
      facts: { grantId, agentId, role: "dnum", ministryId },
    });
    const payload = {
      ministry: grant.ministry?.name ?? "",
      colleague: fullName(grant.agent),
      by: fullName(actor),
    };
    // Whoever ends it knows: the others are told.
    const others = [agentId, grant.grantedById].filter((id) => id !== actor.agentId);
    await notify(
      tx,
      others.flatMap((recipientId) =>
        recipientId ? [{ kind: "delegation-ended", recipientId, payload }] : [],
      ),
    );
  });
}
