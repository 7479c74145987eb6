import { euros } from "@/domain/money";
import { quarterlyReading } from "@/domain/themes/common-facts";
import { itn7Rules } from "@/domain/themes/itn7/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN7, version 1. Action 6-2 l.37, l.45, l.61, l.67, l.76; COSINUM l.69. The Livret has no fiche. */
export const itn7: Theme = {
  ...itn7Rules,
  slug: "itn7",
  volet: "ITN",
  title: "Collectivités territoriales",
  tagline:
    "88\u00A0M€ pour la transformation numérique des collectivités\u202F; ses règles ne sont pas publiées ici.",
  owner: { administration: null, unit: "Non précisé par les textes", source: "Action 6-2 l.76" },
  envelope: { amount: euros(88_000_000), source: "Action 6-2 l.76" },
  fundingFacts: [
    {
      text: "Ni taux, ni plafond, ni taille de projet ne sont publiés\u00A0: le portail ne calcule pas de subvention.",
      source: "Action 6-2 l.76",
    },
  ],
  eligibilityFacts: [
    {
      text: "Le thème s’adresse aux collectivités territoriales.",
      source: "Action 6-2 l.61",
    },
  ],
  summary: [
    {
      text: "88\u00A0M€ du fonds soutiennent les projets numériques des collectivités territoriales.",
      source: "Action 6-2 l.61",
    },
    {
      text: "Un guichet France Relance leur ouvre le 25 janvier 2021.",
      source: "Action 6-2 l.67",
    },
  ],
  objectives: [
    {
      text: "Aider, au nom de l’État, les collectivités à se transformer par le numérique.",
      source: "COSINUM l.69",
    },
    {
      text: "Mener la transformation avec les collectivités, au plus près du terrain.",
      source: "Action 6-2 l.45",
    },
  ],
  funded: [],
  excluded: [],
  encouraged: [],
  examples: [],
  answerContents: [],
  criteria: [],
  selection: {
    review: "owner",
    hearing: "none",
    scored: false,
    outcomes: ["accepted", "refused"],
    description: [
      {
        text: "Les textes ne disent pas comment les projets sont choisis.",
        source: "Action 6-2 l.67",
        reading: "Par défaut, une décision simple\u00A0: accepté ou refusé.",
      },
    ],
  },
  commitments: [],
  support: [],
  followUp: [],
  duties: [quarterlyReading("Action 6-2 l.76")],
  figures: [],
  silences: [
    { text: "La part payée par l’État et le plafond éventuel.", source: "Action 6-2 l.76" },
    { text: "La taille des projets et les dépenses admises.", source: "Action 6-2 l.76" },
    { text: "Le service qui porte le thème.", source: "Action 6-2 l.76" },
    {
      text: "Les critères, la sélection, les engagements et le suivi.",
      source: "Action 6-2 l.76",
    },
    { text: "La date de fermeture du guichet.", source: "Action 6-2 l.67" },
    {
      text: "Une fiche détaillée\u00A0: le livret des thèmes n’en contient pas.",
      source: "Livret l.12-26",
    },
  ],
  keywords: [
    "collectivité",
    "commune",
    "mairie",
    "intercommunalité",
    "métropole",
    "département",
    "région",
    "élus",
    "territoire",
    "local",
  ],
};
