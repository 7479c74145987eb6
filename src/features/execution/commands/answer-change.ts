import { parisDay } from "@/domain/calendar";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Baseline } from "@/domain/execution/baseline";
import {
  answering,
  type ChangeKind,
  changedBaseline,
  changeObstacle,
  type Proposed,
  proposedSchema,
} from "@/domain/execution/changes";
import { cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { heldBy, releaseAward } from "@/server/envelopes";
import { type ExaminedDossier, lockExamined } from "@/server/examined-dossier";
import { appendBaseline, columnOfDay, type Execution, lockExecution } from "@/server/executions";
import { notify } from "@/server/notifications";
import { askObligations } from "@/server/obligations";
import { teamOf } from "@/server/recipients";
import type { AnswerChangeInput } from "../schemas";
import { standingOf } from "../standing";
import { endExecution } from "./end-execution";

/**
 * Answers a request. Accepted, it makes the next version of the baseline, or closes the project it abandons; what is no
 * longer granted goes back to the envelopes in the same transaction. Throws `two-people-required` to who asked,
 * `already-done` once answered or withdrawn, `invalid-input` when it no longer fits what stands.
 */
export function answerChange(actor: Actor, input: AnswerChangeInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "answer-change");
    const execution = await lockExecution(tx, dossier.id);
    const request = await tx.changeRequest.findUnique({
      where: { dossierId_number: { dossierId: dossier.id, number: input.request } },
    });
    if (!request) throw notFound();
    const kind = request.kind as ChangeKind;
    if (!may(actor, answering(kind), dossier.themeCode)) throw notAllowed();
    if (request.requestedById === actor.agentId) {
      throw new BusinessError(
        "two-people-required",
        "Vous avez fait cette demande\u00A0: une autre personne y répond.",
      );
    }
    const now = await portalNow(tx);
    const { count } = await tx.changeRequest.updateMany({
      where: { id: request.id, status: "requested" },
      data: {
        status: input.outcome,
        answer: input.answer,
        answeredById: actor.agentId,
        answeredAt: now,
      },
    });
    if (count !== 1) {
      throw new BusinessError(
        "already-done",
        "Cette demande n’attend plus de réponse\u00A0: la vôtre n’a pas été enregistrée.",
      );
    }
    const applied =
      input.outcome === "accepted"
        ? await apply(tx, {
            actor,
            dossier,
            execution,
            requestId: request.id,
            proposed: proposedSchema.parse(request.proposed),
            now,
          })
        : {};
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "answer-change",
      facts: {
        request: input.request,
        kind,
        outcome: input.outcome,
        answer: input.answer,
        ...applied,
      },
    });
    const team = await teamOf(tx, dossier.id);
    await notify(
      tx,
      team.map((recipientId) => ({
        kind: "change-answered" as const,
        recipientId,
        dossierId: dossier.id,
        payload: { request: input.request },
      })),
    );
  });
}

interface Application {
  actor: Actor;
  dossier: ExaminedDossier;
  execution: Execution;
  requestId: string;
  proposed: Proposed;
  now: Date;
}

/** Makes an accepted request true. Returns what the log keeps of it: the version it makes, what it releases. */
async function apply(tx: Transaction, application: Application) {
  const { dossier, execution, proposed, requestId, now } = application;
  const obstacle = changeObstacle(proposed.kind, execution.suspendedAt !== null);
  if (obstacle) throw new BusinessError("not-open", obstacle);
  if (proposed.kind === "abandonment") {
    const held = await heldBy(execution.decisionId, tx);
    const released = cents(Math.max(0, held - proposed.spent));
    await endExecution(tx, { ...application, released });
    return { released };
  }
  const standing = await standingOf(tx, dossier.id, parisDay(now));
  const content = changedBaseline(execution.inForce, proposed, standing);
  const version = execution.version + 1;
  await appendBaseline(tx, { dossierId: dossier.id, version, content, requestId });
  await tx.execution.update({
    where: { dossierId: dossier.id },
    data: {
      baseline: version,
      endsOn: columnOfDay(content.endsOn),
      suspendedAt: content.suspendedOn === null ? null : (execution.suspendedAt ?? now),
    },
  });
  await movePhases(tx, dossier.id, content);
  await askObligations(tx, dossier.id);
  const released = cents(execution.inForce.grant - content.grant);
  if (released > 0) {
    await releaseAward(tx, { decisionId: execution.decisionId, amount: released });
    return { version, released };
  }
  return { version };
}

/** The rows of the phases say what the baseline in force says. */
async function movePhases(tx: Transaction, dossierId: string, { phases }: Baseline) {
  for (const { position, grant, startsOn, endsOn } of phases) {
    await tx.executionPhase.update({
      where: { dossierId_position: { dossierId, position } },
      data: {
        grant: BigInt(grant),
        startsOn: columnOfDay(startsOn),
        endsOn: columnOfDay(endsOn),
      },
    });
  }
}
