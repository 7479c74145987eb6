import { z } from "zod";
import { choices, paragraph } from "@/domain/themes/field-kinds";
import { itn8Answers, itn8Questions, itn8Steps } from "@/domain/themes/itn8-fields";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of ITN8A: the two kinds of projects it pays for (Livret l.420-423), its five criteria (l.440-448), the first
 * of which also looks at fragile users and at the agents (l.444), and its eligibility (l.411).
 */
const fields = z.strictObject({
  ...itn8Questions({
    eligibility: "Livret l.411",
    benefits: "Livret l.440",
    stakeholders: "Livret l.445",
    structure: "Livret l.446",
    reuse: "Livret l.447",
    savings: "Livret l.448",
  }),
  approach: choices({
    label: "Qu’améliore le projet\u202F?",
    hint: "Une ou deux réponses.",
    source: "Livret l.422-423",
    options: [
      { value: "canaux", label: "Le passage d’un canal de contact à l’autre" },
      { value: "telephone", label: "La qualité de l’accueil téléphonique" },
    ],
    missing:
      "Cochez au moins une réponse\u00A0: le passage d’un canal à l’autre, ou l’accueil téléphonique.",
  }),
  channels: choices({
    label: "Quels canaux de contact sont concernés\u202F?",
    hint: "Plusieurs réponses possibles.",
    source: "Livret l.422",
    options: [
      { value: "site", label: "Site internet" },
      { value: "demarche", label: "Démarche en ligne" },
      { value: "application", label: "Application mobile" },
      { value: "serveur-vocal", label: "Serveur vocal" },
      { value: "telephone", label: "Réponse au téléphone" },
      { value: "accueil", label: "Accueil sur place" },
      { value: "courriers", label: "Courriers et courriels envoyés" },
    ],
    missing: "Cochez au moins un canal de contact concerné par le projet.",
  }),
  experience: paragraph({
    label: "Que vivra l’usager quand il vous contactera\u202F?",
    hint: "Avant et après\u00A0: ce qu’il n’aura plus à redire ni à refaire. Exemple\u00A0: au téléphone, l’agent voit le dossier commencé en ligne",
    source: "Livret l.422-423",
    missing:
      "Décrivez ce qui change pour l’usager qui vous contacte. Exemple\u00A0: il choisit l’heure à laquelle on le rappelle.",
  }),
  fragileUsers: paragraph({
    label: "Que change le projet pour les usagers en difficulté\u202F?",
    hint: "Handicap, pauvreté, travail pénible… Écrivez «\u00A0rien\u00A0» s’il ne les vise pas. Exemple\u00A0: ligne en langue des signes pour 2\u202F000 usagers sourds",
    maxLength: 2000,
    source: "Livret l.444",
    missing:
      "Dites ce que le projet change pour les usagers en difficulté, ou «\u00A0rien\u00A0». Exemple\u00A0: un conseiller dédié aux personnes endeuillées.",
  }),
  agentBalance: paragraph({
    label: "Comment évitez-vous que l’usager gagne aux dépens de l’agent\u202F?",
    hint: "L’attention portée à l’usager vaut aussi pour l’agent. Exemple\u00A0: pauses revues, car les appels restants sont plus difficiles",
    maxLength: 2000,
    source: "Livret l.444",
    missing:
      "Expliquez ce que le projet change pour les agents. Exemple\u00A0: objectif de durée d’appel supprimé.",
  }),
});

/** The form of ITN8A, version 1. */
export const itn8aForm: ThemeForm = {
  theme: "ITN8A",
  version: 1,
  fields,
  submission: fields,
  steps: itn8Steps({
    project: ["approach", "channels", "experience"],
    benefits: ["fragileUsers", "agentBalance"],
  }),
  simulationAnswers: itn8Answers,
};
