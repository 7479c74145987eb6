import { z } from "zod";
import { choices, paragraph } from "@/domain/themes/field-kinds";
import { itn8Answers, itn8Questions, itn8Steps } from "@/domain/themes/itn8-fields";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN8C: the activity to lighten, what is automated and what the time gained is for (Livret l.537-543),
 * its five criteria (l.562-566) and its eligibility (l.529).
 */
const fields = z.strictObject({
  ...itn8Questions({
    eligibility: "Livret l.529",
    benefits: "Livret l.562",
    stakeholders: "Livret l.563",
    structure: "Livret l.564",
    reuse: "Livret l.565",
    savings: "Livret l.566",
  }),
  irritants: choices({
    label: "Quelles difficultés le projet résout-il\u202F?",
    hint: "Plusieurs réponses possibles.",
    source: "Livret l.541",
    options: [
      { value: "moyens", label: "Une activité qui prend beaucoup de moyens" },
      { value: "taches", label: "Des tâches répétitives confiées à des agents qualifiés" },
      { value: "applications", label: "Plusieurs applications à remplir ou à consulter" },
      { value: "controles", label: "De nombreux contrôles, aux règles simples et stables" },
      { value: "autre", label: "Une autre difficulté" },
    ],
    missing: "Cochez au moins une difficulté que le projet résout.",
  }),
  activity: paragraph({
    label: "Quelle activité voulez-vous transformer\u202F?",
    hint: "Ce que font les agents aujourd’hui, les volumes, le temps passé. Exemple\u00A0: 60\u202F000 pièces vérifiées par an, six agents à plein temps",
    source: "Livret l.524, l.541",
    missing:
      "Décrivez l’activité à transformer. Exemple\u00A0: saisie de 4\u202F000 factures par mois dans trois applications.",
  }),
  automation: paragraph({
    label: "Qu’est-ce qui sera automatisé, et comment\u202F?",
    hint: "La technique (robot logiciel, intelligence artificielle…) et ce qu’un agent décide toujours. Exemple\u00A0: le robot contrôle les pièces, l’agent valide",
    source: "Livret l.541, l.543",
    missing:
      "Décrivez ce qui sera automatisé et la technique prévue. Exemple\u00A0: préremplissage à partir de deux bases de l’État.",
  }),
  freedTime: paragraph({
    label: "À quoi servira le temps gagné\u202F?",
    hint: "Le cœur du métier, le terrain, les usagers. Exemple\u00A0: deux agents passent au suivi des dossiers difficiles",
    maxLength: 2000,
    source: "Livret l.537-539",
    missing:
      "Dites à quoi servira le temps gagné. Exemple\u00A0: un accueil ouvert une demi-journée de plus par semaine.",
  }),
});

/** The form of ITN8C, version 1. */
export const itn8cForm: ThemeForm = {
  theme: "ITN8C",
  version: 1,
  fields,
  submission: fields,
  steps: itn8Steps({ project: ["irritants", "activity", "automation", "freedTime"] }),
  simulationAnswers: itn8Answers,
};
