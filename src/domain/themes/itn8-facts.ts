import {
  noWeights,
  quarterlyReading,
  roundingDown,
  staffNotAccepted,
  threeQuarters,
} from "@/domain/themes/common-facts";
import type { Criterion, Fact, Theme } from "@/domain/themes/types";

/** Where each fiche of ITN8 says what the four share. */
export interface Itn8Lines {
  owner: string;
  funding: string;
  eligibility: string;
  size: string;
  opening: string;
  /** Header of the criteria, then the five of them. */
  grid: string;
  criteria: readonly [string, string, string, string, string];
  /** Null where the fiche lacks the block (ITN8B, ITN8D): ITN8A's applies, and is said to be a reading. */
  process: { selection: string; commitments: string; support: string; followUp: string } | null;
}

/** The blocks of ITN8A, which ITN8C repeats and ITN8B and ITN8D lack. */
const OF_ITN8A = {
  selection: "Livret l.452",
  commitments: "Livret l.453",
  support: "Livret l.454",
  followUp: "Livret l.455",
};
const BORROWED = "Cette fiche n’a pas ce bloc\u00A0: celui d’ITN8A et d’ITN8C est appliqué.";

/** A fact of a block that may be borrowed from ITN8A. */
function borrowable({ process }: Itn8Lines, block: keyof typeof OF_ITN8A, text: string): Fact {
  return process === null
    ? { text, source: OF_ITN8A[block], reading: BORROWED }
    : { text, source: process[block] };
}

function fundingFacts(lines: Itn8Lines): Fact[] {
  return [
    // « maximum » is the word of ITN8A and ITN8C alone.
    lines.process === null
      ? threeQuarters(lines.funding)
      : {
          text: "Le fonds paie au plus 75\u00A0% du coût total du projet\u202F; 25\u00A0% restent au porteur.",
          source: lines.funding,
        },
    {
      text: "Le projet coûte plus de 250\u202F000\u00A0€ TTC, ou plus de 150\u202F000\u00A0€ pour une administration déconcentrée.",
      source: lines.size,
      reading:
        "Le seuil de 150\u202F000\u00A0€ suit le porteur principal. «\u00A0Plus de\u00A0» exclut le montant lui-même.",
    },
    staffNotAccepted(lines.funding),
    roundingDown,
  ];
}

function eligibilityFacts({ eligibility: source }: Itn8Lines): Fact[] {
  return [
    {
      text: "Le porteur est une administration de l’État, centrale ou déconcentrée, ou un opérateur de l’État.",
      source,
    },
    { text: "Au moins une entreprise ayant son siège en France y participe.", source },
    {
      text: "De premiers résultats concrets et mesurables arrivent en 12 mois au plus après le lancement.",
      source,
    },
  ];
}

function criteria({ criteria: at }: Itn8Lines): Criterion[] {
  return [
    {
      key: "benefits",
      name: "Bénéfices agents / usagers",
      definition:
        "Que gagnent usagers et agents, combien sont-ils, et de quelle nature est l’effet\u202F?",
      weight: 1,
      source: at[0],
    },
    {
      key: "stakeholders",
      name: "Démarche d’association des parties-prenantes au projet",
      definition:
        "Les personnes et les institutions concernées participent-elles à la construction et au déploiement, avec un accompagnement du changement\u202F?",
      weight: 1,
      source: at[1],
    },
    {
      key: "structure",
      name: "Structuration du projet",
      definition:
        "Le projet est-il mûr\u00A0: besoin établi, équipe, gouvernance, risques, calendrier et suivi\u202F?",
      weight: 1,
      source: at[2],
    },
    {
      key: "reuse",
      name: "Potentiel de mutualisation et de répliquabilité",
      definition:
        "Le projet prolonge-t-il l’existant, associe-t-il d’autres administrations, peut-on reprendre ses données et ses briques\u202F?",
      weight: 1,
      source: at[3],
    },
    {
      key: "savings",
      name: "Économies éventuelles",
      definition:
        "Quelles économies le projet apporte-t-il, s’il y en a\u202F? Aucun seuil n’est fixé.",
      weight: 1,
      source: at[4],
    },
  ];
}

function answerContents({ criteria: at }: Itn8Lines): Fact[] {
  return [
    {
      text: "Les bénéfices pour usagers et agents, chiffrés et décrits.",
      source: at[0],
    },
    {
      text: "La façon d’associer les personnes concernées, puis d’accompagner le changement.",
      source: at[1],
    },
    {
      text: "Le diagnostic, l’équipe, la gouvernance, les risques et le suivi prévu.",
      source: at[2],
    },
    {
      text: "Ce qui existe déjà, et les administrations au même besoin associées au projet\u202F; sinon, pourquoi il est unique.",
      source: at[3],
    },
    { text: "Les économies attendues, s’il y en a.", source: at[4] },
  ];
}

/** The prose the four themes of ITN8 share, with the places of one of them. */
export function itn8Facts(lines: Itn8Lines) {
  const of = (block: keyof typeof OF_ITN8A) => (text: string) => borrowable(lines, block, text);
  const committed = (key: string, text: string) => ({ key, ...of("commitments")(text) });
  const silences: Fact[] = [
    { text: "La date de clôture\u00A0: aucune n’est écrite.", source: lines.opening },
    noWeights(lines.grid),
  ];
  if (lines.process === null) {
    silences.unshift({
      text: "La sélection, les engagements, l’accompagnement et le suivi.",
      source: lines.grid,
      reading: BORROWED,
    });
  }
  return {
    volet: "ITN",
    owner: {
      administration: "DITP",
      unit: "Direction interministérielle de la transformation publique",
      source: lines.owner,
    },
    fundingFacts: fundingFacts(lines),
    eligibilityFacts: eligibilityFacts(lines),
    criteria: criteria(lines),
    answerContents: answerContents(lines),
    selection: {
      review: "steering-committee",
      hearing: "none",
      scored: false,
      outcomes: ["accepted", "refused"],
      instructedBy: ["DINUM", "DITP"],
      arbitration: true,
      description: [
        of("selection")(
          "La DITP et la DINUM instruisent le dossier avec leurs experts\u202F; elles peuvent vous demander des précisions.",
        ),
        of("selection")(
          "Un comité de pilotage de personnalités qualifiées, présidé par la ministre de la Transformation et de la Fonction publiques, décide du financement.",
        ),
      ],
    },
    commitments: [
      committed(
        "hierarchy",
        "Impliquer une hiérarchie à la hauteur du projet, qui le soutient vraiment et suit ses comités.",
      ),
      committed(
        "team",
        "Disposer d’un référent ou d’une équipe identifiés, qui y consacrent un temps important et travaillent avec la DITP.",
      ),
      committed("follow-up", "Aider la DITP à suivre le projet."),
    ],
    support: [
      of("support")("Avant le dépôt, vous pouvez être orienté et conseillé."),
      of("support")(
        "Pendant le projet, une équipe de la DITP le suit et vous conseille aux étapes clés.",
      ),
    ],
    followUp: [
      of("followUp")(
        "Les indicateurs sont fixés pour chaque projet retenu\u00A0: ils en suivent l’avancée et en mesurent l’effet.",
      ),
    ],
    duties: [
      quarterlyReading(lines.process?.followUp ?? OF_ITN8A.followUp),
      {
        kind: "results",
        rhythm: { after: "start", months: 12 },
        text: "Au bout de 12 mois\u00A0: de premiers résultats concrets et mesurables.",
        source: lines.eligibility,
      },
    ],
    figures: [],
    silences,
  } satisfies Partial<Theme>;
}
