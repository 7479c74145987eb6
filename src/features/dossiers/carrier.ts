import type { Actor, ActorOrganisation } from "@/domain/rights/actor";
import type { CarrierKind } from "@/domain/themes/types";

/** The agent's organisation as the carrier of a dossier, or why it cannot be one. */
export type CarrierOfActor =
  | { carrier: ActorOrganisation & { kind: CarrierKind }; refusal: null }
  | { carrier: null; refusal: string };

/** The organisation that would carry a dossier started by this agent: their own. */
export function carrierOf({ organisation }: Actor): CarrierOfActor {
  if (!organisation) {
    return {
      carrier: null,
      refusal:
        "Votre organisation n’est pas encore rattachée au portail\u00A0: un administrateur doit le faire avant que vous portiez un dossier.",
    };
  }
  const { kind } = organisation;
  return kind === "ministry"
    ? {
        carrier: null,
        refusal:
          "Un dossier est porté par une direction, un service ou un opérateur, pas par le ministère entier.",
      }
    : { carrier: { ...organisation, kind }, refusal: null };
}
