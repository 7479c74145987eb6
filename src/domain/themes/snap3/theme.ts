import { euros } from "@/domain/money";
import { snap3Rules } from "@/domain/themes/snap3/rules";
import {
  snap34AnswerContents,
  snap34Commitments,
  snap34Criteria,
  snap34Duties,
  snap34EligibilityFacts,
  snap34Encouraged,
  snap34Excluded,
  snap34FollowUp,
  snap34FundingFacts,
  snap34Owner,
  snap34Selection,
  snap34Silences,
  snap34Support,
} from "@/domain/themes/snap34-facts";
import type { Theme } from "@/domain/themes/types";

const lines = {
  funding: "Livret l.747",
  eligibility: "Livret l.748",
  product: "Livret l.758",
  phases: "Livret l.760",
  contents: "Livret l.762-769",
  indicators: "Livret l.770",
  selection: "Livret l.787",
  commitments: "Livret l.788",
  support: "Livret l.789",
  followUp: "Livret l.790",
  experiment: "Livret l.791",
};

const criteria = snap34Criteria({
  simple: "Livret l.776",
  scalable: "Livret l.777",
  evolving: "Livret l.778",
  resilient: "Livret l.780",
  reversible: "Livret l.782",
  sovereign: "Livret l.783",
});

export const snap3: Theme = {
  ...snap3Rules,
  slug: "snap3",
  volet: "SNAP",
  title: "Terminaux numériques sécurisés",
  tagline:
    "De nouvelles façons de produire et de protéger l’ordinateur ou le téléphone de l’agent.",
  owner: snap34Owner("Livret l.743"),
  envelope: { amount: euros(15_000_000), source: "Livret l.749" },
  fundingFacts: snap34FundingFacts(lines, [
    {
      text: "La subvention ne dépasse pas 2\u202F000\u202F000\u00A0€ par projet.",
      source: "Livret l.747",
      reading: "Le plafond vaut pour tous les dossiers du projet ensemble.",
    },
    { text: "Elle ne dépasse jamais le montant que vous demandez.", source: "Livret l.747" },
  ]),
  eligibilityFacts: [
    ...snap34EligibilityFacts(lines),
    {
      text: "L’hébergement de confiance n’est pas une condition\u00A0: il est noté, pour les produits hébergés en mode service.",
      source: "Livret l.783",
      reading: "SNAP3 le cite parmi les critères seulement\u202F; SNAP4 en fait une condition.",
    },
  ],
  summary: [
    {
      text: "Ce guichet aide à inventer le terminal de l’agent, fourni par l’État ou personnel (BYOD)\u00A0: comment le préparer, comment le protéger, comment travailler avec en déplacement.",
      source: "Livret l.744",
    },
  ],
  objectives: [
    {
      text: "Rendre sûr l’usage des systèmes de l’État depuis un terminal qui ne l’est pas, tel que celui de l’agent.",
      source: "Livret l.756",
    },
    {
      text: "Mieux préparer et protéger les terminaux et leurs services communs (VPN, gestion de parc).",
      source: "Livret l.756",
    },
    {
      text: "Permettre certains usages depuis un appareil personnel, dans de bonnes conditions de sécurité.",
      source: "COSINUM l.44",
    },
    {
      text: "Concilier ouverture et sécurité, y compris pour les terminaux de diffusion restreinte (DR).",
      source: "Livret l.756",
    },
  ],
  funded: [
    {
      text: "Tout projet sur un terminal de travail\u00A0: ordinateur portable, tablette, téléphone.",
      source: "Livret l.756",
    },
    {
      text: "Les services communs aux terminaux\u00A0: VPN, gestion de parc (MDM).",
      source: "Livret l.756",
    },
    {
      text: "L’intégration de produits du marché, même quand leur licence n’est pas finançable.",
      source: "Livret l.748",
    },
  ],
  excluded: snap34Excluded(lines),
  encouraged: snap34Encouraged(lines),
  examples: [
    {
      text: "Ouvrir à un terminal DR des flux qui ne le sont pas, la vidéo par exemple.",
      source: "Livret l.756",
    },
    { text: "Créer un espace DR isolé sur un terminal ordinaire.", source: "Livret l.756" },
  ],
  answerContents: snap34AnswerContents(lines, 8),
  criteria: [
    {
      key: "interministerial",
      name: "Le produit a une vocation interministérielle",
      definition:
        "Répond-il à un besoin peu ou pas couvert, pour beaucoup d’agents et plusieurs ministères, en changeant leur façon de travailler\u202F?",
      weight: 1,
      source: "Livret l.775",
    },
    criteria.simple,
    criteria.scalable,
    criteria.evolving,
    {
      key: "mobility",
      name: "Le produit permet de nouveaux usages en mobilité",
      definition: "Que pourront faire en déplacement des agents qui ne le pouvaient pas\u202F?",
      weight: 1,
      source: "Livret l.779",
    },
    criteria.resilient,
    criteria.reversible,
    {
      ...criteria.sovereign,
      definition: `${criteria.sovereign.definition} Ce critère vaut pour les produits hébergés en mode service.`,
    },
  ],
  selection: snap34Selection(lines),
  commitments: snap34Commitments(lines),
  support: snap34Support(lines),
  followUp: snap34FollowUp(lines),
  duties: snap34Duties("Livret l.788"),
  figures: [],
  silences: snap34Silences("Livret l.741", lines),
  keywords: [
    "BYOD",
    "ordinateur",
    "portable",
    "téléphone",
    "smartphone",
    "tablette",
    "terminal",
    "poste de travail",
    "VPN",
    "MDM",
    "télétravail",
    "mobilité",
    "diffusion restreinte",
  ],
};
