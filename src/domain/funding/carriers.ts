import type { CarrierKind } from "@/domain/themes/types";

/**
 * Whether a theme's list admits a kind of carrier. A business directorate and a DNUM are central administrations and
 * are admitted wherever these are (reading of the texts, Eligibility); the reverse does not hold (ITN2, ITN5).
 */
export function admits(carriers: readonly CarrierKind[], kind: CarrierKind): boolean {
  if (carriers.includes(kind)) return true;
  const central = kind === "business-directorate" || kind === "dnum";
  return central && carriers.includes("central-administration");
}
