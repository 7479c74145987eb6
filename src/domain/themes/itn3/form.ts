import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import {
  booleanOf,
  choice,
  choices,
  line,
  numberOf,
  paragraph,
  percentage,
  whole,
  yesNo,
} from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN3. The fiche lists no contents of the answer: the questions follow what it expects of projects
 * (Livret l.199-204), its eligibility (l.174) and its seven criteria (l.211-217).
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  objectives: common.objectives,
  audience: choices({
    label: "À qui la solution est-elle destinée\u202F?",
    hint: "Plusieurs réponses possibles.",
    source: "Livret l.204",
    options: [
      { value: "citoyens", label: "Citoyens" },
      { value: "associations", label: "Associations" },
      { value: "entreprises", label: "Entreprises" },
      { value: "agents", label: "Agents du service public" },
    ],
    missing: "Cochez au moins un public auquel la solution est destinée.",
  }),
  solution: paragraph({
    label: "Quelle solution numérique voulez-vous étendre\u202F?",
    hint: "Ce qu’elle permet, depuis quand elle existe, et son adresse si elle est en ligne. Exemple\u00A0: carte des travaux sur les routes, ouverte en 2019",
    maxLength: 2000,
    source: "Livret l.169",
    missing:
      "Décrivez la solution déjà en service que le projet étend, et depuis quand elle existe.",
  }),

  originTerritory: line({
    label: "Dans quel territoire la solution est-elle née\u202F?",
    hint: "Le service et son territoire. Exemple\u00A0: préfecture de la Sarthe",
    maxLength: 200,
    source: "Livret l.169",
    missing:
      "Indiquez le service de l’État et le territoire d’origine de la solution. Exemple\u00A0: DREAL Occitanie.",
  }),
  currentUsers: whole({
    label: "Combien de personnes l’utilisent aujourd’hui\u202F?",
    hint: "Le nombre d’utilisateurs actifs sur un an. Exemple\u00A0: 2\u202F400",
    source: "Livret l.211",
    missing: "Indiquez le nombre d’utilisateurs actuels. Exemple\u00A0: 850.",
    wrong: "Le nombre d’utilisateurs actuels doit être un nombre entier. Exemple\u00A0: 850.",
  }),
  valueMetrics: paragraph({
    label: "Quelles mesures montrent que la solution marche\u202F?",
    hint: "Des chiffres constatés, avec leur date. Exemple\u00A0: délai de traitement passé de 30 à 12 jours en 2020",
    source: "Livret l.201",
    missing:
      "Donnez au moins une mesure constatée sur le territoire d’origine. Exemple\u00A0: 65\u00A0% de dossiers complets du premier coup.",
  }),
  userSatisfaction: paragraph({
    label: "Comment savez-vous que les utilisateurs sont satisfaits\u202F?",
    hint: "La méthode, le nombre de réponses, le résultat. Exemple\u00A0: enquête de novembre 2020, 310 réponses, 4,2 sur 5",
    maxLength: 2000,
    source: "Livret l.211",
    missing:
      "Expliquez comment la satisfaction a été mesurée et ce qu’elle donne. Exemple\u00A0: 40 entretiens, 34 avis favorables.",
  }),

  departments: paragraph({
    label: "Quels départements le projet couvrira-t-il\u202F?",
    hint: "Un département par ligne, territoire d’origine compris. Exemple\u00A0: Sarthe (72)",
    maxLength: 2000,
    source: "Livret l.174",
    missing: "Listez les départements que le projet couvrira. Exemple\u00A0: Mayenne (53).",
  }),
  departmentCount: whole(
    {
      label: "Combien cela fait-il de départements\u202F?",
      hint: "Le texte cite trois départements à titre d’exemple, ce n’est pas un seuil. Exemple\u00A0: 4",
      source: "Livret l.174",
      missing: "Indiquez le nombre de départements couverts. Exemple\u00A0: 5.",
      wrong: "Le nombre de départements doit être un nombre entier, de 1 à 101. Exemple\u00A0: 5.",
    },
    { min: 1, max: 101 },
  ),
  population: whole({
    label: "Combien d’habitants cela représente-t-il\u202F?",
    hint: "Le texte cite un million d’habitants à titre d’exemple, ce n’est pas un seuil. Exemple\u00A0: 1\u202F250\u202F000",
    source: "Livret l.174",
    missing: "Indiquez la population des territoires couverts. Exemple\u00A0: 980\u202F000.",
    wrong: "La population doit être un nombre entier d’habitants. Exemple\u00A0: 980\u202F000.",
  }),
  committedTerritories: paragraph({
    label: "Quels nouveaux territoires se sont engagés\u202F?",
    hint: "Un par ligne\u00A0: territoire, qui s’est engagé, sous quelle forme. Exemple\u00A0: Orne, lettre de la préfète du 8 janvier 2021",
    source: "Livret l.202",
    missing:
      "Listez les territoires engagés et la forme de leur engagement. Exemple\u00A0: Eure, courriel du secrétaire général.",
  }),
  confirmedUsers: whole({
    label: "Combien d’utilisateurs sont confirmés dans ces territoires\u202F?",
    hint: "Ceux de la phase que vous présentez ici, déjà confirmés par leur service. Exemple\u00A0: 5\u202F200",
    source: "Livret l.214",
    missing: "Indiquez le nombre d’utilisateurs confirmés. Exemple\u00A0: 1\u202F900.",
    wrong:
      "Le nombre d’utilisateurs confirmés doit être un nombre entier. Exemple\u00A0: 1\u202F900.",
  }),

  deconcentratedShare: percentage({
    label: "Quelle part du portage revient aux services déconcentrés de l’État\u202F?",
    hint: "Part des équipes en charge du projet et des instances de direction\u202F; ITN3 demande au moins 50\u00A0%. Exemple\u00A0: 62,5",
    source: "Livret l.174",
    missing: "Indiquez la part des services déconcentrés dans le portage. Exemple\u00A0: 55.",
    wrong:
      "La part des services déconcentrés doit être un pourcentage, de 0 à 100, avec deux décimales au plus. Exemple\u00A0: 55.",
  }),
  deconcentratedServices: paragraph({
    label:
      "Quels services déconcentrés portent le projet, et comment calculez-vous leur part\u202F?",
    hint: "Un service par ligne, avec ses agents dans l’équipe et dans le comité de pilotage. Exemple\u00A0: DDT de l’Orne, 2 agents sur 6",
    maxLength: 2000,
    source: "Livret l.174",
    missing:
      "Listez les services déconcentrés et leur place dans l’équipe et les instances. Exemple\u00A0: préfecture du Calvados, 3 agents sur 5.",
  }),
  centralAdministrationInvolved: yesNo({
    label: "Une administration centrale est-elle associée au portage\u202F?",
    hint: "Celle qui a en charge la politique publique concernée. Sans elle, le projet n’est pas éligible.",
    source: "Livret l.174",
    missing: "Indiquez si une administration centrale est associée au portage\u00A0: oui ou non.",
  }),
  centralAdministration: line({
    label: "Laquelle, et avec quel rôle\u202F?",
    hint: "Écrivez «\u00A0aucune\u00A0» si vous n’en avez pas encore. Exemple\u00A0: direction générale des collectivités locales, copilote",
    maxLength: 300,
    source: "Livret l.174",
    missing:
      "Nommez l’administration centrale associée et son rôle. Exemple\u00A0: direction du budget, membre du comité de pilotage.",
  }),
  authoritySupport: common.authoritySupport,

  industrialisation: paragraph({
    label: "Comment passerez-vous de l’expérimentation au déploiement\u202F?",
    hint: "Ce qui est commun à tous, ce qui reste propre à chaque territoire, l’accueil des nouveaux services, le support. Exemple\u00A0: un socle commun, deux jours d’installation par service",
    source: "Livret l.183, l.203",
    missing:
      "Décrivez le passage à l’échelle\u00A0: ce qui devient commun, et comment un nouveau territoire est accueilli.",
  }),
  sourceCode: choice({
    label: "Qui pourra réutiliser le code de la solution\u202F?",
    source: "Livret l.215",
    options: [
      { value: "open", label: "Tout le monde\u00A0: le code est ou sera libre" },
      { value: "state", label: "Les services de l’État\u00A0: l’État détient les droits" },
      { value: "licence", label: "Un éditeur détient les droits et fournit des licences" },
    ],
    missing: "Choisissez qui pourra réutiliser le code de la solution.",
  }),
  extensionModel: paragraph({
    label:
      "Que coûte un territoire de plus, et à quelles conditions peut-il rejoindre le projet\u202F?",
    hint: "Propriété intellectuelle, licences, coût d’installation et coût annuel. Exemple\u00A0: 3\u202F000\u00A0€ puis 800\u00A0€ par an et par service",
    source: "Livret l.215",
    missing:
      "Décrivez le modèle d’extension\u00A0: droits, licences, coût d’un territoire de plus. Exemple\u00A0: hébergement partagé, 1\u202F200\u00A0€ par an.",
  }),
  technicalPractices: paragraph({
    label: "Quelles pratiques techniques la solution suit-elle\u202F?",
    hint: "Accès aux données (API, formats libres), accessibilité (RGAA), hébergement en nuage. Dites ce qui est fait et ce qui reste à faire. Exemple\u00A0: API ouverte en 2020, audit d’accessibilité à faire",
    source: "Livret l.216",
    missing:
      "Décrivez l’accès aux données, l’accessibilité et l’hébergement. Exemple\u00A0: audit RGAA prévu en mai 2021.",
  }),
  expectedResults: common.expectedResults,

  projectLead: common.projectLead,
  team: common.team,
  startMonth: common.startMonth,
  durationMonths: common.durationMonths,
  milestones: common.milestones,
  risks: common.risks,

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of ITN3, version 1. */
export const itn3Form: ThemeForm = {
  theme: "ITN3",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet",
      fields: ["title", "summary", "objectives", "audience", "solution"],
    },
    {
      key: "preuves",
      kind: "fields",
      title: "La valeur déjà démontrée",
      fields: ["originTerritory", "currentUsers", "valueMetrics", "userSatisfaction"],
    },
    {
      key: "territoires",
      kind: "fields",
      title: "Les territoires et le portage",
      fields: [
        "departments",
        "departmentCount",
        "population",
        "committedTerritories",
        "confirmedUsers",
        "deconcentratedShare",
        "deconcentratedServices",
        "centralAdministrationInvolved",
        "centralAdministration",
        "authoritySupport",
      ],
    },
    {
      key: "deploiement",
      kind: "fields",
      title: "Le déploiement et ses effets",
      fields: [
        "industrialisation",
        "sourceCode",
        "extensionModel",
        "technicalPractices",
        "expectedResults",
      ],
    },
    {
      key: "equipe",
      kind: "fields",
      title: "L’équipe et le calendrier",
      fields: ["projectLead", "team", "startMonth", "durationMonths", "milestones", "risks"],
    },
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: (values) => ({
    deconcentratedShare: numberOf(values.deconcentratedShare),
    centralAdministrationInvolved: booleanOf(values.centralAdministrationInvolved),
  }),
};
