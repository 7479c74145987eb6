import { formatDate, formatDay, formatDeadline, parisDay } from "@/domain/calendar";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { TRANSITIONS } from "@/domain/dossier/transitions";
import { type ProjectAct, type ProjectStanding, projectAct } from "@/domain/execution/next-act";
import type { Permission } from "@/domain/rights/permissions";
import type { FundOwner, SelectionPath } from "@/domain/themes/types";
import { routes } from "@/routes";

/** The one thing to do next on a dossier, and where, for those whose role allows it. */
export interface NextAct {
  /** Follows « Prochaine étape : ». */
  what: string;
  who: string;
  /** Until when, as a sentence ends. */
  before?: string;
  /** The page where it is done. */
  action: { label: string; href: string; permission: Permission } | null;
}

interface Situation {
  number: string;
  status: DossierStatus;
  path: Pick<SelectionPath, "hearing" | "scored" | "preselection" | "arbitration">;
  /** Administrations whose view the path asks for and that have not given it. */
  viewsMissing: readonly FundOwner[];
  /** Unit that owns the theme. */
  owner: string;
  decision: { status: string; notified: boolean } | null;
  /** The session of the dossier, while it has one. */
  sessionId: string | null;
  /** The theme that is asked to take the dossier and has not answered; null without any. */
  askedTheme: string | null;
  /** The end of the delay of the open request of complements; null without one. */
  dueAt: Date | null;
  /** What is open on its project, once its follow-up is. */
  project?: ProjectStanding | undefined;
  now: Date;
}

const JURY = "les jurés, puis le secrétariat";

/** What comes next by the theme's path; null once nothing is left to the instruction. */
export function nextAct(situation: Situation): NextAct | null {
  const { number, status, path, owner, sessionId, askedTheme } = situation;
  const act = (what: string, who: string, action: NextAct["action"]): NextAct => ({
    what,
    who,
    action,
  });
  if (askedTheme) {
    return act("répondre à la proposition de réorientation", `le porteur du thème ${askedTheme}`, {
      label: "Voir la proposition",
      href: routes.redirection(number),
      permission: "propose-redirection",
    });
  }
  switch (status) {
    case "redirected":
      return act("compléter et confirmer le dossier dans son nouveau thème", "le porteur", null);
    case "filed":
      return act("vérifier la recevabilité", owner, {
        label: "Vérifier la recevabilité",
        href: routes.admissibility(number),
        permission: "assess-admissibility",
      });
    case "complement-requested":
      return complementAct(situation);
    case "admissible":
      if (!path.scored) return decisionAct(situation);
      // Livret l.353: the owner's staff selects first, then a qualified jury.
      return act(
        path.preselection
          ? "faire la première sélection\u00A0: confier le dossier au jury, ou l’écarter"
          : "confier le dossier à des jurés",
        owner,
        {
          label: path.preselection ? "Retenir pour le jury" : "Confier le dossier à des jurés",
          href: routes.jurors(number),
          permission: "assign-jurors",
        },
      );
    case "under-review":
      if (path.hearing === "required") {
        return act("entendre le porteur", "le jury", {
          label: "Enregistrer l’audition",
          href: routes.hearing(number),
          permission: "record-hearing",
        });
      }
      return closing(sessionId);
    case "heard":
      return path.scored ? closing(sessionId) : decisionAct(situation);
    case "scored":
    case "reserve":
      return decisionAct(situation);
    case "to-be-presented-again":
      if (situation.decision?.notified !== false) {
        return act(
          "répondre aux attentes et déposer une nouvelle présentation",
          "le porteur",
          null,
        );
      }
      return notification(situation);
    case "accepted":
      return acceptedAct(situation);
    case "in-execution":
      return executionAct(situation);
    case "refused":
      return situation.decision?.notified === false ? notification(situation) : null;
    default:
      return null;
  }
}

function notification({ number, owner }: Situation): NextAct {
  return {
    what: "notifier la décision au porteur",
    who: owner,
    action: {
      label: "Relire la lettre et notifier",
      href: routes.letter(number),
      permission: "notify-decision",
    },
  };
}

