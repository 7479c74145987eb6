import { z } from "zod";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { choice, paragraph } from "@/domain/themes/field-kinds";
import {
  criterion,
  snap34Answers,
  snap34CriteriaQuestions,
  snap34Questions,
} from "@/domain/themes/snap34-fields";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of SNAP3: the dossier the fiche lists (Livret l.762-770), that is actors and organisation, phases and their
 * budget, conformity to the theme, what is done for each of the eight criteria, and indicators (in the phases).
 */
const fields = z.strictObject({
  ...snap34Questions({
    funding: "Livret l.747",
    eligibility: "Livret l.748",
    actors: "Livret l.765",
    organisation: "Livret l.748, l.765",
  }),
  conformity: paragraph({
    label: "En quoi le projet répond-il au thème\u202F?",
    hint: "Les terminaux concernés (ordinateur, tablette, téléphone\u202F; de l’État ou de l’agent), la façon nouvelle de les produire ou de les sécuriser. Exemple\u00A0: un ordinateur portable préparé à distance en une heure",
    source: "Livret l.744, l.756, l.768",
    missing:
      "Justifiez la conformité du projet au thème. Exemple\u00A0: un espace isolé sur le téléphone personnel de l’agent.",
  }),

  interministerial: criterion(
    { number: 1, source: "Livret l.775" },
    {
      label: "Quels besoins de plusieurs ministères le produit couvre-t-il\u202F?",
      about:
        "domaine ou besoin mal couvert aujourd’hui, nombre d’agents, ministères intéressés, ce qui change dans leur travail",
      example: "trois ministères, 50\u202F000 agents, aucune solution commune",
      missing:
        "Expliquez le besoin de plusieurs ministères. Exemple\u00A0: 30\u202F000 agents de quatre ministères consultent déjà leur agenda sur leur propre téléphone.",
    },
  ),
  simple: criterion(
    { number: 2, source: "Livret l.776" },
    {
      label: "Qu’est-ce qui le rend simple à utiliser\u202F?",
      about:
        "participation et tests des utilisateurs, parcours de bout en bout, apprentissage sans formation, documentation",
      example: "vingt agents essaient chaque version, installation en quatre minutes",
      missing:
        "Décrivez ce qui rend le produit simple. Exemple\u00A0: quinze agents l’installent seuls avant chaque livraison.",
    },
  ),
  mobility: criterion(
    { number: 5, source: "Livret l.779" },
    {
      label: "Quels usages nouveaux permet-il en déplacement\u202F?",
      about: "les agents concernés, et ce qu’ils ne pouvaient pas faire jusqu’ici",
      example: "lire un dossier chez l’usager, en tournée",
      missing:
        "Décrivez les usages nouveaux en déplacement. Exemple\u00A0: les inspecteurs signent leurs rapports sur place.",
    },
  ),
  hosting: choice({
    label: "Où le produit sera-t-il hébergé\u202F?",
    hint: "Un hébergement de confiance n’est pas une condition de SNAP3\u00A0: il est noté au critère 8, pour un produit fourni comme un service en ligne.",
    source: "Livret l.783",
    options: [
      { value: "cercle-1", label: "Nuage interne de l’État (cercle 1)" },
      { value: "secnumcloud", label: "Nuage d’un prestataire qualifié SecNumCloud" },
      { value: "other", label: "Un autre hébergement" },
      { value: "none", label: "Le produit n’est pas hébergé comme un service en ligne" },
    ],
    missing:
      "Choisissez l’hébergement du produit\u00A0: cercle 1, SecNumCloud, autre, ou produit non hébergé.",
  }),
  ...snap34CriteriaQuestions({
    scalable: { number: 3, source: "Livret l.777" },
    evolving: { number: 4, source: "Livret l.778" },
    resilient: { number: 6, source: "Livret l.780" },
    reversible: { number: 7, source: "Livret l.782" },
    sovereign: { number: 8, source: "Livret l.783" },
  }),
});

/** The form of SNAP3, version 1. The hosting is for the committee to rate: no rule reads it (Livret l.783). */
export const snap3Form: ThemeForm = {
  theme: "SNAP3",
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
      title: "Le produit et ses utilisateurs (critères 1 à 5)",
      fields: ["interministerial", "simple", "scalable", "evolving", "mobility"],
    },
    {
      key: "confiance",
      kind: "fields",
      title: "La confiance (critères 6 à 8)",
      fields: ["resilient", "reversible", "hosting", "sovereign"],
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
  simulationAnswers: snap34Answers,
};
