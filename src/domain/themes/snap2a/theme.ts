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
import { snap2aRules } from "@/domain/themes/snap2a/rules";
import type { Theme } from "@/domain/themes/types";

export const snap2a: Theme = {
  ...snap2aRules,
  slug: "snap2a",
  volet: "SNAP",
  title: "Fournisseur d’identités AgentConnect",
  tagline: "Raccorder l’annuaire de vos agents à AgentConnect, avec des identités fiables.",
  owner: snap2Owner,
  envelope: { amount: euros(11_000_000), source: "Livret l.677" },
  fundingFacts: snap2FundingFacts(
    "développement, formation, support aux utilisateurs et communication",
    "Livret l.675",
  ),
  eligibilityFacts: snap2EligibilityFacts("Livret l.676"),
  summary: [
    {
      text: "AgentConnect permet à un agent de l’État d’ouvrir ses applications avec un seul compte. Ce guichet paie le raccordement des annuaires qui portent ces comptes.",
      source: "Livret l.672",
    },
  ],
  objectives: [
    { text: "Amener plus vite les ministères à AgentConnect.", source: "Livret l.681" },
    {
      text: "Ouvrir plus simplement aux agents leurs applications de travail.",
      source: "Livret l.681",
    },
    { text: "Obtenir des identités de bonne qualité.", source: "Livret l.681" },
  ],
  funded: [
    { text: "Le développement du raccordement.", source: "Livret l.675" },
    {
      text: "La formation et le support aux utilisateurs.",
      source: "Livret l.675",
      reading:
        "Le texte écrit «\u00A0formation support utilisateur\u00A0» sans virgule\u202F; les deux sont retenus séparément.",
    },
    { text: "La communication.", source: "Livret l.675" },
  ],
  excluded: [
    noTerminal,
    {
      text: "Les dépenses d’une autre nature, telles que licences, matériel ou hébergement.",
      source: "Livret l.675",
      reading: "La liste du texte est lue comme complète.",
    },
    {
      text: "Le coût des agents mobilisés (T2)\u00A0: il est votre contrepartie.",
      source: "Livret l.675",
    },
  ],
  encouraged: [],
  examples: [],
  answerContents: [],
  criteria: [
    {
      key: "new-identities",
      name: "Nombre d’identités nouvelles apportées par le fournisseur d’identités",
      definition:
        "Combien d’agents pourront se servir d’AgentConnect alors qu’ils ne le pouvaient pas\u202F?",
      weight: 1,
      source: "Livret l.686",
    },
    {
      key: "availability",
      name: "Taux de disponibilité pour fournir les identités",
      definition: "Quelle part du temps le service répond-il quand un agent se connecte\u202F?",
      weight: 1,
      source: "Livret l.687",
    },
    {
      key: "data-quality",
      name: "Qualité des données d’identités",
      definition:
        "L’annuaire est-il sans doublons, tenu à jour, avec des données complètes et écrites selon un même format\u202F?",
      weight: 1,
      source: "Livret l.688",
    },
    {
      key: "security",
      name: "Niveau de sécurité du fournisseur d’identités",
      definition:
        "Les comptes et le service sont-ils bien protégés contre l’usurpation et l’intrusion\u202F?",
      weight: 1,
      source: "Livret l.689",
    },
  ],
  selection: snap2Selection("Livret l.693", "Livret l.676"),
  commitments: snap2Commitments("Livret l.694"),
  support: snap2Support("Livret l.695"),
  followUp: [
    {
      text: "Le nombre d’agents qu’AgentConnect peut identifier grâce au projet.",
      source: "Livret l.696",
    },
  ],
  duties: snap2Duties("Livret l.694", "Livret l.696"),
  figures: [
    {
      key: "identifiable-agents",
      text: "Agents qu’AgentConnect peut identifier grâce au projet",
      unit: "agents",
      source: "Livret l.696",
    },
  ],
  silences: [
    {
      text: "La taille attendue\u00A0: le texte ne dit pas si elle compte le T2.",
      source: "Livret l.678",
      reading: "Elle est lue sur le titre 3 seul.",
    },
    ...snap2Silences("Livret l.669", "Livret l.675, l.694"),
  ],
  keywords: [...snap2Keywords, "annuaire", "fournisseur d’identité"],
};
