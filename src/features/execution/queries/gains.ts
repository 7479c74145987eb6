import type { Day } from "@/domain/calendar";
import type { ProofLevel } from "@/domain/execution/gains";
import { database, type Transaction } from "@/server/database/client";
import { dayOfColumn } from "@/server/executions";

/** A gain promised, and its proof. Quantities in thousandths of the unit. */
export interface GainLine {
  id: string;
  label: string;
  unit: string;
  promised: bigint;
  proof: { value: bigint; level: ProofLevel; method: string; source: string; on: Day } | null;
}

/** The gains of a project that the caller has opened through its visibility, in the order they were promised. */
export async function readGains(
  dossierId: string,
  tx: Transaction = database(),
): Promise<GainLine[]> {
  const rows = await tx.gain.findMany({ where: { dossierId }, orderBy: { id: "asc" } });
  return rows.map(({ id, label, unit, promised, proven, level, method, source, provenOn }) => ({
    id,
    label,
    unit,
    promised,
    proof:
      proven === null || level === null || provenOn === null
        ? null
        : { value: proven, level: level as ProofLevel, method, source, on: dayOfColumn(provenOn) },
  }));
}
