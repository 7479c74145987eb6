import type { Theme } from "@/domain/themes/types";
import type { DossierStatus } from "./statuses";

/** Longest message or internal note, in characters. */
export const MESSAGE_LENGTH = 4000;

/** Who speaks in the messages of a dossier: its team, or those who examine it. */
export type MessageSide = "carrier" | "instruction";

/** The side that reads what one side writes. */
export const otherSide = (side: MessageSide): MessageSide =>
  side === "carrier" ? "instruction" : "carrier";

/**
 * Why nobody writes on a dossier any more, messages and internal notes alike, or not yet; null while people may. A
 * decision closes nothing: its carrier may ask what it means, and contest it.
 */
export function writingClosed({
  status,
  filedAt,
}: {
  status: DossierStatus;
  filedAt: Date | null;
}): string | null {
  if (filedAt === null) {
    return status === "draft"
      ? "Les messages avec l’instruction s’ouvrent au dépôt du dossier\u00A0: avant, personne ne l’instruit."
      : "Ce brouillon n’a pas été déposé\u00A0: personne ne l’instruit, les messages n’y sont pas ouverts.";
  }
  switch (status) {
    case "withdrawn":
      return "Ce dossier est retiré\u00A0: son instruction a pris fin, on n’y écrit plus. Ce qui a été écrit reste à lire.";
    case "closed":
      return "Ce dossier est clos\u00A0: on n’y écrit plus. Ce qui a été écrit reste à lire.";
    default:
      return null;
  }
}

/** In whose name the instruction of a theme writes to a carrier: « DINUM, Projets numériques partagés ». */
export function signatureOf({ owner }: Pick<Theme, "owner">): string {
  return owner.administration && !owner.unit.includes(owner.administration)
    ? `${owner.administration}, ${owner.unit}`
    : owner.unit;
}
