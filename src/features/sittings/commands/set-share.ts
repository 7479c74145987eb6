import { BusinessError } from "@/domain/errors";
import { centsFromBigInt, formatEuros, parseEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { recordFact, sessionChain } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession } from "@/server/database/generated/client";
import { lockSession } from "../locked-session";
import type { ShareInput } from "../schemas";

/**
 * Sets the own share of a sitting within its call's envelope: its dossiers then draw on it first. Empty, they draw on the
 * call's again. Throws `invalid-input` above the envelope it is taken from, or below what is already committed on it.
 */
export function setShare(actor: Actor, input: ShareInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "set-session-share");
    const share = input.share === "" ? null : parseEuros(input.share);
    if (share === null) await removeShare(tx, session);
    else await keepShare(tx, session, BigInt(share));
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "set-session-share",
      facts: { share, reason: input.reason },
    });
  });
}

async function keepShare(tx: Transaction, session: JurySession, total: bigint): Promise<void> {
  const { envelope: above } = await tx.call.findUniqueOrThrow({
    where: { id: session.callId },
    include: { envelope: true },
  });
  if (total > above.total) {
    throw refused(
      `L’enveloppe ${above.label} est de ${formatEuros(centsFromBigInt(above.total))}\u00A0: la part d’une séance ne peut pas la dépasser.`,
    );
  }
  if (session.envelopeId === null) {
    const { id } = await tx.envelope.create({
      data: {
        themeCode: session.themeCode,
        parentId: above.id,
        label: `Part de la séance «\u00A0${session.label}\u00A0»`,
        total,
      },
    });
    await tx.jurySession.update({ where: { id: session.id }, data: { envelopeId: id } });
    return;
  }
  // One conditional statement: an award made at the same instant is never overdrawn.
  const { count } = await tx.envelope.updateMany({
    where: { id: session.envelopeId, committed: { lte: total } },
    data: { total },
  });
  if (count !== 1) throw await committedAlready(tx, session.envelopeId);
}

/** A share on which something was ever committed stays: its ledger tells where the money went. */
async function removeShare(tx: Transaction, { id, envelopeId }: JurySession): Promise<void> {
  if (envelopeId === null) return;
  if ((await tx.ledgerEntry.count({ where: { envelopeId } })) > 0) {
    throw await committedAlready(tx, envelopeId);
  }
  await tx.jurySession.update({ where: { id }, data: { envelopeId: null } });
  await tx.envelope.delete({ where: { id: envelopeId } });
}

async function committedAlready(tx: Transaction, envelopeId: string): Promise<BusinessError> {
  const { committed } = await tx.envelope.findUniqueOrThrow({ where: { id: envelopeId } });
  return refused(
    `${formatEuros(centsFromBigInt(committed))} sont engagés sur cette part\u00A0: elle ne peut être ni retirée, ni plus petite.`,
  );
}

function refused(message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path: "share", message }]);
}