/** What is awarded is told, then followed. */
function acceptedAct(situation: Situation): NextAct | null {
  const { number, owner, decision } = situation;
  if (!decision) return null;
  if (!decision.notified) return notification(situation);
  return {
    what: "ouvrir le suivi du projet",
    who: owner,
    action: {
      label: TRANSITIONS.start.label,
      href: routes.followedProject(number),
      permission: "open-execution",
    },
  };
}

/** What its project waits for; a report late is asked again by whoever follows it. */
function executionAct({ number, owner, project, now }: Situation): NextAct | null {
  if (!project) return null;
  const next = projectAct(project, parisDay(now));
  const { what, by, dueOn, isLate } = next;
  return {
    what: isLate && dueOn ? `${what} (attendu depuis le ${formatDay(dueOn)})` : what,
    who: by === "owner" ? owner : "le porteur",
    ...(dueOn && !isLate && { before: formatDay(dueOn) }),
    action: projectAction(number, next),
  };
}

/** Where the owner does it; null for what is the carrier's. */
function projectAction(number: string, { kind, about, isLate }: ProjectAct): NextAct["action"] {
  switch (kind) {
    case "request":
      return {
        label: "Répondre à la demande",
        href: routes.examinedChange(number, about ?? 1),
        permission: "answer-change",
      };
    case "crossing":
      return {
        label: "Répondre au jalon proposé",
        href: routes.examinedPhase(number, about ?? 1),
        permission: "release-phase",
      };
    case "closing":
      return {
        label: "Examiner la clôture demandée",
        href: routes.examinedClosing(number),
        permission: "close-execution",
      };
    default:
      return isLate
        ? {
            label: "Relancer le porteur",
            href: routes.carrierMessages(number),
            permission: "open-execution",
          }
        : null;
  }
}

/** The carrier's turn; after the delay, the instruction's to choose whether it waits. */
function complementAct({ number, owner, dueAt, now }: Situation): NextAct {
  if (dueAt !== null && dueAt < now) {
    return {
      what: `attendre encore les compléments, ou reprendre sans eux (délai passé depuis le ${formatDate(dueAt)})`,
      who: owner,
      action: {
        label: "Reprendre sans attendre",
        href: routes.complementClosing(number),
        permission: "request-complement",
      },
    };
  }
  return {
    what: "envoyer les compléments demandés",
    who: "le porteur",
    ...(dueAt && { before: formatDeadline(dueAt, now) }),
    action: {
      label: "Voir la demande",
      href: routes.complementRequests(number),
      permission: "request-complement",
    },
  };
}

function closing(sessionId: string | null): NextAct {
  return {
    what: "noter le dossier, puis clore la notation",
    who: JURY,
    action: sessionId
      ? { label: "Voir la séance", href: routes.session(sessionId), permission: "close-scoring" }
      : null,
  };
}

function decisionAct({ number, decision, owner, path, viewsMissing }: Situation): NextAct {
  if (decision?.status === "proposed" && path.arbitration) {
    return {
      what: "arbitrer la décision proposée",
      who: "le comité de pilotage présidé par le ministre",
      action: {
        label: "Voir les listes à arbitrer",
        href: routes.arbitrations(),
        permission: "arbitrate",
      },
    };
  }
  if (decision?.status === "proposed") {
    return {
      what: "confirmer la décision proposée",
      who: "une autre personne que celle qui propose",
      action: {
        label: "Relire la décision proposée",
        href: routes.proposal(number),
        permission: "confirm-decision",
      },
    };
  }
  if (viewsMissing.length > 0) {
    return {
      what: "donner un avis d’instruction",
      who: `la ${viewsMissing.join(" et la ")}`,
      action: {
        label: "Voir les avis d’instruction",
        href: routes.opinions(number),
        permission: "give-instruction-view",
      },
    };
  }
  return {
    what: "proposer une décision",
    who: owner,
    action: {
      label: "Proposer une décision",
      href: routes.proposal(number),
      permission: "propose-decision",
    },
  };
}
