import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { PLAN_STEP } from "@/domain/themes/common-steps";
import { choice, choices, numberOf, paragraph, whole } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN6: the innovation, its impact at three terms, its industrialisation (Livret l.385-387), and the two
 * criteria, which say what the candidate describes (l.392-393).
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  nature: choice({
    label: "De quel travail s’agit-il\u202F?",
    hint: "Les expérimentations sont admises\u00A0: essai en conditions réelles, preuve de concept.",
    source: "Livret l.363, l.383",
    options: [
      { value: "etude", label: "Une étude" },
      { value: "experimentation", label: "Une expérimentation ou une preuve de concept" },
      { value: "projet", label: "Un projet" },
    ],
    missing: "Choisissez la nature du travail\u00A0: étude, expérimentation ou projet.",
  }),
  aim: choices({
    label: "Que vise le projet\u202F?",
    hint: "Une ou deux réponses.",
    source: "Livret l.363",
    options: [
      { value: "citoyens", label: "Créer un service nouveau pour les citoyens" },
      { value: "methodes", label: "Moderniser les méthodes de travail au sein de l’État" },
    ],
    missing:
      "Cochez au moins un but\u00A0: un service pour les citoyens, ou les méthodes de travail de l’État.",
  }),

  innovation: paragraph({
    label: "Qu’y a-t-il de nouveau, et qu’est-ce qui n’est pas encore mûr\u202F?",
    hint: "La technologie ou le concept, ce qui existe ailleurs, ce que personne n’a encore fait. Exemple\u00A0: reconnaissance d’écritures anciennes, jamais essayée sur les plans cadastraux",
    source: "Livret l.363, l.385",
    missing:
      "Décrivez la nouveauté du projet et ce qui reste à prouver. Exemple\u00A0: capteurs sans pile, essayés en laboratoire seulement.",
  }),
  conditions: paragraph({
    label: "Dans quelles conditions le projet sera-t-il mené\u202F?",
    hint: "Le lieu, les participants, le cadre\u00A0: preuve de concept, laboratoire, consortium… Exemple\u00A0: trois mois dans un laboratoire public, avec dix agents",
    maxLength: 2000,
    source: "Livret l.392",
    missing:
      "Décrivez les conditions de réalisation. Exemple\u00A0: essai dans deux centres de contact avec trente volontaires.",
  }),
  companies: paragraph({
    label: "Quelles entreprises innovantes participent, et que leur apporte le projet\u202F?",
    hint: "Leur nom si vous le connaissez, leur siège, leur travail, et comment le projet fait mûrir leur technologie. Exemple\u00A0: une société de Grenoble essaie ses capteurs en vraie grandeur",
    source: "Livret l.363, l.392",
    missing:
      "Présentez les entreprises innovantes et leur part dans le travail. Exemple\u00A0: une jeune entreprise de Lannion entraîne le modèle.",
  }),

  impactShortTerm: paragraph({
    label: "Quel impact à court terme\u202F?",
    hint: "Dès la fin de l’expérimentation. Exemple\u00A0: 20\u00A0% de relectures en moins pour les trente agents de l’essai",
    maxLength: 2000,
    source: "Livret l.385, l.392",
    missing:
      "Analysez l’impact à court terme. Exemple\u00A0: délai de tri passé de deux jours à deux heures sur le site pilote.",
  }),
  impactMediumTerm: paragraph({
    label: "Quel impact à moyen terme\u202F?",
    hint: "Dans les deux ans, si l’essai réussit. Exemple\u00A0: le service ouvert à douze préfectures",
    maxLength: 2000,
    source: "Livret l.385, l.392",
    missing:
      "Analysez l’impact à moyen terme. Exemple\u00A0: un tiers des courriers de la direction classés sans saisie en 2022.",
  }),
  impactLongTerm: paragraph({
    label: "Quel impact à plus long terme\u202F?",
    hint: "Ce que l’innovation pourrait changer au-delà de deux ans. Exemple\u00A0: plus aucun plan recopié à la main",
    optional: true,
    maxLength: 2000,
    source: "Livret l.385",
  }),
  expectedValue: paragraph({
    label: "Que vaut cette innovation, dans le projet et au-delà\u202F?",
    hint: "Dans le projet\u00A0: temps, qualité, dépenses évitées. Au-delà\u00A0: économie, technologie, notoriété. Exemple\u00A0: 600 heures de saisie évitées, modèle réutilisable par les départements",
    source: "Livret l.392",
    missing:
      "Décrivez la valeur attendue dans le projet et au-delà. Exemple\u00A0: 40\u202F000\u00A0€ de numérisation évités par an.",
  }),

  industrialisation: paragraph({
    label: "Comment passer à l’échelle si l’essai réussit\u202F?",
    hint: "Les conditions préalables\u00A0: technique, organisation, méthode, économie. Exemple\u00A0: un hébergement adapté et une équipe produit de quatre personnes",
    source: "Livret l.387, l.392",
    missing:
      "Décrivez le passage à l’échelle et ses conditions. Exemple\u00A0: accord de la CNIL et marché de maintenance.",
  }),
  targetScope: paragraph({
    label: "Quel périmètre et quel usage visez-vous à terme\u202F?",
    hint: "Qui s’en servirait, où et pour quoi. Exemple\u00A0: toutes les directions départementales, pour le contrôle des aides",
    maxLength: 2000,
    source: "Livret l.387",
    missing:
      "Indiquez le périmètre et l’usage visés à terme. Exemple\u00A0: les 300 lecteurs des Archives nationales.",
  }),

  projectLead: common.projectLead,
  team: common.team,
  steering: paragraph({
    label: "Qui suit le projet et décide de la suite\u202F?",
    hint: "Les comités, leur rythme, et qui décide de réinvestir ou de généraliser. Exemple\u00A0: comité mensuel, décision du sous-directeur en fin d’essai",
    maxLength: 2000,
    source: "Livret l.393",
    missing:
      "Décrivez les comités et la décision de fin d’essai. Exemple\u00A0: revue toutes les deux semaines, bilan devant la directrice.",
  }),
  startMonth: common.startMonth,
  resultsWithinMonths: whole(
    {
      label: "En combien de mois le projet donne-t-il des résultats\u202F?",
      hint: "ITN6 demande 3 mois au plus. Exemple\u00A0: 3",
      source: "Livret l.367",
      missing: "Indiquez le délai avant les résultats, en mois. Exemple\u00A0: 2.",
      wrong:
        "Le délai avant les résultats doit être un nombre entier de mois, de 0 à 60. Exemple\u00A0: 2.",
    },
    { max: 60 },
  ),
  milestones: common.milestones,

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of ITN6, version 1. It has no commitment to accept (Livret l.398). */
export const itn6Form: ThemeForm = {
  theme: "ITN6",
  version: 1,
  fields,
  submission: fields,
  asksProvider: true,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet",
      fields: ["title", "summary", "nature", "aim"],
    },
    {
      key: "innovation",
      kind: "fields",
      title: "L’innovation",
      fields: ["innovation", "conditions", "companies"],
    },
    {
      key: "impact",
      kind: "fields",
      title: "L’analyse d’impact",
      fields: ["impactShortTerm", "impactMediumTerm", "impactLongTerm", "expectedValue"],
    },
    {
      key: "industrialisation",
      kind: "fields",
      title: "Le passage à l’échelle",
      fields: ["industrialisation", "targetScope"],
    },
    {
      key: "equipe",
      kind: "fields",
      title: "L’équipe et le calendrier",
      fields: [
        "projectLead",
        "team",
        "steering",
        "startMonth",
        "resultsWithinMonths",
        "milestones",
      ],
    },
    PLAN_STEP,
  ],
  simulationAnswers: (values) => ({
    // The analysis is in the form itself: its two compulsory terms answered, it exists (Livret l.385).
    impactAnalysis: values.impactShortTerm && values.impactMediumTerm ? true : undefined,
    resultsWithinMonths: numberOf(values.resultsWithinMonths),
  }),
};
