import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import { lockExecution } from "@/server/executions";
import { notify } from "@/server/notifications";
import { teamOf } from "@/server/recipients";
import type { ReleasePhaseInput, WithholdPhaseInput } from "../schemas";

/**
 * Accepts the milestone proposed: its phase is passed and the next one funded, in the same statement of the fact. Levels
 * reached or not, a person decides (Livret l.791, l.842). Throws `already-done` when the proposal was answered meanwhile,
 * `two-people-required` to whoever proposed it, `not-open` on a suspended project.
 */
export function releasePhase(actor: Actor, input: ReleasePhaseInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossierId, now } = await lockCrossing(tx, actor, input);
    await answer(tx, actor, input, { status: "released", reason: "", now });
    const of = { dossierId, position: input.position };
    await tx.executionPhase.update({
      where: { dossierId_position: of },
      data: { status: "released", passedAt: now },
    });
    const next = await tx.executionPhase.updateManyAndReturn({
      where: { dossierId, position: input.position + 1, status: "to-come" },
      data: { status: "current", fundedAt: now },
      select: { position: true, grant: true },
    });
    const [funded] = next;
    await recordFact(tx, {
      chain: dossierChain(dossierId),
      actorId: actor.agentId,
      action: "release-phase",
      facts: {
        crossingId: input.crossing,
        position: input.position,
        funded: funded ? { position: funded.position, grant: Number(funded.grant) } : null,
      },
    });
    await tell(tx, dossierId, input.position, "phase-released");
  });
}

/** Does not accept the milestone proposed, and says why: the carrier may propose it again. Throws as `releasePhase`. */
export function withholdPhase(actor: Actor, input: WithholdPhaseInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { dossierId, now } = await lockCrossing(tx, actor, input);
    await answer(tx, actor, input, { status: "withheld", reason: input.reason, now });
    await tx.executionPhase.update({
      where: { dossierId_position: { dossierId, position: input.position } },
      data: { status: "withheld" },
    });
    await recordFact(tx, {
      chain: dossierChain(dossierId),
      actorId: actor.agentId,
      action: "withhold-phase",
      facts: { crossingId: input.crossing, position: input.position, reason: input.reason },
    });
    await tell(tx, dossierId, input.position, "phase-withheld");
  });
}

/** The dossier of a proposal under way, locked with its project, through the actor's visibility. */
async function lockCrossing(tx: Transaction, actor: Actor, { number }: ReleasePhaseInput) {
  const dossier = await lockExamined(tx, actor, number, "release-phase");
  const { suspendedAt } = await lockExecution(tx, dossier.id);
  if (suspendedAt) {
    throw new BusinessError(
      "not-open",
      "Le projet est suspendu\u00A0: la réponse attend sa reprise.",
    );
  }
  return { dossierId: dossier.id, now: await portalNow(tx) };
}

async function answer(
  tx: Transaction,
  actor: Actor,
  { number, position, crossing: id }: ReleasePhaseInput,
  { now, ...given }: { status: string; reason: string; now: Date },
): Promise<void> {
  const own = await tx.phaseCrossing.count({ where: { id, requestedById: actor.agentId } });
  if (own > 0) {
    throw new BusinessError(
      "two-people-required",
      "Vous avez proposé ce jalon\u00A0: une autre personne y répond.",
    );
  }
  const { count } = await tx.phaseCrossing.updateMany({
    where: { id, position, status: "proposed", phase: { execution: { dossier: { number } } } },
    data: { ...given, decidedById: actor.agentId, decidedAt: now },
  });
  if (count !== 1) {
    throw new BusinessError(
      "already-done",
      "Ce jalon n’attend plus de réponse\u00A0: la vôtre n’a pas été enregistrée. Rouvrez la page.",
    );
  }
}

async function tell(
  tx: Transaction,
  dossierId: string,
  position: number,
  kind: "phase-released" | "phase-withheld",
): Promise<void> {
  const team = await teamOf(tx, dossierId);
  await notify(
    tx,
    team.map((recipientId) => ({ kind, recipientId, dossierId, payload: { position } })),
  );
}
