import { euros } from "@/domain/money";
import {
  finalEvaluation,
  noClosingDate,
  noProcess,
  noWeights,
  quarterlyReading,
  staffNotAccepted,
} from "@/domain/themes/common-facts";
import { itn6Rules } from "@/domain/themes/itn6/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN6, version 1. Livret l.358-400, action 6-2 l.75, COSINUM l.68. */
export const itn6: Theme = {
  ...itn6Rules,
  slug: "itn6",
  volet: "ITN",
  title: "Innovation continue",
  tagline: "Tester en trois mois une technologie encore jeune, avec une entreprise innovante.",
  owner: { administration: "DINUM", unit: "Mission LABEL", source: "Livret l.362" },
  envelope: { amount: euros(6_000_000), source: "Livret l.368" },
  fundingFacts: [
    {
      text: "Le fonds paie tout le projet jusqu’à 48\u202F000\u00A0€ TTC\u202F; au-delà, le porteur paie le reste.",
      source: "Livret l.366",
    },
    {
      text: "L’expérimentation coûte de 20\u202F000 à 100\u202F000\u00A0€ TTC.",
      source: "Livret l.369",
    },
    staffNotAccepted("Livret l.366"),
  ],
  eligibilityFacts: [
    {
      text: "Une administration centrale, ou son opérateur, porte le projet.",
      source: "Livret l.367",
      reading:
        "Le résumé parle de DNUM et de laboratoires publics\u202F; le bloc «\u00A0Éligibilité\u00A0» l’emporte. Un laboratoire public est admis comme opérateur.",
    },
    { text: "Une équipe interne pilote le projet.", source: "Livret l.367" },
    {
      text: "Au moins 50\u00A0% des dépenses vont à des entreprises innovantes dont le siège est en France.",
      source: "Livret l.367",
      reading: "La part se vérifie au centime près, sur toutes les dépenses du plan.",
    },
    { text: "Les résultats arrivent en 3 mois au plus.", source: "Livret l.367" },
    {
      text: "L’analyse d’impact de l’innovation est obligatoire, même pour un simple essai.",
      source: "Livret l.385",
    },
  ],
  summary: [
    {
      text: "Ce guichet finance des études ou des projets fondés sur des technologies ou des idées encore peu mûres.",
      source: "Livret l.363",
    },
    {
      text: "Ils visent un nouveau service aux citoyens ou de meilleures méthodes de travail dans l’État.",
      source: "Livret l.363",
    },
  ],
  objectives: [
    {
      text: "Encourager l’innovation dans les projets de l’administration.",
      source: "Livret l.377",
    },
    {
      text: "Faire vivre les entreprises du numérique grâce aux projets publics.",
      source: "Livret l.378",
    },
    {
      text: "Mettre en valeur ceux qui essaient et apprennent («\u00A0test and learn\u00A0»).",
      source: "Livret l.379",
    },
  ],
  funded: [
    {
      text: "Les expérimentations\u00A0: essais, preuves de concept (POC).",
      source: "Livret l.383",
    },
    { text: "Les études sur une technologie encore jeune.", source: "Livret l.363" },
  ],
  excluded: [],
  encouraged: [
    {
      text: "Confier une bonne part des travaux (50\u00A0%) à des entreprises innovantes.",
      source: "Livret l.381",
      reading:
        "C’est aussi une condition\u00A0: le bloc «\u00A0Éligibilité\u00A0» demande au moins 50\u00A0%.",
    },
  ],
  examples: [
    {
      text: "Informatique quantique, virtualisation des postes, 5G et edge computing.",
      source: "Livret l.363",
    },
    {
      text: "Frugalité, recyclage et économie circulaire du numérique, biomimétisme.",
      source: "Livret l.363",
    },
    {
      text: "Blockchain, intelligence artificielle, réalité étendue, cybersécurité, e-inclusion, jeu dans les démarches.",
      source: "Livret l.363",
    },
  ],
  answerContents: [
    {
      text: "Ce que le projet a d’innovant, et l’analyse de son impact à court, moyen, voire long terme.",
      source: "Livret l.385",
    },
    {
      text: "Comment l’innovation passerait à l’échelle\u00A0: ce qu’il faudrait, pour quel périmètre et quel usage.",
      source: "Livret l.387",
    },
    {
      text: "Les conditions de réalisation et les moyens internes mobilisés.",
      source: "Livret l.392-393",
    },
  ],
  criteria: [
    {
      key: "impact-and-value",
      name: "Analyse d’impact et valorisation potentielle",
      definition:
        "L’innovation est-elle décrite, avec son impact, son passage à l’échelle, sa valeur dans et hors du projet, et ce qu’elle apporte à des entreprises établies en France\u202F?",
      weight: 1,
      source: "Livret l.392",
    },
    {
      key: "organisation",
      name: "Organisation du projet",
      definition:
        "Les moyens internes et les comités permettent-ils de réussir, de suivre, puis de décider d’une suite\u202F?",
      weight: 1,
      source: "Livret l.393",
    },
  ],
  selection: {
    review: "owner",
    hearing: "none",
    scored: false,
    outcomes: ["accepted", "refused"],
    description: [
      {
        text: "Le porteur du thème examine le dossier et décide.",
        source: "Livret l.397",
        reading: "La fiche ne décrit aucun processus de sélection.",
      },
    ],
  },
  commitments: [],
  support: [
    { text: "Avant le dépôt, vous pouvez être orienté et conseillé.", source: "Livret l.399" },
    {
      text: "Pendant le projet, une équipe de la DINUM le suit par quelques indicateurs et vous conseille aux étapes clés.",
      source: "Livret l.399",
    },
    {
      text: "Vers la fin, elle évalue l’effet possible sur le service public et la capacité à passer à l’échelle.",
      source: "Livret l.399",
    },
  ],
  followUp: [
    {
      text: "Le pourcentage d’avancement du projet, pondéré par son volume.",
      source: "Livret l.400",
    },
  ],
  duties: [
    quarterlyReading("Livret l.399-400"),
    {
      kind: "results",
      rhythm: { after: "start", months: 3 },
      text: "Au bout de 3 mois\u00A0: les résultats de l’expérimentation.",
      source: "Livret l.367",
      reading: "Le texte ne dit pas d’où partent les 3 mois\u00A0: ils partent du début du projet.",
    },
    finalEvaluation("Livret l.399"),
  ],
  figures: [
    {
      key: "progress",
      text: "Avancement de la réalisation",
      unit: "%",
      source: "Livret l.400",
      reading:
        "Le porteur donne son pourcentage\u202F; le thème les pondère par le coût des projets.",
    },
  ],
  silences: [
    noClosingDate("Livret l.360"),
    noProcess("Livret l.397"),
    { text: "Les engagements du porteur\u00A0: aucun n’est écrit.", source: "Livret l.398" },
    {
      text: "La définition d’une entreprise innovante.",
      source: "Livret l.367",
      reading: "Le porteur l’indique pour chaque dépense, sous le contrôle du porteur du thème.",
    },
    noWeights("Livret l.391"),
  ],
  keywords: [
    "innovation",
    "expérimentation",
    "POC",
    "preuve de concept",
    "start-up",
    "startup",
    "entreprise innovante",
    "blockchain",
    "intelligence artificielle",
    "IA",
    "quantique",
    "5G",
    "réalité virtuelle",
    "cybersécurité",
    "recherche",
    "laboratoire",
    "prototype",
    "test",
    "numérique responsable",
  ],
};
