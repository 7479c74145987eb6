import "server-only";

/** Why a sign-in is refused, as the address of the page says it. */
export const REFUSAL_REASONS = [
  /** Not an agent of the State nor of its operators. */
  "population",
  /** A role needs a stronger sign-in. */
  "authentification",
  /** The account is closed. */
  "compte",
  /** The provider refused, for a reason of its own (private sector, blocked account). */
  "fournisseur",
  /** The provider does not answer. */
  "indisponible",
  /** The sign-in was interrupted: too long, or two tabs at once. */
  "interruption",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The reason an address names; `interruption` when it names none. */
export function refusalReason(text: string | undefined): RefusalReason {
  return REFUSAL_REASONS.find((reason) => reason === text) ?? "interruption";
}
