import { euros } from "@/domain/money";
import {
  dinumSupport,
  fewIndicators,
  finalEvaluation,
  noClosingDate,
  noProcess,
  noWeights,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
  threeQuarters,
} from "@/domain/themes/common-facts";
import { itn1Rules } from "@/domain/themes/itn1/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN1, version 1. Livret l.28-87, action 6-2 l.70. */
export const itn1: Theme = {
  ...itn1Rules,
  slug: "itn1",
  volet: "ITN",
  title: "Dématérialisation de qualité des principales démarches administratives",
  tagline: "Mettre en ligne ou améliorer une des 250 grandes démarches de l’État.",
  owner: { administration: "DINUM", unit: "Design des services numériques", source: "Livret l.32" },
  envelope: { amount: euros(32_000_000), source: "Livret l.38" },
  fundingFacts: [
    threeQuarters("Livret l.36"),
    {
      text: "Le projet coûte de 50\u202F000 à 1\u202F000\u202F000\u00A0€ TTC.",
      source: "Livret l.39",
    },
    staffNotAccepted("Livret l.36"),
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "La démarche figure à l’observatoire de la qualité des démarches en ligne (observatoire.numerique.gouv.fr).",
      source: "Livret l.37",
    },
    {
      text: "Le porteur est l’administration qui a la charge de l’une de ces 250 démarches.",
      source: "Livret l.37",
      reading: "Administration centrale, service déconcentré ou opérateur de l’État.",
    },
  ],
  summary: [
    {
      text: "D’ici 2022, les 250 démarches de l’observatoire doivent être en ligne et simples pour tous.",
      source: "Livret l.33",
    },
    {
      text: "Elles doivent aussi être utilisables par les personnes handicapées.",
      source: "Livret l.33",
    },
    {
      text: "Ce guichet aide les administrations qui en ont la charge à y parvenir.",
      source: "Livret l.33",
    },
  ],
  objectives: [
    {
      text: "Mettre toutes les démarches de l’observatoire en ligne d’ici 2022.",
      source: "Livret l.42",
    },
    {
      text: "Progresser sur les sept critères de l’observatoire\u00A0: design, aide aux usagers, rapidité, accessibilité, usage sur mobile, FranceConnect, Dites-le-nous une fois.",
      source: "Livret l.42",
    },
    {
      text: "Changer la façon dont les administrations conçoivent leurs services en ligne.",
      source: "Livret l.42",
    },
  ],
  funded: [
    { text: "Les moyens financés sont des prestations externes.", source: "Livret l.50" },
    { text: "Des designers\u00A0: parcours, interfaces, services.", source: "Livret l.52" },
    { text: "Des développeurs, y compris pour l’accessibilité.", source: "Livret l.53" },
    { text: "De la recherche auprès des usagers.", source: "Livret l.54" },
    {
      text: "Des spécialistes du comportement, ou «\u00A0nudge\u00A0».",
      source: "Livret l.55",
    },
    {
      text: "Des rédacteurs d’interface, des juristes, des data scientists.",
      source: "Livret l.56-58",
    },
    {
      text: "Du coaching pour faire monter en compétence les équipes internes.",
      source: "Livret l.59",
    },
    {
      text: "Des licences de logiciels, si la mise en ligne en a besoin.",
      source: "Livret l.60",
    },
    {
      text: "L’accompagnement des services dont le nouvel outil change le travail.",
      source: "Livret l.61",
    },
    {
      text: "La communication qui fait connaître la démarche et incite à l’utiliser.",
      source: "Livret l.62",
    },
  ],
  excluded: [
    {
      text: "Les démarches qui ne sont pas à l’observatoire.",
      source: "Livret l.37",
    },
  ],
  encouraged: [
    { text: "Rendre les équipes autonomes et livrer souvent.", source: "Livret l.46" },
    { text: "Montrer très tôt maquettes et produits aux usagers.", source: "Livret l.47" },
    { text: "Simplifier à fond les processus et les règles.", source: "Livret l.48" },
  ],
  examples: [
    { text: "Mettre une démarche de l’observatoire en ligne.", source: "Livret l.66" },
    { text: "Rendre ses usagers plus satisfaits.", source: "Livret l.67" },
    { text: "Mieux traiter les dossiers qu’elle produit.", source: "Livret l.68" },
    { text: "La rendre accessible aux personnes handicapées.", source: "Livret l.69" },
    { text: "La rendre plus rapide et plus fiable.", source: "Livret l.70" },
    {
      text: "Y brancher FranceConnect ou les API de l’État, pour ne plus redemander ce que l’administration sait déjà.",
      source: "Livret l.71",
    },
    {
      text: "Apprendre aux équipes à rédiger et concevoir avec les retours des usagers.",
      source: "Livret l.72",
    },
  ],
  answerContents: [
    {
      text: "La fiche ne dit pas ce que le dossier doit contenir.",
      source: "Livret l.84",
      reading: "Décrivez la démarche, le projet, ses objectifs mesurables et son équipe.",
    },
  ],
  criteria: [
    {
      key: "relevance",
      name: "Pertinence du projet",
      definition: "Le projet répond-il bien à l’objet du guichet\u202F?",
      weight: 1,
      source: "Livret l.77",
    },
    {
      key: "support",
      name: "Portage du projet",
      definition: "À quel niveau l’autorité s’engage-t-elle derrière le projet\u202F?",
      weight: 1,
      source: "Livret l.78",
    },
    {
      key: "duration",
      name: "Durée du projet",
      definition: "Le projet est-il court\u202F? Les plus courts passent devant.",
      weight: 1,
      source: "Livret l.79",
    },
    {
      key: "organisation",
      name: "Organisation du projet",
      definition:
        "La gouvernance et l’organisation permettent-elles de réussir dans les délais et le périmètre prévus\u202F?",
      weight: 1,
      source: "Livret l.80",
    },
  ],
  selection: {
    review: "owner",
    hearing: "none",
    scored: false,
    outcomes: ["accepted", "refused"],
    description: [
      {
        text: "Le porteur du thème examine le dossier et décide.",
        source: "Livret l.84",
        reading: "La fiche ne décrit aucun processus de sélection.",
      },
    ],
  },
  commitments: [
    {
      key: "full-time-person",
      text: "Consacrer une personne à plein temps au projet, formée si besoin.",
      source: "Livret l.85",
    },
    {
      key: "measurable-goals",
      text: "Fixer des objectifs clairs et des indicateurs de succès mesurables.",
      source: "Livret l.85",
    },
    {
      key: "product-lead",
      text: "Nommer une cheffe ou un chef de produit, formé si besoin, qui suit chaque version.",
      source: "Livret l.85",
    },
    {
      key: "user-tests",
      text: "Faire tester régulièrement les versions par des usagers.",
      source: "Livret l.85",
    },
    {
      key: "production",
      text: "Livrer des améliorations aux usagers tant que dure le financement.",
      source: "Livret l.85",
    },
    {
      key: "common-components",
      text: "Utiliser les composants communs\u00A0: FranceConnect, AgentConnect, Je donne mon avis, et respecter le RGAA.",
      source: "Livret l.85",
    },
  ],
  support: [
    ...dinumSupport("Livret l.86"),
    { text: "L’aide porte aussi sur le choix de vos objectifs.", source: "Livret l.86" },
  ],
  followUp: [
    {
      text: "Les indicateurs découlent des objectifs fixés ensemble au départ.",
      source: "Livret l.87",
    },
    fewIndicators("Livret l.86"),
  ],
  duties: [quarterlyReading("Livret l.86"), finalEvaluation("Livret l.86")],
  figures: [],
  silences: [noClosingDate("Livret l.30"), noProcess("Livret l.84"), noWeights("Livret l.76")],
  keywords: [
    "démarche",
    "démarches en ligne",
    "dématérialisation",
    "numérisation",
    "formulaire",
    "cerfa",
    "observatoire",
    "accessibilité",
    "handicap",
    "RGAA",
    "FranceConnect",
    "usager",
    "design",
    "UX",
    "mobile",
    "smartphone",
    "API",
    "Dites-le-nous une fois",
    "simplification",
    "téléservice",
  ],
};
