import { type Aggregate, aggregate } from "@/domain/evaluation/aggregation";
import { type CriterionScore, isScoreValue, sheetScore } from "@/domain/evaluation/scores";
import { type Actor, fullName } from "@/domain/rights/actor";
import type { Criterion } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleSheets } from "@/server/visibility";

export interface ReadSheet {
  juror: string;
  scores: readonly CriterionScore[];
  /** Hundredths; null while incomplete. */
  total: number | null;
}

/** One's own sheet may be read before the close, but it is not « the scores ». */
const SCORED = { status: { notIn: ["filed", "admissible", "under-review", "heard"] } };

/**
 * The sheets of a dossier the actor may read and what they say together: nothing before the close of scoring. The sheet
 * of a juror recused or abstaining since counts no more. Private notes stay private.
 */
export async function readScores(
  actor: Actor,
  dossierId: string,
  criteria: readonly Criterion[],
): Promise<{ sheets: ReadSheet[]; aggregate: Aggregate | null }> {
  const rows = await database().scoreSheet.findMany({
    where: {
      AND: [
        visibleSheets(actor),
        {
          submittedAt: { not: null },
          assignment: { dossierId, status: "assigned", dossier: SCORED },
        },
      ],
    },
    include: {
      scores: true,
      assignment: {
        select: { juror: { select: { givenName: true, usualName: true } } },
      },
    },
    omit: { privateNotes: true },
    orderBy: { assignment: { juror: { usualName: "asc" } } },
  });
  const sheets = rows.map(({ scores, assignment }) => {
    const own = scores.map(({ criterion, value, justification }) => ({
      criterion,
      value: isScoreValue(value) ? value : null,
      justification,
    }));
    return { juror: fullName(assignment.juror), scores: own, total: sheetScore(criteria, own) };
  });
  return {
    sheets,
    aggregate: aggregate(
      criteria,
      sheets.map(({ scores }) => scores),
    ),
  };
}
