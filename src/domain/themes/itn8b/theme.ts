import { euros } from "@/domain/money";
import { itn8Facts } from "@/domain/themes/itn8-facts";
import { itn8bRules } from "@/domain/themes/itn8b/rules";
import type { Theme } from "@/domain/themes/types";

const shared = itn8Facts({
  owner: "Livret l.463",
  funding: "Livret l.471",
  eligibility: "Livret l.472",
  size: "Livret l.474",
  opening: "Livret l.459",
  grid: "Livret l.507",
  criteria: ["Livret l.508", "Livret l.509", "Livret l.510", "Livret l.511", "Livret l.512"],
  process: null,
});

/** ITN8B, version 1. Livret l.457-512, action 6-2 l.78. The fiche stops after its criteria. */
export const itn8b: Theme = {
  ...itn8bRules,
  ...shared,
  slug: "itn8b",
  title: "Mettre en œuvre et piloter l’action publique prioritaire",
  tagline: "Réussir par le numérique une réforme qui change la vie quotidienne.",
  envelope: { amount: euros(21_000_000), source: "Livret l.473" },
  summary: [
    {
      text: "L’appel à projets aide à mener, avec le numérique, une réforme prioritaire du Gouvernement («\u00A0objet de la vie quotidienne\u00A0»).",
      source: "Livret l.467",
    },
    {
      text: "Ces réformes viennent des plans de transformation que chaque ministère a fait valider le 29 octobre 2019.",
      source: "Livret l.478-480",
    },
  ],
  objectives: [
    {
      text: "Mettre en œuvre les réformes très attendues des citoyens et des entreprises.",
      source: "Livret l.484",
    },
    { text: "Piloter ces réformes par l’exploitation des données.", source: "Livret l.488" },
    {
      text: "Juger l’action publique à ses résultats, avec des indicateurs utiles à chaque métier.",
      source: "Livret l.490",
    },
    { text: "Partager le pilotage entre administrations.", source: "Livret l.492" },
  ],
  funded: [
    {
      text: "Des projets complexes, qui combinent plusieurs leviers ou demandent beaucoup de moyens.",
      source: "Livret l.486",
    },
    {
      text: "Des projets à grande échelle, aux effets vite visibles.",
      source: "Livret l.486",
    },
  ],
  excluded: [],
  encouraged: [
    {
      text: "Un fort impact, un large déploiement, des effets à court terme.",
      source: "Livret l.486",
    },
  ],
  examples: [
    { text: "La conception d’une gouvernance par la donnée.", source: "Livret l.496" },
    {
      text: "Une communauté de pilotage et ses tableaux de bord vivants, à tous les niveaux et dans les territoires.",
      source: "Livret l.497",
    },
    {
      text: "L’entrée du pilotage par la donnée dans les habitudes de travail.",
      source: "Livret l.498",
    },
  ],
  silences: [
    ...shared.silences,
    {
      text: "La liste des prochains «\u00A0objets de la vie quotidienne\u00A0»\u00A0: elle doit paraître plus tard.",
      source: "Livret l.501",
    },
  ],
  keywords: [
    "réforme prioritaire",
    "objets de la vie quotidienne",
    "OVQ",
    "plan de transformation ministériel",
    "PTM",
    "pilotage",
    "tableau de bord",
    "indicateurs",
    "données",
    "gouvernance",
    "évaluation",
    "politique prioritaire",
    "conduite du changement",
  ],
};
