import { because, dayOf, groundOf, nameOf, said, textOf, type Vocabulary } from "./facts";

/** What the jury does. */
export const JURY_WORDS: Vocabulary = {
  review: said("Dossier passé en instruction devant le jury."),
  "assign-juror": {
    sentence: ({ jurorId }, names) => `Dossier confié à ${nameOf(jurorId, names)}.`,
  },
  "recuse-juror": {
    sentence: ({ jurorId, ground }, names) =>
      `Déport de ${nameOf(jurorId, names)}. Lien d’intérêts\u00A0: ${groundOf(ground)}.`,
  },
  "join-session": {
    sentence: ({ label, heldOn }) =>
      `Dossier inscrit à la séance «\u00A0${textOf(label)}\u00A0» du ${dayOf(heldOn)}.`,
  },
  hear: { sentence: ({ heardOn }) => `Audition du ${dayOf(heardOn)} enregistrée.` },
  "save-sheet": { ...said("Fiche de notation enregistrée."), sheet: true },
  "hand-in-sheet": {
    sentence: ({ fingerprint }) =>
      `Fiche de notation remise. Empreinte des notes\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
    sheet: true,
  },
  abstain: { sentence: ({ reason }) => `Abstention de ce juré.${because(reason)}` },
  "close-scoring": said("Notation close."),
};
