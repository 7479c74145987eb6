import type { Day } from "@/domain/calendar";
import type { Standing } from "@/domain/execution/changes";
import type { Transaction } from "@/server/database/client";

/** Where the phases of a project stand on a day, as a change is read on it. */
export async function standingOf(
  tx: Pick<Transaction, "executionPhase">,
  dossierId: string,
  today: Day,
): Promise<Standing> {
  const phases = await tx.executionPhase.findMany({
    where: { dossierId },
    select: { position: true, status: true, fundedAt: true },
  });
  return {
    today,
    funded: phases.flatMap(({ position, fundedAt }) => (fundedAt ? [position] : [])),
    passed: phases.flatMap(({ position, status }) => (status === "released" ? [position] : [])),
  };
}
