import {
  DEFAULT_VISA_DAYS,
  type VisaRequirement,
  type VisaState,
  type VisaStatus,
} from "@/domain/dossier/visa";
import type { Transaction } from "@/server/database/client";

/** The ministry a carrier depends on, with its DNUM; null while the portal knows none. */
export async function concernedMinistry(
  tx: Pick<Transaction, "organisation">,
  ministryId: string | null,
) {
  if (ministryId === null) return null;
  return tx.organisation.findUnique({
    where: { id: ministryId },
    select: { id: true, name: true, visaDays: true, dnum: { select: { name: true } } },
  });
}

/** Days the DNUM of a ministry has to answer. */
export function visaDays({ visaDays: days }: { visaDays: number | null }): number {
  return days ?? DEFAULT_VISA_DAYS;
}

/** A row of the table as the rules read it. */
export function visaStateOf(row: {
  requirement: string;
  status: string;
  tacitAt: Date | null;
}): VisaState {
  return {
    requirement: row.requirement as VisaRequirement,
    status: row.status as VisaStatus,
    tacitAt: row.tacitAt,
  };
}
