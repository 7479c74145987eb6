import { z } from "zod";
import type { SimulationAnswers } from "@/domain/funding/types";
import * as common from "@/domain/themes/common-fields";
import { amount, booleanOf, choice, paragraph, yesNo } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of SNAP4: the dossier the fiche lists (Livret l.814-822), that is actors and organisation, phases and their
 * budget, conformity to the theme, what is done for each of the seven criteria, and indicators (in the phases).
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,
  projectTotal: amount({
    label: "Si ce dossier n’est qu’une phase, quel est le coût total du projet\u202F?",
    hint: "En euros TTC, toutes phases confondues\u00A0: la taille attendue se lit alors sur ce total. Exemple\u00A0: 3\u202F000\u202F000",
    optional: true,
    source: "Livret l.801",
    missing: "Indiquez le coût total du projet. Exemple\u00A0: 5\u202F400\u202F000.",
    wrong:
      "Le coût total du projet doit être un montant en euros. Exemple\u00A0: 5\u202F400\u202F000.",
  }),

  conformity: paragraph({
    label: "En quoi le projet répond-il au thème\u202F?",
    hint: "Le domaine du travail collaboratif couvert, les agents et les situations de travail concernés, les solutions existantes vers lesquelles il converge.",
    source: "Livret l.808, l.820",
    missing:
      "Justifiez la conformité du projet au thème. Exemple\u00A0: la rédaction à plusieurs, au bureau et en télétravail.",
  }),
  tradeSpecificDomain: yesNo({
    label: "Le produit ne sert-il qu’à un seul métier\u202F?",
    hint: "SNAP4 ne finance pas les outils propres à un métier. Exemple d’outil propre à un métier\u00A0: un logiciel de contrôle fiscal",
    source: "Livret l.808",
    missing: "Indiquez si le produit est propre à un seul métier\u00A0: oui ou non.",
  }),
  hosting: choice({
    label: "Où le produit sera-t-il hébergé\u202F?",
    hint: "SNAP4 demande un hébergement de confiance.",
    source: "Livret l.808, l.834",
    options: [
      { value: "cercle-1", label: "Nuage interne de l’État (cercle 1)" },
      { value: "secnumcloud", label: "Nuage d’un prestataire qualifié SecNumCloud" },
      { value: "other", label: "Un autre hébergement" },
    ],
    missing: "Choisissez l’hébergement du produit\u00A0: cercle 1, SecNumCloud ou autre.",
  }),
  frenchCompanyInvolved: yesNo({
    label: "Des entreprises françaises participent-elles au projet\u202F?",
    hint: "Le thème demande un bénéfice pour des entreprises françaises.",
    source: "Livret l.802",
    missing: "Indiquez si des entreprises françaises participent au projet\u00A0: oui ou non.",
  }),
  frenchBenefits: paragraph({
    label: "Lesquelles, et quelles retombées pour elles\u202F?",
    hint: "Écrivez «\u00A0aucune\u00A0» s’il n’y en a pas. Exemple\u00A0: un éditeur de logiciel libre de Toulouse, 300 jours de développement",
    maxLength: 2000,
    source: "Livret l.802, l.834",
    missing:
      "Décrivez les retombées pour des entreprises françaises. Exemple\u00A0: une société de conseil de Lille, tests d’usage.",
  }),

  actors: paragraph({
    label: "Qui participe au projet, et pour quoi faire\u202F?",
    hint: "Un acteur par ligne\u00A0: ministères, directions, opérateurs, prestataires. Exemple\u00A0: DNUM des ministères sociaux, pilote de l’hébergement",
    source: "Livret l.817",
    missing:
      "Listez les acteurs du projet et leur rôle. Exemple\u00A0: secrétariat général de la défense, ministère pilote.",
  }),
  organisation: paragraph({
    label: "Comment êtes-vous organisés\u202F?",
    hint: "Équipe produit, instances, rythme, et les agents qui pilotent le projet et répondent aux utilisateurs de bout en bout.",
    source: "Livret l.802, l.817",
    missing:
      "Décrivez l’organisation et les agents qui pilotent le projet. Exemple\u00A0: un responsable de produit et deux agents de support.",
  }),
  projectLead: common.projectLead,
  dnumInformed: common.dnumInformed,
  dnumContact: common.dnumContact,

  desired: paragraph({
    label: "Pourquoi les agents veulent-ils ce produit\u202F?",
    hint: "Critère 1\u00A0: besoin mal couvert aujourd’hui, nombre d’agents, ministères intéressés, ce qui change dans leur travail.",
    source: "Livret l.827",
    missing:
      "Expliquez le besoin des agents. Exemple\u00A0: 12\u202F000 agents de cinq ministères demandent une visioconférence ouverte aux partenaires.",
  }),
  simple: paragraph({
    label: "Qu’est-ce qui le rend simple à utiliser\u202F?",
    hint: "Critère 2\u00A0: participation et tests des utilisateurs, parcours de bout en bout, apprentissage sans formation, AgentConnect.",
    source: "Livret l.828",
    missing:
      "Décrivez ce qui rend le produit simple. Exemple\u00A0: huit agents testent chaque version avant sa sortie.",
  }),
  scalable: paragraph({
    label: "Comment passe-t-il à l’échelle\u202F?",
    hint: "Critère 3\u00A0: architecture, coût d’un utilisateur de plus, administration décentralisée, financement après 2022, licences.",
    source: "Livret l.829",
    missing:
      "Décrivez le passage à l’échelle et le financement après 2022. Exemple\u00A0: 1,20\u00A0€ par agent et par an, payé par chaque ministère.",
  }),
  evolving: paragraph({
    label: "Comment évolue-t-il, et avec quels autres outils\u202F?",
    hint: "Critère 4\u00A0: feuille de route nourrie par les retours, livraisons régulières, rapprochement avec les autres produits de l’État.",
    source: "Livret l.830",
    missing:
      "Décrivez les évolutions prévues et les liens avec d’autres produits. Exemple\u00A0: une version chaque mois, agenda partagé avec la messagerie.",
  }),
  resilient: paragraph({
    label: "Comment est-il protégé et secouru\u202F?",
    hint: "Critère 5\u00A0: disponibilité visée, sauvegardes, mesures adaptées à la sensibilité des informations.",
    source: "Livret l.831",
    missing:
      "Décrivez la disponibilité et la sécurité. Exemple\u00A0: 99,8\u00A0% en heures ouvrées, sauvegarde quotidienne sur un second site.",
  }),
  reversible: paragraph({
    label: "Comment peut-on en sortir\u202F?",
    hint: "Critère 6\u00A0: extraction des données, formats ouverts, API, coût d’un changement de solution.",
    source: "Livret l.833",
    missing:
      "Décrivez la sortie du produit. Exemple\u00A0: export complet au format ODF, sans frais, en une journée.",
  }),
  sovereign: paragraph({
    label: "Comment renforce-t-il la souveraineté numérique\u202F?",
    hint: "Critère 7\u00A0: nuage de confiance, acteurs français, absence de dépendance à un acteur non européen.",
    source: "Livret l.834",
    missing:
      "Décrivez la part du produit dans la souveraineté numérique. Exemple\u00A0: code libre, maintenu par deux sociétés françaises.",
  }),

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

