import { euros } from "@/domain/money";
import { itn8Facts } from "@/domain/themes/itn8-facts";
import { itn8cRules } from "@/domain/themes/itn8c/rules";
import type { Theme } from "@/domain/themes/types";

const shared = itn8Facts({
  owner: "Livret l.520",
  funding: "Livret l.528",
  eligibility: "Livret l.529",
  size: "Livret l.531",
  opening: "Livret l.516",
  grid: "Livret l.561",
  criteria: ["Livret l.562", "Livret l.563", "Livret l.564", "Livret l.565", "Livret l.566"],
  process: {
    selection: "Livret l.570",
    commitments: "Livret l.571",
    support: "Livret l.572",
    followUp: "Livret l.573",
  },
});

/** ITN8C, version 1. Livret l.514-573, action 6-2 l.79. */
export const itn8c: Theme = {
  ...itn8cRules,
  ...shared,
  slug: "itn8c",
  // The table of contents and action 6-2 say « efficacité », the fiche « efficience ».
  title: "Améliorer l’efficience des services publics",
  tagline: "Automatiser les tâches répétitives et alléger les fonctions support.",
  envelope: { amount: euros(21_000_000), source: "Livret l.530" },
  summary: [
    {
      text: "L’appel à projets finance l’automatisation des tâches courantes et de meilleures fonctions support.",
      source: "Livret l.524",
    },
    {
      text: "Le temps gagné revient au cœur du métier et aux usagers.",
      source: "Livret l.537-539",
    },
  ],
  objectives: [
    {
      text: "Alléger ce qui prend trop de temps\u00A0: tâches répétitives, contrôles simples, saisies dans plusieurs outils.",
      source: "Livret l.541",
    },
    {
      text: "Donner aux agents les données et les analyses utiles à leur travail.",
      source: "Livret l.537",
    },
  ],
  funded: [
    {
      text: "L’optimisation des fonctions support et l’automatisation des tâches courantes.",
      source: "Livret l.541",
    },
    {
      text: "Des robots logiciels (RPA) ou de l’intelligence artificielle, entre autres.",
      source: "Livret l.543",
    },
  ],
  excluded: [],
  encouraged: [],
  examples: [
    {
      text: "Une procédure numérisée de bout en bout\u00A0: préremplissage, pièces regroupées seules.",
      source: "Livret l.547",
    },
    {
      text: "Un agent conversationnel (chatbot) qui répond aux questions simples et oriente.",
      source: "Livret l.548",
    },
    {
      text: "Des contrôles et des saisies automatiques, validés à la fin par un agent.",
      source: "Livret l.549",
    },
    {
      text: "La dictée vocale et l’IA pour rédiger comptes rendus et courriers.",
      source: "Livret l.550",
    },
  ],
  silences: [
    ...shared.silences,
    {
      text: "Le titre exact\u00A0: «\u00A0efficience\u00A0» sur la fiche, «\u00A0efficacité\u00A0» dans le sommaire et la fiche action.",
      source: "Livret l.19, l.514",
      reading: "Le titre de la fiche est retenu.",
    },
  ],
  keywords: [
    "automatisation",
    "robot",
    "RPA",
    "chatbot",
    "agent conversationnel",
    "intelligence artificielle",
    "IA",
    "fonctions support",
    "saisie",
    "contrôle",
    "productivité",
    "efficacité",
    "dictée vocale",
    "courriers",
    "CRM",
    "tâches répétitives",
  ],
};
