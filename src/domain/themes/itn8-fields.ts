import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import {
  booleanOf,
  choice,
  choices,
  numberOf,
  paragraph,
  whole,
  yesNo,
} from "@/domain/themes/field-kinds";
import type { FormStep, ThemeForm } from "@/domain/themes/types";

/** Where a fiche of ITN8 asks what the four ask alike: its eligibility and its five criteria. */
export interface Itn8FormLines {
  eligibility: string;
  benefits: string;
  stakeholders: string;
  structure: string;
  reuse: string;
  savings: string;
}

function benefitsQuestions({ benefits, savings }: Itn8FormLines) {
  return {
    beneficiaries: choices({
      label: "À qui le projet profite-t-il\u202F?",
      hint: "Plusieurs réponses possibles.",
      source: benefits,
      options: [
        { value: "citoyens", label: "Citoyens" },
        { value: "entreprises", label: "Entreprises" },
        { value: "agents", label: "Agents du service public" },
      ],
      missing: "Cochez au moins un public à qui le projet profite.",
    }),
    benefits: paragraph({
      label: "Que gagnent ces personnes\u202F?",
      hint: "Un public par ligne\u00A0: ce qui change pour lui, et l’effet chiffré attendu. Exemple\u00A0: usagers, attente au téléphone ramenée de 9 à 3 minutes",
      source: benefits,
      missing:
        "Décrivez et chiffrez les bénéfices attendus. Exemple\u00A0: agents, une heure de saisie en moins par jour.",
    }),
    beneficiaryNumbers: paragraph({
      label: "Combien de personnes ou d’entreprises sont concernées\u202F?",
      hint: "Un public par ligne, avec la source du chiffre. Exemple\u00A0: 320\u202F000 allocataires par an, rapport d’activité 2019",
      maxLength: 1000,
      source: benefits,
      missing:
        "Indiquez combien de citoyens, d’entreprises ou d’agents sont concernés. Exemple\u00A0: 450 agents d’accueil.",
    }),
    savings: paragraph({
      label: "Quelles économies le projet apporte-t-il, s’il y en a\u202F?",
      hint: "Aucun seuil n’est fixé. Le montant par an, dès quand, et votre calcul. Exemple\u00A0: 120\u202F000\u00A0€ de courriers par an dès 2022",
      optional: true,
      maxLength: 2000,
      source: savings,
    }),
  };
}

function stakeholdersQuestions({ stakeholders }: Itn8FormLines) {
  return {
    stakeholders: paragraph({
      label: "Qui est concerné par le projet\u202F?",
      hint: "Un groupe par ligne\u00A0: usagers, agents, services, partenaires institutionnels. Exemple\u00A0: agents des 14 centres d’appels",
      maxLength: 2000,
      source: stakeholders,
      missing:
        "Listez les personnes et les partenaires concernés. Exemple\u00A0: maires des communes rurales, services fiscaux.",
    }),
    involvement: paragraph({
      label: "Comment participent-ils, pendant la construction puis le déploiement\u202F?",
      hint: "Recueil des besoins, essais, points réguliers\u202F; les partenaires institutionnels aussi. Exemple\u00A0: vingt usagers essaient chaque version",
      source: stakeholders,
      missing:
        "Expliquez comment les personnes concernées participent, avant et pendant le déploiement. Exemple\u00A0: un atelier par mois avec les agents de trois sites.",
    }),
    changeSupport: paragraph({
      label: "Comment accompagnez-vous le changement\u202F?",
      hint: "Formation, relais, messages, aide à l’ouverture. Exemple\u00A0: un agent relais par site, formé deux jours",
      maxLength: 2000,
      source: stakeholders,
      missing:
        "Décrivez l’accompagnement du changement. Exemple\u00A0: tutorat pendant le mois qui suit l’ouverture.",
    }),
  };
}

