import { euros } from "@/domain/money";
import { noTerminal } from "@/domain/themes/common-facts";
import {
  snap2Commitments,
  snap2Duties,
  snap2EligibilityFacts,
  snap2FundingFacts,
  snap2Keywords,
  snap2Owner,
  snap2Selection,
  snap2Silences,
  snap2Support,
} from "@/domain/themes/snap2-facts";
import { snap2bRules } from "@/domain/themes/snap2b/rules";
import type { Theme } from "@/domain/themes/types";

export const snap2b: Theme = {
  ...snap2bRules,
  slug: "snap2b",
  volet: "SNAP",
  title: "Fournisseur de services AgentConnect",
  tagline: "Ouvrir vos applications aux agents avec leur compte AgentConnect.",
  owner: snap2Owner,
  envelope: { amount: euros(17_000_000), source: "Livret l.716" },
  fundingFacts: snap2FundingFacts(
    "développement, support aux utilisateurs et communication",
    "Livret l.714",
  ),
  eligibilityFacts: snap2EligibilityFacts("Livret l.715"),
  summary: [
    {
      text: "Un agent devrait entrer dans toutes ses applications avec un seul compte. Ce guichet paie l’ajout d’AgentConnect aux applications destinées aux agents.",
      source: "Livret l.708-710",
    },
  ],
  objectives: [
    {
      text: "Ajouter plus vite AgentConnect aux applications des ministères.",
      source: "Livret l.721",
    },
    { text: "Donner à l’agent un compte unique pour ses applications.", source: "Livret l.721" },
    { text: "Suivre le parcours de connexion recommandé.", source: "Livret l.710" },
  ],
  funded: [
    {
      text: "Le développement qui place AgentConnect dans le parcours de connexion.",
      source: "Livret l.714, l.721",
    },
    { text: "Le support aux utilisateurs et la communication.", source: "Livret l.714" },
  ],
  excluded: [
    noTerminal,
    {
      text: "La formation et les autres dépenses que le texte ne nomme pas.",
      source: "Livret l.714",
      reading:
        "La liste du texte est lue comme complète\u202F; SNAP2A cite la formation, pas SNAP2B.",
    },
    {
      text: "Le coût des agents mobilisés (T2)\u00A0: il est votre contrepartie.",
      source: "Livret l.714",
    },
  ],
  encouraged: [],
  examples: [],
  answerContents: [],
  criteria: [
    {
      key: "own-users",
      name: "Nombre d’agents utilisant l’application, au sein de l’administration porteuse de l’application",
      definition: "Combien d’agents de votre administration se servent de l’application\u202F?",
      weight: 1,
      source: "Livret l.726",
    },
    {
      key: "other-users",
      name: "Nombre d’agents utilisant l’application, au sein d’autres administrations",
      definition: "Combien d’agents d’autres administrations s’en servent\u202F?",
      weight: 1,
      source: "Livret l.727",
    },
    {
      key: "connections",
      name: "Nombre de connexions gérées par le fournisseur de service en ligne",
      definition: "Combien de connexions l’application reçoit-elle\u202F?",
      weight: 1,
      source: "Livret l.728",
    },
    {
      key: "journey",
      name: "Qualité du parcours utilisateur",
      definition: "Un agent se connecte-t-il sans hésiter, selon le parcours recommandé\u202F?",
      weight: 1,
      source: "Livret l.729",
    },
    {
      key: "speed",
      name: "Rapidité d’intégration",
      definition: "En combien de temps AgentConnect sera-t-il en service dans l’application\u202F?",
      weight: 1,
      source: "Livret l.730",
    },
  ],
  selection: snap2Selection("Livret l.734", "Livret l.715"),
  commitments: snap2Commitments("Livret l.735"),
  support: snap2Support("Livret l.736"),
  followUp: [{ text: "Le nombre d’utilisateurs d’AgentConnect.", source: "Livret l.737" }],
  duties: snap2Duties("Livret l.735", "Livret l.737"),
  figures: [
    {
      key: "agentconnect-users",
      text: "Utilisateurs d’AgentConnect",
      unit: "utilisateurs",
      source: "Livret l.737",
    },
  ],
  silences: [
    {
      text: "La taille attendue\u00A0: le texte ne dit pas si elle compte le T2.",
      source: "Livret l.717",
      reading: "Elle est lue sur le titre 3 seul.",
    },
    ...snap2Silences("Livret l.700", "Livret l.714, l.735"),
  ],
  keywords: [...snap2Keywords, "application", "fournisseur de service"],
};
