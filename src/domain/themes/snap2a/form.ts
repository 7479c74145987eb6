import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { paragraph, percentage, whole } from "@/domain/themes/field-kinds";
import {
  implementationWithinMonths,
  internalStaff,
  snap2Answers,
} from "@/domain/themes/snap2-fields";
import type { ThemeForm } from "@/domain/themes/types";

/** The form of SNAP2A: its four criteria (Livret l.686-689), its eligibility (l.676) and its commitment (l.694). */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  identityProvider: paragraph({
    label: "Quel annuaire ou quel service d’authentification voulez-vous raccorder\u202F?",
    hint: "Son nom, qui l’administre, le protocole prévu avec AgentConnect. Exemple\u00A0: annuaire des agents du ministère, OpenID Connect",
    maxLength: 2000,
    source: "Livret l.672",
    missing:
      "Décrivez le fournisseur d’identités à raccorder. Exemple\u00A0: portail d’authentification de l’établissement, administré par sa DSI.",
  }),

  newIdentities: whole(
    {
      label: "Combien d’agents pourront se connecter grâce à ce raccordement\u202F?",
      hint: "Seulement les identités nouvelles dans AgentConnect. Exemple\u00A0: 18\u202F000",
      source: "Livret l.686, l.696",
      missing: "Indiquez le nombre d’identités nouvelles. Exemple\u00A0: 6\u202F500.",
      wrong:
        "Le nombre d’identités nouvelles doit être un nombre entier, au moins 1. Exemple\u00A0: 6\u202F500.",
    },
    { min: 1 },
  ),
  populations: paragraph({
    label: "Quels agents sont concernés\u202F?",
    hint: "Services, statuts, implantations\u202F; dites aussi qui reste en dehors. Exemple\u00A0: agents titulaires et contractuels des 13 directions régionales",
    maxLength: 2000,
    source: "Livret l.686",
    missing:
      "Décrivez les agents concernés. Exemple\u00A0: personnels des greffes, hors vacataires de moins d’un mois.",
  }),
  dataQuality: paragraph({
    label: "Quelle est la qualité des données d’identité\u202F?",
    hint: "Doublons et leur traitement, mise à jour du référentiel, données présentes et leur format. Exemple\u00A0: mise à jour chaque nuit depuis la paie, 0,2\u00A0% de doublons",
    source: "Livret l.688",
    missing:
      "Décrivez la qualité des données\u00A0: doublons, mises à jour, données présentes. Exemple\u00A0: prénom, nom et courriel renseignés pour tous.",
  }),

  availabilityRate: percentage({
    label: "Quel taux de disponibilité le service garantit-il\u202F?",
    hint: "En pourcentage du temps, sur un an. Exemple\u00A0: 99,5",
    source: "Livret l.687",
    missing: "Indiquez le taux de disponibilité. Exemple\u00A0: 99,9.",
    wrong:
      "Le taux de disponibilité doit être un pourcentage, de 0 à 100, avec deux décimales au plus. Exemple\u00A0: 99,9.",
  }),
  availabilityMeans: paragraph({
    label: "Comment ce taux est-il tenu et mesuré\u202F?",
    hint: "Supervision, redondance, astreinte, taux constaté l’an dernier. Exemple\u00A0: deux sites, 99,7\u00A0% constatés en 2020",
    maxLength: 2000,
    source: "Livret l.687",
    missing:
      "Expliquez comment la disponibilité est tenue et mesurée. Exemple\u00A0: sonde externe toutes les cinq minutes.",
  }),
  securityLevel: paragraph({
    label: "Quel est le niveau de sécurité du fournisseur d’identités\u202F?",
    hint: "Moyens d’authentification, politique des mots de passe, homologation, journaux. Exemple\u00A0: second facteur pour les accès distants, homologation en 2020",
    source: "Livret l.689",
    missing:
      "Décrivez la sécurité du fournisseur d’identités. Exemple\u00A0: carte agent obligatoire, comptes inactifs fermés après 90 jours.",
  }),

  startMonth: common.startMonth,
  implementationWithinMonths: implementationWithinMonths("Livret l.694"),
  milestones: common.milestones,

  projectLead: common.projectLead,
  internalStaff: internalStaff("Livret l.675"),

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of SNAP2A, version 1. */
export const snap2aForm: ThemeForm = {
  theme: "SNAP2A",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet",
      fields: ["title", "summary", "identityProvider"],
    },
    {
      key: "identites",
      kind: "fields",
      title: "Les identités apportées",
      fields: ["newIdentities", "populations", "dataQuality"],
    },
    {
      key: "service",
      kind: "fields",
      title: "La disponibilité et la sécurité",
      fields: ["availabilityRate", "availabilityMeans", "securityLevel"],
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
