import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { endDelegationsOf } from "@/server/delegations";
import { requireAdministrator } from "../administrator";
import type { CloseAccountInput, LinkIdentityInput } from "../schemas";

/**
 * Says that a second identity at the provider is the same person: it now opens the account to keep. The account it had
 * created at its first sign-in is closed when nothing else opens it; one that already worked is never merged.
 */
export async function linkIdentity(
  actor: Actor,
  input: LinkIdentityInput,
): Promise<{ agentId: string }> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    const [identity, kept] = await Promise.all([
      tx.identity.findUnique({ where: { id: input.identityId } }),
      tx.agent.findUnique({ where: { id: input.agentId } }),
    ]);
    if (!identity || !kept || kept.closedAt) throw notFound();
    if (identity.agentId === kept.id) {
      throw new BusinessError("already-done", "Cette identité ouvre déjà ce compte.");
    }
    const former = identity.agentId;
    await refuseIfUsed(tx, former);
    await tx.identity.update({ where: { id: identity.id }, data: { agentId: kept.id } });
    await tx.session.deleteMany({ where: { agentId: former } });
    const left = await tx.identity.count({ where: { agentId: former } });
    if (left === 0) await close(tx, former);
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "identity-linked",
      facts: {
        identityId: identity.id,
        from: former,
        to: kept.id,
        formerClosed: left === 0,
        reason: input.reason,
      },
    });
    return { agentId: kept.id };
  });
}

/** Closes an account: its sessions end now, its next sign-in is refused, its dossiers and decisions stay; what it delegated ends. */
export async function closeAccount(
  actor: Actor,
  input: CloseAccountInput,
): Promise<{ agentId: string }> {
  requireAdministrator(actor);
  if (input.agentId === actor.agentId) {
    throw new BusinessError(
      "two-people-required",
      "Vous ne pouvez pas fermer votre propre compte\u00A0: un autre administrateur doit le faire.",
    );
  }
  return inTransaction(async (tx) => {
    const agent = await tx.agent.findUnique({ where: { id: input.agentId } });
    if (!agent) throw notFound();
    if (!(await close(tx, agent.id))) {
      throw new BusinessError("already-done", "Ce compte est déjà fermé.");
    }
    await tx.session.deleteMany({ where: { agentId: agent.id } });
    const delegations = await endDelegationsOf(tx, { by: agent.id, ministryId: null });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "account-closed",
      facts: {
        agentId: agent.id,
        ...(delegations.length > 0 && { delegations }),
        reason: input.reason,
      },
    });
    return { agentId: agent.id };
  });
}

/** Closes the account unless it is closed already; true when it did. */
async function close(tx: Transaction, agentId: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE agent SET closed_at = guichet_now() WHERE id = ${agentId}::uuid AND closed_at IS NULL`;
  return changed === 1;
}

async function refuseIfUsed(tx: Transaction, agentId: string): Promise<void> {
  const [dossiers, assignments, grants] = await Promise.all([
    tx.dossierMember.count({ where: { agentId } }),
    tx.jurorAssignment.count({ where: { jurorId: agentId } }),
    tx.roleGrant.count({ where: { agentId } }),
  ]);
  if (dossiers + assignments + grants === 0) return;
  throw new BusinessError(
    "not-allowed",
    "Le compte de cette identité a déjà des dossiers ou des rôles\u00A0: gardez-le, ou retirez-les d’abord.",
  );
}
