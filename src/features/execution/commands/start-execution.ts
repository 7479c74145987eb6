import { BusinessError } from "@/domain/errors";
import { type Baseline, firstBaseline } from "@/domain/execution/baseline";
import { centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { type ExaminedDossier, lockExamined, transitionContext } from "@/server/examined-dossier";
import { appendBaseline, columnOfDay } from "@/server/executions";
import { readFiledDossier } from "@/server/filed-dossier";
import type { Notice } from "@/server/notifications";
import { askObligations } from "@/server/obligations";
import { dnumAgents, teamOf } from "@/server/recipients";
import { transition } from "@/server/transition";
import type { StartExecutionInput } from "../schemas";

/**
 * Opens an awarded project to its follow-up: what was filed and awarded is frozen as its first baseline, its phases are
 * cut, the first one funded at once. Its team and the DNUM of its ministry are told. Throws `incomplete` while the award
 * is not notified or is contested, `changed-meanwhile` when it is open already.
 */
export function startExecution(actor: Actor, input: StartExecutionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "open-execution");
    const { decisionId, baseline } = await frozen(tx, dossier, input);
    await transition(tx, {
      name: "start",
      dossier,
      actor,
      context: await transitionContext(tx, dossier),
      facts: {
        startsOn: baseline.startsOn,
        endsOn: baseline.endsOn,
        grant: baseline.grant,
        phases: baseline.phases.length,
      },
      notices: await notices(tx, dossier),
    });
    await tx.execution.create({
      data: {
        dossierId: dossier.id,
        decisionId,
        startsOn: columnOfDay(baseline.startsOn),
        endsOn: columnOfDay(baseline.endsOn),
        openedById: actor.agentId,
      },
    });
    await appendBaseline(tx, {
      dossierId: dossier.id,
      version: 1,
      content: baseline,
      requestId: null,
    });
    await openPhases(tx, dossier.id, baseline);
    await askObligations(tx, dossier.id);
  });
}

/** What the award freezes: the decision in force and the filing it was taken on. */
async function frozen(tx: Transaction, dossier: ExaminedDossier, input: StartExecutionInput) {
  const decision = await tx.decision.findFirst({
    where: { dossierId: dossier.id, status: "confirmed", outcome: "accepted" },
    select: { id: true, amount: true },
  });
  const filed = await readFiledDossier(dossier.id, tx);
  if (!decision?.amount || !filed) {
    throw new BusinessError(
      "not-open",
      "Aucune subvention n’est accordée à ce dossier\u00A0: il n’y a pas de projet à suivre.",
    );
  }
  const baseline = firstBaseline(filed, {
    grant: centsFromBigInt(decision.amount),
    startsOn: input.startsOn,
    endsOn: input.endsOn,
  });
  return { decisionId: decision.id, baseline };
}

/** Livret l.760, l.812: the first phase is funded by the award, each other once the milestone before it is accepted. */
async function openPhases(tx: Transaction, dossierId: string, { phases }: Baseline): Promise<void> {
  const now = await portalNow(tx);
  await tx.executionPhase.createMany({
    data: phases.map(({ position, name, grant, startsOn, endsOn, milestone }) => ({
      dossierId,
      position,
      name,
      grant: BigInt(grant),
      startsOn: columnOfDay(startsOn),
      endsOn: columnOfDay(endsOn),
      milestone,
      ...(position === 1 && { status: "current", fundedAt: now }),
    })),
  });
}

async function notices(tx: Transaction, dossier: ExaminedDossier): Promise<Notice[]> {
  const { id: dossierId } = dossier;
  const row = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { ministryId: true },
  });
  const team = await teamOf(tx, dossierId);
  const dnum = row.ministryId === null ? [] : await dnumAgents(tx, row.ministryId);
  return [
    ...team.map((recipientId) => ({ kind: "execution-opened" as const, recipientId, dossierId })),
    ...dnum
      .filter((agentId) => !team.includes(agentId))
      .map((recipientId) => ({ kind: "execution-opened-dnum" as const, recipientId, dossierId })),
  ];
}
