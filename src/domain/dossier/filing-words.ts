import type { FilingAct } from "./editing";
import { TRANSITIONS } from "./transitions";

/** What is said around one of the acts by which a carrier files. */
export interface FilingWords {
  /** Title of the page where one reads everything once more, and of the links to it. */
  review: string;
  /** The one button. */
  button: string;
  /** While it is sent. */
  waiting: string;
  /** To end « Erreur : 2 réponses à corriger avant de… ». */
  before: string;
  /** To end « Cochez la case pour… ». */
  to: string;
  /** Under the box « J’ai relu le dossier ». */
  after: string;
  /** What did not happen, when it is refused. */
  refused: string;
  /** When the network leaves the answer unknown. */
  unconfirmed: string;
  /** Title of the receipt on paper. */
  receipt: string;
  /** What is done, for the dossier of this number. */
  done: (number: string) => string;
  /** How the act is called in a list of filings, with its date. */
  called: string;
}

export const FILING_WORDS: Readonly<Record<FilingAct, FilingWords>> = {
  file: {
    review: "Relire et déposer",
    button: TRANSITIONS.file.label,
    waiting: "Dépôt en cours",
    before: "déposer",
    to: "le déposer",
    after: "Après le dépôt, les réponses ne changent plus.",
    refused: "le dépôt n’a pas été fait",
    unconfirmed: "Dépôt non confirmé. Réessayez\u00A0: le dossier ne sera déposé qu’une fois.",
    receipt: "Récépissé de dépôt",
    done: (number) => `Votre dossier ${number} est déposé`,
    called: "Premier dépôt",
  },
  fileComplement: {
    review: "Relire et envoyer",
    button: TRANSITIONS.fileComplement.label,
    waiting: "Envoi en cours",
    before: "envoyer les compléments",
    to: "envoyer les compléments",
    after: "Après l’envoi, les réponses ne changent plus.",
    refused: "l’envoi n’a pas été fait",
    unconfirmed:
      "Envoi non confirmé. Réessayez\u00A0: les compléments ne seront envoyés qu’une fois.",
    receipt: "Récépissé d’envoi des compléments",
    done: (number) => `Les compléments du dossier ${number} sont envoyés`,
    called: "Envoi des compléments",
  },
  confirmRedirection: {
    review: "Relire et confirmer",
    button: TRANSITIONS.confirmRedirection.label,
    waiting: "Confirmation en cours",
    before: "confirmer le dossier",
    to: "le confirmer",
    after: "Après la confirmation, les réponses ne changent plus.",
    refused: "la confirmation n’a pas été faite",
    unconfirmed:
      "Confirmation non reçue. Réessayez\u00A0: le dossier ne sera confirmé qu’une fois.",
    receipt: "Récépissé de confirmation du dossier réorienté",
    done: (number) => `Votre dossier ${number} est confirmé dans son nouveau thème`,
    called: "Confirmation dans le nouveau thème",
  },
  presentAnew: {
    review: "Relire et déposer à nouveau",
    button: TRANSITIONS.presentAnew.label,
    waiting: "Dépôt en cours",
    before: "déposer la nouvelle présentation",
    to: "déposer la nouvelle présentation",
    after: "Après le dépôt, les réponses ne changent plus.",
    refused: "le dépôt n’a pas été fait",
    unconfirmed:
      "Dépôt non confirmé. Réessayez\u00A0: la nouvelle présentation ne sera déposée qu’une fois.",
    receipt: "Récépissé de la nouvelle présentation",
    done: (number) => `La nouvelle présentation de votre dossier ${number} est déposée`,
    called: "Nouvelle présentation",
  },
};

/** Told to whoever files without saying that they have read. */
export function unreadSentence(act: FilingAct): string {
  return `Cochez «\u00A0J’ai relu le dossier\u00A0» pour ${FILING_WORDS[act].to}.`;
}

/** The version of a filing as an address gives it; undefined for the last, or when it is none. */
export function filingVersion(typed: string | readonly string[] | undefined): number | undefined {
  return typeof typed === "string" && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
