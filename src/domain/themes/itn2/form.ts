import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, ORGANISATION_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { paragraph } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** The form of ITN2: what the fiche asks to describe (Livret l.127-132), and its five criteria (l.145-150). */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,

  stakes: paragraph({
    label: "Quels sont les enjeux de la politique publique\u202F?",
    hint: "Le problème signalé par des citoyens ou des agents, qui il touche, en chiffres. Exemple\u00A0: un apprenti sur quatre rompt son contrat avant la fin",
    source: "Livret l.110, l.127",
    missing:
      "Décrivez les enjeux de la politique publique. Exemple\u00A0: 30\u202F000 logements vacants et 12\u202F000 ménages en attente.",
  }),
  digitalStrategy: paragraph({
    label: "Quelle place le numérique tient-il dans cette politique\u202F?",
    hint: "Votre stratégie numérique, et ce que le numérique transforme pour longtemps dans l’administration. Exemple\u00A0: les conseillers passent de l’instruction au conseil",
    source: "Livret l.127, l.145",
    missing:
      "Expliquez ce que le numérique transforme dans la politique. Exemple\u00A0: l’aide est proposée sans que l’entreprise la demande.",
  }),

  stakeholders: paragraph({
    label: "Quels acteurs la politique concerne-t-elle, et de quoi ont-ils besoin\u202F?",
    hint: "Un acteur par ligne, public, privé ou associatif\u00A0: son besoin, et comment vous le savez. Exemple\u00A0: missions locales, suivre un jeune sans ressaisie, 14 entretiens",
    source: "Livret l.120, l.128",
    missing:
      "Listez les acteurs concernés et leurs besoins. Exemple\u00A0: bailleurs sociaux, connaître les demandes en cours, enquête de 2020.",
  }),
  cooperation: paragraph({
    label: "Comment ces acteurs coopèrent-ils, et comment en attirer d’autres\u202F?",
    hint: "Ce que chacun apporte, qui anime, comment vous communiquez ensemble. Exemple\u00A0: charte signée par huit réseaux, réunion ouverte chaque trimestre",
    maxLength: 2000,
    source: "Livret l.150",
    missing:
      "Décrivez la coopération entre les acteurs. Exemple\u00A0: deux fédérations testent la plateforme et la présentent à leurs membres.",
  }),
  inclusion: paragraph({
    label: "Comment le projet répond-il aux difficultés d’accès au numérique\u202F?",
    hint: "Pour les agents comme pour les publics, avec un résultat que l’on peut vérifier. Exemple\u00A0: parcours au guichet ou par téléphone, 90\u00A0% d’usagers aidés le jour même",
    maxLength: 2000,
    source: "Livret l.121, l.149",
    missing:
      "Décrivez ce que le projet fait pour l’inclusion. Exemple\u00A0: relais dans 40 maisons France Services, suivi chaque mois.",
  }),

  services: paragraph({
    label: "Quels nouveaux services numériques, et que changent-ils\u202F?",
    hint: "Démarches plus simples, délais plus courts, autre relation aux usagers. Exemple\u00A0: l’aide versée en 5 jours au lieu de 40",
    source: "Livret l.129",
    missing:
      "Décrivez les nouveaux services et ce qu’ils changent. Exemple\u00A0: une seule inscription pour tous les organismes.",
  }),
  objectives: common.objectives,
  targets: paragraph({
    label: "À qui ces services s’adressent-ils\u202F?",
    hint: "Une cible par ligne, avec son nombre. Exemple\u00A0: jeunes de 16 à 25 ans sans contrat, 60\u202F000",
    maxLength: 2000,
    source: "Livret l.130",
    missing:
      "Listez les publics visés et leur nombre. Exemple\u00A0: artisans sans salarié, 18\u202F000.",
  }),
  metrics: paragraph({
    label: "Quelles mesures montreront leurs effets, à 12 ou 18 mois\u202F?",
    hint: "Une mesure par ligne\u00A0: où la lire, sa valeur d’aujourd’hui, sa valeur visée. Exemple\u00A0: contrats signés par mois, de 1\u202F200 à 1\u202F800",
    source: "Livret l.130, l.147",
    missing:
      "Listez les mesures de suivi. Exemple\u00A0: délai d’attribution d’un logement, de 14 à 9 mois, lu dans le fichier national.",
  }),
  data: paragraph({
    label: "Comment les données serviront-elles la politique\u202F?",
    hint: "Pour la concevoir, la suivre et l’ajuster\u00A0: quelles données, qui en décide. Exemple\u00A0: tableau de bord public mis à jour chaque semaine",
    maxLength: 2000,
    source: "Livret l.122, l.148",
    missing:
      "Décrivez l’usage des données. Exemple\u00A0: les abandons du parcours sont lus chaque mois pour le corriger.",
  }),
  iterations: paragraph({
    label: "Comment construirez-vous ces services avec usagers et agents\u202F?",
    hint: "Ateliers, écoute, essais, versions successives. Exemple\u00A0: une version toutes les deux semaines, essayée par dix conseillers",
    source: "Livret l.131",
    missing:
      "Décrivez la construction pas à pas. Exemple\u00A0: quatre ateliers de lancement, puis essai de chaque version avec des bénéficiaires.",
  }),

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

/** The form of ITN2, version 1. Its fiche sets no condition but on the carrier (Livret l.104): no answer for the rules. */
export const itn2Form: ThemeForm = {
  theme: "ITN2",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "politique",
      kind: "fields",
      title: "Le projet et la politique publique",
      fields: ["title", "summary", "stakes", "digitalStrategy"],
    },
    {
      key: "acteurs",
      kind: "fields",
      title: "Les acteurs",
      fields: ["stakeholders", "cooperation", "inclusion"],
    },
    {
      key: "services",
      kind: "fields",
      title: "Les services, leurs cibles et leurs mesures",
      fields: ["services", "objectives", "targets", "metrics"],
    },
    {
      key: "methode",
      kind: "fields",
      title: "La méthode et les données",
      fields: ["iterations", "data"],
    },
    ORGANISATION_STEP,
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: () => ({}),
};
