import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { paragraph, whole } from "@/domain/themes/field-kinds";
import {
  implementationWithinMonths,
  internalStaff,
  snap2Answers,
} from "@/domain/themes/snap2-fields";
import type { ThemeForm } from "@/domain/themes/types";

/** The form of SNAP2B: its five criteria (Livret l.726-730), its eligibility (l.715) and its commitment (l.735). */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  applications: paragraph({
    label: "Quelles applications voulez-vous raccorder à AgentConnect\u202F?",
    hint: "Une par ligne\u00A0: son nom, ce qu’elle permet aux agents, qui l’administre. Exemple\u00A0: gestion des congés, administrée par le service des ressources humaines",
    maxLength: 2000,
    source: "Livret l.710, l.721",
    missing:
      "Nommez au moins une application destinée aux agents. Exemple\u00A0: annuaire des laboratoires, administré par la DSI.",
  }),

  ownUsers: whole({
    label: "Combien d’agents de votre administration les utilisent\u202F?",
    hint: "Chaque agent compte une fois, même s’il utilise plusieurs applications. Exemple\u00A0: 3\u202F400",
    source: "Livret l.726",
    missing:
      "Indiquez le nombre d’agents utilisateurs de votre administration. Exemple\u00A0: 780.",
    wrong:
      "Le nombre d’agents utilisateurs de votre administration doit être un nombre entier. Exemple\u00A0: 780.",
  }),
  otherUsers: whole({
    label: "Combien d’agents d’autres administrations les utilisent\u202F?",
    hint: "Écrivez 0 s’il n’y en a pas. Exemple\u00A0: 12\u202F000",
    source: "Livret l.727",
    missing:
      "Indiquez le nombre d’agents utilisateurs d’autres administrations. Exemple\u00A0: 560.",
    wrong:
      "Le nombre d’agents utilisateurs d’autres administrations doit être un nombre entier. Exemple\u00A0: 560.",
  }),
  usersEvidence: paragraph({
    label: "Qui sont ces agents, et d’où viennent ces nombres\u202F?",
    hint: "Les administrations et les métiers, la façon de compter et sa date. Exemple\u00A0: comptes actifs en décembre 2020, dont 6 ministères",
    maxLength: 2000,
    source: "Livret l.726-727",
    missing:
      "Décrivez les utilisateurs et la façon de les compter. Exemple\u00A0: gestionnaires des universités, comptes ouverts au 4 janvier 2021.",
  }),
  monthlyConnections: whole({
    label: "Combien de connexions reçoivent-elles par mois\u202F?",
    hint: "En moyenne sur un an, toutes applications réunies. Exemple\u00A0: 48\u202F000",
    source: "Livret l.728",
    missing: "Indiquez le nombre de connexions par mois. Exemple\u00A0: 9\u202F500.",
    wrong:
      "Le nombre de connexions par mois doit être un nombre entier. Exemple\u00A0: 9\u202F500.",
  }),

  journey: paragraph({
    label: "Comment un agent se connectera-t-il\u202F?",
    hint: "Écran par écran, selon le parcours recommandé pour AgentConnect\u00A0: le bouton, la première connexion, l’erreur. Exemple\u00A0: le compte existant se relie seul par le courriel",
    source: "Livret l.710, l.729",
    missing:
      "Décrivez le parcours de connexion. Exemple\u00A0: bouton AgentConnect en premier, ancien mot de passe gardé trois mois.",
  }),
  journeyTests: paragraph({
    label: "Comment saurez-vous que ce parcours est facile\u202F?",
    hint: "Essais avec des agents, accessibilité, mesures après l’ouverture. Exemple\u00A0: huit agents essaient la maquette en mars",
    maxLength: 2000,
    source: "Livret l.729",
    missing:
      "Expliquez comment la qualité du parcours est vérifiée. Exemple\u00A0: taux de connexions réussies suivi chaque semaine.",
  }),

  startMonth: common.startMonth,
  implementationWithinMonths: implementationWithinMonths("Livret l.730, l.735"),
  milestones: common.milestones,

  projectLead: common.projectLead,
  internalStaff: internalStaff("Livret l.714"),

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of SNAP2B, version 1. */
export const snap2bForm: ThemeForm = {
  theme: "SNAP2B",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet",
      fields: ["title", "summary", "applications"],
    },
    {
      key: "utilisateurs",
      kind: "fields",
      title: "Les utilisateurs et les connexions",
      fields: ["ownUsers", "otherUsers", "usersEvidence", "monthlyConnections"],
    },
    {
      key: "parcours",
      kind: "fields",
      title: "Le parcours de connexion",
      fields: ["journey", "journeyTests"],
    },
    {
      key: "calendrier",
      kind: "fields",
      title: "Le calendrier",
      fields: ["startMonth", "implementationWithinMonths", "milestones"],
    },
    {
      key: "equipe",
      kind: "fields",
      title: "L’équipe",
      fields: ["projectLead", "internalStaff"],
    },
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: snap2Answers,
};
