import "server-only";
import { formatDate, formatDay, formatInstant } from "@/domain/calendar";
import { RECUSED_LABEL, writtenLines } from "@/domain/dossier/letter";
import { inGroups } from "@/domain/evidence/document";
import { type Cents, formatEuros } from "@/domain/money";
import type { Outcome } from "@/domain/themes/types";
import { PAGE_TEMPLATE } from "./page-template";
import type { NextDate, ServiceOnPaper } from "./paper";
import { typeset } from "./typeset";

/** What the letter of a confirmed and notified decision says. */
export interface DecisionLetterData {
  service: ServiceOnPaper;
  number: string;
  /** Title of the project. */
  title: string;
  theme: { code: string; title: string };
  carrierName: string;
  /** The unit that decides, never a person: « Direction interministérielle du numérique ». */
  authority: string;
  outcome: Outcome;
  /** Awarded, TTC; null unless accepted. */
  amount: Cents | null;
  /** The computed grant and the total cost, when the theme computes one. */
  computed: { total: Cents; base: Cents; grant: Cents } | null;
  /** What the carrier reads as the reason; its paragraphs are kept. */
  motive: string;
  /** One per line; empty when nothing is said. */
  strengths: string;
  weaknesses: string;
  /** What a new presentation must answer, numbered in this order; none unless it is asked. */
  expectations: readonly { position: number; body: string; about: string | null }[];
  filedAt: Date;
  decidedAt: Date;
  notifiedAt: Date;
  /** Members of the jury recused from the dossier by a conflict: how many, never who. */
  recused: number;
  /** SHA-256 of the content filed, in hexadecimal. */
  fingerprint: string;
  /** SHA-256 of what this letter says, kept at its notification; null before. */
  seal: string | null;
  nextDates: readonly NextDate[];
}

/** The object of the letter and its first sentence, per outcome. */
export const OUTCOME_WORDS: Record<Outcome, { object: string; sentence: string }> = {
  accepted: {
    object: "Votre dossier est accepté",
    sentence: "Votre projet est retenu. La subvention accordée figure ci-dessous.",
  },
  refused: {
    object: "Votre dossier n’est pas retenu",
    sentence: "Votre projet n’est pas retenu. Les raisons en sont données ci-dessous.",
  },
  "set-aside": {
    object: "Votre dossier est écarté",
    sentence:
      "Votre dossier ne remplit pas les conditions pour être examiné. Les raisons en sont données ci-dessous.",
  },
  redirected: {
    object: "Votre dossier est réorienté",
    sentence: "Votre projet relève d’un autre thème. Vos réponses sont conservées.",
  },
  "to-be-presented-again": {
    object: "Votre dossier est à représenter",
    sentence:
      "Votre projet peut être présenté à nouveau, une fois complété selon les attentes données ci-dessous.",
  },
};

const TEMPLATE = String.raw`
${PAGE_TEMPLATE}
#head()
#grid(
  columns: (1fr, 1fr),
  gutter: 8mm,
  [#strong(data.authority)],
  [Destinataire~: \ #strong(data.carrier)],
)
#v(6mm)
Le #data.notifiedOn

= #data.heading

Dossier #strong(data.number), #data.project \
Thème #data.theme

#data.sentence

#if data.amounts.len() > 0 [
  == #data.amountsTitle
  #facts([Montant], [Euros, toutes taxes comprises], data.amounts)
]

== Les raisons de la décision
#paragraphs(data.motive)

#if data.strengths.len() > 0 [
  == Les points forts du projet
  #list(..data.strengths)
]

#if data.weaknesses.len() > 0 [
  == Ses points faibles
  #list(..data.weaknesses)
]

#if data.expectations.len() > 0 [
  == Ce que la nouvelle présentation doit montrer
  #enum(..data.expectations)
]

#if data.nextDates.len() > 0 [
  == Ce qui se passe ensuite
  #list(..data.nextDates)
]

== Si vous contestez cette décision
Vous disposez de deux mois à compter de la réception de cette lettre pour former~:
- un recours gracieux, adressé à l’autorité qui décide (#data.authority), sur la page «~Recours~» du dossier ou par courriel à #data.service.contact\u{202f};
- un recours contentieux, devant le tribunal administratif compétent.

Un recours gracieux formé dans ces deux mois interrompt le délai du recours contentieux. Sans réponse pendant deux
mois, il est rejeté. À compter de la réponse ou du rejet, vous disposez à nouveau de deux mois pour saisir le tribunal.

== Les références
#facts([Élément], [Contenu], data.references)

Empreinte SHA-256 du dossier déposé~: #fingerprint(data.fingerprint)

#if data.seal != none [
  Empreinte SHA-256 de cette lettre~: #fingerprint(data.seal)

  Ces deux empreintes se vérifient sur #data.service.verification
]
`;

/** The letter of a decision as a tagged PDF. To be given only once the decision is notified. */
export function decisionLetterPdf(data: DecisionLetterData): Uint8Array {
  const words = OUTCOME_WORDS[data.outcome];
  return typeset(
    TEMPLATE,
    {
      title: `Décision sur le dossier ${data.number}`,
      heading: words.object,
      foot: `Décision sur le dossier ${data.number}`,
      service: { ...data.service },
      authority: data.authority,
      carrier: data.carrierName,
      notifiedOn: formatDate(data.notifiedAt),
      number: data.number,
      project: data.title,
      theme: `${data.theme.code}, ${data.theme.title}`,
      sentence: words.sentence,
      amountsTitle: data.amount === null ? "Les montants du dossier" : "La subvention accordée",
      amounts: amountRows(data),
      motive: data.motive,
      strengths: writtenLines(data.strengths),
      weaknesses: writtenLines(data.weaknesses),
      expectations: data.expectations.map(({ body, about }) =>
        about === null ? body : `${body} (${about})`,
      ),
      nextDates: data.nextDates.map(({ label, day }) =>
        day ? `${label}\u00A0: ${formatDay(day)}.` : `${label}.`,
      ),
      references: [
        { label: "Numéro du dossier", value: data.number },
        { label: "Dossier déposé le", value: formatInstant(data.filedAt) },
        { label: "Décision prise le", value: formatInstant(data.decidedAt) },
        { label: "Décision notifiée le", value: formatInstant(data.notifiedAt) },
        ...recusedRow(data.recused),
      ],
      fingerprint: inGroups(data.fingerprint),
      seal: data.seal && inGroups(data.seal),
    },
    data.notifiedAt,
  );
}

const recusedRow = (recused: number) =>
  recused === 0 ? [] : [{ label: RECUSED_LABEL, value: String(recused) }];

function amountRows({ amount, computed }: DecisionLetterData) {
  return [
    ...(amount === null ? [] : [{ label: "Subvention accordée", value: formatEuros(amount) }]),
    ...(computed
      ? [
          { label: "Coût total du projet", value: formatEuros(computed.total) },
          { label: "Base de calcul", value: formatEuros(computed.base) },
          { label: "Subvention calculée", value: formatEuros(computed.grant) },
        ]
      : []),
  ];
}
