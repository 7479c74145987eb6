import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { choice, choices, paragraph } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN5. The fiche lists no contents of the answer: the questions follow its kinds of projects
 * (Livret l.307), its two kinds of calls (l.315, l.322), what it encourages on data (l.337-340) and its five criteria
 * (l.345-349).
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  callKind: choice({
    label: "À quelle ouverture présentez-vous ce projet\u202F?",
    hint: "Le coût total du plan décide. Votre réponse rattache le dossier à cette ouverture\u202F; vous pouvez la changer jusqu’au dépôt.",
    source: "Livret l.315, l.322",
    options: [
      { value: "guichet", label: "Au guichet\u00A0: moins de 100\u202F000\u00A0€ TTC" },
      {
        value: "aap",
        label: "À l’appel à projets\u00A0: de 100\u202F000 à 1\u202F000\u202F000\u00A0€ TTC",
      },
    ],
    missing:
      "Choisissez l’ouverture qui convient au coût du projet\u00A0: guichet ou appel à projets.",
  }),
  aims: choices({
    label: "Sur quoi le projet porte-t-il\u202F?",
    hint: "Plusieurs réponses possibles.",
    source: "Livret l.307",
    options: [
      { value: "pilotage", label: "Piloter une politique par la donnée" },
      { value: "echange", label: "Échanger des données entre administrations" },
      { value: "exploitation", label: "Exploiter des données" },
      { value: "ouverture", label: "Ouvrir des données au public" },
    ],
    missing: "Cochez au moins une réponse\u00A0: ce sur quoi le projet porte.",
  }),
  maturity: choice({
    label: "Le projet est-il nouveau\u202F?",
    source: "Livret l.307",
    options: [
      { value: "nouveau", label: "Oui, il commence" },
      { value: "generalisation", label: "Non, il existe et doit être généralisé" },
    ],
    missing: "Choisissez une réponse\u00A0: projet nouveau, ou projet à généraliser.",
  }),

  dataUsed: paragraph({
    label: "Quelles données le projet utilise-t-il, et lesquelles produit-il\u202F?",
    hint: "Leur contenu, leur source, leur volume, et s’il y a des données personnelles. Exemple\u00A0: 2 millions de contrôles depuis 2015, sans donnée personnelle",
    source: "Livret l.307",
    missing:
      "Décrivez les données utilisées et produites. Exemple\u00A0: relevés de 400 capteurs, mis à jour toutes les heures.",
  }),
  dataSharing: choice({
    label: "Des données seront-elles ouvertes ou partagées\u202F?",
    hint: "Ouvertes\u00A0: tout le monde peut les reprendre. Partagées\u00A0: d’autres administrations y ont accès.",
    source: "Livret l.331-332, l.337-338",
    options: [
      { value: "open", label: "Oui, ouvertes à tous (open data)" },
      { value: "shared", label: "Oui, partagées avec d’autres administrations" },
      { value: "both", label: "Oui, les unes ouvertes, d’autres partagées" },
      { value: "none", label: "Non" },
    ],
    missing: "Choisissez une réponse\u00A0: données ouvertes, partagées, les deux, ou non.",
  }),
  dataSharingDetails: paragraph({
    label: "Quelles données, sous quelle forme et à partir de quand\u202F?",
    hint: "Fichier, API, licence, fréquence\u202F; si vous n’en ouvrez pas, dites pourquoi. Exemple\u00A0: fichier CSV sur data.gouv.fr chaque mois, API à partir d’octobre 2021",
    maxLength: 2000,
    source: "Livret l.332, l.337-338",
    missing:
      "Décrivez les données ouvertes ou partagées, ou pourquoi il n’y en a pas. Exemple\u00A0: API ouverte aux préfectures en juin 2021.",
  }),
  dataQuality: paragraph({
    label: "Comment garantirez-vous leur qualité dans la durée\u202F?",
    hint: "Contrôles, mises à jour, documentation, qui en répond. Exemple\u00A0: contrôle automatique à chaque envoi, un agent responsable du jeu de données",
    maxLength: 2000,
    source: "Livret l.339",
    missing:
      "Décrivez ce qui garantit la qualité des données. Exemple\u00A0: schéma publié, erreurs corrigées sous cinq jours.",
  }),
  reuse: paragraph({
    label: "Qu’est-ce qui existe déjà ailleurs, et qu’en reprenez-vous\u202F?",
    hint: "Codes sources, données ou API d’autres administrations. Exemple\u00A0: le module d’appariement publié par l’Insee",
    maxLength: 2000,
    source: "Livret l.340, l.347",
    missing:
      "Indiquez ce qui existe et ce que vous reprenez. Exemple\u00A0: trois outils étudiés, aucun ne traite les relevés horaires.",
  }),

  ownBenefits: paragraph({
    label: "Que gagne votre administration\u202F?",
    hint: "Ce que le projet transforme, avec un chiffre. Exemple\u00A0: contrôles ciblés, 30\u00A0% de visites inutiles en moins",
    source: "Livret l.345",
    missing:
      "Décrivez les bénéfices pour votre administration. Exemple\u00A0: tableau de bord tenu en une heure au lieu de trois jours.",
  }),
  sharedBenefits: paragraph({
    label: "Que gagnent les autres administrations, ou l’action publique\u202F?",
    hint: "Qui, et comment ils s’en serviront. Exemple\u00A0: les 101 départements suivent les mêmes indicateurs",
    source: "Livret l.346",
    missing:
      "Décrivez les bénéfices au-delà de votre administration. Exemple\u00A0: deux ministères reprennent le référentiel.",
  }),
  costBenefit: paragraph({
    label: "Ce que le projet apporte vaut-il ce qu’il coûte\u202F?",
    hint: "Temps gagné, dépenses évitées, comparés au coût. Exemple\u00A0: 1\u202F500 heures par an pour 60\u202F000\u00A0€",
    maxLength: 2000,
    source: "Livret l.349",
    missing:
      "Comparez les bénéfices au coût. Exemple\u00A0: 25\u202F000\u00A0€ d’enquêtes évitées chaque année.",
  }),

  method: paragraph({
    label: "Comment allez-vous vous y prendre\u202F?",
    hint: "Étapes, techniques, essais\u202F; ce qui pourrait ne pas marcher. Exemple\u00A0: prototype sur deux régions avant d’écrire la chaîne complète",
    source: "Livret l.347",
    missing:
      "Décrivez votre méthode et ce qui la rend crédible. Exemple\u00A0: essai sur un mois de données, erreurs mesurées par des experts.",
  }),
  sustainability: paragraph({
    label: "Comment le projet vivra-t-il après le financement\u202F?",
    hint: "Équipe, budget, hébergement, compétences. Exemple\u00A0: deux agents en poste, 15\u202F000\u00A0€ par an au budget du service",
    maxLength: 2000,
    source: "Livret l.348",
    missing:
      "Décrivez ce qui fera vivre le projet. Exemple\u00A0: code documenté, maintenance reprise par le service statistique.",
  }),

  projectLead: common.projectLead,
  team: common.team,
  startMonth: common.startMonth,
  durationMonths: common.durationMonths,
  milestones: common.milestones,

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of ITN5, version 1. Its fiche sets no condition but on the carrier (Livret l.320): no answer for the rules. */
export const itn5Form: ThemeForm = {
  theme: "ITN5",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet et son ouverture",
      fields: ["title", "summary", "callKind", "aims", "maturity"],
    },
    {
      key: "donnees",
      kind: "fields",
      title: "Les données",
      fields: ["dataUsed", "dataSharing", "dataSharingDetails", "dataQuality", "reuse"],
    },
    {
      key: "benefices",
      kind: "fields",
      title: "Les bénéfices",
      fields: ["ownBenefits", "sharedBenefits", "costBenefit"],
    },
    {
      key: "realisation",
      kind: "fields",
      title: "La réalisation",
      fields: ["method", "sustainability"],
    },
    {
      key: "equipe",
      kind: "fields",
      title: "L’équipe et le calendrier",
      fields: ["projectLead", "team", "startMonth", "durationMonths", "milestones"],
    },
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: () => ({}),
};
