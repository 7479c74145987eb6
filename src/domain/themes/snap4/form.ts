import { z } from "zod";
import type { SimulationAnswers } from "@/domain/funding/types";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { booleanOf, choice, paragraph, yesNo } from "@/domain/themes/field-kinds";
import {
  criterion,
  snap34Answers,
  snap34CriteriaQuestions,
  snap34Questions,
} from "@/domain/themes/snap34-fields";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of SNAP4: the dossier the fiche lists (Livret l.814-822), that is actors and organisation, phases and their
 * budget, conformity to the theme, what is done for each of the seven criteria, and indicators (in the phases).
 */
const fields = z.strictObject({
  ...snap34Questions({
    funding: "Livret l.801",
    eligibility: "Livret l.802",
    actors: "Livret l.817",
    organisation: "Livret l.802, l.817",
  }),
  conformity: paragraph({
    label: "En quoi le projet répond-il au thème\u202F?",
    hint: "Le domaine du travail collaboratif couvert, les agents et les situations de travail concernés, les solutions existantes vers lesquelles il converge. Exemple\u00A0: l’agenda partagé, pour tous les agents, relié à la messagerie de l’État",
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
    hint: "SNAP4 demande un hébergement de confiance\u00A0: cercle 1 ou SecNumCloud.",
    source: "Livret l.808, l.834",
    options: [
      { value: "cercle-1", label: "Nuage interne de l’État (cercle 1)" },
      { value: "secnumcloud", label: "Nuage d’un prestataire qualifié SecNumCloud" },
      { value: "other", label: "Un autre hébergement" },
    ],
    missing: "Choisissez l’hébergement du produit\u00A0: cercle 1, SecNumCloud ou autre.",
  }),

  desired: criterion(
    { number: 1, source: "Livret l.827" },
    {
      label: "Pourquoi les agents veulent-ils ce produit\u202F?",
      about:
        "besoin mal couvert aujourd’hui, nombre d’agents, ministères intéressés, ce qui change dans leur travail",
      example: "quatre ministères, 80\u202F000 agents, une réunion à distance sur trois échoue",
      missing:
        "Expliquez le besoin des agents. Exemple\u00A0: 12\u202F000 agents de cinq ministères demandent une visioconférence ouverte aux partenaires.",
    },
  ),
  simple: criterion(
    { number: 2, source: "Livret l.828" },
    {
      label: "Qu’est-ce qui le rend simple à utiliser\u202F?",
      about:
        "participation et tests des utilisateurs, parcours de bout en bout, apprentissage sans formation, AgentConnect",
      example: "dix agents essaient chaque maquette, premier message en une minute",
      missing:
        "Décrivez ce qui rend le produit simple. Exemple\u00A0: huit agents testent chaque version avant sa sortie.",
    },
  ),
  ...snap34CriteriaQuestions({
    scalable: { number: 3, source: "Livret l.829" },
    evolving: { number: 4, source: "Livret l.830" },
    resilient: { number: 5, source: "Livret l.831" },
    reversible: { number: 6, source: "Livret l.833" },
    sovereign: { number: 7, source: "Livret l.834" },
  }),
});

const HOSTINGS: readonly SimulationAnswers["hosting"][] = ["cercle-1", "secnumcloud", "other"];

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
      title: "Le projet et sa conformité au thème",
      fields: [
        "title",
        "summary",
        "projectTotal",
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
      fields: ["actors", "organisation", "projectLead"],
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
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  simulationAnswers: (values) => ({
    ...snap34Answers(values),
    tradeSpecificDomain: booleanOf(values.tradeSpecificDomain),
    hosting: HOSTINGS.find((hosting) => hosting === values.hosting),
  }),
};
