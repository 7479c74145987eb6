import "server-only";
import { mayWrite } from "@/domain/dossier/editing";
import { evidencePosition } from "@/domain/execution/evidence";
import type { Transaction } from "./database/client";
import { type EditedDossier, readEditing } from "./editing";
import { takesEvidence } from "./evidence";

/** Whether bytes of a file of this field are still expected. */
export async function expectsFile(
  tx: Pick<Transaction, "complementItem" | "executionPhase">,
  dossier: EditedDossier,
  field: string,
): Promise<boolean> {
  if (evidencePosition(field) !== null) return takesEvidence(tx, dossier.id, field);
  return mayWrite(await readEditing(tx, dossier), "files");
}
