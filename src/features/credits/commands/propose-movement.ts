import { type Day, parisDay } from "@/domain/calendar";
import type { Purse } from "@/domain/credits/ledger";
import { isDossierKind, type MovementKind } from "@/domain/credits/movements";
import { BusinessError } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { dossierChain, GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { lackOf, lackRefusal } from "@/server/credits";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { OperatingUnit } from "@/server/database/generated/client";
import { notify } from "@/server/notifications";
import { bopManagers, dnumAgents } from "@/server/recipients";
import type { DossierMovementInput, UnitMovementInput } from "../schemas";
import { paidDossier, unitOf, unitToMove, withoutUnit } from "../unit-in-sight";

/** Proposes a movement between a BOP and a unit: another manager of the BOP confirms it. Sent twice, proposed once. */
export function proposeUnitMovement(actor: Actor, input: UnitMovementInput): Promise<Proposed> {
  return inTransaction(async (tx) => {
    const unit = await unitToMove(tx, actor, { id: input.unit, kind: input.movement });
    return propose(tx, actor, { ...input, kind: input.movement, unit, dossierId: null });
  });
}

/** Proposes a movement of a dossier's credits: another agent of its DNUM confirms it. Sent twice, proposed once. */
export function proposeDossierMovement(
  actor: Actor,
  input: DossierMovementInput,
): Promise<Proposed> {
  return inTransaction(async (tx) => {
    const dossier = await paidDossier(actor, { number: input.number }, tx);
    const own = await unitOf(dossier, tx);
    if (!own) throw withoutUnit(dossier);
    const unit = await unitToMove(tx, actor, { id: own.id, kind: input.movement });
    return propose(tx, actor, { ...input, kind: input.movement, unit, dossierId: dossier.id });
  });
}

/** What is proposed, and how many people may confirm it. */
export interface Proposed {
  id: string;
  confirmers: number;
}

interface Proposal extends Purse {
  key: string;
  kind: MovementKind;
  unit: OperatingUnit;
  dossierId: string | null;
  reference: string;
  onDay: Day;
  reason: string;
}

async function propose(tx: Transaction, actor: Actor, proposal: Proposal): Promise<Proposed> {
  const { key, kind, unit, dossierId, ae, cp, reference, onDay, reason } = proposal;
  const others = (await confirmers(tx, kind, unit)).filter((id) => id !== actor.agentId);
  if (onDay > parisDay(await portalNow(tx))) {
    const message = "La date comptable ne peut pas être dans l’avenir.";
    throw new BusinessError("invalid-input", message, [{ path: "onDay", message }]);
  }
  const asked = { kind, unitId: unit.id, dossierId, ae, cp };
  const amounts = { ae: BigInt(ae), cp: BigInt(cp) };
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO credit_proposal (id, kind, unit_id, dossier_id, ae, cp, reference, reason, on_day, proposed_by_id)
    VALUES (${key}::uuid, ${kind}, ${unit.id}::uuid, ${dossierId}::uuid, ${amounts.ae}, ${amounts.cp}, ${reference},
      ${reason}, ${onDay}::date, ${actor.agentId}::uuid)
    ON CONFLICT (id) DO NOTHING RETURNING id`;
  if (!row) return replayed(tx, actor, proposal, others.length);
  // Told now rather than at the confirmation, which judges again.
  const lack = await lackOf(tx, asked);
  if (lack) throw lackRefusal(lack);
  await recordFact(tx, {
    chain: dossierId ? dossierChain(dossierId) : GENERAL_CHAIN,
    actorId: actor.agentId,
    action: "propose-credits",
    facts: { proposalId: key, kind, unitId: unit.id, unit: unit.code, ae, cp, reference, reason },
  });
  await notify(
    tx,
    others.map((recipientId) => ({
      kind: "credits-proposed" as const,
      recipientId,
      ...(dossierId && { dossierId }),
      payload: { proposalId: key, kind, unit: unit.code, ae, cp, by: fullName(actor) },
    })),
  );
  return { id: key, confirmers: others.length };
}

/** The same form sent again; another one under its key is refused. */
async function replayed(
  tx: Transaction,
  actor: Actor,
  { key, kind, unit, dossierId, ae, cp }: Proposal,
  confirmers: number,
): Promise<Proposed> {
  const same = await tx.creditProposal.findFirst({
    where: {
      id: key,
      kind,
      unitId: unit.id,
      dossierId,
      ae: BigInt(ae),
      cp: BigInt(cp),
      proposedById: actor.agentId,
    },
  });
  if (same) return { id: key, confirmers };
  throw new BusinessError(
    "replayed-with-other-content",
    "Ce formulaire a déjà servi à une autre proposition\u00A0: rechargez la page, puis recommencez.",
  );
}

/** Who may confirm a movement of a unit: its BOP's managers above it, its DNUM below. */
export function confirmers(
  tx: Transaction,
  kind: MovementKind,
  unit: Pick<OperatingUnit, "bop" | "ministryId">,
): Promise<string[]> {
  return isDossierKind(kind) ? dnumAgents(tx, unit.ministryId) : bopManagers(tx, unit.bop);
}
