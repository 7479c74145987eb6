import { euros } from "@/domain/money";
import {
  noWeights,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
  threeQuarters,
} from "@/domain/themes/common-facts";
import { itn5Rules } from "@/domain/themes/itn5/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN5, version 1. Livret l.295-356, action 6-2 l.74, COSINUM l.67. */
export const itn5: Theme = {
  ...itn5Rules,
  slug: "itn5",
  volet: "ITN",
  title: "Cycle de vie de la donnée",
  tagline: "Piloter par la donnée, l’ouvrir, la partager, en tirer parti.",
  owner: { administration: "DINUM", unit: "Mission DATA", source: "Livret l.303" },
  envelope: { amount: euros(23_000_000), source: "Livret l.321" },
  fundingFacts: [
    threeQuarters("Livret l.319"),
    {
      text: "Au guichet, le projet coûte de 10\u202F000 à moins de 100\u202F000\u00A0€ TTC.",
      source: "Livret l.315, l.322",
      reading:
        "À 100\u202F000\u00A0€ exactement, la fiche dit deux choses\u202F; la lecture stricte retient l’appel à projets.",
    },
    {
      text: "À l’appel à projets, il coûte de 100\u202F000 à 1\u202F000\u202F000\u00A0€ TTC.",
      source: "Livret l.322",
    },
    staffNotAccepted("Livret l.319"),
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "Une direction métier, ou son opérateur, porte le projet dès lors que la politique publique est de sa charge.",
      source: "Livret l.320",
      reading: "Une direction du numérique peut déposer pour elle, mais ne porte pas le projet.",
    },
  ],
  summary: [
    {
      text: "La DINUM finance des projets de pilotage par la donnée, d’échange entre administrations, d’exploitation ou d’ouverture des données.",
      source: "Livret l.307",
    },
    {
      text: "Un projet peut être nouveau ou en train d’être généralisé.",
      source: "Livret l.307",
    },
    {
      text: "Trois sessions d’appel à projets\u00A0: 6, 6 puis 7\u00A0M€. Un guichet de 4\u00A0M€ accueille les petits projets.",
      source: "Livret l.311-315",
    },
  ],
  objectives: [
    { text: "Mieux conduire les politiques publiques.", source: "Livret l.328" },
    { text: "Rendre l’action publique plus efficace.", source: "Livret l.329" },
    { text: "Répandre la culture de la donnée dans les administrations.", source: "Livret l.330" },
    {
      text: "Améliorer les données mises à disposition, du public ou d’autres administrations.",
      source: "Livret l.331",
    },
    { text: "Ouvrir et faire circuler les données plus facilement.", source: "Livret l.332" },
    {
      text: "Tirer profit de la science des données et de l’intelligence artificielle.",
      source: "Livret l.333",
    },
  ],
  funded: [
    {
      text: "Le pilotage, l’échange, l’exploitation ou l’ouverture de données.",
      source: "Livret l.307",
    },
  ],
  excluded: [],
  encouraged: [
    { text: "Publier les données (open data).", source: "Livret l.337" },
    { text: "Les faire circuler par des API.", source: "Livret l.338" },
    { text: "Veiller à leur qualité et à leur durée.", source: "Livret l.339" },
    {
      text: "Reprendre ce que d’autres administrations ont déjà\u00A0: code source, données, API.",
      source: "Livret l.340",
    },
  ],
  examples: [],
  answerContents: [
    {
      text: "La fiche ne dit pas ce que le dossier doit contenir.",
      source: "Livret l.353",
      reading:
        "Décrivez le projet, ses données, son équipe et ce qu’il apporte, au regard des critères.",
    },
  ],
  criteria: [
    {
      key: "own-benefits",
      name: "Bénéfices potentiels pour l’administration lauréate",
      definition: "À quel point le projet transforme-t-il l’administration qui le porte\u202F?",
      weight: 1,
      source: "Livret l.345",
    },
    {
      key: "shared-benefits",
      name: "Bénéfices pour les autres administrations ou pour l’action publique en général",
      definition: "Que gagnent les autres administrations, ou l’action publique\u202F?",
      weight: 1,
      source: "Livret l.346",
    },
    {
      key: "feasibility",
      name: "Pertinence technique et crédibilité du projet",
      definition: "Le projet est-il faisable, nouveau, et la méthode convient-elle\u202F?",
      weight: 1,
      source: "Livret l.347",
    },
    {
      key: "sustainability",
      name: "Viabilité et pérennité du projet",
      definition: "Le projet tiendra-t-il dans la durée\u202F?",
      weight: 1,
      source: "Livret l.348",
    },
    {
      key: "value-for-money",
      name: "Évaluation du coût/bénéfice du projet",
      definition: "Ce que le projet apporte vaut-il ce qu’il coûte\u202F?",
      weight: 1,
      source: "Livret l.349",
    },
  ],
  selection: {
    review: "qualified-jury",
    preselection: true,
    hearing: "none",
    scored: true,
    outcomes: ["accepted", "refused"],
    description: [
      { text: "La DINUM fait une première sélection.", source: "Livret l.353" },
      {
        text: "Un jury de personnes qualifiées examine ensuite les projets retenus.",
        source: "Livret l.353",
        reading: "Le texte ne dit pas si le porteur est entendu\u202F; les critères sont notés.",
      },
    ],
  },
  commitments: [
    {
      key: "demonstration",
      text: "Faire une démonstration du projet 6 mois après l’attribution.",
      source: "Livret l.354",
    },
    {
      key: "project-lead",
      text: "Nommer un chef de projet qui le suit du début à la fin et en assure l’avenir.",
      source: "Livret l.354",
    },
    {
      key: "team",
      text: "Consacrer au projet une équipe qui le fera durer.",
      source: "Livret l.354",
    },
    {
      key: "beneficiaries",
      text: "Associer tous ceux à qui il profite, usagers et administrations.",
      source: "Livret l.354",
    },
  ],
  support: [
    {
      text: "Des rendez-vous réguliers où les projets partagent leurs avancées.",
      source: "Livret l.355",
    },
    { text: "Les ressources et les outils de la DINUM.", source: "Livret l.355" },
    {
      text: "Une «\u00A0clinique de la data\u00A0» chaque mois.",
      source: "Livret l.355",
    },
  ],
  followUp: [
    { text: "Une démonstration 6 mois après l’attribution des fonds.", source: "Livret l.354" },
  ],
  duties: [
    quarterlyReading("Livret l.356"),
    {
      kind: "demonstration",
      rhythm: { after: "award", months: 6 },
      text: "6 mois après l’attribution\u00A0: une démonstration du projet.",
      source: "Livret l.354",
    },
  ],
  figures: [],
  silences: [
    {
      text: "Les dates des 2e et 3e sessions\u00A0: seul le trimestre est connu.",
      source: "Livret l.312-313",
    },
    { text: "La date de fermeture du guichet\u00A0: aucune n’est écrite.", source: "Livret l.315" },
    {
      text: "Le sort d’un petit projet après la première sélection interne.",
      source: "Livret l.353",
      reading: "Le guichet et l’appel à projets suivent le même chemin.",
    },
    { text: "Les indicateurs de suivi\u00A0: ils ne sont pas définis.", source: "Livret l.356" },
    noWeights("Livret l.344"),
  ],
  keywords: [
    "données",
    "data",
    "open data",
    "ouverture des données",
    "API",
    "intelligence artificielle",
    "IA",
    "data science",
    "tableau de bord",
    "pilotage",
    "échange de données",
    "statistiques",
    "entrepôt de données",
    "qualité des données",
    "algorithme",
  ],
};
