import { parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import { readMeasures } from "@/domain/execution/crossing";
import { evidenceField } from "@/domain/execution/evidence";
import { isUnderWay } from "@/domain/execution/phase-statuses";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { type Execution, lockExecution } from "@/server/executions";
import { notify } from "@/server/notifications";
import { themeAgents } from "@/server/recipients";
import { lockDossier } from "@/server/team-dossier";
import type { ProposeCrossingInput } from "../schemas";

/**
 * The carrier proposes that the milestone of its phase under way is met: what was done, and each indicator of the phase
 * measured. The owner of the theme answers. Throws `not-open` for a phase that is not under way and on a suspended
 * project, `already-done` when it is proposed already, `invalid-input` for measures that lack something.
 */
export function proposeCrossing(actor: Actor, input: ProposeCrossingInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "file");
    const execution = await lockExecution(tx, dossier.id);
    await requireProposable(tx, execution, input.position);
    const phase = execution.inForce.phases.find(({ position }) => position === input.position);
    const { measures, errors } = readMeasures(
      phase?.indicators ?? [],
      input.measures,
      parisDay(dossier.now),
    );
    const [first] = errors;
    if (first) throw new BusinessError("invalid-input", first.message, errors);
    const of = { dossierId: dossier.id, position: input.position };
    const attempt = (await tx.phaseCrossing.count({ where: of })) + 1;
    const { id } = await tx.phaseCrossing.create({
      data: {
        ...of,
        attempt,
        account: input.account,
        measures,
        files: await evidence(tx, dossier.id, input.position),
        requestedById: actor.agentId,
        requestedAt: dossier.now,
      },
    });
    await tx.executionPhase.update({
      where: { dossierId_position: of },
      data: { status: "submitted" },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "propose-crossing",
      facts: { crossingId: id, position: input.position, attempt, measures },
    });
    const examiners = await themeAgents(tx, dossier.themeCode as ThemeCode, [
      "theme-owner",
      "instructor",
    ]);
    await notify(
      tx,
      examiners.map((recipientId) => ({
        kind: "crossing-proposed" as const,
        recipientId,
        dossierId: dossier.id,
        payload: { position: input.position },
      })),
    );
  });
}

/** The files that prove the milestone, as they stand: those refused or infected prove nothing. */
async function evidence(tx: Transaction, dossierId: string, position: number) {
  const files = await tx.file.findMany({
    where: {
      dossierId,
      field: evidenceField(position),
      removedAt: null,
      status: { in: ["waiting", "analysed"] },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, size: true, sha256: true },
  });
  return files.map(({ size, ...file }) => ({ ...file, size: Number(size) }));
}

/** Throws unless the milestone of this phase may be proposed now. */
async function requireProposable(
  tx: Transaction,
  { dossier, suspendedAt }: Execution,
  position: number,
): Promise<void> {
  const phase = await tx.executionPhase.findUnique({
    where: { dossierId_position: { dossierId: dossier.id, position } },
    select: { status: true },
  });
  if (!phase) throw notFound();
  if (suspendedAt) {
    throw new BusinessError(
      "not-open",
      "Le projet est suspendu\u00A0: demandez d’abord sa reprise, puis proposez le jalon.",
    );
  }
  if (phase.status === "submitted") {
    throw new BusinessError(
      "already-done",
      "Ce jalon est déjà proposé\u00A0: le porteur du thème l’examine.",
    );
  }
  if (!isUnderWay(phase.status)) {
    throw new BusinessError(
      "not-open",
      phase.status === "released"
        ? "Le jalon de cette phase est déjà accepté."
        : "Cette phase n’est pas commencée\u00A0: son jalon se propose une fois la phase débloquée.",
    );
  }
}
