import { noClosingDate, noTerminal, roundingDown } from "@/domain/themes/common-facts";
import type { Criterion, Duty, Fact, SelectionPath, Theme } from "@/domain/themes/types";
import { ministryPriorityFact } from "./ministry-priority";

/**
 * What SNAP3 and SNAP4 have in common: products for the agent's workplace, in phases, 75 %, capped. `Lines` gives the
 * places in the fiche of each theme.
 */
interface Lines {
  funding: string;
  eligibility: string;
  product: string;
  phases: string;
  contents: string;
  indicators: string;
  selection: string;
  commitments: string;
  support: string;
  followUp: string;
  experiment: string;
}

/** The unit that owns the theme. */
export function snap34Owner(source: string): Theme["owner"] {
  return { administration: "DINUM", unit: "Mission INFRA", source };
}

/** `caps` are the facts on the theme's own caps. */
export function snap34FundingFacts(
  { funding, eligibility }: Lines,
  caps: readonly Fact[],
): readonly Fact[] {
  return [
    {
      text: "Le fonds paie 75\u00A0% du coût du projet\u202F; 25\u00A0% restent au porteur.",
      source: funding,
    },
    {
      text: "Le temps des agents du ministère (T2) compte dans votre part, à proportion de leur travail sur le projet.",
      source: funding,
    },
    {
      text: "La subvention ne dépasse jamais les dépenses autres que le T2.",
      source: funding,
      reading: "Le T2 appartient à la part du ministère\u00A0: le fonds ne peut pas le payer.",
    },
    ...caps,
    {
      text: "Un projet peut déposer plusieurs dossiers, l’un après l’autre, un par phase.",
      source: funding,
    },
    {
      text: "Seules comptent les dépenses de 2021 et 2022. Les suivantes restent dans le coût total, à votre charge.",
      source: eligibility,
      reading: "Le texte écarte les autres années sans dire où les inscrire.",
    },
    roundingDown,
  ];
}

/** Who may apply, in words. */
export function snap34EligibilityFacts({ eligibility }: Lines): readonly Fact[] {
  return [
    {
      text: "Le projet est porté par une ou plusieurs DNUM, ou par des directions ou des opérateurs qui ont informé les DNUM concernées.",
      source: eligibility,
    },
    { text: "Il correspond à l’objet du guichet.", source: eligibility },
    { text: "Des entreprises françaises en tirent un bénéfice.", source: eligibility },
    {
      text: "Le porteur a les agents qu’il faut pour conduire tout le projet et répondre aux utilisateurs de bout en bout.",
      source: eligibility,
    },
  ];
}

/** What the money does not pay for. */
export function snap34Excluded({ eligibility }: Lines): readonly Fact[] {
  return [
    {
      text: "Les licences de produits venus de pays hors d’Europe. Le travail pour les intégrer est, lui, finançable.",
      source: eligibility,
    },
    noTerminal,
    { text: "Les dépenses hors de 2021 et 2022.", source: eligibility },
  ];
}

/** What is encouraged. */
export function snap34Encouraged({ product, support, experiment }: Lines): readonly Fact[] {
  return [
    {
      text: "Livrer un produit suivi dans la durée, avec des indicateurs qui montrent ses progrès sur les critères.",
      source: product,
    },
    {
      text: "Commencer petit, avec un budget limité, pour éprouver vite l’essentiel et changer de cap au besoin.",
      source: experiment,
    },
    { text: "Travailler avec la mission INFRA avant de déposer.", source: support },
    {
      text: "S’allier entre ministères qui ont les mêmes besoins.",
      source: "COSINUM l.48",
    },
  ];
}

/** `criteria` is the number of criteria the dossier answers one by one. */
export function snap34AnswerContents(
  { contents, indicators }: Lines,
  criteria: number,
): readonly Fact[] {
  return [
    { text: "Les acteurs du projet et leur organisation.", source: contents },
    { text: "Le calendrier, les phases et le jalon qui termine chacune.", source: contents },
    { text: "Le budget détaillé phase par phase.", source: contents },
    { text: "En quoi le projet correspond au thème.", source: contents },
    { text: `Ce qui est prévu pour chacun des ${criteria} critères.`, source: contents },
    {
      text: "Des indicateurs calculables chaque mois au moins, les phases où ils servent, et le niveau à atteindre pour passer chaque jalon.",
      source: indicators,
    },
  ];
}

/** Defence, conformity, scores. */
export function snap34Selection({ selection, eligibility }: Lines): SelectionPath {
  return {
    review: "selection-committee",
    hearing: "required",
    scored: true,
    showsFormerScores: true,
    showsMinistryPriority: true,
    outcomes: ["accepted", "refused", "to-be-presented-again"],
    description: [
      {
        text: "Vous défendez votre dossier devant le comité de sélection (soutenance).",
        source: selection,
      },
      {
        text: "Le comité note sur les critères les dossiers conformes à l’objet du guichet.",
        source: selection,
      },
      {
        text: "Le projet est accepté, refusé, ou invité à revenir une fois amélioré s’il n’est pas mûr.",
        source: selection,
      },
      {
        text: "Quand un projet revient, le comité lit les attentes, vos réponses et la moyenne des notes précédentes.",
        source: selection,
        reading:
          "Le texte ne dit pas ce que le comité lit de la présentation précédente. Les fiches et les noms des jurés ne sont jamais montrés.",
      },
      ministryPriorityFact(eligibility),
    ],
  };
}

