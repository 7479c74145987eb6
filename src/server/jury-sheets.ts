import "server-only";
import { type Aggregate, aggregate } from "@/domain/evaluation/aggregation";
import { outliers } from "@/domain/evaluation/calibration";
import { currentValue, type ReadScore } from "@/domain/evaluation/revisions";
import { isScoreValue, type ScoreValue, sheetScore } from "@/domain/evaluation/scores";
import { type Actor, fullName } from "@/domain/rights/actor";
import type { Criterion } from "@/domain/themes/types";
import { readConsensus } from "./consensus";
import { database } from "./database/client";
import type { Prisma } from "./database/generated/client";
import { SCORING_CLOSED, visibleSheets } from "./visibility";

/** What a score is read with. */
export const SCORES_READ = {
  include: { revisions: { orderBy: { revision: "asc" } } },
} satisfies Prisma.ScoreSheet$scoresArgs;

type ScoreRow = Prisma.ScoreGetPayload<typeof SCORES_READ>;

const scoreOf = (stored: number | null): ScoreValue | null =>
  isScoreValue(stored) ? stored : null;

/** A stored score as it counts, with its changes. */
export function readScore({ criterion, value, justification, revisions }: ScoreRow): ReadScore {
  const changes = revisions.flatMap(({ before, after, reason, at }) =>
    isScoreValue(before) && isScoreValue(after) ? [{ before, after, reason, at }] : [],
  );
  return { criterion, value: currentValue(scoreOf(value), changes), justification, changes };
}

/** A sheet handed in, as the others read it. Private notes stay private. */
export interface ReadSheet {
  juror: string;
  scores: readonly ReadScore[];
  /** Hundredths; null on a grid the sheet does not fill. */
  total: number | null;
  /** Further from the median than the published limit. */
  isOutlier: boolean;
}

export interface JurySheets {
  sheets: readonly ReadSheet[];
  /** Null without any sheet to read. */
  aggregate: Aggregate | null;
}

/**
 * The sheets of a dossier the actor may read and what they say together, under a grid: nothing before the close of the
 * scoring, whoever asks. The sheet of a juror recused or abstaining since counts no more; a score changed after the
 * discussion counts as changed; what a sitting agreed on takes the place of the mean of its criterion.
 */
export async function readJurySheets(
  actor: Actor,
  dossierId: string,
  criteria: readonly Criterion[],
): Promise<JurySheets> {
  const rows = await database().scoreSheet.findMany({
    where: {
      AND: [
        visibleSheets(actor),
        {
          submittedAt: { not: null },
          // One's own sheet may be read before the close, but it is not « the scores ».
          assignment: {
            dossierId,
            status: "assigned",
            dossier: { status: { in: [...SCORING_CLOSED] } },
          },
        },
      ],
    },
    select: {
      scores: SCORES_READ,
      assignment: { select: { juror: { select: { givenName: true, usualName: true } } } },
    },
    orderBy: [{ assignment: { juror: { usualName: "asc" } } }, { id: "asc" }],
  });
  const scores = rows.map((row) => row.scores.map(readScore));
  const agreed = scores.length > 0 ? await readConsensus([dossierId]) : new Map();
  const far = outliers(criteria, scores);
  return {
    sheets: rows.map(({ assignment }, index) => ({
      juror: fullName(assignment.juror),
      scores: scores[index] ?? [],
      total: sheetScore(criteria, scores[index] ?? []),
      isOutlier: far.has(index),
    })),
    aggregate: aggregate(criteria, scores, agreed.get(dossierId)),
  };
}
