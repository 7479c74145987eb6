import { noClosingDate, quarterlyReading, roundingDown } from "@/domain/themes/common-facts";
import type { Duty, Fact, SelectionPath, Theme } from "@/domain/themes/types";
import { ministryPriorityFact } from "./ministry-priority";

/** What SNAP2A and SNAP2B have in common: AgentConnect, T3 funded, T2 counterpart, a jury every month. */

/** The unit that owns both themes. */
export const snap2Owner: Theme["owner"] = {
  administration: "DINUM",
  unit: "Mission IDNUM",
  source: "Livret l.671, l.704",
};

/** `listed` names the categories the fiche lists. */
export function snap2FundingFacts(listed: string, source: string): readonly Fact[] {
  return [
    { text: "Le fonds paie toutes les dépenses de titre 3 (T3) du projet.", source },
    {
      text: `Les dépenses payées\u00A0: ${listed}. Les autres restent à votre charge.`,
      source,
      reading:
        "La liste du texte est lue comme complète\u00A0: ce qu’elle ne nomme pas n’est pas financé.",
    },
    {
      text: "En contrepartie, le ministère consacre des agents au projet (titre 2, T2)\u00A0: inscrivez leur coût au plan, il n’est pas financé.",
      source,
    },
    roundingDown,
  ];
}

/** Who may apply, in words. */
export function snap2EligibilityFacts(source: string): readonly Fact[] {
  return [
    { text: "Le porteur est une direction d’administration ou d’opérateur de l’État.", source },
    { text: "La direction du numérique concernée est informée avant le dépôt.", source },
    {
      text: "Une DNUM peut porter le projet\u00A0: elle est alors informée d’elle-même.",
      source,
      reading: "Le texte parle d’une direction d’une administration, sans citer les DNUM.",
    },
  ];
}

/** The monthly jury. */
export function snap2Selection(source: string, dnum: string): SelectionPath {
  return {
    review: "monthly-jury",
    hearing: "none",
    scored: true,
    showsMinistryPriority: true,
    outcomes: ["accepted", "refused"],
    description: [
      {
        text: "Le jury se réunit chaque mois\u00A0: les dossiers déposés jusqu’au 14 sont jugés à la fin du même mois.",
        source,
        reading:
          "«\u00A0avant le 15\u00A0» s’arrête au 14 inclus. Dès le 15, le dossier va au jury du mois suivant\u202F; il n’est jamais refusé pour retard.",
      },
      { text: "Les ministères reçoivent la réponse aussitôt après.", source },
      ministryPriorityFact(dnum),
    ],
  };
}

/** The one commitment: twelve months. */
export function snap2Commitments(source: string): Theme["commitments"] {
  return [
    {
      key: "implementation-12-months",
      text: "Mettre le projet en service dans les 12 mois.",
      source,
    },
  ];
}

/** The help announced for mid-2021. */
export function snap2Support(source: string): readonly Fact[] {
  return [
    {
      text: "Un appel à projets pourra aider les ministères, mi-2021, à recruter des développeurs ou des designers pour raccorder AgentConnect.",
      source,
    },
  ];
}

/** What both fiches leave unsaid. */
export function snap2Silences(openingSource: string, commitmentSource: string): readonly Fact[] {
  return [
    noClosingDate(openingSource),
    { text: "Le point de départ des 12 mois de mise en œuvre.", source: commitmentSource },
    {
      text: "Le montant de la contrepartie en agents\u00A0: aucun minimum n’est fixé.",
      source: commitmentSource,
    },
    {
      text: "Le contenu du dossier\u00A0: le formulaire suit les critères.",
      source: commitmentSource,
    },
  ];
}

/** Words people search AgentConnect with. */
export const snap2Keywords = [
  "AgentConnect",
  "identité",
  "connexion",
  "authentification",
  "compte unique",
  "mot de passe",
  "SSO",
  "ProConnect",
] as const;

/** A report each quarter, and the project in service within twelve months. */
export function snap2Duties(commitmentSource: string, followUpSource: string): readonly Duty[] {
  return [
    quarterlyReading(followUpSource),
    {
      kind: "in-service",
      rhythm: { after: "award", months: 12 },
      text: "Au bout de 12 mois\u00A0: le projet est en service.",
      source: commitmentSource,
      reading: "Le texte ne dit pas d’où partent les 12 mois\u00A0: ils partent de l’attribution.",
    },
  ];
}
