import {
  OPINION_WORDS,
  type OpinionChoice,
  type OpinionReaders,
  READERS_WORDS,
} from "@/domain/dossier/opinion";
import { SET_ASIDE_MOTIVES } from "@/domain/evaluation/admissibility";
import {
  because,
  dayOf,
  euros,
  groundOf,
  lowerFirst,
  nameOf,
  numberOf,
  said,
  textOf,
  type Vocabulary,
} from "./facts";

/** What those who examine a dossier do before the jury, and what the carrier answers. */
export const INSTRUCTION_WORDS: Vocabulary = {
  "give-instruction-view": {
    sentence: ({ administration, opinion, reasons }) =>
      `Avis d’instruction de la ${textOf(administration)}\u00A0: ${lowerFirst(OPINION_WORDS[textOf(opinion) as OpinionChoice]?.label ?? "")}.${because(reasons)}`,
  },
  "request-opinion": {
    sentence: ({ dueOn, readers }) =>
      `Avis d’expert demandé pour le ${dayOf(dueOn)}, à lire par ${READERS_WORDS[textOf(readers) as OpinionReaders] ?? "ceux qui instruisent"}.`,
  },
  "accept-opinion": said("Demande d’avis acceptée par l’expert."),
  "decline-opinion": {
    sentence: ({ reason, ground }) =>
      textOf(ground)
        ? `Avis d’expert impossible. Lien d’intérêts\u00A0: ${groundOf(ground)}.`
        : `Demande d’avis déclinée.${because(reason)}`,
  },
  "give-opinion": {
    sentence: ({ choice, fingerprint }) =>
      `Avis d’expert remis\u00A0: ${lowerFirst(OPINION_WORDS[textOf(choice) as OpinionChoice]?.label ?? "")}. Empreinte\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
  },
  "revoke-opinion": {
    sentence: ({ reason }) => `Demande d’avis retirée.${because(reason)}`,
  },
  "set-opinion-aside": {
    sentence: ({ ground }) => `Avis d’expert écarté. Lien d’intérêts\u00A0: ${groundOf(ground)}.`,
  },
  "assign-instructor": {
    sentence: ({ assigneeId }, names) =>
      assigneeId
        ? `Instruction confiée à ${nameOf(assigneeId, names)}.`
        : "Dossier laissé sans instructeur.",
  },
  "send-message": {
    sentence: ({ side }) =>
      side === "carrier" ? "Message du porteur à l’instruction." : "Message envoyé au porteur.",
  },
  "settle-messages": said("Message du porteur classé sans réponse."),
  "write-note": said("Note interne enregistrée."),
  "add-label": { sentence: ({ label }) => `Étiquette «\u00A0${textOf(label)}\u00A0» ajoutée.` },
  "remove-label": { sentence: ({ label }) => `Étiquette «\u00A0${textOf(label)}\u00A0» retirée.` },
  admit: { sentence: ({ reason }) => `Dossier déclaré recevable.${because(reason)}` },
  "set-aside": {
    sentence: ({ motive, explanation }) => {
      const label = SET_ASIDE_MOTIVES.find(({ value }) => value === motive)?.label;
      return `Dossier écarté${label ? `\u00A0: ${lowerFirst(label)}` : ""}.${because(explanation)}`;
    },
  },
  "request-complement": {
    sentence: ({ number, dueOn }) =>
      `Compléments demandés (demande ${numberOf(number)}), à envoyer avant le ${dayOf(dueOn)}.`,
  },
  "file-complement": {
    sentence: ({ fingerprint }) =>
      `Compléments envoyés par le porteur. Empreinte du contenu\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
  },
  "close-complement": {
    sentence: ({ reason }) => `Examen repris sans attendre les compléments.${because(reason)}`,
  },
  "put-back-filed": {
    sentence: ({ version }) =>
      `Réponses remises telles que déposées (version ${numberOf(version)}). Ce que l’équipe avait écrit depuis reste dans son historique.`,
  },
  "propose-redirection": {
    sentence: ({ toTheme, reason }) =>
      `Dossier proposé au thème ${textOf(toTheme)}.${because(reason)}`,
  },
  "withdraw-redirection": {
    sentence: ({ toTheme }) => `Proposition au thème ${textOf(toTheme)} retirée.`,
  },
  "decline-redirection": {
    sentence: ({ toTheme, reason }) =>
      `Dossier décliné par le thème ${textOf(toTheme)}.${because(reason)}`,
  },
  redirect: {
    sentence: ({ fromTheme, toTheme, grantBefore, grantAfter }) =>
      `Dossier réorienté du thème ${textOf(fromTheme)} vers le thème ${textOf(toTheme)}, qui l’accepte. Subvention calculée\u00A0: ${euros(grantBefore)}, puis ${euros(grantAfter)}.`,
  },
  "confirm-redirection": {
    sentence: ({ fingerprint }) =>
      `Dossier réorienté, complété et confirmé par le porteur. Empreinte du contenu\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
  },
  "present-anew": {
    sentence: ({ presentation, fingerprint }) =>
      `Nouvelle présentation (la ${numberOf(presentation)}e) déposée par le porteur. Empreinte du contenu\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
  },
};
