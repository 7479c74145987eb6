import { formatDay, parisDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import { mayMeet } from "@/domain/execution/obligations";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { dayOfColumn, lockExecution } from "@/server/executions";
import { lockDossier } from "@/server/team-dossier";
import type { MeetDutyInput } from "../schemas";

/**
 * Tells that what is asked once is done, and how: a demonstration held, results, a service opened. A report is not told
 * done: it is handed in. Throws `already-done` the second time, `not-open` for a team that has not been kept a year yet.
 */
export function meetDuty(actor: Actor, input: MeetDutyInput): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "write");
    await lockExecution(tx, dossier.id);
    const duty = await tx.obligation.findFirst({
      where: { id: input.duty, dossierId: dossier.id, period: "", droppedAt: null },
    });
    if (!duty) throw notFound();
    if (duty.doneAt) {
      throw new BusinessError("already-done", "Cet engagement est déjà indiqué comme tenu.");
    }
    const dueOn = dayOfColumn(duty.dueOn);
    if (!mayMeet({ kind: duty.kind, dueOn }, parisDay(dossier.now))) {
      throw new BusinessError(
        "not-open",
        `L’année n’est pas écoulée\u00A0: cet engagement s’indique à partir du ${formatDay(dueOn)}.`,
      );
    }
    await tx.obligation.update({
      where: { id: duty.id },
      data: { doneAt: dossier.now, doneById: actor.agentId, note: input.note },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "meet-duty",
      facts: { duty: duty.kind, dueOn, note: input.note },
    });
  });
}
