import { euros } from "@/domain/money";
import { itn8Facts } from "@/domain/themes/itn8-facts";
import { itn8dRules } from "@/domain/themes/itn8d/rules";
import type { Theme } from "@/domain/themes/types";

const shared = itn8Facts({
  owner: "Livret l.579",
  funding: "Livret l.583",
  eligibility: "Livret l.584",
  size: "Livret l.586",
  opening: "Livret l.577",
  grid: "Livret l.614",
  criteria: ["Livret l.615", "Livret l.616", "Livret l.617", "Livret l.618", "Livret l.619"],
  process: null,
});

/** ITN8D, version 1. Livret l.575-619, action 6-2 l.80. The fiche stops after its criteria. */
export const itn8d: Theme = {
  ...itn8dRules,
  ...shared,
  slug: "itn8d",
  title:
    "Penser et accompagner la transformation des organisations et des métiers par le numérique",
  tagline: "Repenser métiers et organisation grâce au numérique, avec les agents.",
  envelope: { amount: euros(21_000_000), source: "Livret l.585" },
  eligibilityFacts: [
    ...shared.eligibilityFacts,
    {
      text: "Ces résultats peuvent être une trajectoire de transformation ou un plan d’accompagnement.",
      source: "Livret l.584",
    },
    {
      text: "Le projet ne se limite pas à refondre un système métier ou à déployer un équipement connecté.",
      source: "Livret l.604",
    },
  ],
  summary: [
    {
      text: "L’appel à projets finance des transformations numériques qui changent fortement l’organisation ou les métiers.",
      source: "Livret l.580",
    },
    {
      text: "Les agents concernés y participent du début à la fin.",
      source: "Livret l.580",
    },
  ],
  objectives: [
    {
      text: "Aller au-delà de la technique\u00A0: processus, compétences, modes d’organisation.",
      source: "Livret l.594-595",
    },
    {
      text: "Améliorer le service rendu, en créer de nouveaux, ou mieux faire travailler les agents.",
      source: "Livret l.596",
    },
  ],
  funded: [
    {
      text: "Le diagnostic\u00A0: ce que le numérique peut changer, et ce qu’on y gagnerait.",
      source: "Livret l.580, l.600",
    },
    {
      text: "La conception\u00A0: tâches et processus étudiés, vision cible, cadrage du projet.",
      source: "Livret l.580, l.601",
    },
    {
      text: "Le déploiement et l’accompagnement\u00A0: effets sur les métiers, les emplois et l’organisation.",
      source: "Livret l.580, l.602",
    },
    {
      text: "L’adaptation au travail mixte, sur place et à distance.",
      source: "Livret l.606",
    },
  ],
  excluded: [
    {
      text: "La simple refonte d’un système métier, ou le seul déploiement d’un équipement connecté.",
      source: "Livret l.604",
    },
    {
      text: "Le déploiement d’un outil choisi d’avance, sans réflexion sur les missions.",
      source: "Livret l.604",
    },
  ],
  encouraged: [
    {
      text: "Partir des missions, des métiers, de l’organisation ou des pratiques de travail.",
      source: "Livret l.604",
    },
  ],
  examples: [],
  keywords: [
    "organisation",
    "métiers",
    "transformation",
    "conduite du changement",
    "accompagnement",
    "diagnostic",
    "trajectoire",
    "télétravail",
    "travail hybride",
    "compétences",
    "GPEC",
    "processus",
    "vision cible",
    "management",
  ],
};
