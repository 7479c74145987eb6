import "server-only";
import { evidencePosition } from "@/domain/execution/evidence";
import { UNDER_WAY } from "@/domain/execution/phase-statuses";
import type { Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";

/**
 * Whether a file of this field proves the milestone of a phase whose proposal is being prepared: under way, or not
 * accepted the time before, on a project that is neither suspended nor closed.
 */
export async function takesEvidence(
  tx: Pick<Transaction, "executionPhase">,
  dossierId: string,
  field: string,
): Promise<boolean> {
  const position = evidencePosition(field);
  if (position === null) return false;
  const open = await tx.executionPhase.count({
    where: {
      dossierId,
      position,
      status: { in: [...UNDER_WAY] },
      execution: { suspendedAt: null, dossier: { status: "in-execution" } },
    },
  });
  return open > 0;
}

/** Whether any phase of a dossier takes evidence now. */
export async function takesAnyEvidence(
  tx: Pick<Transaction, "executionPhase">,
  dossierId: string,
): Promise<boolean> {
  const open = await tx.executionPhase.count({
    where: {
      dossierId,
      status: { in: [...UNDER_WAY] },
      execution: { suspendedAt: null, dossier: { status: "in-execution" } },
    },
  });
  return open > 0;
}

/** The ids of the files that the proposals of a dossier's milestones name, as rows `id`. */
export function evidenceIds(dossierId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT entry->>'id' AS id FROM phase_crossing, jsonb_array_elements(files) AS entry
    WHERE dossier_id = ${dossierId}::uuid`;
}
