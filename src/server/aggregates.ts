import "server-only";
import { type Aggregate, aggregate } from "@/domain/evaluation/aggregation";
import { isScoreValue } from "@/domain/evaluation/scores";
import type { Criterion } from "@/domain/themes/types";
import { readConsensus } from "./consensus";
import { database, type Transaction } from "./database/client";

/**
 * The aggregate of each dossier's sheets and of what a sitting agreed on, in two statements, by dossier: sheets handed in
 * by those who still hold the dossier, each score as its juror last changed it. The caller settles who may read it: the
 * scoring of these dossiers is closed, and nobody recused from them asks.
 */
export async function readAggregates(
  { criteria, dossierIds }: { criteria: readonly Criterion[]; dossierIds: readonly string[] },
  tx: Transaction = database(),
): Promise<ReadonlyMap<string, Aggregate>> {
  const sheets = await tx.$queryRaw<{ dossierId: string; values: Record<string, number | null> }[]>`
    SELECT assignment.dossier_id AS "dossierId",
      jsonb_object_agg(score.criterion, coalesce(revised.after, score.value)) AS values
    FROM juror_assignment AS assignment
    JOIN score_sheet AS sheet ON sheet.assignment_id = assignment.id AND sheet.submitted_at IS NOT NULL
    JOIN score ON score.sheet_id = sheet.id
    LEFT JOIN (
      SELECT DISTINCT ON (sheet_id, criterion) sheet_id, criterion, after FROM score_revision
      ORDER BY sheet_id, criterion, revision DESC
    ) AS revised ON revised.sheet_id = score.sheet_id AND revised.criterion = score.criterion
    WHERE assignment.status = 'assigned' AND assignment.dossier_id = ANY (${[...dossierIds]}::uuid[])
    GROUP BY assignment.dossier_id, sheet.id`;
  const byDossier = Map.groupBy(sheets, ({ dossierId }) => dossierId);
  const agreed = await readConsensus([...byDossier.keys()], tx);
  const result = new Map<string, Aggregate>();
  for (const [id, own] of byDossier) {
    const scores = own.map(({ values }) =>
      criteria.map(({ key }) => {
        const value = values[key] ?? null;
        return { criterion: key, value: isScoreValue(value) ? value : null, justification: "" };
      }),
    );
    const together = aggregate(criteria, scores, agreed.get(id));
    if (together) result.set(id, together);
  }
  return result;
}
