import {
  because,
  dayOf,
  groundOf,
  instantOf,
  nameOf,
  numberOf,
  said,
  textOf,
  type Vocabulary,
} from "./facts";

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
  "release-juror": {
    sentence: ({ jurorId, reason }, names) =>
      `Dossier repris à ${nameOf(jurorId, names)}, qui ne le notera pas. Raison\u00A0: ${reason}`,
  },
  "join-session": {
    sentence: ({ label, heldOn }) =>
      `Dossier inscrit à la séance «\u00A0${textOf(label)}\u00A0» du ${dayOf(heldOn)}.`,
  },
  "leave-session": {
    sentence: ({ label, reason }) =>
      `Dossier retiré de l’ordre du jour de la séance «\u00A0${textOf(label)}\u00A0».${because(reason)}`,
  },
  "offer-slot": {
    sentence: ({ slotAt }) => `Créneau d’audition proposé au porteur\u00A0: ${instantOf(slotAt)}.`,
  },
  "answer-slot": {
    sentence: ({ slotAt, answer, reason }) =>
      `Créneau du ${instantOf(slotAt)} ${answer === "refused" ? "refusé" : "confirmé"} par le porteur.${because(reason)}`,
  },
  "ask-question": {
    sentence: ({ body }) =>
      `Question écrite du jury au porteur\u00A0: «\u00A0${textOf(body)}\u00A0»`,
  },
  "answer-question": {
    sentence: ({ answer }) =>
      `Réponse écrite du porteur au jury\u00A0: «\u00A0${textOf(answer)}\u00A0»`,
  },
  "call-item": {
    sentence: ({ label }) => `Examen en séance commencé\u00A0: «\u00A0${textOf(label)}\u00A0».`,
  },
  "finish-item": {
    sentence: ({ label }) => `Examen en séance terminé\u00A0: «\u00A0${textOf(label)}\u00A0».`,
  },
  "adjourn-item": {
    sentence: ({ label }) => `Examen ajourné par la séance «\u00A0${textOf(label)}\u00A0».`,
  },
  "remind-jurors": said("Rappel envoyé aux jurés dont la fiche manque."),
  "open-vote": {
    sentence: ({ question, secret }) =>
      `Vote ${secret ? "secret " : ""}ouvert en séance\u00A0: «\u00A0${textOf(question)}\u00A0»`,
  },
  "close-vote": {
    sentence: ({ question, inFavour, against, abstained }) =>
      `Vote clos\u00A0: «\u00A0${textOf(question)}\u00A0» ${numberOf(inFavour)} pour, ${numberOf(against)} contre, ${numberOf(abstained)} abstention(s).`,
  },
  "void-vote": {
    sentence: ({ question }) =>
      `Vote annulé, sans résultat\u00A0: «\u00A0${textOf(question)}\u00A0»`,
  },
  "record-consensus": {
    sentence: ({ criterion, value, reason }) =>
      `Note de consensus de la séance sur le critère «\u00A0${textOf(criterion)}\u00A0»\u00A0: ${numberOf(value)} sur 5.${because(reason)}`,
  },
  hear: { sentence: ({ heardOn }) => `Audition du ${dayOf(heardOn)} enregistrée.` },
  "save-sheet": { ...said("Fiche de notation enregistrée."), sheet: true },
  "hand-in-sheet": {
    sentence: ({ fingerprint }) =>
      `Fiche de notation remise. Empreinte des notes\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
    sheet: true,
  },
  "revise-score": {
    sentence: ({ name, before, after, reason }) =>
      `Note changée après la discussion, critère «\u00A0${textOf(name)}\u00A0»\u00A0: de ${numberOf(before)} à ${numberOf(after)} sur 5.${because(reason)}`,
  },
  abstain: { sentence: ({ reason }) => `Abstention de ce juré.${because(reason)}` },
  "close-scoring": said("Notation close."),
};
