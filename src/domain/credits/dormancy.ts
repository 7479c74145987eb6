import { addMonths, type Day } from "@/domain/calendar";
import type { Cents } from "@/domain/money";
import { type AccountSums, leftInAccount } from "./ledger";

/**
 * Months without any movement after which credits received and not committed are said to sleep, and their release is
 * proposed. The texts ask that credits be tracked to their return and set no delay: a reading.
 */
export const DORMANT_MONTHS = 6;

/** The day from which credits that have not moved since `lastMovedOn` sleep. */
export function dormantFrom(lastMovedOn: Day): Day {
  return addMonths(lastMovedOn, DORMANT_MONTHS);
}

/** The authorisations of an account that sleep: received, kept, not committed, unmoved for the delay. Zero when none. */
export function dormantAmount(account: AccountSums, lastMovedOn: Day | null, today: Day): Cents {
  if (lastMovedOn === null || today < dormantFrom(lastMovedOn)) return 0 as Cents;
  return leftInAccount(account).toCommit;
}
