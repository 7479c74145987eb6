import { euros } from "@/domain/money";
import {
  dinumSupport,
  fewIndicators,
  finalEvaluation,
  noClosingDate,
  noWeights,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
} from "@/domain/themes/common-facts";
import { itn2Rules } from "@/domain/themes/itn2/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN2, version 1. Livret l.89-157, action 6-2 l.71. */
export const itn2: Theme = {
  ...itn2Rules,
  slug: "itn2",
  volet: "ITN",
  title: "Transformation numérique des écosystèmes",
  tagline: "Réunir sur une même plateforme tous les acteurs d’une politique publique.",
  owner: { administration: "DINUM", unit: "Mission TRANSFO", source: "Livret l.95" },
  envelope: { amount: euros(15_000_000), source: "Livret l.105" },
  fundingFacts: [
    {
      text: "Le fonds paie 50\u00A0% du coût total du projet\u202F; 50\u00A0% restent au porteur.",
      source: "Livret l.103",
    },
    {
      text: "Le projet coûte de 200\u202F000 à 1\u202F000\u202F000\u00A0€ TTC.",
      source: "Livret l.106",
    },
    staffNotAccepted("Livret l.103"),
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "Une direction métier, ou son opérateur, porte le projet dès lors que la politique publique est de sa charge.",
      source: "Livret l.104",
      reading: "Une direction du numérique peut déposer pour elle, mais ne porte pas le projet.",
    },
    {
      text: "Plusieurs porteurs peuvent s’unir, surtout pour une politique transverse.",
      source: "Livret l.104",
    },
    { text: "Les collectivités territoriales sont exclues.", source: "Livret l.104" },
  ],
  summary: [
    {
      text: "Ce guichet s’adresse aux directions métier et à leurs opérateurs dont la politique publique dépend d’une stratégie numérique.",
      source: "Livret l.99",
    },
    {
      text: "Il finance en particulier de nouveaux services qui réunissent les acteurs de cette politique sur une même plateforme.",
      source: "Livret l.99",
    },
    {
      text: "Il aide ces politiques d’écosystème à naître ou à grandir.",
      source: "COSINUM l.63",
    },
  ],
  objectives: [
    {
      text: "Faire du numérique un moteur de la politique publique, de sa conception à la mesure de ses effets.",
      source: "Livret l.110",
    },
    {
      text: "Répondre à des problèmes signalés par des citoyens ou des agents.",
      source: "Livret l.110",
    },
    {
      text: "Suivre l’évolution des usages\u00A0: accessibilité, co-construction, données personnelles, mobilité, langage simple.",
      source: "Livret l.112",
    },
    { text: "Préparer l’effet du numérique sur les métiers publics.", source: "Livret l.114" },
  ],
  funded: [
    {
      text: "Des services numériques que l’on peut mettre en place en 12 mois en moyenne.",
      source: "Livret l.116",
      reading: "Ces 12 mois décrivent une moyenne\u202F; un projet plus long n’est pas inéligible.",
    },
    {
      text: "Des services dont l’effet se mesure simplement et régulièrement.",
      source: "Livret l.116",
    },
  ],
  excluded: [
    { text: "Les projets portés par une collectivité territoriale.", source: "Livret l.104" },
  ],
  encouraged: [
    {
      text: "Réunir sur la plateforme tous les acteurs, publics, privés et associatifs.",
      source: "Livret l.120",
    },
    {
      text: "Agir pour l’inclusion, avec des résultats que l’on peut vérifier.",
      source: "Livret l.121",
    },
    {
      text: "Se servir des données pour concevoir, suivre, mesurer et ajuster la politique.",
      source: "Livret l.122",
    },
    { text: "Mesurer simplement les effets en cours de route.", source: "Livret l.123" },
  ],
  examples: [
    {
      text: "La «\u00A0mission apprentissage\u00A0»\u00A0: des services en ligne qui rapprochent jeunes, CFA et entreprises, pour plus d’apprentis et moins de ruptures.",
      source: "Livret l.138",
    },
    {
      text: "D’autres politiques s’y prêtent\u00A0: aide aux PME, certification professionnelle, accès au logement, retour à l’emploi.",
      source: "Livret l.140",
    },
  ],
  answerContents: [
    {
      text: "Les enjeux de la politique publique et la place qu’y tient le numérique.",
      source: "Livret l.127",
    },
    {
      text: "La façon dont les besoins de tous les acteurs sont pris en compte.",
      source: "Livret l.128",
    },
    {
      text: "Ce que les nouveaux services apportent\u00A0: démarches plus simples, délais plus courts, autre relation aux usagers.",
      source: "Livret l.129",
    },
    { text: "Leurs objectifs, leurs publics et leurs mesures, en bref.", source: "Livret l.130" },
    {
      text: "La méthode pour les construire pas à pas avec usagers et agents.",
      source: "Livret l.131",
    },
    { text: "L’organisation, les risques déjà vus et vos réponses.", source: "Livret l.132" },
  ],
  criteria: [
    {
      key: "levers",
      name: "Leviers de transformation",
      definition:
        "Le projet transforme-t-il durablement par le numérique, au service de la politique visée\u202F?",
      weight: 1,
      source: "Livret l.145",
    },
    {
      key: "impact-measures",
      name: "Mesures d’impacts",
      definition:
        "Les indicateurs sont-ils simples et montrent-ils les effets sur les bénéficiaires à 12 ou 18 mois\u202F?",
      weight: 1,
      source: "Livret l.147",
    },
    {
      key: "data-use",
      name: "Utilisation de la donnée",
      definition:
        "Une stratégie ou une gouvernance de la donnée est-elle écrite pour bâtir, suivre et ajuster la politique\u202F?",
      weight: 1,
      source: "Livret l.148",
    },
    {
      key: "inclusion",
      name: "Marqueurs d’inclusion",
      definition:
        "Jusqu’où le projet répond-il aux besoins d’inclusion des agents et des publics\u202F?",
      weight: 1,
      source: "Livret l.149",
    },
    {
      key: "ecosystem",
      name: "Stratégie d’intégration de l’écosystème",
      definition:
        "Comment les acteurs coopèrent-ils et communiquent-ils pour en attirer d’autres\u202F?",
      weight: 1,
      source: "Livret l.150",
    },
  ],
  selection: {
    review: "owner",
    hearing: "optional",
    scored: false,
    outcomes: ["accepted", "refused"],
    description: [
      {
        text: "Le porteur du thème décide\u202F; il peut d’abord vous inviter à un entretien.",
        source: "Livret l.134, l.154",
        reading: "La fiche ne décrit aucun processus, hors cet entretien.",
      },
    ],
  },
  commitments: [
    {
      key: "hierarchy",
      text: "Impliquer une hiérarchie à la hauteur du projet, qui le soutient vraiment et suit ses comités.",
      source: "Livret l.155",
    },
    {
      key: "users-and-agents",
      text: "Associer usagers et agents à la conception, à la réalisation et aux améliorations.",
      source: "Livret l.155",
    },
    {
      key: "team",
      text: "Disposer d’un référent ou d’une équipe identifiés, qui y consacrent un temps important et travaillent avec la DINUM.",
      source: "Livret l.155",
    },
    { key: "follow-up", text: "Aider la DINUM à suivre le projet.", source: "Livret l.155" },
    {
      key: "common-components",
      text: "Utiliser les composants communs\u00A0: FranceConnect, AgentConnect, Je donne mon avis, et respecter le RGAA.",
      source: "Livret l.155",
    },
  ],
  support: dinumSupport("Livret l.156"),
  followUp: [
    fewIndicators("Livret l.156"),
    {
      text: "Après le plan de relance, les projets continuent d’améliorer leurs services et leur feuille de route.",
      source: "Livret l.136",
    },
  ],
  duties: [quarterlyReading("Livret l.156"), finalEvaluation("Livret l.156")],
  figures: [],
  silences: [
    noClosingDate("Livret l.91"),
    { text: "Le processus de sélection, hors l’entretien éventuel.", source: "Livret l.154" },
    { text: "Les indicateurs de suivi\u00A0: ils ne sont pas définis.", source: "Livret l.157" },
    noWeights("Livret l.144"),
  ],
  keywords: [
    "plateforme",
    "écosystème",
    "partenaires",
    "politique publique",
    "direction métier",
    "opérateur",
    "associations",
    "entreprises",
    "PME",
    "apprentissage",
    "emploi",
    "logement",
    "inclusion",
    "données",
    "service numérique",
    "co-construction",
  ],
};
