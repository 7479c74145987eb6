import { formatDate, formatInstant, formatTime } from "@/domain/calendar";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { formatScore } from "@/domain/evaluation/scores";
import { type DocumentBlock, facts, heading, list, paragraph } from "@/domain/evidence/document";
import type { Outcome } from "@/domain/themes/types";
import { heardWords } from "./heard";
import type { MinutesContent, MinutesItem, MinutesVote } from "./minutes";
import { CAPACITY_WORDS } from "./quorum";
import { CHOICE_WORDS, resultSentence } from "./votes";

const at = (iso: string) => formatTime(new Date(iso));
const fromTo = ({ from, to }: { from: string; to: string }) => `de ${at(from)} à ${at(to)}`;

/** An item as its reader may read it: whole, or a word in its place. */
export type ReadItem = MinutesItem | { apart: string };

export interface Signature {
  name: string;
  /** ISO instant. */
  at: string;
}

/** The minutes in words, part by part: the same on screen and on paper. `items` are those of the content, as read. */
export function minutesBlocks(
  content: MinutesContent,
  items: readonly ReadItem[],
  remarks: string,
): DocumentBlock[] {
  const { votes, ranking } = content;
  return [
    ...sitting(content),
    ...people(content),
    ...items.flatMap((item, index) => itemBlocks(item, index + 1)),
    ...(votes.length > 0 ? [heading(2, "Votes de la séance"), ...votes.flatMap(voteBlocks)] : []),
    ...rankingBlocks(ranking),
    ...(remarks === "" ? [] : [heading(2, "Remarques"), paragraph(remarks)]),
  ];
}

function sitting({ session }: MinutesContent): DocumentBlock[] {
  const { theme, place, openedAt, endedAt, quorum } = session;
  return [
    heading(2, "La séance"),
    facts([
      { label: "Thème", value: theme },
      { label: "Jour", value: formatDate(new Date(openedAt)) },
      { label: "Lieu", value: place },
      { label: "Ouverte à", value: at(openedAt) },
      { label: "Levée à", value: at(endedAt) },
      { label: "Quorum", value: `${quorum} membre${quorum > 1 ? "s" : ""} avec une voix` },
    ]),
  ];
}

function people({ people: everyone }: MinutesContent): DocumentBlock[] {
  return [
    heading(2, "Les présents"),
    {
      kind: "table",
      caption: "Membres de la séance et heures de présence",
      columns: ["Personne", "Organisation", "Qualité", "Présence"],
      rows: everyone.map(({ name, organisation, capacity, stays }) => [
        name,
        organisation,
        CAPACITY_WORDS[capacity],
        stays.length === 0 ? "Absent" : stays.map(fromTo).join(", "),
      ]),
    },
  ];
}

function itemBlocks(item: ReadItem, rank: number): DocumentBlock[] {
  if ("apart" in item) return [heading(2, `${rank}. ${item.apart}`)];
  const { number, title, state, deliberation } = item;
  return [
    heading(2, `${rank}. Dossier ${number}, ${title}`),
    facts(itemFacts(item)),
    ...questionBlocks(item),
    ...scoreBlocks(item),
    ...(deliberation === "" ? [] : [heading(3, "Délibération"), paragraph(deliberation)]),
    ...(item.votes.length > 0 ? [heading(3, "Votes"), ...item.votes.flatMap(voteBlocks)] : []),
    ...decisionBlocks(item),
    ...(state === "adjourned" ? [paragraph(adjournedWords(item))] : []),
  ];
}

/** A dossier whose turn did not come is not one the jury put off. */
const adjournedWords = ({ startedAt }: MinutesItem) =>
  startedAt
    ? "Le jury ajourne ce dossier à une autre séance."
    : "Ce dossier n’a pas été examiné\u00A0: il passe à une autre séance.";

function itemFacts(item: MinutesItem): { label: string; value: string }[] {
  const { carrier, startedAt, endedAt, heardAt, recused, abstained, quorum } = item;
  const { possible, lapses } = quorum;
  return [
    { label: "Porteur", value: carrier },
    {
      label: "Examen",
      value: startedAt && endedAt ? fromTo({ from: startedAt, to: endedAt }) : "Non examiné",
    },
    ...(heardAt ? [{ label: "Porteur entendu", value: heardWords(new Date(heardAt)) }] : []),
    { label: "Déports", value: recused.length > 0 ? recused.join(", ") : "Aucun" },
    { label: "Abstentions", value: abstained.length > 0 ? abstained.join(", ") : "Aucune" },
    {
      label: "Membres avec une voix",
      value: String(possible),
    },
    ...(startedAt
      ? [
          {
            label: "Quorum",
            value:
              lapses.length === 0
                ? "Atteint pendant tout l’examen"
                : `Non atteint ${lapses.map(fromTo).join(", ")}\u00A0: délibération suspendue`,
          },
        ]
      : []),
  ];
}

