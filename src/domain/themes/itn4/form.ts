import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, ORGANISATION_STEP } from "@/domain/themes/common-steps";
import { choices, paragraph, percentage, whole } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN4: what the fiche asks to describe (Livret l.274-276), the populations and trades it looks at
 * (l.256-259) and its four criteria (l.283-286). No size is set (l.243): none has to be explained.
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  actions: choices({
    label: "Quelles actions le projet mène-t-il\u202F?",
    hint: "Plusieurs réponses possibles.",
    source: "Livret l.251-254",
    options: [
      {
        value: "recrutement",
        label: "Recruter des profils numériques, ou reconvertir vers ces métiers",
      },
      { value: "carrieres", label: "Faire progresser les agents du numérique" },
      { value: "autres-agents", label: "Ouvrir une carrière numérique à d’autres agents" },
      { value: "territoires", label: "Installer des équipes numériques hors d’Île-de-France" },
    ],
    missing: "Cochez au moins une action que le projet mène.",
  }),

  stakes: paragraph({
    label: "Quels sont les enjeux de ces actions\u202F?",
    hint: "Ce qui manque aujourd’hui et ce que cela empêche. Exemple\u00A0: douze postes vacants depuis un an, deux projets arrêtés",
    source: "Livret l.274",
    missing:
      "Décrivez les enjeux de vos actions. Exemple\u00A0: un administrateur de bases sur trois part en retraite d’ici 2024.",
  }),
  strategy: paragraph({
    label: "Quelle place tiennent ces actions dans votre stratégie de professionnalisation\u202F?",
    hint: "Plan de recrutement, de formation, de carrière\u202F; ce qui existe déjà. Exemple\u00A0: deuxième volet du plan de formation 2020-2023",
    source: "Livret l.274",
    missing:
      "Situez les actions dans votre stratégie. Exemple\u00A0: elles complètent le parcours d’intégration ouvert en 2019.",
  }),
  methods: paragraph({
    label: "Quelles méthodes utiliserez-vous, et qu’ont-elles de nouveau\u202F?",
    hint: "Formation, évaluation, mentorat, communauté, prestataires, travail sur place et à distance. Exemple\u00A0: sélection sur épreuve pratique, sans condition de diplôme",
    source: "Livret l.267, l.285",
    missing:
      "Décrivez vos méthodes et ce qu’elles ont de nouveau. Exemple\u00A0: chaque stagiaire suivi par un développeur d’un autre ministère.",
  }),

  populations: choices({
    label: "Quelles populations visez-vous\u202F?",
    hint: "Les trois premières sont prioritaires. Plusieurs réponses possibles.",
    source: "Livret l.251-253, l.258",
    options: [
      { value: "territoires", label: "Des personnes dans les territoires, hors d’Île-de-France" },
      { value: "quartiers", label: "Des habitants des quartiers prioritaires de la ville" },
      { value: "femmes", label: "Des femmes, dans les métiers du numérique" },
      { value: "agents-numerique", label: "Des agents qui travaillent déjà dans le numérique" },
      { value: "autres-agents", label: "Des agents d’autres métiers" },
      { value: "externes", label: "Des candidats extérieurs à l’administration" },
    ],
    missing: "Cochez au moins une population visée.",
  }),
  populationsDetails: paragraph({
    label: "Qui sont ces personnes, et comment les toucherez-vous\u202F?",
    hint: "Une population par ligne\u00A0: services, lieux, nombre, partenaires. Exemple\u00A0: 8 agents d’accueil de Limoges, avec la plateforme régionale de ressources humaines",
    source: "Livret l.258, l.275",
    missing:
      "Décrivez les personnes visées et le moyen de les toucher. Exemple\u00A0: 15 candidates de Roubaix, avec la mission locale.",
  }),
  targetedPeople: whole(
    {
      label: "Combien de personnes visez-vous en tout\u202F?",
      hint: "Sur toute la durée du projet. Exemple\u00A0: 45",
      source: "Livret l.283",
      missing: "Indiquez le nombre de personnes visées. Exemple\u00A0: 120.",
      wrong:
        "Le nombre de personnes visées doit être un nombre entier, au moins 1. Exemple\u00A0: 120.",
    },
    { min: 1 },
  ),
  digitalStaff: whole({
    label: "Combien d’agents du numérique votre structure emploie-t-elle\u202F?",
    hint: "Dans la structure d’accueil, aujourd’hui\u202F; 0 s’il n’y en a pas. Exemple\u00A0: 310",
    source: "Livret l.283",
    missing: "Indiquez le nombre d’agents du numérique de la structure. Exemple\u00A0: 85.",
    wrong: "Le nombre d’agents du numérique doit être un nombre entier. Exemple\u00A0: 85.",
  }),
  trades: paragraph({
    label: "Quels métiers ou quelles compétences visez-vous\u202F?",
    hint: "Un par ligne, avec le nombre de personnes\u202F; dites lesquels sont en tension. Exemple\u00A0: développeuse ou développeur, 12 personnes, en tension",
    maxLength: 2000,
    source: "Livret l.259, l.286",
    missing:
      "Listez les métiers ou compétences visés. Exemple\u00A0: responsable de la sécurité, 3 personnes, métier en tension.",
  }),
  priorityShare: percentage({
    label: "Quelle part de ces personnes va vers un métier prioritaire\u202F?",
    hint: "Métiers en tension, nouveaux, ou compétences rares. Exemple\u00A0: 60",
    source: "Livret l.286",
    missing: "Indiquez la part des métiers prioritaires, en pourcentage. Exemple\u00A0: 75.",
    wrong:
      "La part des métiers prioritaires doit être un pourcentage, de 0 à 100, avec deux décimales au plus. Exemple\u00A0: 75.",
  }),

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
});

/** The form of ITN4, version 1. The fiche sets no condition of its own (Livret l.241): no answer for the rules. */
export const itn4Form: ThemeForm = {
  theme: "ITN4",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet",
      fields: ["title", "summary", "actions"],
    },
    {
      key: "strategie",
      kind: "fields",
      title: "La stratégie et les méthodes",
      fields: ["stakes", "strategy", "methods"],
    },
    {
      key: "populations",
      kind: "fields",
      title: "Les populations et les métiers visés",
      fields: [
        "populations",
        "populationsDetails",
        "targetedPeople",
        "digitalStaff",
        "trades",
        "priorityShare",
      ],
    },
    {
      key: "resultats",
      kind: "fields",
      title: "Les résultats et leur mesure",
      fields: ["expectedResults", "evaluation"],
    },
    ORGANISATION_STEP,
    {
      key: "plan-de-financement",
      kind: "plan",
      title: "Le plan de financement",
      fields: ["requestedGrant"],
    },
    COMMITMENTS_STEP,
  ],
  simulationAnswers: () => ({}),
};
