import { type Day, formatDay } from "@/domain/calendar";
import { formatSize } from "@/domain/dossier/files";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { type Access, accessLabel } from "@/domain/dossier/team";
import { VISA_LABELS, type VisaStatus } from "@/domain/dossier/visa";
import { SET_ASIDE_MOTIVES } from "@/domain/evaluation/admissibility";
import type { Json, JsonObject } from "@/domain/evidence/canonical";
import { cents, formatEuros } from "@/domain/money";
import type { Outcome } from "@/domain/themes/types";

/** Names by id, for the people a line speaks of. */
export type Names = ReadonlyMap<string, string>;

interface Words {
  /** What was done, in one or two sentences; who did it is told beside. */
  sentence: (facts: JsonObject, names: Names) => string;
  /** An act of the jurors on their sheets: nothing of it is shown before the close of the scoring, not even its time. */
  sheet?: true;
}

const said = (sentence: string): Words => ({ sentence: () => sentence });

/** Every action written in the chain of a dossier. A test compares this list with the code that writes them. */
const WORDS: Readonly<Record<string, Words>> = {
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
  admit: { sentence: ({ reason }) => `Dossier déclaré recevable.${because(reason)}` },
  "set-aside": {
    sentence: ({ motive, explanation }) => {
      const label = SET_ASIDE_MOTIVES.find(({ value }) => value === motive)?.label;
      return `Dossier écarté${label ? `\u00A0: ${lowerFirst(label)}` : ""}.${because(explanation)}`;
    },
  },
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
  "propose-decision": {
    sentence: ({ outcome, amount }) =>
      `Décision proposée\u00A0: ${outcomeOf(outcome)}${amountOf(amount)}.`,
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
  "notify-decision": {
    sentence: ({ recipients }, names) =>
      `Décision notifiée à ${listOf(recipients)
        .map((id) => nameOf(id, names))
        .join(", ")}.`,
  },
};

/** The actions that have words, for the test. */
export const KNOWN_ACTIONS: readonly string[] = Object.keys(WORDS);

/** What a line says, in French. An action of another version of the portal is told by its name. */
export function sentenceOf(action: string, facts: JsonObject, names: Names): string {
  return WORDS[action]?.sentence(facts, names) ?? `Acte «\u00A0${action}\u00A0».`;
}

/** Whether a line may be shown while the jury scores. What is not known is not shown. */
export function isOpenDuringScoring(action: string): boolean {
  const words = WORDS[action];
  return words !== undefined && words.sheet !== true;
}

/** Runs of these savings, by one person, are read as one line: drafts and sheets are saved by dozens. */
const FOLDED: Readonly<Record<string, string>> = {
  "save-answers": "Brouillon enregistré",
  "save-plan": "Brouillon enregistré",
  "save-sheet": "Fiche de notation enregistrée",
};

/** What a run of savings says; undefined for an action that is always told alone. */
export function runOf(action: string): string | undefined {
  return FOLDED[action];
}

/** Ids of the people a line speaks of, its author apart. */
export function peopleIn({ agentId, jurorId, proposedById, recipients }: JsonObject): string[] {
  return [agentId, jurorId, proposedById, ...listOf(recipients)].filter(
    (id) => typeof id === "string",
  );
}

function confirmed(outcome: Outcome) {
  return ({ amount, proposedById }: JsonObject, names: Names) =>
    `Décision confirmée\u00A0: ${outcomeOf(outcome)}${amountOf(amount)}. Proposée par ${nameOf(proposedById, names)}.`;
}

type Fact = Json | undefined;

const textOf = (fact: Fact) => (typeof fact === "string" ? fact : "");
const numberOf = (fact: Fact) => (typeof fact === "number" ? fact : 0);
const listOf = (fact: Fact): readonly Json[] => (Array.isArray(fact) ? fact : []);
const objectOf = (fact: Fact): JsonObject =>
  typeof fact === "object" && fact !== null && !Array.isArray(fact) ? fact : {};

const euros = (fact: Fact) =>
  typeof fact === "number" ? formatEuros(cents(fact)) : "non renseignée";
const amountOf = (fact: Fact) => (typeof fact === "number" ? `, ${euros(fact)}` : "");
const because = (fact: Fact) => (textOf(fact) ? ` Motif\u00A0: «\u00A0${textOf(fact)}\u00A0»` : "");
const nameOf = (fact: Fact, names: Names) =>
  names.get(textOf(fact)) ?? "une personne dont le compte n’existe plus";
const accessOf = (fact: Fact) =>
  textOf(fact) ? `\u00A0: ${accessLabel(textOf(fact) as Access).toLowerCase()}` : "";
const dayOf = (fact: Fact) =>
  /^\d{4}-\d{2}-\d{2}$/.test(textOf(fact)) ? formatDay(textOf(fact) as Day) : "jour inconnu";
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** « 3 réponses enregistrées. »: every word takes the plural, but those that end in « s ». */
function counted(count: number, words: string): string {
  const written = count > 1 ? words.replace(/\S*[^s\s](?=\s|$)/g, "$&s") : words;
  return `${count} ${written}.`;
}

const GROUNDS: Readonly<Record<string, string>> = {
  "same-organisation": "même organisation que le porteur",
  "same-ministry": "même ministère que le porteur",
  "dossier-team": "membre de l’équipe du dossier",
};
const groundOf = (fact: Fact) => GROUNDS[textOf(fact)] ?? textOf(fact);

function outcomeOf(fact: Fact): string {
  const known = STATUS_LABELS[textOf(fact) as Outcome] as { label: string } | undefined;
  return known ? lowerFirst(known.label) : textOf(fact);
}
