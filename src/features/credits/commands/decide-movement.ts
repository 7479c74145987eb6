import type { MovementKind } from "@/domain/credits/movements";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, fullName } from "@/domain/rights/actor";
import { mayMove } from "@/domain/rights/credits";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, GENERAL_CHAIN, recordFact } from "@/server/audit";
import { PAYING_DECISION, writeMovement } from "@/server/credits";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { CreditProposal, OperatingUnit } from "@/server/database/generated/client";
import { withinRoom } from "@/server/database/ministry-sight";
import { releaseAward } from "@/server/envelopes";
import { notify } from "@/server/notifications";
import { themeAgents } from "@/server/recipients";
import { visibleUnits } from "@/server/visibility";
import type { ProposalInput, RefusalInput } from "../schemas";
import { paidDossier } from "../unit-in-sight";

type Held = CreditProposal & { kind: MovementKind; unit: OperatingUnit };

/**
 * Confirms what another person proposed: the sums of each level, the movement, the audit line and, for a return, the
 * release of the award, together or not at all. Throws `two-people-required` to the proposer, `already-done` when somebody
 * was quicker, `envelope-exceeded` with the level that lacks money.
 */
export function confirmMovement(actor: Actor, { proposal: id }: ProposalInput): Promise<Held> {
  return inTransaction(async (tx) => {
    const proposal = await answered(tx, actor, { id, status: "confirmed", answer: "" });
    const { kind, unitId, dossierId, reference, reason, onDay } = proposal;
    const [ae, cp] = [centsFromBigInt(proposal.ae), centsFromBigInt(proposal.cp)];
    if (dossierId) await lockPaid(tx, actor, dossierId);
    await writeMovement(tx, {
      kind,
      unitId,
      dossierId,
      ae,
      cp,
      reference,
      label: reason,
      onDay,
      proposalId: id,
    });
    if (kind === "return" && dossierId && ae > 0) {
      const { id: decisionId } = await tx.decision.findFirstOrThrow({
        where: { dossierId, ...PAYING_DECISION },
        select: { id: true },
      });
      await releaseAward(tx, { decisionId, amount: ae });
      await tellOwners(tx, { id: dossierId, amount: ae });
    }
    const { proposedById } = proposal;
    await recordFact(tx, {
      chain: dossierId ? dossierChain(dossierId) : GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "confirm-credits",
      facts: { proposalId: id, kind, unit: proposal.unit.code, ae, cp, reference, proposedById },
    });
    await tellProposer(tx, actor, proposal, "confirmed");
    return proposal;
  });
}

/** Refuses what another person proposed, with a reason. Nothing moves. */
export function refuseMovement(
  actor: Actor,
  { proposal: id, answer }: RefusalInput,
): Promise<Held> {
  return inTransaction(async (tx) => {
    const proposal = await answered(tx, actor, { id, status: "refused", answer });
    const { dossierId, kind, proposedById } = proposal;
    await recordFact(tx, {
      chain: dossierId ? dossierChain(dossierId) : GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "refuse-credits",
      facts: { proposalId: id, kind, proposedById, reason: answer },
    });
    await tellProposer(tx, actor, proposal, "refused");
    return proposal;
  });
}

/** Takes one's own proposal back, while nobody answered it. */
export function withdrawMovement(actor: Actor, { proposal: id }: ProposalInput): Promise<Held> {
  return inTransaction(async (tx) => {
    const proposal = await answered(tx, actor, { id, status: "withdrawn", answer: "" });
    const { dossierId, kind } = proposal;
    await recordFact(tx, {
      chain: dossierId ? dossierChain(dossierId) : GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "withdraw-credits",
      facts: { proposalId: id, kind },
    });
    return proposal;
  });
}

interface Answer {
  id: string;
  status: "confirmed" | "refused" | "withdrawn";
  answer: string;
}

/** Writes the answer of a proposal that waits, by one statement: of two at once, one passes. */
async function answered(
  tx: Transaction,
  actor: Actor,
  { id, status, answer }: Answer,
): Promise<Held> {
  const proposal = await withinRoom(tx, actor, "credits", (sight) =>
    sight.creditProposal.findFirst({
      where: { id, unit: visibleUnits(actor) },
      include: { unit: true },
    }),
  );
  if (!proposal) throw notFound();
  const kind = proposal.kind as MovementKind;
  if (proposal.dossierId) await paidDossier(actor, { id: proposal.dossierId }, tx);
  if (!mayMove(actor, kind, proposal.unit)) throw notAllowed();
  const own = proposal.proposedById === actor.agentId;
  if (status === "withdrawn" ? !own : own) {
    throw status === "withdrawn"
      ? notAllowed()
      : new BusinessError(
          "two-people-required",
          "Vous avez proposé ce mouvement\u00A0: une autre personne doit le confirmer.",
        );
  }
  const changed = await tx.$executeRaw`
    UPDATE credit_proposal SET status = ${status}, answer = ${answer}, decided_by_id = ${actor.agentId}::uuid,
      decided_at = guichet_now()
    WHERE id = ${id}::uuid AND status = 'proposed'`;
  if (changed !== 1) {
    throw new BusinessError(
      "already-done",
      "Cette proposition a déjà reçu une réponse\u00A0: rechargez la page pour la lire.",
    );
  }
  return { ...proposal, kind };
}

/**
 * Holds the dossier still: what it may receive is read on its award, and given back to it. Its key stays free: an extract
 * that holds its account asks for no more.
 */
async function lockPaid(tx: Transaction, actor: Actor, dossierId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId}::uuid FOR NO KEY UPDATE`;
  // Read again under the lock: an appeal may have annulled the decision meanwhile.
  await paidDossier(actor, { id: dossierId }, tx);
}

/** The owners learn what came back; `tell-reserve` offers it to the first of the reserve list that it reaches. */
async function tellOwners(
  tx: Transaction,
  { id, amount }: { id: string; amount: Cents },
): Promise<void> {
  const { themeCode } = await tx.dossier.findUniqueOrThrow({
    where: { id },
    select: { themeCode: true },
  });
  const owners = await themeAgents(tx, themeCode as ThemeCode, ["theme-owner"]);
  await notify(
    tx,
    owners.map((recipientId) => ({
      kind: "credits-returned" as const,
      recipientId,
      dossierId: id,
      payload: { amount },
    })),
  );
}

async function tellProposer(
  tx: Transaction,
  actor: Actor,
  { id, kind, unit, dossierId, ae, cp, proposedById }: Held,
  status: "confirmed" | "refused",
): Promise<void> {
  await notify(tx, [
    {
      kind: "credits-answered",
      recipientId: proposedById,
      ...(dossierId && { dossierId }),
      payload: {
        proposalId: id,
        kind,
        unit: unit.code,
        status,
        ae: Number(ae),
        cp: Number(cp),
        by: fullName(actor),
      },
    },
  ]);
}
