import "server-only";
import type { Day } from "@/domain/calendar";
import type { ProjectStanding } from "@/domain/execution/next-act";
import { database, type Transaction } from "./database/client";

interface Row {
  dossierId: string;
  suspended: boolean;
  request: number | null;
  proposed: number | null;
  withheld: number | null;
  closingAsked: boolean;
  kind: string | null;
  period: string | null;
  dueOn: Day | null;
}

/**
 * What is open on the projects of these dossiers, in one statement: the caller has opened them through their visibility.
 * Those whose follow-up is not open, or is over, are absent.
 */
export async function projectStandings(
  dossierIds: readonly string[],
  tx: Pick<Transaction, "$queryRaw"> = database(),
): Promise<ReadonlyMap<string, ProjectStanding>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.dossier_id AS "dossierId", e.suspended_at IS NOT NULL AS suspended,
      e.closing_asked_at IS NOT NULL AS "closingAsked",
      (SELECT number FROM change_request WHERE dossier_id = e.dossier_id AND status = 'requested') AS request,
      (SELECT position FROM phase_crossing WHERE dossier_id = e.dossier_id AND status = 'proposed') AS proposed,
      (SELECT min(position) FROM execution_phase WHERE dossier_id = e.dossier_id AND status = 'withheld') AS withheld,
      duty.kind, duty.period, duty.due_on::text AS "dueOn"
    FROM execution e LEFT JOIN LATERAL (
      SELECT kind, period, due_on FROM obligation
      WHERE dossier_id = e.dossier_id AND done_at IS NULL AND dropped_at IS NULL
      ORDER BY due_on, kind LIMIT 1) duty ON true
    WHERE e.dossier_id = ANY (${[...dossierIds]}::uuid[]) AND e.closed_at IS NULL`;
  return new Map(
    rows.map(({ dossierId, kind, period, dueOn, ...standing }) => [
      dossierId,
      { ...standing, duty: kind !== null && dueOn ? { kind, period: period ?? "", dueOn } : null },
    ]),
  );
}
