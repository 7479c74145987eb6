import { euros } from "@/domain/money";
import {
  dinumSupport,
  fewIndicators,
  finalEvaluation,
  noClosingDate,
  noWeights,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
  threeQuarters,
} from "@/domain/themes/common-facts";
import { itn4Rules } from "@/domain/themes/itn4/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN4, version 1. Livret l.226-293, action 6-2 l.73, COSINUM l.65. */
export const itn4: Theme = {
  ...itn4Rules,
  slug: "itn4",
  volet: "ITN",
  title: "Professionnalisation des filières numériques publiques",
  tagline: "Recruter, former et garder les professionnels du numérique de l’État.",
  owner: { administration: "DINUM", unit: "Mission TALENT", source: "Livret l.232" },
  envelope: { amount: euros(6_000_000), source: "Livret l.242" },
  fundingFacts: [
    threeQuarters("Livret l.240"),
    { text: "Aucune taille de projet n’est fixée.", source: "Livret l.243" },
    staffNotAccepted("Livret l.240"),
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "Les organisations publiques de l’État qui emploient ou recrutent des professionnels du numérique.",
      source: "Livret l.236",
      reading:
        "La fiche renvoie aux règles générales du fonds\u00A0: administrations centrales, services déconcentrés et opérateurs de l’État.",
    },
    {
      text: "L’action entre dans les règles générales du fonds.",
      source: "Livret l.241",
      reading: "La phrase de la fiche est incomplète\u202F; aucune autre condition n’en est tirée.",
    },
  ],
  summary: [
    {
      text: "Ce guichet aide l’État à attirer des experts du numérique et à développer les compétences de ceux qu’il emploie.",
      source: "Livret l.236",
    },
    {
      text: "Il cofinance aussi le renfort d’équipes numériques hors d’Île-de-France et des centres de compétences partagés dans les territoires.",
      source: "COSINUM l.65",
    },
  ],
  objectives: [
    { text: "Attirer de nouveaux talents du numérique.", source: "Livret l.247" },
    {
      text: "Aider ceux qui sont déjà là à progresser ou à changer de métier.",
      source: "Livret l.247",
    },
  ],
  funded: [
    {
      text: "Recruter mieux et plus vite, et reconvertir vers les métiers du numérique\u00A0: chasse de profils, évaluation, parcours d’intégration.",
      source: "Livret l.251",
    },
    {
      text: "Développer les compétences et les carrières des agents du numérique\u00A0: formation, certification, communautés, mentorat.",
      source: "Livret l.252",
    },
    {
      text: "Ouvrir une carrière numérique à des agents d’autres métiers.",
      source: "Livret l.253",
    },
    {
      text: "Installer des équipes numériques hors d’Île-de-France, par relocalisation ou par des centres partagés.",
      source: "Livret l.254",
    },
    {
      text: "Le recours à des prestataires de formation ou de conseil.",
      source: "Livret l.261",
    },
  ],
  excluded: [],
  encouraged: [
    {
      text: "Viser en priorité les territoires, les habitants des quartiers prioritaires de la ville et l’emploi des femmes.",
      source: "Livret l.258",
    },
    {
      text: "Viser en priorité les métiers numériques en tension, dont ceux de la circulaire DGAFP-DINUM-DB.",
      source: "Livret l.259",
    },
    { text: "Servir le parcours professionnel des stagiaires.", source: "Livret l.265" },
    { text: "Penser à l’inclusion numérique.", source: "Livret l.266" },
    {
      text: "Innover dans la façon de sensibiliser, former et accompagner.",
      source: "Livret l.267",
    },
    { text: "Préparer l’évolution des métiers de l’administration.", source: "Livret l.268" },
    { text: "Tenir compte du travail mixte, sur place et à distance.", source: "Livret l.269" },
    {
      text: "Agir dans plusieurs administrations, surtout dans les territoires.",
      source: "Livret l.270",
    },
  ],
  examples: [
    {
      text: "Un recrutement sur compétences et non sur diplôme, suivi d’une formation.",
      source: "Livret l.258",
    },
    {
      text: "Un centre de compétences numériques commun à plusieurs administrations, en région.",
      source: "Livret l.254",
    },
    { text: "Une campagne de certification des compétences numériques.", source: "Livret l.252" },
  ],
  answerContents: [
    {
      text: "Les enjeux des actions et leur place dans votre stratégie de professionnalisation.",
      source: "Livret l.274",
    },
    { text: "Les publics visés et les mesures de suivi, en bref.", source: "Livret l.275" },
    { text: "L’organisation, les risques déjà vus et vos réponses.", source: "Livret l.276" },
  ],
  criteria: [
    {
      key: "coverage",
      name: "Couverture de l’impact",
      definition:
        "Combien de profils sont visés, en nombre et en part des agents du numérique de la structure\u202F?",
      weight: 1,
      source: "Livret l.283",
    },
    {
      key: "evaluation",
      name: "Indicateur d’évaluation",
      definition: "Comment le dispositif sera-t-il évalué trois à six mois après\u202F?",
      weight: 1,
      source: "Livret l.284",
    },
    {
      key: "innovation",
      name: "Innovation des méthodes proposées",
      definition: "Les méthodes sont-elles nouvelles, et servent-elles les objectifs\u202F?",
      weight: 1,
      source: "Livret l.285",
    },
    {
      key: "priority-skills",
      name: "Ciblage des métiers et compétences prioritaires",
      definition:
        "Combien de métiers en tension, nouveaux ou rares sont visés, en nombre et en part\u202F?",
      weight: 1,
      source: "Livret l.286",
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
        source: "Livret l.278, l.290",
        reading: "La fiche ne décrit aucun processus, hors cet entretien.",
      },
    ],
  },
  commitments: [
    {
      key: "referents",
      text: "Désigner une ou plusieurs personnes qui suivent le projet et travaillent avec la DINUM.",
      source: "Livret l.291",
    },
    {
      key: "follow-up",
      text: "Aider le bureau projet de la DINUM à suivre le projet.",
      source: "Livret l.291",
    },
  ],
  support: dinumSupport("Livret l.292"),
  followUp: [fewIndicators("Livret l.292")],
  duties: [quarterlyReading("Livret l.292"), finalEvaluation("Livret l.292")],
  figures: [],
  silences: [
    noClosingDate("Livret l.228"),
    { text: "La taille des projets.", source: "Livret l.243" },
    {
      text: "Les conditions propres au thème\u00A0: la phrase d’éligibilité est inachevée.",
      source: "Livret l.241",
    },
    { text: "Le processus de sélection, hors l’entretien éventuel.", source: "Livret l.290" },
    { text: "Les indicateurs de suivi\u00A0: ils ne sont pas définis.", source: "Livret l.293" },
    noWeights("Livret l.282"),
  ],
  keywords: [
    "formation",
    "recrutement",
    "reconversion",
    "reskilling",
    "compétences",
    "talents",
    "métiers en tension",
    "mentorat",
    "coaching",
    "certification",
    "carrière",
    "ressources humaines",
    "RH",
    "femmes du numérique",
    "quartiers prioritaires",
    "QPV",
    "relocalisation",
    "centre de compétences",
    "école",
  ],
};
