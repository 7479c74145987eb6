import { euros } from "@/domain/money";
import {
  noClosingDate,
  noTerminal,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
} from "@/domain/themes/common-facts";
import { snap1Rules } from "@/domain/themes/snap1/rules";
import type { Theme } from "@/domain/themes/types";
import { ministryPriorityFact } from "../ministry-priority";

export const snap1: Theme = {
  ...snap1Rules,
  slug: "snap1",
  volet: "SNAP",
  title: "Réseau de télécommunications\u00A0: augmentation des débits dans les territoires",
  tagline: "Un réseau plus rapide et plus sûr pour les sites de l’État en région.",
  owner: { administration: "DINUM", unit: "Département ISO", source: "Livret l.629" },
  envelope: { amount: euros(55_000_000), source: "Livret l.639" },
  fundingFacts: [
    { text: "Le fonds paie tout le coût du projet en 2021 et 2022.", source: "Livret l.637" },
    {
      text: "Les dépenses d’une autre année restent dans le coût total, à votre charge.",
      source: "Livret l.637",
      reading:
        "Le texte limite la prise en charge à 2021 et 2022 sans dire ce que devient le reste.",
    },
    {
      text: "Les crédits sont transférés au budget (BOP) du ministère qui porte les points d’accès.",
      source: "Livret l.637",
    },
    staffNotAccepted("Livret l.637"),
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "Tous les services de l’État peuvent candidater, en centrale comme en région.",
      source: "Livret l.638",
    },
    {
      text: "Un opérateur peut candidater si son réseau repose sur l’offre partenaire du RIE et existait le 1er décembre 2020.",
      source: "Livret l.638",
    },
    {
      text: "L’opérateur présente alors son dossier avec la direction du numérique de sa tutelle principale.",
      source: "Livret l.638",
    },
  ],
  summary: [
    {
      text: "Le RIE est le réseau interministériel de l’État. Ce guichet améliore les raccordements des sites en région\u00A0: débit, stabilité, résistance aux pannes et confort ressenti par les agents.",
      source: "Livret l.633",
    },
    {
      text: "Il aide aussi à raccorder les bâtiments administratifs avant que les nouveaux outils ne chargent le réseau.",
      source: "COSINUM l.52",
    },
    {
      text: "Le fonds renforce aussi le cœur du réseau et son lien avec internet.",
      source: "COSINUM l.52",
    },
  ],
  objectives: [
    {
      text: "Faire passer les sites de l’État au très haut débit, en accord avec le plan France THD.",
      source: "Livret l.644",
    },
    {
      text: "Améliorer la qualité de connexion mesurée par le baromètre numérique des agents (BNA), ou le débit moyen par agent en sortie de site.",
      source: "Livret l.648",
    },
  ],
  funded: [
    {
      text: "Les raccordements en fibre optique et, à défaut, en 4G ou 5G.",
      source: "Livret l.633, l.644",
    },
    { text: "L’augmentation du débit des liaisons existantes.", source: "Livret l.648" },
    {
      text: "D’autres équipements qui soulagent les liaisons, tels que les boîtiers de compression.",
      source: "Livret l.648",
    },
  ],
  excluded: [
    noTerminal,
    { text: "Les dépenses antérieures à 2021 ou postérieures à 2022.", source: "Livret l.637" },
  ],
  encouraged: [
    {
      text: "Dimensionner le réseau d’après ce que vivent les agents sur le terrain.",
      source: "Livret l.646",
    },
    {
      text: "Choisir la fibre optique d’abord, la 4G ou la 5G ensuite.",
      source: "Livret l.633, l.644",
    },
  ],
  examples: [
    {
      text: "Poser, à la sortie d’un site, un boîtier qui compresse les flux.",
      source: "Livret l.648",
    },
  ],
  answerContents: [
    { text: "La liste des sites concernés.", source: "Livret l.662" },
    { text: "Pour chaque site, pourquoi le débit doit augmenter.", source: "Livret l.662" },
  ],
  criteria: [
    {
      key: "users",
      name: "L’utilisateur de terrain est au centre des préoccupations",
      definition:
        "Les agents seront-ils plus satisfaits de leur connexion au prochain baromètre numérique (BNA)\u202F?",
      weight: 1,
      source: "Livret l.655",
    },
    {
      key: "balance",
      name: "Le projet vise un rééquilibrage des zones correctement couvertes",
      definition:
        "Quelle place le projet donne-t-il aux zones rurales ou peu denses, et à l’outre-mer\u202F?",
      weight: 1,
      source: "Livret l.656",
    },
    {
      key: "sharing",
      name: "Le projet favorise la mutualisation inter-administration",
      definition:
        "Plusieurs administrations d’un même site partagent-elles le raccordement\u202F? Ces projets passent d’abord.",
      weight: 1,
      source: "Livret l.657",
    },
    {
      key: "organisation",
      name: "L’organisation du projet est compatible avec le plan de relance",
      definition:
        "Les dépenses sont-elles engagées en 2021 et 2022, au bénéfice d’entreprises françaises, avec des agents pour suivre le projet et porter le besoin\u202F?",
      weight: 1,
      source: "Livret l.658",
    },
  ],
  selection: {
    review: "selection-committee",
    hearing: "required",
    scored: true,
    showsMinistryPriority: true,
    outcomes: ["accepted", "refused", "redirected", "to-be-presented-again"],
    description: [
      {
        text: "Vous défendez votre dossier devant le comité de sélection (soutenance).",
        source: "Livret l.662",
      },
      { text: "Le comité note le dossier sur les quatre critères.", source: "Livret l.662" },
      {
        text: "Le dossier est accepté, refusé, envoyé vers un thème plus adapté, ou à représenter une fois complété.",
        source: "Livret l.662",
      },
      ministryPriorityFact("Livret l.638"),
    ],
  },
  commitments: [
    {
      key: "internal-communication",
      text: "Sensibiliser les responsables des sites et les agents à la sécurité informatique, à la sobriété numérique et à la dette technique.",
      source: "Livret l.663",
    },
    {
      key: "rie-governance",
      text: "Suivre le projet dans la gouvernance opérationnelle du RIE, avec le point de contact RIE du ministère.",
      source: "Livret l.663",
    },
    {
      key: "funding-after-2022",
      text: "Prendre le relais du financement à partir de 2023, s’il y a lieu.",
      source: "Livret l.650, l.663",
    },
  ],
  support: [
    {
      text: "Le département ISO de la DINUM conseille les porteurs avant même la définition du projet\u00A0: contactez-le tôt.",
      source: "Livret l.664",
    },
  ],
  followUp: [
    { text: "Les indicateurs habituels d’un déploiement sur le RIE.", source: "Livret l.665" },
  ],
  duties: [quarterlyReading("Livret l.665")],
  figures: [],
  silences: [
    noClosingDate("Livret l.625"),
    { text: "Le détail des indicateurs de suivi.", source: "Livret l.665" },
    { text: "Le poids de chaque critère\u00A0: ils comptent autant.", source: "Livret l.655-658" },
  ],
  keywords: [
    "fibre",
    "débit",
    "réseau",
    "internet",
    "connexion",
    "4G",
    "5G",
    "RIE",
    "THD",
    "très haut débit",
    "raccordement",
    "sites",
    "préfecture",
    "télécom",
  ],
};
