import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, ORGANISATION_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { booleanOf, choices, numberOf, paragraph, whole, yesNo } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** The form of SNAP5: what the fiche asks to describe (Livret l.903-905), and its four criteria (l.912-916). */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  domains: choices({
    label: "Qui le projet accompagne-t-il\u202F?",
    hint: "Une ou deux réponses.",
    source: "Livret l.871-879",
    options: [
      { value: "encadrement", label: "L’encadrement, des chefs d’équipe aux dirigeants" },
      { value: "agents", label: "Les agents, face aux outils et aux méthodes numériques" },
    ],
    missing: "Cochez au moins une réponse\u00A0: l’encadrement, les agents, ou les deux.",
  }),
  retrainingToDigitalJobs: yesNo({
    label: "Le projet reconvertit-il des agents vers les métiers du numérique\u202F?",
    hint: "Ces reconversions se présentent à ITN4. Exemple\u00A0: former un gestionnaire à devenir développeur",
    source: "Livret l.886",
    missing:
      "Indiquez si le projet reconvertit des agents vers les métiers du numérique\u00A0: oui ou non.",
  }),

  context: paragraph({
    label: "Dans quel contexte stratégique le projet s’inscrit-il\u202F?",
    hint: "Réforme, déménagement, nouvel outil, feuille de route. Exemple\u00A0: passage de 4\u202F000 agents au travail mixte en 2021",
    source: "Livret l.903, l.916",
    missing:
      "Décrivez le contexte du projet. Exemple\u00A0: fusion de deux directions, qui partagent depuis janvier les mêmes outils.",
  }),
  needs: paragraph({
    label: "Pourquoi faut-il accompagner agents et encadrants maintenant\u202F?",
    hint: "Leurs difficultés d’aujourd’hui et comment vous les connaissez, par exemple par le baromètre numérique de l’agent. Exemple\u00A0: 48\u00A0% des agents n’utilisent pas les espaces partagés",
    source: "Livret l.899, l.903, l.916",
    missing:
      "Expliquez le besoin d’accompagnement. Exemple\u00A0: 210 encadrants demandent une aide pour animer une équipe à distance.",
  }),

  populations: paragraph({
    label: "Quelles populations visez-vous, et dans quelles structures\u202F?",
    hint: "Une par ligne\u00A0: fonction, structure, lieu, nombre. Exemple\u00A0: chefs de bureau du secrétariat général, Paris et Nantes, 140",
    source: "Livret l.904, l.912",
    missing:
      "Listez les populations visées et leurs structures. Exemple\u00A0: agents d’accueil de trois opérateurs, 260.",
  }),
  targetedPeople: whole(
    {
      label: "Combien de personnes le projet touchera-t-il\u202F?",
      hint: "Sur toute sa durée. Exemple\u00A0: 300",
      source: "Livret l.912",
      missing: "Indiquez le nombre de personnes touchées. Exemple\u00A0: 850.",
      wrong:
        "Le nombre de personnes touchées doit être un nombre entier, au moins 1. Exemple\u00A0: 850.",
    },
    { min: 1 },
  ),
  workforce: whole(
    {
      label: "Combien de personnes travaillent dans ces structures\u202F?",
      hint: "L’effectif total, pour connaître la part touchée. Exemple\u00A0: 2\u202F500",
      source: "Livret l.912",
      missing: "Indiquez l’effectif des structures concernées. Exemple\u00A0: 1\u202F700.",
      wrong: "L’effectif doit être un nombre entier, au moins 1. Exemple\u00A0: 1\u202F700.",
    },
    { min: 1 },
  ),

  methods: paragraph({
    label: "Quelles méthodes utiliserez-vous\u202F?",
    hint: "Sensibilisation, formation, conseil, immersion, entraide\u202F; ce qui se fait sur place et à distance, et avec qui. Exemple\u00A0: ateliers de deux heures dans chaque équipe",
    source: "Livret l.867, l.888, l.892",
    missing:
      "Décrivez les méthodes d’accompagnement. Exemple\u00A0: un agent relais par service, formé en trois journées.",
  }),
  innovation: paragraph({
    label: "Qu’ont ces méthodes de nouveau, et en quoi servent-elles vos objectifs\u202F?",
    hint: "Apprendre en faisant, jeu, outils pour se former seul, entraide entre administrations. Exemple\u00A0: les encadrants essaient l’outil sur leur propre réunion",
    maxLength: 2000,
    source: "Livret l.896, l.915",
    missing:
      "Expliquez ce que les méthodes ont de nouveau. Exemple\u00A0: défis hebdomadaires entre équipes de deux ministères.",
  }),

  objectives: common.objectives,
  expectedResults: common.expectedResults,
  evaluation: common.evaluation,

  projectLead: common.projectLead,
  team: common.team,
  organisation: common.organisation,
  startMonth: common.startMonth,
  durationMonths: common.durationMonths,
  milestones: common.milestones,
  risks: common.risks,

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The share of people reached is read on the workforce (Livret l.912): it cannot exceed it. */
const submission = fields.refine(
  ({ targetedPeople, workforce }) =>
    (numberOf(targetedPeople) ?? 0) <= (numberOf(workforce) ?? Number.POSITIVE_INFINITY),
  {
    path: ["targetedPeople"],
    error:
      "Le nombre de personnes touchées dépasse l’effectif des structures\u00A0: corrigez l’un des deux nombres.",
    when: () => true,
  },
);

/** The form of SNAP5, version 1. */
export const snap5Form: ThemeForm = {
  theme: "SNAP5",
  version: 1,
  fields,
  submission,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet et son contexte stratégique",
      fields: ["title", "summary", "domains", "retrainingToDigitalJobs", "context", "needs"],
    },
    {
      key: "populations",
      kind: "fields",
      title: "Les populations",
      fields: ["populations", "targetedPeople", "workforce"],
    },
    {
      key: "methodes",
      kind: "fields",
      title: "Les méthodes",
      fields: ["methods", "innovation"],
    },
    {
      key: "resultats",
      kind: "fields",
      title: "Les résultats et leur mesure",
      fields: ["objectives", "expectedResults", "evaluation"],
    },
    ORGANISATION_STEP,
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: (values) => ({
    retrainingToDigitalJobs: booleanOf(values.retrainingToDigitalJobs),
  }),
};