function structureQuestions({ structure, eligibility }: Itn8FormLines) {
  return {
    diagnosis: paragraph({
      label: "Quel constat montre que le projet est nécessaire\u202F?",
      hint: "Ce que vous avez observé, avec des chiffres et leur date. Exemple\u00A0: 38\u00A0% d’appels perdus en 2020",
      source: structure,
      missing:
        "Justifiez le besoin par un constat. Exemple\u00A0: enquête de mai 2020, un usager sur trois renonce.",
    }),
    projectLead: common.projectLead,
    team: common.team,
    governance: paragraph({
      label: "Qui pilote le projet et décide, et à quel niveau\u202F?",
      hint: "Les comités, leur rythme, qui les préside. Exemple\u00A0: comité trimestriel présidé par le directeur général",
      maxLength: 2000,
      source: structure,
      missing:
        "Décrivez la gouvernance du projet. Exemple\u00A0: la secrétaire générale arbitre chaque mois.",
    }),
    risks: common.risks,
    frenchCompanyInvolved: yesNo({
      label: "Une entreprise dont le siège est en France participe-t-elle au projet\u202F?",
      hint: "Il en faut au moins une.",
      source: eligibility,
      missing:
        "Indiquez si une entreprise dont le siège est en France participe\u00A0: oui ou non.",
    }),
    companies: paragraph({
      label: "Quelles entreprises, et pour quel travail\u202F?",
      hint: "Le nom s’il est connu, la ville du siège, le travail. Écrivez «\u00A0aucune\u00A0» s’il n’y en a pas. Exemple\u00A0: société de conseil à Lyon, refonte des parcours",
      maxLength: 2000,
      source: eligibility,
      missing:
        "Présentez les entreprises et leur travail. Exemple\u00A0: éditeur de Rennes, module de rendez-vous.",
    }),
    startMonth: common.startMonth,
    durationMonths: common.durationMonths,
    milestones: common.milestones,
    resultsWithinMonths: whole(
      {
        label: "Combien de mois après le lancement viennent les premiers résultats\u202F?",
        hint: "Le thème les demande en 12 mois au plus. Exemple\u00A0: 9",
        source: eligibility,
        missing: "Indiquez le délai des premiers résultats, en mois. Exemple\u00A0: 10.",
        wrong:
          "Le délai des premiers résultats doit être un nombre entier de mois, de 0 à 60. Exemple\u00A0: 10.",
      },
      { max: 60 },
    ),
    firstResults: paragraph({
      label: "Quels seront ces premiers résultats\u202F?",
      hint: "Des résultats concrets, que l’on peut mesurer. Exemple\u00A0: trois sites ouverts, 70\u00A0% d’appels servis",
      maxLength: 2000,
      source: eligibility,
      missing:
        "Décrivez des premiers résultats concrets et mesurables. Exemple\u00A0: 5\u202F000 demandes traitées sans ressaisie.",
    }),
    monitoring: paragraph({
      label: "Comment suivrez-vous le déploiement et les résultats\u202F?",
      hint: "Les mesures, leur rythme, qui les lit. Exemple\u00A0: taux de réponse relevé chaque semaine, lu en comité",
      maxLength: 2000,
      source: structure,
      missing:
        "Décrivez le suivi prévu. Exemple\u00A0: tableau de bord mensuel des sites ouverts, tenu par la cheffe de projet.",
    }),
  };
}

