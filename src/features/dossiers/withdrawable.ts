import type { DossierStatus } from "@/domain/dossier/statuses";
import { TRANSITIONS, type Transition } from "@/domain/dossier/transitions";

const { from }: Transition = TRANSITIONS.withdraw;

/** Whether a carrier who reads this status may ask for the withdrawal: the table says so. */
export function isWithdrawable(status: DossierStatus): boolean {
  return from.includes(status);
}
