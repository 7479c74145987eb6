import "server-only";
import type { Consensus } from "@/domain/evaluation/aggregation";
import { database, type Transaction } from "./database/client";

/** The value a sitting agreed on for a criterion, and why. */
export interface AgreedScore extends Consensus {
  reason: string;
}

/** What sittings agreed on for a former presentation of a dossier: the last word on each criterion. */
export function readFormerConsensus(
  dossierId: string,
  presentation: number,
): Promise<AgreedScore[]> {
  return database().$queryRaw<AgreedScore[]>`
    SELECT DISTINCT ON (score.criterion) score.criterion, score.value, score.reason
    FROM consensus_score AS score
    JOIN session_item AS item ON item.session_id = score.session_id AND item.dossier_id = score.dossier_id
    WHERE score.dossier_id = ${dossierId}::uuid AND item.presentation = ${presentation}
    ORDER BY score.criterion, score.at DESC`;
}

/**
 * What sittings agreed on for dossiers, in their present presentation, by dossier: the last word on each criterion. Who
 * may read it is settled by the caller, as for the sheets it takes the place of.
 */
export async function readConsensus(
  dossierIds: readonly string[],
  tx: Transaction = database(),
): Promise<ReadonlyMap<string, AgreedScore[]>> {
  const rows = await tx.$queryRaw<(AgreedScore & { dossierId: string })[]>`
    SELECT DISTINCT ON (score.dossier_id, score.criterion) score.dossier_id AS "dossierId", score.criterion,
      score.value, score.reason
    FROM consensus_score AS score
    JOIN session_item AS item ON item.session_id = score.session_id AND item.dossier_id = score.dossier_id
    JOIN dossier ON dossier.id = score.dossier_id AND dossier.presentation = item.presentation
    WHERE score.dossier_id = ANY(${[...dossierIds]}::uuid[])
    ORDER BY score.dossier_id, score.criterion, score.at DESC`;
  return Map.groupBy(rows, ({ dossierId }) => dossierId);
}