function questionBlocks({ questions }: MinutesItem): DocumentBlock[] {
  if (questions.length === 0) return [];
  return [
    heading(3, "Questions écrites"),
    ...list(
      questions.map(({ body, answer }) =>
        answer === "" ? `${body} Sans réponse.` : `${body} Réponse du porteur\u00A0: ${answer}`,
      ),
    ),
  ];
}

function scoreBlocks({ score }: MinutesItem): DocumentBlock[] {
  if (!score) return [];
  const { mean, sheets, criteria } = score;
  return [
    heading(3, "Notes"),
    paragraph(
      `Note du dossier\u00A0: ${formatScore(mean)}, sur ${sheets} fiche${sheets > 1 ? "s" : ""}.`,
    ),
    {
      kind: "table",
      caption: "Notes par critère",
      columns: ["Critère", "Moyenne des fiches", "Consensus de la séance"],
      rows: criteria.map(({ name, mean: each, consensus }) => [
        name,
        formatScore(each),
        consensus ? `${consensus.value} sur 5\u00A0: ${consensus.reason}` : "Sans objet",
      ]),
    },
  ];
}

function voteBlocks({ question, secret, closedAt, counts, choices }: MinutesVote): DocumentBlock[] {
  const how = secret ? "Vote secret" : "Vote à main levée";
  const result = counts ? resultSentence(counts) : "Vote annulé, sans résultat.";
  return [
    paragraph(`${question}\n${how}, clos à ${at(closedAt)}. ${result}`),
    ...list(
      choices.map(({ name, choice }) => `${name}\u00A0: ${CHOICE_WORDS[choice].toLowerCase()}`),
    ),
  ];
}

function decisionBlocks({ decision }: MinutesItem): DocumentBlock[] {
  if (!decision) return [];
  const { outcome, amount, motive, strengths, weaknesses, expectations = [], by } = decision;
  const { label } = STATUS_LABELS[outcome as Outcome];
  const said = (title: string, text: string): DocumentBlock[] =>
    text === "" ? [] : [paragraph(`${title}\u00A0:\n${text}`)];
  return [
    heading(3, "Décision proposée"),
    paragraph(
      `${label}${amount ? `, ${amount}` : ""}. Proposée par ${by}, à confirmer par une autre personne.`,
    ),
    ...said("Motif", motive),
    ...said("Points forts", strengths),
    ...said("Points faibles", weaknesses),
    ...(expectations.length > 0 ? [paragraph("Attentes de la nouvelle présentation\u00A0:")] : []),
    ...list(expectations.map((body, index) => `${index + 1}. ${body}`)),
  ];
}

const PLACES: Readonly<Record<string, string>> = {
  ranked: "Classé",
  reserve: "En réserve",
  "not-retained": "Non retenu",
};

function rankingBlocks(ranking: MinutesContent["ranking"]): DocumentBlock[] {
  if (ranking.length === 0) return [];
  return [
    heading(2, "Classement"),
    {
      kind: "table",
      caption: "Dossiers dans l’ordre du jury",
      columns: ["Rang", "Dossier", "Situation"],
      rows: ranking.map(({ rank, number, title, place }) => [
        String(rank),
        title === "" ? number : `${number}, ${title}`,
        PLACES[place] ?? place,
      ]),
    },
  ];
}

/** Who signed, when; then what proves the content. */
export function signatureBlocks(input: {
  secretary: Signature | null;
  chair: Signature | null;
  fingerprint: string | null;
  /** Where a fingerprint is verified. */
  address: string;
}): DocumentBlock[] {
  const { secretary, chair, fingerprint, address } = input;
  const signed = (signature: Signature | null) =>
    signature
      ? `${signature.name}, le ${formatInstant(new Date(signature.at))}`
      : "Pas encore signé";
  return [
    heading(2, "Signatures"),
    facts([
      { label: "Secrétariat", value: signed(secretary) },
      { label: "Présidence", value: signed(chair) },
    ]),
    ...(fingerprint
      ? [
          paragraph(
            `Ce procès-verbal est scellé\u00A0: il ne change plus. Son empreinte SHA-256 se vérifie à l’adresse ${address}, sans rien révéler de son contenu.`,
          ),
          { kind: "fingerprint" as const, value: fingerprint },
        ]
      : []),
  ];
}
