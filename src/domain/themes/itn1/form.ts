import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import {
  booleanOf,
  choices,
  listed,
  paragraph,
  stringOf,
  yesNo,
} from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";
import { isProcedureAnswer, procedureCode, UNKNOWN_PROCEDURE } from "./procedures";

/**
 * The form of ITN1. The fiche lists no contents of the answer: the questions follow its eligibility (Livret l.37), its
 * seven quality criteria (l.42), its kinds of projects (l.66-72), its four criteria (l.77-80) and the measurable
 * objectives of its commitments (l.85).
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  procedure: listed(
    {
      label: "Quelle démarche de l’observatoire le projet concerne-t-il\u202F?",
      hint: "Tapez un mot de son nom, puis choisissez dans la liste. Exemple\u00A0: passeport. Absente de la liste\u202F? Écrivez «\u00A0hors liste\u00A0» avant son nom.",
      source: "Livret l.37",
      list: "observatory-procedures",
      missing:
        "Indiquez la démarche de l’observatoire que le projet concerne. Exemple\u00A0: Déclarer ses revenus.",
      wrong: UNKNOWN_PROCEDURE,
    },
    isProcedureAnswer,
  ),
  inChargeOfProcedure: yesNo({
    label: "Le porteur est-il l’administration en charge de cette démarche\u202F?",
    hint: "Si une autre administration en a la charge, associez-la ou faites-lui porter le projet.",
    source: "Livret l.37",
    missing: "Indiquez si le porteur a la charge de la démarche\u00A0: oui ou non.",
  }),
  nature: choices({
    label: "En quoi le projet consiste-t-il\u202F?",
    hint: "Plusieurs réponses possibles.",
    source: "Livret l.66-72",
    options: [
      { value: "mise-en-ligne", label: "Mettre la démarche en ligne" },
      { value: "satisfaction", label: "Rendre les usagers plus satisfaits" },
      { value: "traitement", label: "Mieux traiter les dossiers reçus" },
      { value: "accessibilite", label: "La rendre accessible aux personnes handicapées" },
      { value: "performance", label: "La rendre plus rapide et plus fiable" },
      { value: "integration", label: "Y brancher FranceConnect ou les API de l’État" },
      { value: "coaching", label: "Former l’équipe à concevoir avec les usagers" },
    ],
    missing: "Cochez au moins une réponse\u00A0: ce que le projet change dans la démarche.",
  }),

  currentState: paragraph({
    label: "Où en est la démarche aujourd’hui\u202F?",
    hint: "En ligne ou sur papier, demandes par an, ce que les usagers en disent, ce que l’observatoire en mesure. Exemple\u00A0: 40\u202F000 demandes par an, note des usagers 5,8 sur 10",
    source: "Livret l.42",
    missing:
      "Décrivez l’état actuel de la démarche. Exemple\u00A0: formulaire PDF à renvoyer par courrier, 9\u202F000 demandes en 2020.",
  }),
  qualityCriteria: choices({
    label: "Quels critères de qualité de l’observatoire visez-vous\u202F?",
    hint: "Cochez ceux que le projet améliore\u202F; un seul suffit.",
    source: "Livret l.42",
    options: [
      { value: "design", label: "Le design du parcours" },
      { value: "assistance", label: "L’aide aux usagers" },
      { value: "vitesse", label: "La vitesse et la réactivité" },
      { value: "accessibilite", label: "L’accessibilité aux personnes handicapées" },
      { value: "mobile", label: "L’usage sur mobile ou tablette" },
      { value: "franceconnect", label: "La connexion par FranceConnect" },
      { value: "dites-le-nous-une-fois", label: "Dites-le-nous une fois" },
    ],
    missing: "Cochez au moins un des sept critères de qualité de l’observatoire.",
  }),
  qualityTargets: paragraph({
    label: "Quel progrès visez-vous sur chaque critère coché\u202F?",
    hint: "Un critère par ligne\u00A0: où vous en êtes, où vous voulez être. Exemple\u00A0: accessibilité, de 52\u00A0% à 100\u00A0% de conformité au RGAA",
    maxLength: 2000,
    source: "Livret l.42",
    missing:
      "Donnez le progrès visé sur chaque critère coché. Exemple\u00A0: vitesse, page affichée en 2 secondes au lieu de 7.",
  }),
  objectives: common.objectives,
  expectedResults: common.expectedResults,

  userInvolvement: paragraph({
    label: "Comment les usagers essaieront-ils ce que vous construisez\u202F?",
    hint: "Qui, quand, combien de fois\u202F; montrez maquettes et versions le plus tôt possible. Exemple\u00A0: six usagers par version, dont deux malvoyants",
    maxLength: 2000,
    source: "Livret l.47, l.85",
    missing:
      "Décrivez les essais avec des usagers. Exemple\u00A0: une séance toutes les trois semaines à l’accueil de la préfecture.",
  }),
  simplification: paragraph({
    label: "Que simplifiez-vous dans le processus ou dans les règles\u202F?",
    hint: "Pièces supprimées, étapes en moins, texte à modifier. Exemple\u00A0: plus de justificatif de domicile à fournir",
    optional: true,
    maxLength: 2000,
    source: "Livret l.48",
  }),

  authoritySupport: common.authoritySupport,
  governance: paragraph({
    label: "Quelle organisation vous fera réussir dans les délais\u202F?",
    hint: "Qui décide, à quel rythme, qui suit chaque version. Exemple\u00A0: la cheffe de produit décide, point chaque semaine avec la directrice",
    maxLength: 2000,
    source: "Livret l.80",
    missing:
      "Décrivez l’organisation et les décisions. Exemple\u00A0: comité mensuel présidé par le sous-directeur, équipe autonome entre deux comités.",
  }),
  projectLead: common.projectLead,
  team: common.team,
  startMonth: common.startMonth,
  durationMonths: common.durationMonths,
  milestones: common.milestones,

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of ITN1, version 1. */
export const itn1Form: ThemeForm = {
  theme: "ITN1",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet et sa démarche",
      fields: ["title", "summary", "procedure", "inChargeOfProcedure", "nature"],
    },
    {
      key: "qualite",
      kind: "fields",
      title: "La qualité visée",
      fields: [
        "currentState",
        "qualityCriteria",
        "qualityTargets",
        "objectives",
        "expectedResults",
      ],
    },
    {
      key: "usagers",
      kind: "fields",
      title: "Les usagers et la simplification",
      fields: ["userInvolvement", "simplification"],
    },
    {
      key: "equipe",
      kind: "fields",
      title: "Le portage, l’équipe et le calendrier",
      fields: [
        "authoritySupport",
        "governance",
        "projectLead",
        "team",
        "startMonth",
        "durationMonths",
        "milestones",
      ],
    },
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: (values) => {
    const procedure = stringOf(values.procedure);
    return {
      // A code is written by the portal alone, for a procedure of the list.
      procedureInObservatoire:
        procedure === undefined ? undefined : procedureCode(procedure) !== null,
      inChargeOfProcedure: booleanOf(values.inChargeOfProcedure),
    };
  },
};
