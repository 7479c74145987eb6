import { formatDate, formatDay, formatDeadline, formatMonth, parisDay } from "@/domain/calendar";
import { ownerWords } from "@/domain/dossier/owner-words";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { type ProjectStanding, projectAct } from "@/domain/execution/next-act";
import type { Theme } from "@/domain/themes/types";

export interface NextStep {
  /** Verb and object, lower case after the colon. */
  what: string;
  who?: string;
  /** The closing of the call, and the instant it was read at: what is left is counted on screen. */
  closing?: { closesAt: Date; now: Date };
  /** The end of a delay, as a sentence ends: an answer is still taken after it. */
  before?: string;
}

interface Situation {
  /** As the carrier may read it. */
  status: DossierStatus;
  theme: Pick<Theme, "owner" | "selection">;
  call: { closesAt: Date | null; opensAt?: Date | null; announced?: string | null };
  /** `2021-02` when the filing falls into a monthly jury. */
  juryMonth: string | null;
  /** The end of the delay of the open request of complements. */
  dueAt?: Date | undefined;
  /** What is open on its project, once its follow-up is. */
  project?: ProjectStanding | undefined;
  now: Date;
  /** Who reads: the carrier is « vous » to itself, « le porteur » to its ministry. Default: the carrier. */
  reader?: "carrier" | "ministry";
}

const HEARINGS = {
  none: "examiner le dossier",
  optional: "examiner le dossier, avec un entretien si besoin",
  required: "entendre le porteur, puis noter le dossier",
} as const;

/** What comes next for the carrier, who acts and by when: never more than the carrier may know. */
export function nextStep(situation: Situation): NextStep | undefined {
  const { status, theme, call, now } = situation;
  const owner = ownerWords(theme.owner);
  const carrier = situation.reader === "ministry" ? "le porteur" : "vous";
  switch (status) {
    case "draft":
      if (call.opensAt === null) {
        // A draft may wait in a call whose day is not set (ITN5; Livret l.312-313).
        return {
          what: `compléter le dossier (dépôt annoncé pour ${call.announced ?? "plus tard"})`,
          who: carrier,
        };
      }
      if (!call.closesAt) return { what: "compléter puis déposer le dossier", who: carrier };
      return call.closesAt < now
        ? { what: "aucune, le dépôt est clos et le brouillon conservé" }
        : {
            what: "compléter puis déposer le dossier",
            who: carrier,
            closing: { closesAt: call.closesAt, now },
          };
    case "filed":
      return { what: "vérifier la recevabilité", who: owner };
    case "complement-requested":
      return complementStep(situation, carrier);
    case "admissible":
      // Livret l.353: what the first selection keeps goes to the jury.
      if (theme.selection.preselection) {
        return { what: "faire la première sélection, avant le jury", who: owner };
      }
      return examination(situation, owner);
    case "under-review":
    case "heard":
    case "scored":
    case "reserve":
      return examination(situation, owner);
    case "accepted":
      return {
        what: "recevoir les crédits et lancer le projet",
        who: `${carrier} et votre ministère`,
      };
    case "in-execution":
      return projectStep(situation, { carrier, owner });
    case "redirected":
      return { what: "compléter et confirmer le dossier dans son nouveau thème", who: carrier };
    case "to-be-presented-again":
      return { what: "répondre aux attentes et déposer une nouvelle présentation", who: carrier };
    default:
      return undefined;
  }
}

function examination({ juryMonth, theme }: Situation, who: string): NextStep {
  return juryMonth
    ? { what: `passer devant le jury de ${formatMonth(juryMonth)}`, who }
    : { what: HEARINGS[theme.selection.hearing], who };
}

/** What is asked, by whom it is awaited and until when; a late answer is still taken, and it is said. */
function complementStep({ dueAt, now }: Situation, who: string): NextStep {
  if (!dueAt) return { what: "répondre à la demande de compléments", who };
  return dueAt < now
    ? {
        what: `répondre à la demande de compléments (délai passé depuis le ${formatDate(dueAt)})`,
        who,
      }
    : { what: "répondre à la demande de compléments", who, before: formatDeadline(dueAt, now) };
}

/** What the project waits for, its last day said as such when it is over. */
function projectStep(
  { project, now }: Situation,
  { carrier, owner }: { carrier: string; owner: string },
): NextStep {
  if (!project) {
    return { what: "mener le projet et rendre compte de son avancement", who: carrier };
  }
  const { what, by, dueOn, isLate } = projectAct(project, parisDay(now));
  const who = by === "owner" ? owner : carrier;
  if (dueOn === null) return { what, who };
  return isLate
    ? { what: `${what} (attendu depuis le ${formatDay(dueOn)})`, who }
    : { what, who, before: formatDay(dueOn) };
}
