import { z } from "zod";
import { choices, line, paragraph } from "@/domain/themes/field-kinds";
import { itn8Answers, itn8Questions, itn8Steps } from "@/domain/themes/itn8-fields";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN8B: the priority reform, its effect on daily life, its scale and its steering by data
 * (Livret l.480-498), its five criteria (l.508-512) and its eligibility (l.472).
 */
const fields = z.strictObject({
  ...itn8Questions({
    eligibility: "Livret l.472",
    benefits: "Livret l.508",
    stakeholders: "Livret l.509",
    structure: "Livret l.510",
    reuse: "Livret l.511",
    savings: "Livret l.512",
  }),
  reform: line({
    label: "Quelle réforme prioritaire le projet sert-il\u202F?",
    hint: "Son nom dans le plan de transformation de votre ministère. Exemple\u00A0: réponse en quinze jours aux demandes de bourse",
    maxLength: 300,
    source: "Livret l.467, l.480",
    missing:
      "Nommez la réforme prioritaire servie par le projet. Exemple\u00A0: délivrance des titres en moins d’un mois.",
  }),
  aim: choices({
    label: "Sur quoi porte le projet\u202F?",
    hint: "Une ou deux réponses.",
    source: "Livret l.484, l.488",
    options: [
      { value: "mise-en-oeuvre", label: "La mise en œuvre de la réforme" },
      { value: "pilotage", label: "Le pilotage de la réforme par les données" },
    ],
    missing: "Cochez au moins une réponse\u00A0: la mise en œuvre, ou le pilotage par les données.",
  }),
  dailyLife: paragraph({
    label: "Que verront changer les citoyens ou les entreprises, et quand\u202F?",
    hint: "L’effet direct sur leur vie quotidienne, et le mois où il se verra. Exemple\u00A0: dès septembre 2021, aucune pièce à fournir pour renouveler l’aide",
    source: "Livret l.484, l.486",
    missing:
      "Décrivez l’effet sur la vie quotidienne et sa date. Exemple\u00A0: carte reçue en dix jours à partir de mars 2022.",
  }),
  scale: paragraph({
    label: "Quels leviers combinez-vous, et à quelle échelle\u202F?",
    hint: "Numérique, droit, organisation, métiers\u202F; les territoires couverts et les moyens. Exemple\u00A0: 101 départements, deux textes modifiés, 900 agents formés",
    source: "Livret l.486",
    missing:
      "Décrivez les leviers du projet et son échelle. Exemple\u00A0: toutes les académies, nouveau circuit de validation.",
  }),
  dataSteering: paragraph({
    label: "Comment les données serviront-elles au pilotage\u202F?",
    hint: "Si le projet porte sur ce point\u00A0: indicateurs, tableaux de bord, communautés de pilotage, niveau territorial, habitudes de travail. Exemple\u00A0: délai par département, publié chaque lundi",
    optional: true,
    source: "Livret l.488, l.496-498",
  }),
});

/** The form of ITN8B, version 1. */
export const itn8bForm: ThemeForm = {
  theme: "ITN8B",
  version: 1,
  fields,
  submission: fields,
  steps: itn8Steps({ project: ["reform", "aim", "dailyLife", "scale", "dataSteering"] }),
  simulationAnswers: itn8Answers,
};