const HOSTINGS: readonly SimulationAnswers["hosting"][] = ["cercle-1", "secnumcloud", "other"];
const CADENCES: readonly SimulationAnswers["indicatorCadence"][] = ["month", "quarter", "year"];

/** The form of SNAP4, version 1. */
export const snap4Form: ThemeForm = {
  theme: "SNAP4",
  version: 1,
  fields,
  submission: fields,
  steps: [
    {
      key: "projet",
      kind: "fields",
      title: "Le projet",
      fields: ["title", "summary", "projectTotal"],
    },
    {
      key: "conformite",
      kind: "fields",
      title: "La conformité au thème",
      fields: [
        "conformity",
        "tradeSpecificDomain",
        "hosting",
        "frenchCompanyInvolved",
        "frenchBenefits",
      ],
    },
    {
      key: "acteurs",
      kind: "fields",
      title: "Les acteurs et l’organisation",
      fields: ["actors", "organisation", "projectLead", "dnumInformed", "dnumContact"],
    },
    {
      key: "usages",
      kind: "fields",
      title: "Le produit et ses utilisateurs (critères 1 à 4)",
      fields: ["desired", "simple", "scalable", "evolving"],
    },
    {
      key: "confiance",
      kind: "fields",
      title: "La confiance (critères 5 à 7)",
      fields: ["resilient", "reversible", "sovereign"],
    },
    {
      key: "phases",
      kind: "phases",
      title: "Les phases, les jalons et les indicateurs",
      fields: [],
    },
    {
      key: "plan-de-financement",
      kind: "plan",
      title: "Le plan de financement",
      fields: ["requestedGrant", "sizeJustification"],
    },
    { key: "engagements", kind: "commitments", title: "Les engagements", fields: [] },
  ],
  simulationAnswers: (values) => ({
    dnumInformed: booleanOf(values.dnumInformed),
    frenchCompanyInvolved: booleanOf(values.frenchCompanyInvolved),
    tradeSpecificDomain: booleanOf(values.tradeSpecificDomain),
    hosting: HOSTINGS.find((hosting) => hosting === values.hosting),
    indicatorCadence: CADENCES.find((cadence) => cadence === values.indicatorCadence),
  }),
};
