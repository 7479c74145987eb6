import type { Outcome, Theme } from "@/domain/themes/types";

const AUTHORITIES = {
  DINUM: "Direction interministérielle du numérique",
  DITP: "Direction interministérielle de la transformation publique",
} as const;

/** Who decides, in the letter: the administration that owns the theme, else its unit, never a person. */
export function authorityOf({ owner }: Pick<Theme, "owner">): string {
  return owner.administration ? AUTHORITIES[owner.administration] : owner.unit;
}

/** A jury that set somebody aside says how many: no name, no ground. */
export const RECUSED_LABEL = "Membres du jury déportés";

/** The lines of a text written one idea per line, without the blank ones nor the dashes people begin them with. */
export function writtenLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[-–•*]\s+/, "").trim())
    .filter((line) => line !== "");
}

const AFTER: Record<Outcome, readonly string[]> = {
  accepted: [
    "Délégation des crédits à votre ministère",
    "Suivi du projet avec le porteur du thème, jusqu’à son bilan",
  ],
  refused: [],
  "set-aside": [],
  redirected: ["Confirmation du nouveau thème par le porteur"],
  "to-be-presented-again": [
    "Réponse à chaque attente, sur le portail, et mise à jour du dossier",
    "Dépôt de la nouvelle présentation, sous le même numéro",
  ],
};

/** What follows a decision, in order, without a date nobody has given. */
export function afterDecision(outcome: Outcome): { label: string }[] {
  return AFTER[outcome].map((label) => ({ label }));
}
