import { APPEAL_LABELS, type AppealStatus } from "@/domain/evaluation/appeal";
import type { JsonObject } from "@/domain/evidence/canonical";
import type { Outcome } from "@/domain/themes/types";
import {
  amountOf,
  because,
  type Fact,
  instantOf,
  listOf,
  lowerFirst,
  type Names,
  nameOf,
  numberOf,
  outcomeOf,
  said,
  textOf,
  type Vocabulary,
} from "./facts";

const appealAnswerOf = (fact: Fact) => {
  const known = APPEAL_LABELS[textOf(fact) as AppealStatus] as { label: string } | undefined;
  return known ? lowerFirst(known.label) : textOf(fact);
};

const expecting = (fact: Fact) => {
  if (typeof fact !== "number") return "";
  return fact === 1 ? ", avec 1 attente" : `, avec ${fact} attentes`;
};

/** What is decided, and what follows. */
export const DECISION_WORDS: Vocabulary = {
  "propose-decision": {
    sentence: ({ outcome, amount, expectations }) =>
      `Décision proposée\u00A0: ${outcomeOf(outcome)}${amountOf(amount)}${expecting(expectations)}.`,
  },
  "return-decision": {
    sentence: ({ reason }) => `Proposition de décision renvoyée à son auteur.${because(reason)}`,
  },
  "record-director-opinion": {
    sentence: ({ opinion }) =>
      `Avis du directeur de la DINUM enregistré\u00A0: «\u00A0${textOf(opinion)}\u00A0»`,
  },
  "decision-accepted": { sentence: confirmed("accepted") },
  "decision-refused": { sentence: confirmed("refused") },
  "decision-to-be-presented-again": { sentence: confirmed("to-be-presented-again") },
  "schedule-notification": {
    sentence: ({ at }) => `Notification prévue le ${instantOf(at)}.`,
  },
  "cancel-notification": said("Notification prévue annulée\u00A0: elle attend une personne."),
  "notify-decision": {
    sentence: ({ recipients }, names) =>
      `Décision notifiée à ${listOf(recipients)
        .map((id) => nameOf(id, names))
        .join(", ")}.`,
  },
  "submit-arbitration": {
    sentence: ({ label }) =>
      `Proposition soumise à l’arbitrage du ministre, liste «\u00A0${textOf(label)}\u00A0».`,
  },
  arbitrate: {
    sentence: ({ answer, outcome, amount, reason }) => {
      if (answer === "returned") return `Le ministre renvoie la proposition.${because(reason)}`;
      const decided = `${outcomeOf(outcome)}${amountOf(amount)}`;
      return answer === "changed"
        ? `Le ministre change la proposition\u00A0: ${decided}.${because(reason)}`
        : `Le ministre confirme la proposition\u00A0: ${decided}.`;
    },
  },
  "file-appeal": {
    sentence: ({ late }) =>
      late === true ? "Recours gracieux formé, après le délai." : "Recours gracieux formé.",
  },
  "register-appeal": said("Recours enregistré\u00A0: le porteur en est averti."),
  "propose-appeal-answer": {
    sentence: ({ answer }) => `Réponse au recours proposée\u00A0: ${appealAnswerOf(answer)}.`,
  },
  "return-appeal-answer": {
    sentence: ({ reason }) => `Réponse au recours renvoyée à son auteur.${because(reason)}`,
  },
  "decide-appeal": {
    sentence: ({ answer }) => `Recours ${appealAnswerOf(answer)}.`,
  },
  "hold-in-reserve": {
    sentence: ({ reserveRank }) => `Dossier mis en réserve, au rang ${numberOf(reserveRank)}.`,
  },
  reopen: { sentence: ({ reason }) => `Dossier rouvert.${because(reason)}` },
  "reopen-scored": {
    sentence: ({ reason }) => `Dossier rouvert, avec ses notes.${because(reason)}`,
  },
  "reopen-filed": { sentence: ({ reason }) => `Dossier écarté rouvert.${because(reason)}` },
};

function confirmed(outcome: Outcome) {
  return ({ amount, proposedById }: JsonObject, names: Names) =>
    `Décision confirmée\u00A0: ${outcomeOf(outcome)}${amountOf(amount)}. Proposée par ${nameOf(proposedById, names)}.`;
}
