import { formatSize } from "@/domain/dossier/files";
import { VISA_LABELS, type VisaStatus } from "@/domain/dossier/visa";
import {
  accessOf,
  because,
  counted,
  euros,
  listOf,
  lowerFirst,
  nameOf,
  numberOf,
  objectOf,
  said,
  textOf,
  type Vocabulary,
} from "./facts";

/** What the carrier’s team and its DNUM do, files included. */
export const CARRIER_WORDS: Vocabulary = {
  "create-dossier": {
    sentence: ({ theme }) => `Dossier commencé sur le thème ${textOf(theme)}.`,
  },
  "save-answers": {
    sentence: ({ revisions }) =>
      counted(Object.keys(objectOf(revisions)).length, "réponse enregistrée"),
  },
  "save-plan": {
    sentence: ({ lines }) =>
      `Plan de financement enregistré\u00A0: ${counted(numberOf(lines), "dépense")}`,
  },
  "save-replies": {
    sentence: ({ points }) => counted(listOf(points).length, "réponse aux points demandés"),
  },
  "move-to-call": {
    sentence: ({ from, to }) =>
      `Dossier passé de l’ouverture «\u00A0${textOf(from)}\u00A0» à «\u00A0${textOf(to)}\u00A0».`,
  },
  "accept-commitments": {
    sentence: ({ commitments }) => counted(listOf(commitments).length, "engagement pris"),
  },
  "take-back-commitments": {
    sentence: ({ commitments }) => counted(listOf(commitments).length, "engagement repris"),
  },
  "duplicate-dossier": {
    sentence: ({ from }) => `Réponses reprises du dossier ${textOf(from)}.`,
  },
  invite: said("Invitation envoyée dans l’équipe du porteur."),
  "resend-invitation": said("Invitation renvoyée dans l’équipe du porteur."),
  "revoke-invitation": said("Invitation annulée."),
  "join-team": {
    sentence: ({ access }) => `Entrée dans l’équipe du porteur${accessOf(access)}.`,
  },
  "change-access": {
    sentence: ({ agentId, to }, names) =>
      `Accès de ${nameOf(agentId, names)} changé${accessOf(to)}.`,
  },
  "remove-member": {
    sentence: ({ agentId }, names) => `${nameOf(agentId, names)} retiré de l’équipe du porteur.`,
  },
  "leave-team": said("Départ de l’équipe du porteur."),
  "transfer-lead": {
    sentence: ({ agentId }, names) => `Dossier transmis à ${nameOf(agentId, names)}.`,
  },
  "restore-lead": {
    sentence: ({ agentId, reason }, names) =>
      `${nameOf(agentId, names)} nommé responsable du dossier par un administrateur.${because(reason)}`,
  },
  "associate-carrier": said("Co-porteur associé."),
  "dissociate-carrier": said("Co-porteur retiré."),
  comment: said("Commentaire publié dans l’équipe du porteur."),
  "remove-comment": said("Commentaire retiré par son auteur."),
  abandon: said("Brouillon abandonné par son responsable. Ses réponses sont conservées."),
  file: {
    sentence: ({ requestedGrant, fingerprint }) =>
      `Dossier déposé. Subvention demandée\u00A0: ${euros(requestedGrant)}. Empreinte du contenu\u00A0: ${textOf(fingerprint).slice(0, 12)}.`,
  },
  "inform-dnum": {
    sentence: ({ requirement }) =>
      requirement === "joint-filing"
        ? "Dossier présenté à la DNUM du ministère, qui le dépose avec le porteur."
        : "DNUM du ministère informée.",
  },
  "show-draft": said("Brouillon montré à la DNUM du ministère, dans son portefeuille."),
  "hide-draft": said("Brouillon retiré du portefeuille de la DNUM du ministère."),
  "give-visa": {
    sentence: ({ answer, reason }) => {
      const label = (VISA_LABELS[textOf(answer) as VisaStatus] as { label: string } | undefined)
        ?.label;
      return `Visa de la DNUM${label ? `\u00A0: ${lowerFirst(label)}` : ""}.${because(reason)}`;
    },
  },
  "record-tacit-visa": said("Délai de réponse de la DNUM passé\u00A0: information enregistrée."),
  withdraw: { sentence: ({ reason }) => `Dossier retiré.${because(reason)}` },
  "join-file": {
    sentence: ({ size, sha256 }) =>
      `Fichier joint\u00A0: ${formatSize(numberOf(size))}. Empreinte\u00A0: ${textOf(sha256).slice(0, 12)}.`,
  },
  "refuse-file": { sentence: ({ refusal }) => `Fichier refusé.${because(refusal)}` },
  "remove-file": said("Fichier retiré du dossier."),
  "analyse-file": said("Fichier analysé\u00A0: rien trouvé."),
  "find-file-infected": said("Fichier infecté\u00A0: personne ne peut l’ouvrir."),
  "warn-of-expiry": {
    sentence: ({ notice }) =>
      notice === 2
        ? "Second et dernier avis avant l’expiration du brouillon envoyé à l’équipe."
        : "Premier avis avant l’expiration du brouillon envoyé à l’équipe.",
  },
  expire: said("Brouillon expiré après deux avis restés sans suite. Ses réponses sont conservées."),
};
