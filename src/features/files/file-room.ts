import { BusinessError } from "@/domain/errors";
import { evidencePosition } from "@/domain/execution/evidence";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import type { Transaction } from "@/server/database/client";
import { takesAnyEvidence, takesEvidence } from "@/server/evidence";
import { lockDossier, lockToWrite } from "@/server/team-dossier";

/**
 * Opens a dossier for its files: those of its form while it is written, the evidence of a milestone while its proposal is
 * prepared. Throws as `lockToWrite`, `already-done` for a milestone that takes no evidence now.
 */
export async function lockForFile(tx: Transaction, actor: Actor, number: string, field: string) {
  if (evidencePosition(field) === null) return lockToWrite(tx, actor, number, { part: "files" });
  const dossier = await lockDossier(tx, actor, number, "write");
  if (!(await takesEvidence(tx, dossier.id, field))) {
    throw new BusinessError(
      "already-done",
      "Ce jalon ne prend plus de pièce\u00A0: il est proposé, accepté, ou le projet est suspendu ou clos.",
    );
  }
  return dossier;
}

/** Throws unless the actor joins files of some kind to the dossier now: whoever may not sends nothing. */
export async function requireFileRoom(tx: Transaction, actor: Actor, number: string) {
  const dossier = await lockDossier(tx, actor, number, "write");
  if (await takesAnyEvidence(tx, dossier.id)) return;
  await lockToWrite(tx, actor, number, { part: "files" });
}

/** The page where files of this field are joined, to come back to it without script. */
export function fileRoom(number: string, field: string): string {
  const position = evidencePosition(field);
  return position === null ? routes.step(number, "pieces-jointes") : routes.phase(number, position);
}
