/** What a person may do on a dossier, from least to most: each covers those before it. */
export const ACCESSES = ["read", "write", "file", "lead"] as const;
export type Access = (typeof ACCESSES)[number];

/** Accesses one may be invited with: the lead is one person, by transfer. */
export const INVITED_ACCESSES = ["read", "write", "file"] as const satisfies readonly Access[];
export type InvitedAccess = (typeof INVITED_ACCESSES)[number];

/** Days a link of invitation lives, by the portal's clock. */
export const INVITATION_DAYS = 14;
/** People and pending invitations of one dossier: a team, not a mailing list. */
export const MOST_SEATS = 40;

const WORDS: Record<Access, { label: string; sentence: string }> = {
  read: { label: "Lit", sentence: "lire le dossier et ce qui manque, sans rien modifier." },
  write: { label: "Écrit", sentence: "lire et modifier les réponses, sans déposer." },
  file: { label: "Dépose", sentence: "lire, modifier et déposer au nom du responsable." },
  lead: { label: "Responsable", sentence: "tout faire, l’équipe et le retrait compris." },
};

/** An access in one word: « Écrit ». */
export function accessLabel(access: Access): string {
  return WORDS[access].label;
}

/** What an access allows, to end a sentence: « lire et modifier les réponses, sans déposer. » */
export function accessSentence(access: Access): string {
  return WORDS[access].sentence;
}

/** Whether an access covers another; an unknown one covers none. */
export function covers(held: string, needed: Access): boolean {
  const rank = (ACCESSES as readonly string[]).indexOf(held);
  return rank >= ACCESSES.indexOf(needed);
}

/**
 * Why a person of this organisation may not hold an access; null when they may. Filing and leading commit the carrier:
 * its own agents alone (reading of the texts, Eligibility: the carrier is tested, and mandates its agents).
 */
export function accessRefusal(
  access: Access,
  member: { organisationId: string | null },
  carrier: { id: string; name: string },
): string | null {
  if (!covers(access, "file") || member.organisationId === carrier.id) return null;
  const act = access === "lead" ? "être responsable du dossier" : "déposer";
  return `Seul un agent de «\u00A0${carrier.name}\u00A0», qui porte le dossier, peut ${act}. Une personne d’une autre organisation peut lire ou écrire.`;
}
