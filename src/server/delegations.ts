import "server-only";
import type { Transaction } from "./database/client";

/**
 * Ends now what an agent delegated of a ministry's DNUM, or of all of them: nobody holds a role from somebody who no
 * longer does. Returns the grants ended, for the audit line of the fact.
 */
export async function endDelegationsOf(
  tx: Transaction,
  given: { by: string; ministryId: string | null },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE role_grant SET ends_at = greatest(guichet_now(), starts_at + interval '1 millisecond')
    WHERE delegated AND granted_by_id = ${given.by}::uuid AND ends_at > guichet_now()
      AND ministry_id = coalesce(${given.ministryId}::uuid, ministry_id)
    RETURNING id`;
  return rows.map(({ id }) => id);
}
