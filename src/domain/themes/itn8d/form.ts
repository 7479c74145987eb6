import { z } from "zod";
import { booleanOf, choices, paragraph, yesNo } from "@/domain/themes/field-kinds";
import { itn8Answers, itn8Questions, itn8Steps } from "@/domain/themes/itn8-fields";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN8D: the stage of the transformation, what it starts from and what it changes in trades and
 * organisation (Livret l.580, l.595-604), its five criteria (l.615-619) and its eligibility (l.584, l.604).
 */
const fields = z.strictObject({
  ...itn8Questions({
    eligibility: "Livret l.584",
    benefits: "Livret l.615",
    stakeholders: "Livret l.616",
    structure: "Livret l.617",
    reuse: "Livret l.618",
    savings: "Livret l.619",
  }),
  stages: choices({
    label: "À quels stades de la transformation le projet travaille-t-il\u202F?",
    hint: "Un ou plusieurs stades.",
    source: "Livret l.580, l.600-602",
    options: [
      { value: "diagnostic", label: "Le diagnostic\u00A0: ce que le numérique peut changer" },
      { value: "vision", label: "La vision cible et la trajectoire" },
      { value: "deploiement", label: "Le déploiement et l’accompagnement du changement" },
    ],
    missing: "Cochez au moins un stade\u00A0: diagnostic, vision cible ou déploiement.",
  }),
  startingPoint: paragraph({
    label: "De quelle réflexion le projet part-il\u202F?",
    hint: "Sur les missions, les processus, les métiers, l’organisation ou les façons de travailler, avant le choix d’un outil. Exemple\u00A0: 40 entretiens sur le métier d’inspecteur",
    source: "Livret l.604",
    missing:
      "Décrivez la réflexion dont part le projet. Exemple\u00A0: étude des tâches de trois services en 2020.",
  }),
  changes: paragraph({
    label: "Qu’est-ce qui change dans l’organisation, les métiers et les compétences\u202F?",
    hint: "Les processus et les façons de travailler aussi. Exemple\u00A0: deux bureaux réunis, 60 gestionnaires deviennent conseillers",
    source: "Livret l.595",
    missing:
      "Décrivez les changements d’organisation, de métiers ou de compétences. Exemple\u00A0: télétravail deux jours par semaine, réunions revues.",
  }),
  onlySystemRebuild: yesNo({
    label:
      "Le projet se limite-t-il à refondre un système métier ou à déployer un équipement\u202F?",
    hint: "ITN8D ne finance pas un tel projet. Exemple\u00A0: la nouvelle version d’un logiciel de paie, sans autre changement",
    source: "Livret l.604",
    missing:
      "Indiquez si le projet se limite à refondre un système ou à déployer un équipement\u00A0: oui ou non.",
  }),
  // ITN8D alone asks that the agents concerned take part from the beginning to the end (Livret l.580).
  involvement: paragraph({
    label: "Comment participent-ils, pendant la construction puis le déploiement\u202F?",
    hint: "Les agents concernés participent du début à la fin. Exemple\u00A0: un groupe de douze agents choisit les essais et en fait le bilan",
    source: "Livret l.580, l.616",
    missing:
      "Expliquez comment les agents et les partenaires participent du début à la fin. Exemple\u00A0: un atelier par mois dans chaque service.",
  }),
  // And takes a trajectory or a plan as a first result (Livret l.584).
  firstResults: paragraph({
    label: "Quels seront ces premiers résultats\u202F?",
    hint: "Des résultats concrets, que l’on peut mesurer. Exemple\u00A0: trajectoire de transformation adoptée, plan d’accompagnement de 300 agents",
    maxLength: 2000,
    source: "Livret l.584",
    missing:
      "Décrivez des premiers résultats concrets et mesurables. Exemple\u00A0: deux services réorganisés, 80\u00A0% des agents formés.",
  }),
});

/** The form of ITN8D, version 1. */
export const itn8dForm: ThemeForm = {
  theme: "ITN8D",
  version: 1,
  fields,
  submission: fields,
  steps: itn8Steps({ project: ["stages", "startingPoint", "changes", "onlySystemRebuild"] }),
  simulationAnswers: (values) => ({
    ...itn8Answers(values),
    onlySystemRebuild: booleanOf(values.onlySystemRebuild),
  }),
};
