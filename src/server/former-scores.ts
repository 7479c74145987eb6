import "server-only";
import { aggregate } from "@/domain/evaluation/aggregation";
import { type FormerScores, formerScores } from "@/domain/evaluation/former-scores";
import type { Criterion } from "@/domain/themes/types";
import { readFormerConsensus } from "./consensus";
import { database } from "./database/client";
import type { ExaminedDossier } from "./examined-dossier";
import { readScore, SCORES_READ } from "./jury-sheets";

/**
 * What the jury of the former presentation gave together, for the jurors of the present one, where the theme's owner
 * shows it; null elsewhere, and for a first presentation: then nothing is even read. Never a sheet, never a juror. The
 * sheet of whoever stepped aside counts no more, as in its time. Who may read it is settled by the caller: a juror the
 * dossier is entrusted to.
 */
export async function readFormerScores(
  { id, presentation, theme }: Pick<ExaminedDossier, "id" | "presentation" | "theme">,
  criteria: readonly Criterion[],
): Promise<FormerScores | null> {
  if (!theme.selection.showsFormerScores || presentation === 1) return null;
  const former = presentation - 1;
  // The former presentation was another theme's, unless this one asked for the new one.
  const asked = await database().decision.count({
    where: { dossierId: id, presentation: former, outcome: "to-be-presented-again" },
  });
  if (asked === 0) return null;
  const sheets = await database().scoreSheet.findMany({
    where: {
      submittedAt: { not: null },
      assignment: { dossierId: id, presentation: former, status: "ended", formerTheme: null },
    },
    select: { scores: SCORES_READ },
  });
  const scores = sheets.map((sheet) => sheet.scores.map(readScore));
  return formerScores(aggregate(criteria, scores, await readFormerConsensus(id, former)));
}
