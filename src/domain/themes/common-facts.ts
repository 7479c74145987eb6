import type { Duty, Fact } from "@/domain/themes/types";

/** What several themes tell the same way. */

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

/** Help before filing, follow-up by DINUM, final evaluation (Livret l.86, l.156, l.292). */
export function dinumSupport(source: string): Fact[] {
  return [
    { text: "Avant le dépôt, vous pouvez être orienté et conseillé.", source },
    {
      text: "Pendant le projet, une équipe de la DINUM le suit et vous conseille aux étapes clés, par exemple en le reliant à un projet d’un autre thème.",
      source,
    },
    {
      text: "Vers la fin, une équipe de la DINUM en évalue tous les effets sur les usagers.",
      source,
    },
  ];
}

/** Few indicators, on impact, and a final evaluation. */
export function fewIndicators(source: string): Fact {
  return { text: "Quelques indicateurs, surtout d’impact, et une évaluation finale.", source };
}

/** The share paid by the fund, for the themes at three quarters. */
export function threeQuarters(source: string): Fact {
  return {
    text: "Le fonds paie 75\u00A0% du coût total du projet\u202F; 25\u00A0% restent au porteur.",
    source,
  };
}

/** Weights are in no fiche. */
export function noWeights(source: string): Fact {
  return {
    text: "Le poids des critères et la note à atteindre.",
    source,
    reading: "Chaque critère pèse 1 tant que le porteur du thème n’en décide pas autrement.",
  };
}

/** « Sans objet » in the box of the selection process. */
export function noProcess(source: string): Fact {
  return {
    text: "Le processus de sélection et le délai de réponse.",
    source,
    reading: "Le porteur du thème examine le dossier et décide\u00A0: accepté ou refusé.",
  };
}

/** A report each quarter where the text gives no rhythm: a reading, at the place where it speaks of the follow-up. */
export function quarterlyReading(source: string): Duty {
  return {
    kind: "report",
    rhythm: { every: "quarter" },
    text: "Chaque trimestre\u00A0: un compte rendu d’avancement.",
    source,
    reading:
      "Le texte ne donne pas de rythme\u00A0: un compte rendu par trimestre civil est retenu, dans les dix jours qui le suivent.",
  };
}

/** The final evaluation: DINUM makes it « towards the end », on what the carrier says of its results. */
export function finalEvaluation(source: string): Duty {
  return {
    kind: "evaluation",
    rhythm: { after: "end", months: 0 },
    text: "À la fin du projet\u00A0: vos résultats, pour l’évaluation finale.",
    source,
    reading:
      "Le texte dit «\u00A0en vue de la fin du projet\u00A0»\u00A0: le dernier jour prévu est retenu.",
  };
}
