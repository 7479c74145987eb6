import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction } from "@/server/database/client";
import { lockExamined } from "@/server/examined-dossier";
import { lockExecution } from "@/server/executions";
import { notify } from "@/server/notifications";
import { dnumAgents, teamOf, themeAgents } from "@/server/recipients";
import { lockDossier } from "@/server/team-dossier";
import type { AskClosingInput, CloseProjectInput } from "../schemas";
import { endExecution } from "./end-execution";

/**
 * The carrier asks for its project to be closed: final evaluation, lessons, what it leaves unused. Asked again, the last
 * text stands. Throws `invalid-input` when more is left than was granted.
 */
export function askClosing(actor: Actor, input: AskClosingInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "file");
    const { inForce } = await lockExecution(tx, dossier.id);
    if (input.unused > inForce.grant) {
      const message = "Ce montant dépasse la subvention en vigueur.";
      throw new BusinessError("invalid-input", message, [{ path: "unused", message }]);
    }
    await tx.execution.update({
      where: { dossierId: dossier.id },
      data: {
        evaluation: input.evaluation,
        lessons: input.lessons,
        unused: BigInt(input.unused),
        closingAskedAt: dossier.now,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "ask-closing",
      facts: { unused: input.unused },
    });
    const owners = await themeAgents(tx, dossier.themeCode as ThemeCode, ["theme-owner"]);
    await notify(
      tx,
      owners.map((recipientId) => ({
        kind: "closing-asked" as const,
        recipientId,
        dossierId: dossier.id,
      })),
    );
  });
}

/**
 * Closes a project whose carrier asked it: what it returns goes back to the envelopes, and its follow-up is only read from
 * then on. Throws `incomplete` while nothing was asked, a request or a milestone waits for its answer, `invalid-input`
 * when more is returned than it holds.
 */
export function closeProject(actor: Actor, input: CloseProjectInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockExamined(tx, actor, input.number, "close-execution");
    const execution = await lockExecution(tx, dossier.id);
    const of = { dossierId: dossier.id };
    const requests = await tx.changeRequest.count({ where: { ...of, status: "requested" } });
    const crossings = await tx.phaseCrossing.count({ where: { ...of, status: "proposed" } });
    const lack = closingObstacle({ ...execution, requests, crossings });
    if (lack) throw new BusinessError("incomplete", lack);
    const now = await portalNow(tx);
    await endExecution(tx, { actor, dossier, execution, released: input.returned, now });
    const ministryId = execution.dossier.ministryId;
    const team = await teamOf(tx, dossier.id);
    const dnum = ministryId === null ? [] : await dnumAgents(tx, ministryId);
    await notify(tx, [
      ...team.map((recipientId) => ({
        kind: "execution-closed" as const,
        recipientId,
        dossierId: dossier.id,
      })),
      ...dnum
        .filter((agentId) => !team.includes(agentId))
        .map((recipientId) => ({
          kind: "execution-closed-dnum" as const,
          recipientId,
          dossierId: dossier.id,
        })),
    ]);
  });
}

/** What stands before the closing of a project, in French; null when nothing does. */
export function closingObstacle(project: {
  closingAskedAt: Date | null;
  requests: number;
  crossings: number;
}): string | null {
  if (!project.closingAskedAt) {
    return "Le porteur n’a pas encore remis son évaluation finale\u00A0: la clôture vient après.";
  }
  if (project.requests > 0) {
    return "Une demande de modification attend sa réponse\u00A0: répondez-y d’abord.";
  }
  return project.crossings > 0
    ? "Un jalon proposé attend sa réponse\u00A0: répondez-y d’abord."
    : null;
}
