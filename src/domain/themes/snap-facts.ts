import type { Fact } from "@/domain/themes/types";

/** What several themes of the SNAP volet tell the same way. */

/** COSINUM l.40: the fund buys no terminal, which stays on the ministries' budgets. */
export const noTerminal: Fact = {
  text: "L’achat de terminaux (ordinateurs, tablettes, téléphones)\u00A0: il reste à la charge des ministères.",
  source: "COSINUM l.40",
};

/** The reading on rounding, for themes whose fiche is silent. */
export const roundingDown: Fact = {
  text: "La subvention est arrondie au centime inférieur.",
  source: "Livret l.410",
  reading:
    "Ce thème ne dit pas comment arrondir\u202F; la règle d’ITN8, «\u00A0maximum\u00A0», est appliquée à tous.",
};

/** Titre 2 is not mentioned: it stays out of the base (reading of the texts, Money). */
export function staffNotAccepted(source: string): Fact {
  return {
    text: "Les dépenses de personnel de l’administration (T2) n’entrent pas dans la base de la subvention.",
    source,
    reading: "Le texte ne parle pas du T2 pour ce thème\u00A0: il n’est pas retenu.",
  };
}

/** The silence of a continuous call on its closing. */
export function noClosingDate(source: string): Fact {
  return {
    text: "La date de fermeture du guichet\u00A0: aucune n’est écrite.",
    source,
  };
}
