import type { FundOwner, ThemeCode } from "@/domain/themes/types";

/** What may happen to credits, from the operational budget down to the dossier, and back. */
export const MOVEMENT_KINDS = [
  "delegation",
  "withdrawal",
  "allocation",
  "commitment",
  "payment",
  "return",
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Between a BOP and a unit: its managers propose and confirm them. The others are the ministry's, on a dossier. */
export const UNIT_KINDS = ["delegation", "withdrawal"] as const satisfies readonly MovementKind[];
export const DOSSIER_KINDS = [
  "allocation",
  "commitment",
  "payment",
  "return",
] as const satisfies readonly MovementKind[];
export type DossierKind = (typeof DOSSIER_KINDS)[number];
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Whether a movement is of a dossier's account. */
export function isDossierKind(kind: MovementKind): kind is DossierKind {
  return (DOSSIER_KINDS as readonly MovementKind[]).includes(kind);
}

interface MovementWords {
  /** « Engagement ». */
  label: string;
  /** With its article: « l’engagement ». */
  named: string;
  /** What it does, in one sentence. */
  does: string;
  /** In an address. */
  slug: string;
  /** What it moves. */
  moves: readonly ("ae" | "cp")[];
  /** What the accounting calls its number; null where none is asked. */
  reference: string | null;
}

export const MOVEMENT_WORDS: Readonly<Record<MovementKind, MovementWords>> = {
  delegation: {
    label: "Délégation à l’unité",
    named: "la délégation à l’unité",
    does: "Le BOP met des crédits à la disposition de l’unité du ministère.",
    slug: "delegation",
    moves: ["ae", "cp"],
    reference: null,
  },
  withdrawal: {
    label: "Retrait au profit du BOP",
    named: "le retrait",
    does: "L’unité rend au BOP des crédits qu’elle n’a pas délégués à un dossier.",
    slug: "retrait",
    moves: ["ae", "cp"],
    reference: null,
  },
  allocation: {
    label: "Délégation au dossier",
    named: "la délégation au dossier",
    does: "L’unité réserve des crédits au dossier, dans la limite de l’aide accordée.",
    slug: "delegation",
    moves: ["ae", "cp"],
    reference: null,
  },
  commitment: {
    label: "Engagement",
    named: "l’engagement",
    does: "Un engagement juridique (EJ) consomme des autorisations d’engagement (AE) du dossier.",
    slug: "engagement",
    moves: ["ae"],
    reference: "Numéro de l’engagement juridique (EJ)",
  },
  payment: {
    label: "Paiement",
    named: "le paiement",
    does: "Une demande de paiement (DP) consomme des crédits de paiement (CP) du dossier.",
    slug: "paiement",
    moves: ["cp"],
    reference: "Numéro de la demande de paiement (DP)",
  },
  return: {
    label: "Restitution",
    named: "la restitution",
    does: "Le dossier rend à l’unité des crédits qu’il n’a pas engagés, et à l’enveloppe du thème l’aide du même montant.",
    slug: "restitution",
    moves: ["ae", "cp"],
    reference: null,
  },
};

/** The movement an address names, among some; null when it names none. */
export function movementBySlug<Kind extends MovementKind>(
  kinds: readonly Kind[],
  slug: string,
): Kind | null {
  return kinds.find((kind) => MOVEMENT_WORDS[kind].slug === slug) ?? null;
}

/** Where a proposed movement stands. */
export const PROPOSAL_STATUSES = ["proposed", "confirmed", "refused", "withdrawn"] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export const PROPOSAL_WORDS: Readonly<
  Record<ProposalStatus, { label: string; severity?: "info" | "success" }>
> = {
  proposed: { label: "À confirmer", severity: "info" },
  confirmed: { label: "Confirmé", severity: "success" },
  refused: { label: "Refusé" },
  withdrawn: { label: "Retiré" },
};

/**
 * How a unit is fed: credits are delegated to the ministry's unit of the fund owner's BOP; those of SNAP1 are transferred to
 * the ministry's own BOP (Livret, SNAP1; reading-of-the-texts, After the award).
 */
export const UNIT_NATURES = ["delegation", "transfer"] as const;
export type UnitNature = (typeof UNIT_NATURES)[number];

export const UNIT_NATURE_WORDS: Readonly<Record<UnitNature, string>> = {
  delegation: "Unité opérationnelle (UO) du BOP",
  transfer: "BOP du ministère, par transfert (SNAP1)",
};

const TRANSFERRED: readonly ThemeCode[] = ["SNAP1"];

/** The nature of the unit that feeds the dossiers of a theme. */
export function unitNatureOf(theme: ThemeCode): UnitNature {
  return TRANSFERRED.includes(theme) ? "transfer" : "delegation";
}

/** « BOP DINUM ». */
export function bopName(owner: FundOwner): string {
  return `BOP ${owner}`;
}
