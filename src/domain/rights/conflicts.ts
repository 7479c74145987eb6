import type { ActorOrganisation } from "./actor";

/** The organisations that carry a dossier: the lead carrier and the co-carriers. */
export interface CarrierOrganisation {
  id: string;
  ministryId: string | null;
}

/** Why a juror may not take part, for the record; null when no rule of organisation forbids it. */
export type ConflictGround = "same-organisation" | "same-ministry";

/**
 * The conflict a juror's organisation creates with the carriers of a dossier. The system imposes a recusal on it; the
 * other grounds are declared by people.
 */
export function conflictGround(
  juror: ActorOrganisation,
  carriers: readonly CarrierOrganisation[],
): ConflictGround | null {
  const ministry = juror.kind === "ministry" ? juror.id : juror.ministryId;
  if (carriers.some((carrier) => carrier.id === juror.id)) return "same-organisation";
  if (
    ministry !== null &&
    carriers.some((carrier) => (carrier.ministryId ?? carrier.id) === ministry)
  ) {
    return "same-ministry";
  }
  return null;
}
