import { parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { columnOfDay, lockExecution } from "@/server/executions";
import { lockDossier } from "@/server/team-dossier";
import type { PromiseGainInput, ProveGainInput } from "../schemas";

/** More than a reader follows, and a bound on what one project can make. */
const MAX_GAINS = 20;

/** The team writes a gain its project promises. Throws `invalid-input` beyond twenty. */
export function promiseGain(actor: Actor, input: PromiseGainInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "write");
    await lockExecution(tx, dossier.id);
    if ((await tx.gain.count({ where: { dossierId: dossier.id } })) >= MAX_GAINS) {
      const message = `Un projet suit ${MAX_GAINS} gains au plus.`;
      throw new BusinessError("invalid-input", message, [{ path: "label", message }]);
    }
    const { label, unit, promised } = input;
    await tx.gain.create({
      data: {
        dossierId: dossier.id,
        label,
        unit,
        promised,
        writtenById: actor.agentId,
        writtenAt: dossier.now,
      },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "promise-gain",
      facts: { label, unit, promised: promised.toString() },
    });
  });
}

/**
 * The team proves a gain it promised: value, method, source, level of proof, day. The last proof stands; the log keeps
 * each one. Throws `not-found` for a gain of another project, `invalid-input` for a day to come.
 */
export function proveGain(actor: Actor, input: ProveGainInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "write");
    await lockExecution(tx, dossier.id);
    if (input.provenOn > parisDay(dossier.now)) {
      const message = "Ce jour est à venir. Choisissez celui de la mesure.";
      throw new BusinessError("invalid-input", message, [{ path: "provenOn", message }]);
    }
    const { gain, number: _number, provenOn, ...proof } = input;
    const { count } = await tx.gain.updateMany({
      where: { id: gain, dossierId: dossier.id },
      data: {
        ...proof,
        provenOn: columnOfDay(provenOn),
        writtenById: actor.agentId,
        writtenAt: dossier.now,
      },
    });
    if (count !== 1) throw notFound();
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "prove-gain",
      facts: { gainId: gain, ...proof, proven: proof.proven.toString(), provenOn },
    });
  });
}
