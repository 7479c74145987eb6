import { euros } from "@/domain/money";
import {
  finalEvaluation,
  noClosingDate,
  noTerminal,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
} from "@/domain/themes/common-facts";
import { snap5Rules } from "@/domain/themes/snap5/rules";
import type { Theme } from "@/domain/themes/types";

export const snap5: Theme = {
  ...snap5Rules,
  slug: "snap5",
  volet: "SNAP",
  title: "Méthodes de travail numériques",
  tagline: "Aider agents et encadrants à prendre en main les outils et les méthodes numériques.",
  owner: { administration: "DINUM", unit: "Mission TRANSFO", source: "Livret l.850" },
  envelope: { amount: euros(22_000_000), source: "Livret l.860" },
  fundingFacts: [
    {
      text: "Le fonds paie 75\u00A0% du coût du projet\u202F; 25\u00A0% restent au porteur.",
      source: "Livret l.858",
    },
    staffNotAccepted("Livret l.858"),
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "Peuvent candidater les administrations centrales et les opérateurs de l’État.",
      source: "Livret l.859",
    },
    {
      text: "Plusieurs porteurs peuvent s’unir, surtout si le projet concerne plusieurs ministères.",
      source: "Livret l.859",
    },
    {
      text: "Les reconversions vers les métiers du numérique vont à ITN4.",
      source: "Livret l.886",
    },
  ],
  summary: [
    {
      text: "Ce guichet aide agents et encadrants à s’approprier les outils, les services et les méthodes numériques.",
      source: "Livret l.854",
    },
    {
      text: "L’accompagnement des équipes est souvent oublié\u202F; c’est lui qui donne leur valeur aux autres outils du volet SNAP.",
      source: "COSINUM l.56",
    },
  ],
  objectives: [
    {
      text: "Concevoir et mener l’accompagnement des agents et des encadrants dans leurs pratiques numériques.",
      source: "Livret l.865",
    },
    {
      text: "Sensibiliser puis former, dans le cadre même de leurs fonctions.",
      source: "Livret l.867",
    },
    { text: "Servir l’image et l’attrait de la fonction publique.", source: "Livret l.869" },
  ],
  funded: [
    {
      text: "L’accompagnement des dirigeants et de l’encadrement supérieur ou intermédiaire.",
      source: "Livret l.873",
    },
    {
      text: "L’accompagnement des agents qui peinent à s’approprier outils et méthodes.",
      source: "Livret l.879",
    },
    {
      text: "Le recours à des services de formation ou de conseil, au plus près des équipes.",
      source: "Livret l.888",
    },
  ],
  excluded: [
    {
      text: "La reconversion vers les métiers du numérique\u00A0: voyez ITN4.",
      source: "Livret l.886",
    },
    noTerminal,
  ],
  encouraged: [
    { text: "Tenir compte du travail mixte, sur place et à distance.", source: "Livret l.892" },
    {
      text: "Apprendre à bien communiquer avec les outils numériques\u00A0: réseaux sociaux, messagerie, courriel.",
      source: "Livret l.893",
    },
    {
      text: "Agir dans plusieurs administrations, notamment territoriales.",
      source: "Livret l.894",
    },
    { text: "Penser à l’inclusion numérique.", source: "Livret l.895" },
    {
      text: "Innover dans la formation\u00A0: immersion, outils en ligne pour apprendre seul.",
      source: "Livret l.896",
    },
    { text: "Préparer l’évolution des métiers de l’administration.", source: "Livret l.897" },
    {
      text: "S’appuyer sur le baromètre numérique de l’agent (BNA) pour orienter les actions.",
      source: "Livret l.899",
    },
  ],
  examples: [
    {
      text: "Un parcours sur mesure qui aide les dirigeants à penser au numérique dans une politique publique.",
      source: "Livret l.874",
    },
    {
      text: "Une équipe et ses encadrants qui apprennent en faisant, ou par le jeu.",
      source: "Livret l.878",
    },
    {
      text: "Mesurer les compétences numériques d’une population, puis l’accompagner.",
      source: "Livret l.880",
    },
    {
      text: "Former un agent relais de la transformation numérique, commun à l’État et aux collectivités.",
      source: "Livret l.881",
    },
    {
      text: "Faire connaître les risques\u00A0: données personnelles, cybermalveillance.",
      source: "Livret l.882",
    },
    {
      text: "Accompagner les agents dont les démarches en ligne changent le métier.",
      source: "Livret l.883",
    },
    { text: "Organiser des évènements ouverts à tous.", source: "Livret l.884" },
  ],
  answerContents: [
    {
      text: "Le contexte stratégique, et pourquoi il faut accompagner agents et encadrants.",
      source: "Livret l.903",
    },
    { text: "Les publics visés et les mesures de suivi, en bref.", source: "Livret l.904" },
    { text: "L’organisation, les risques déjà vus et vos réponses.", source: "Livret l.905" },
  ],
  criteria: [
    {
      key: "coverage",
      name: "Couverture de l’impact",
      definition:
        "Combien de personnes visées seront touchées, en nombre et en part des effectifs\u202F?",
      weight: 1,
      source: "Livret l.912",
    },
    {
      key: "evaluation",
      name: "Indicateur d’évaluation",
      definition: "Comment les effets seront-ils mesurés trois à six mois après\u202F?",
      weight: 1,
      source: "Livret l.914",
    },
    {
      key: "innovation",
      name: "Innovation des méthodes proposées",
      definition: "Les méthodes sont-elles nouvelles, et servent-elles les objectifs\u202F?",
      weight: 1,
      source: "Livret l.915",
    },
    {
      key: "context",
      name: "Contexte stratégique du projet",
      definition:
        "À quels besoins présents, de stratégie et de terrain, le projet répond-il\u202F?",
      weight: 1,
      source: "Livret l.916",
    },
  ],
  selection: {
    review: "owner",
    hearing: "optional",
    scored: false,
    outcomes: ["accepted", "refused"],
    description: [
      {
        text: "Le porteur du thème décide\u202F; il peut d’abord vous inviter à un entretien.",
        source: "Livret l.907, l.920",
        reading: "Le texte ne décrit aucun processus de sélection, hors cet entretien.",
      },
    ],
  },
  commitments: [
    {
      key: "hierarchy",
      text: "Impliquer une hiérarchie à la hauteur du projet, qui le soutient vraiment et suit ses comités.",
      source: "Livret l.921",
    },
    {
      key: "team",
      text: "Disposer d’un référent ou d’une équipe identifiés, qui y consacrent un temps important.",
      source: "Livret l.921",
    },
    {
      key: "referents",
      text: "Désigner qui suit le projet au quotidien et se coordonne avec la DINUM.",
      source: "Livret l.921",
    },
    {
      key: "follow-up",
      text: "Aider le bureau projet de la DINUM à suivre le projet.",
      source: "Livret l.921",
    },
  ],
  support: [
    { text: "Avant le dépôt, vous pouvez être orienté et conseillé.", source: "Livret l.922" },
    {
      text: "Pendant le projet, une équipe de la DINUM le suit par quelques indicateurs d’impact et vous conseille aux étapes clés.",
      source: "Livret l.922",
    },
    {
      text: "À la fin, une équipe de la DINUM en évalue tous les effets sur les utilisateurs.",
      source: "Livret l.922",
    },
  ],
  followUp: [
    { text: "Quelques indicateurs d’impact et une évaluation finale.", source: "Livret l.922" },
  ],
  duties: [quarterlyReading("Livret l.922"), finalEvaluation("Livret l.922")],
  figures: [],
  silences: [
    noClosingDate("Livret l.846"),
    { text: "Le processus de sélection.", source: "Livret l.920" },
    { text: "Les indicateurs de suivi\u00A0: ils ne sont pas définis.", source: "Livret l.923" },
  ],
  keywords: [
    "formation",
    "management",
    "encadrement",
    "accompagnement",
    "acculturation",
    "compétences numériques",
    "cadres",
    "télétravail",
    "inclusion",
    "pédagogie",
    "méthodes",
    "conduite du changement",
  ],
};
