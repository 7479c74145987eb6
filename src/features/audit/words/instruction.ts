import { SET_ASIDE_MOTIVES } from "@/domain/evaluation/admissibility";
import { because, dayOf, lowerFirst, numberOf, textOf, type Vocabulary } from "./facts";

/** What those who examine a dossier do before the jury, and what the carrier answers. */
export const INSTRUCTION_WORDS: Vocabulary = {
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
  redirect: {
    sentence: ({ fromTheme, toTheme }) =>
      `Dossier réorienté du thème ${textOf(fromTheme)} vers le thème ${textOf(toTheme)}, qui l’accepte.`,
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