/** Accepted at filing. */
export function snap34Commitments({ commitments }: Lines): Theme["commitments"] {
  return [
    {
      key: "quarterly-progress",
      text: "Rendre compte de l’avancement et des indicateurs au moins une fois par trimestre.",
      source: commitments,
    },
    {
      key: "share-information",
      text: "Partager avec la DINUM tout ce qui structure le projet.",
      source: commitments,
    },
  ];
}

/** Help before and after the award. */
export function snap34Support({ support }: Lines): readonly Fact[] {
  return [
    {
      text: "Avant la sélection, la mission INFRA de TECH.GOUV aide à amener le projet au niveau attendu\u00A0: il est vivement conseillé d’en profiter.",
      source: support,
    },
    {
      text: "Ensuite, la DINUM propose un appui technique et un appui aux usages.",
      source: support,
    },
  ];
}

/** Phases, indicators and the right to error. */
export function snap34FollowUp({ followUp, phases, experiment }: Lines): readonly Fact[] {
  return [
    {
      text: "L’argent d’une phase est versé quand les jalons de la précédente sont franchis.",
      source: phases,
    },
    {
      text: "Les indicateurs sont arrêtés dès le départ, d’après vos propositions.",
      source: followUp,
    },
    {
      text: "S’ils s’éloignent beaucoup des prévisions, la DINUM peut arrêter le financement avant la phase suivante.",
      source: followUp,
      reading:
        "Ce refus est une décision motivée, jamais un automatisme\u202F; aucun seuil n’est écrit.",
    },
    {
      text: "Les premières phases laissent un droit à l’erreur\u202F; le budget peut grandir une fois l’essentiel validé.",
      source: experiment,
    },
  ];
}

/** What both fiches leave unsaid. */
export function snap34Silences(openingSource: string, { followUp }: Lines): readonly Fact[] {
  return [
    noClosingDate(openingSource),
    {
      text: "Le rythme des comités de sélection\u00A0: aucune date n’est écrite.",
      source: openingSource,
    },
    { text: "L’écart d’indicateur qui compte comme fort.", source: followUp },
  ];
}

/** Criteria written nearly alike in both fiches; `place` gives the line of each. */
export function snap34Criteria(place: {
  simple: string;
  scalable: string;
  evolving: string;
  resilient: string;
  reversible: string;
  sovereign: string;
}) {
  return {
    simple: {
      key: "simple",
      name: "Le produit est simple à utiliser",
      definition:
        "Les utilisateurs aident-ils à le concevoir et le testent-ils tout du long\u202F? S’en sert-on sans formation, avec une documentation claire et sans complication nouvelle\u202F?",
      weight: 1,
      source: place.simple,
    },
    scalable: {
      key: "scalable",
      name: "Le produit passe à l’échelle",
      definition:
        "Un utilisateur de plus coûte-t-il peu\u202F? Chaque service peut-il administrer le sien\u202F? Les budgets des utilisateurs suffiront-ils après 2022, avec des licences maîtrisées et des techniques durables\u202F?",
      weight: 1,
      source: place.scalable,
    },
    evolving: {
      key: "evolving",
      name: "Le produit évolue et s’enrichit de son écosystème",
      definition:
        "Les retours des utilisateurs nourrissent-ils des livraisons régulières\u202F? Le produit se rapproche-t-il des autres outils de l’État\u202F?",
      weight: 1,
      source: place.evolving,
    },
    resilient: {
      key: "resilient",
      name: "Le produit est résilient et sécurisé",
      definition:
        "Est-il disponible autant que l’usage le demande\u202F? Les données survivent-elles à une panne, et leur protection suit-elle leur sensibilité\u202F?",
      weight: 1,
      source: place.resilient,
    },
    reversible: {
      key: "reversible",
      name: "Le produit est réversible",
      definition:
        "Peut-on le quitter à peu de frais, en récupérant ses données par des API et dans des formats ouverts\u202F?",
      weight: 1,
      source: place.reversible,
    },
    sovereign: {
      key: "sovereign",
      name: "Le produit participe au développement de la souveraineté numérique",
      definition:
        "Est-il hébergé dans un nuage de confiance, appuyé sur des acteurs français, sans dépendance hors d’Europe\u202F?",
      weight: 1,
      source: place.sovereign,
    },
  } satisfies Record<string, Criterion>;
}

/** A report « at least » each quarter. */
export function snap34Duties(source: string): readonly Duty[] {
  return [
    {
      kind: "report",
      rhythm: { every: "quarter" },
      text: "Chaque trimestre au moins\u00A0: l’avancement du projet et ses indicateurs.",
      source,
      reading:
        "Le texte ne donne pas le jour\u00A0: dix jours après la fin du trimestre civil sont retenus.",
    },
  ];
}