function reuseQuestions({ reuse }: Itn8FormLines) {
  return {
    existing: paragraph({
      label: "Qu’existe-t-il déjà, et qu’en reprenez-vous\u202F?",
      hint: "Chez vous et dans d’autres administrations\u00A0: ce que vos recherches ont donné. Exemple\u00A0: module de rappel d’une caisse nationale, repris tel quel",
      source: reuse,
      missing:
        "Dites ce qui existe déjà et ce que le projet en reprend. Exemple\u00A0: base de réponses d’un ministère, adaptée à nos métiers.",
    }),
    sharedNeed: choice({
      label: "Une autre administration a-t-elle le même besoin\u202F?",
      hint: "Le thème demande de s’associer à celles qui l’ont, ou de justifier que le besoin est unique.",
      source: reuse,
      options: [
        { value: "associees", label: "Oui\u00A0: une ou plusieurs sont associées au projet" },
        { value: "unique", label: "Non\u00A0: le besoin est propre à mon administration" },
      ],
      missing:
        "Choisissez\u00A0: d’autres administrations sont associées au projet, ou le besoin est unique.",
    }),
    sharedNeedDetails: paragraph({
      label: "Lesquelles, et pour quel rôle\u202F? Ou pourquoi le besoin est-il unique\u202F?",
      hint: "Une administration par ligne, ou votre raison. Exemple\u00A0: direction des douanes, copilote des essais",
      maxLength: 2000,
      source: reuse,
      missing:
        "Nommez les administrations associées, ou justifiez que le besoin est unique. Exemple\u00A0: académie de Lille, site d’essai.",
    }),
    reusability: paragraph({
      label: "Que pourra-t-on réutiliser du projet\u202F?",
      hint: "Données ouvertes, code partagé, extension à d’autres territoires ou services. Exemple\u00A0: assistant vocal publié en code libre",
      source: reuse,
      missing:
        "Décrivez les réutilisations possibles. Exemple\u00A0: modèles de courriers repris par d’autres préfectures.",
    }),
    integration: paragraph({
      label: "Quelle place le projet prendra-t-il dans votre administration\u202F?",
      hint: "Sa place dans la stratégie, l’équipe et le budget qui prendront la suite. Exemple\u00A0: repris par le service d’accueil en 2023",
      maxLength: 2000,
      source: reuse,
      missing:
        "Expliquez comment le projet s’intègre à votre organisation. Exemple\u00A0: inscrit au schéma directeur 2021-2023.",
    }),
  };
}

/** The questions ITN8A, ITN8B, ITN8C and ITN8D ask alike, with the places of one of them. */
export function itn8Questions(lines: Itn8FormLines) {
  return {
    title: common.title,
    summary: common.summary,
    ...benefitsQuestions(lines),
    ...stakeholdersQuestions(lines),
    ...structureQuestions(lines),
    ...reuseQuestions(lines),
    requestedGrant: common.requestedGrant,
    sizeJustification: common.sizeJustification,
  };
}

/** The steps of the four forms. `project` and `benefits` are the questions of one fiche alone. */
export function itn8Steps(own: {
  project: readonly string[];
  benefits?: readonly string[];
}): readonly FormStep[] {
  return [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet et le besoin",
      fields: ["title", "summary", ...own.project, "diagnosis"],
    },
    {
      key: "benefices",
      kind: "fields",
      title: "Les bénéfices et les économies",
      fields: [
        "beneficiaries",
        "benefits",
        "beneficiaryNumbers",
        ...(own.benefits ?? []),
        "savings",
      ],
    },
    {
      key: "organisation",
      kind: "fields",
      title: "Les personnes associées, l’équipe et les entreprises",
      fields: [
        "stakeholders",
        "involvement",
        "changeSupport",
        "projectLead",
        "team",
        "governance",
        "frenchCompanyInvolved",
        "companies",
        "risks",
      ],
    },
    {
      key: "resultats",
      kind: "fields",
      title: "Le calendrier et les premiers résultats",
      fields: [
        "startMonth",
        "durationMonths",
        "milestones",
        "resultsWithinMonths",
        "firstResults",
        "monitoring",
      ],
    },
    {
      key: "reutilisation",
      kind: "fields",
      title: "L’existant et la réutilisation",
      fields: ["existing", "sharedNeed", "sharedNeedDetails", "reusability", "integration"],
    },
    PLAN_STEP,
    COMMITMENTS_STEP,
  ];
}

/** What the rules of the four themes read: a company with a French seat, first results within twelve months. */
export const itn8Answers: ThemeForm["simulationAnswers"] = (values) => ({
  frenchCompanyInvolved: booleanOf(values.frenchCompanyInvolved),
  resultsWithinMonths: numberOf(values.resultsWithinMonths),
});
