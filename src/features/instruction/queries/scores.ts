import type { Actor } from "@/domain/rights/actor";
import type { Criterion } from "@/domain/themes/types";
import type { ExaminedDossier } from "@/server/examined-dossier";
import { readGrid } from "@/server/grid";
import { type JurySheets, readJurySheets } from "@/server/jury-sheets";

/** The jury's scores of a dossier, with the grid they are read under. */
export interface DossierScores extends JurySheets {
  criteria: readonly Criterion[];
}

/** What the jury wrote of a dossier the caller has opened through its visibility: nothing before the close. */
export async function readScores(actor: Actor, dossier: ExaminedDossier): Promise<DossierScores> {
  const criteria = await readGrid(dossier);
  return { criteria, ...(await readJurySheets(actor, dossier.id, criteria)) };
}
