import { euros } from "@/domain/money";
import { snap4Rules } from "@/domain/themes/snap4/rules";
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
  funding: "Livret l.801",
  eligibility: "Livret l.802",
  product: "Livret l.810",
  phases: "Livret l.812",
  contents: "Livret l.814-821",
  indicators: "Livret l.822",
  selection: "Livret l.838",
  commitments: "Livret l.839",
  support: "Livret l.840",
  followUp: "Livret l.841",
  experiment: "Livret l.842",
};

const criteria = snap34Criteria({
  simple: "Livret l.828",
  scalable: "Livret l.829",
  evolving: "Livret l.830",
  resilient: "Livret l.831",
  reversible: "Livret l.833",
  sovereign: "Livret l.834",
});

export const snap4: Theme = {
  ...snap4Rules,
  slug: "snap4",
  volet: "SNAP",
  title: "Services de communication unifiée",
  tagline: "Les outils collaboratifs de l’agent, au bureau, en télétravail ou en déplacement.",
  owner: snap34Owner("Livret l.797"),
  envelope: { amount: euros(82_000_000), source: "Livret l.803" },
  fundingFacts: snap34FundingFacts(lines, [
    {
      text: "La subvention ne dépasse pas 3\u202F000\u202F000\u00A0€ par dossier et 8\u202F000\u202F000\u00A0€ par projet, toutes phases réunies.",
      source: "Livret l.801",
    },
  ]),
  eligibilityFacts: [
    ...snap34EligibilityFacts(lines),
    {
      text: "Le produit est hébergé dans un nuage maîtrisé\u00A0: cercle 1 de l’État ou SecNumCloud.",
      source: "Livret l.808",
      reading:
        "La règle est écrite dans la description du guichet, à laquelle le projet doit se conformer.",
    },
    { text: "Il ne sert pas un seul métier.", source: "Livret l.808" },
  ],
  summary: [
    {
      text: "Ce guichet aide à construire l’ensemble d’outils de travail collaboratif dont tout agent a besoin, à son bureau, chez lui ou en déplacement.",
      source: "Livret l.798",
    },
  ],
  objectives: [
    {
      text: "Renforcer ou créer les outils de travail en commun dont les ministères ont besoin.",
      source: "Livret l.808",
    },
    {
      text: "Réunir les administrations autour des meilleures solutions de chaque domaine.",
      source: "Livret l.808",
    },
    {
      text: "Offrir à tous les agents, d’ici fin 2022, un socle commun d’outils, ouvert aux partenaires.",
      source: "COSINUM l.44",
    },
    { text: "Relier ces solutions entre elles dans des parcours adaptés.", source: "Livret l.808" },
  ],
  funded: [
    {
      text: "Tous les domaines du travail collaboratif, pour tous les agents, et les services communs associés.",
      source: "Livret l.808",
    },
    {
      text: "Les travaux du cercle 1, le nuage interne de l’État, pour accueillir ces services.",
      source: "Livret l.808",
    },
    { text: "La migration vers les solutions interministérielles.", source: "Livret l.808" },
    {
      text: "L’intégration de produits du marché, même quand leur licence n’est pas finançable.",
      source: "Livret l.802",
    },
  ],
  excluded: [
    ...snap34Excluded(lines),
    { text: "Les outils propres à un seul métier.", source: "Livret l.808" },
  ],
  encouraged: snap34Encouraged(lines),
  examples: [],
  answerContents: snap34AnswerContents(lines, 7),
  criteria: [
    {
      key: "desired",
      name: "Le produit est désiré par les utilisateurs",
      definition:
        "Répond-il à un besoin peu ou pas couvert, pour beaucoup d’agents et plusieurs ministères, en changeant leur façon de travailler\u202F?",
      weight: 1,
      source: "Livret l.827",
    },
    {
      ...criteria.simple,
      definition: `${criteria.simple.definition} AgentConnect est-il prévu pour la connexion des agents\u202F?`,
    },
    criteria.scalable,
    criteria.evolving,
    criteria.resilient,
    criteria.reversible,
    criteria.sovereign,
  ],
  selection: snap34Selection(lines),
  commitments: snap34Commitments(lines),
  support: snap34Support(lines),
  followUp: snap34FollowUp(lines),
  duties: snap34Duties("Livret l.839"),
  figures: [],
  silences: snap34Silences("Livret l.795", lines),
  keywords: [
    "visio",
    "visioconférence",
    "messagerie",
    "courriel",
    "agenda",
    "collaboratif",
    "partage de documents",
    "tchat",
    "télétravail",
    "audio",
    "téléphonie",
    "communication unifiée",
  ],
};
