import { type Cents, centsFromBigInt } from "@/domain/money";
import { database, type Transaction } from "@/server/database/client";
import { heldBy } from "@/server/envelopes";
import type { Execution } from "@/server/executions";
import { closingObstacle } from "../commands/closing";

export interface ClosingFacts {
  evaluation: string;
  lessons: string;
  askedAt: Date | null;
  closedAt: Date | null;
  /** What the carrier says it leaves unused, and what the award still holds of the envelopes. */
  unused: Cents;
  held: Cents;
  /** What stands before the closing, in French; null when nothing does. */
  obstacle: string | null;
}

/** Where the closing of a project stands, for those who opened it through their visibility. */
export async function readClosing(
  execution: Execution,
  tx: Transaction = database(),
): Promise<ClosingFacts> {
  const dossierId = execution.dossier.id;
  const [row, requests, crossings, held] = await Promise.all([
    tx.execution.findUniqueOrThrow({ where: { dossierId }, select: { unused: true } }),
    tx.changeRequest.count({ where: { dossierId, status: "requested" } }),
    tx.phaseCrossing.count({ where: { dossierId, status: "proposed" } }),
    heldBy(execution.decisionId, tx),
  ]);
  return {
    evaluation: execution.evaluation,
    lessons: execution.lessons,
    askedAt: execution.closingAskedAt,
    closedAt: execution.closedAt,
    unused: centsFromBigInt(row.unused),
    held,
    obstacle: closingObstacle({ ...execution, requests, crossings }),
  };
}
