import type { ThemeCode } from "@/domain/themes/types";

/** Something people want to do, in their words, and the themes whose subject it is (first lines of each fiche). */
export interface Subject {
  value: string;
  label: string;
  themes: readonly ThemeCode[];
}

/** Every theme but ITN7 is the subject of one answer at least. ITN7 publishes no subject: only who carries leads there. */
export const SUBJECTS: readonly Subject[] = [
  {
    value: "demarche",
    label: "Mettre en ligne ou améliorer une démarche",
    themes: ["ITN1"],
  },
  {
    value: "accueil",
    label: "Mieux répondre aux usagers, au guichet, au téléphone et en ligne",
    themes: ["ITN8A"],
  },
  {
    value: "plateforme",
    label: "Réunir les acteurs d’une politique publique sur une même plateforme",
    themes: ["ITN2"],
  },
  {
    value: "reforme",
    label: "Réussir une réforme prioritaire du Gouvernement",
    themes: ["ITN8B"],
  },
  {
    value: "extension",
    label: "Reprendre sur d’autres territoires une solution qui marche déjà",
    themes: ["ITN3"],
  },
  {
    value: "donnees",
    label: "Exploiter, ouvrir ou partager des données",
    themes: ["ITN5"],
  },
  {
    value: "essai",
    label: "Essayer une technologie nouvelle avec une entreprise innovante",
    themes: ["ITN6"],
  },
  {
    value: "efficience",
    label: "Automatiser des tâches ou alléger les fonctions support",
    themes: ["ITN8C"],
  },
  {
    value: "organisation",
    label: "Faire évoluer une organisation ou des métiers",
    themes: ["ITN8D"],
  },
  {
    value: "metiers-numeriques",
    label: "Recruter, former ou garder des professionnels du numérique",
    themes: ["ITN4"],
  },
  {
    value: "methodes",
    label: "Aider les agents à prendre en main les outils et méthodes numériques",
    themes: ["SNAP5"],
  },
  {
    value: "reseau",
    label: "Donner un réseau plus rapide à des sites de l’État",
    themes: ["SNAP1"],
  },
  {
    value: "comptes",
    label: "Ouvrir les applications des agents avec un seul compte (AgentConnect)",
    themes: ["SNAP2A", "SNAP2B"],
  },
  {
    value: "poste",
    label: "Équiper les agents d’ordinateurs, de téléphones ou d’outils de travail à plusieurs",
    themes: ["SNAP3", "SNAP4"],
  },
];

/** The answer of those who want to see every theme. */
export const ANY_SUBJECT = { value: "tout", label: "Je ne sais pas encore, ou autre chose" };
