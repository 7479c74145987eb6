import { type Day, formatDay } from "@/domain/calendar";
import { DECLARATION_MONTHS, isDeclarationValid } from "./conflicts";

/** Where a person stands in the jury of a theme. */
export const MEMBERSHIP_STATUSES = ["invited", "accepted", "declined", "ended"] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export const MEMBERSHIP_WORDS: Record<
  MembershipStatus,
  { label: string; severity?: "info" | "success" }
> = {
  invited: { label: "Invité", severity: "info" },
  accepted: { label: "Membre", severity: "success" },
  declined: { label: "A décliné" },
  ended: { label: "Mandat terminé" },
};

/** What a dossier may be entrusted on. */
export interface Seat {
  /** Null when the person was never invited to the theme's jury. */
  membership: MembershipStatus | null;
  /** A role of juror in force on the theme. */
  hasRole: boolean;
  /** Day of the last declaration of interests; null when there is none. */
  declaredOn: Day | null;
}

/**
 * What stands before entrusting a dossier to a person, in French; null when nothing does. No text says how a jury is
 * made up: the reading is that a member has the role, has accepted, and has declared their interests within a year.
 */
export function hindrance({ membership, hasRole, declaredOn }: Seat, today: Day): string | null {
  if (membership === "ended") return "son mandat est terminé";
  if (membership === "declined") return "la personne a décliné l’invitation";
  if (membership === null) return "la personne n’est pas invitée au jury de ce thème";
  if (!hasRole) return "le rôle de membre du jury manque ou a pris fin";
  if (membership === "invited") return "l’invitation attend sa réponse";
  if (declaredOn === null) return "aucune déclaration d’intérêts";
  if (!isDeclarationValid(declaredOn, today)) {
    return `déclaration d’intérêts du ${formatDay(declaredOn)}, à renouveler (plus de ${DECLARATION_MONTHS} mois)`;
  }
  return null;
}
