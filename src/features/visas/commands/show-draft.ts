import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { columnOfDay } from "@/server/executions";
import { lockToWrite } from "@/server/team-dossier";
import type { ShowDraftInput } from "../schemas";

/**
 * Shows a draft in the portfolio of its ministry's DNUM, or takes it back: by whoever may file it, since it is the
 * carrier's consent. It ends with the draft: what is filed is the ministry's to follow. Throws `not-found` for a carrier
 * without ministry, `already-done` once the dossier is filed.
 */
export function showDraft(actor: Actor, input: ShowDraftInput): Promise<{ shown: boolean }> {
  return inTransaction(async (tx) => {
    const { number, shown } = input;
    const dossier = await lockToWrite(tx, actor, number, { part: "dnum", needed: "file" });
    if (dossier.ministryId === null) throw notFound();
    if (dossier.filedAt !== null) {
      throw new BusinessError(
        "already-done",
        "Ce dossier est déposé\u00A0: la DNUM de votre ministère le lit déjà.",
      );
    }
    const plannedFilingOn = shown ? input.plannedFilingOn : null;
    await tx.dossier.update({
      where: { id: dossier.id },
      data: {
        shownToDnum: shown,
        plannedFilingOn: plannedFilingOn && columnOfDay(plannedFilingOn),
      },
    });
    if (shown || dossier.shownToDnum) {
      await recordFact(tx, {
        chain: dossierChain(dossier.id),
        actorId: actor.agentId,
        action: shown ? "show-draft" : "hide-draft",
        facts: { ministryId: dossier.ministryId, plannedFilingOn },
      });
    }
    return { shown };
  });
}
