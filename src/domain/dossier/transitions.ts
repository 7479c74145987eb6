import type { Role } from "@/domain/rights/actor";
import type { FundOwner, Outcome, SelectionPath } from "@/domain/themes/types";
import type { DossierStatus } from "./statuses";

/** What the guard of a transition may look at. */
export interface TransitionContext {
  path: SelectionPath;
  /** Jurors are assigned and every sheet of those who are not recused is submitted. */
  scoringComplete: boolean;
  /** The opinion of the director of DINUM is required (above 9 M€) and not yet recorded. */
  directorOpinionMissing: boolean;
  /** Administrations that instruct the dossier with the owner and have not given their view yet (ITN8). */
  viewsMissing: readonly FundOwner[];
  /** The decision was submitted to the minister and confirmed or changed there; read where the path asks it. */
  arbitrated: boolean;
  /** Another theme is asked to take the dossier and has not answered. */
  redirectionPending: boolean;
  /** The decision in force is notified to the carrier. */
  notified: boolean;
  /** An appeal against it waits for its answer. */
  appealOpen: boolean;
}

/** The context of an act whose guard looks at the theme's path alone; what the examination found is then set beside. */
export function pathContext(path: SelectionPath): TransitionContext {
  return {
    path,
    scoringComplete: false,
    directorOpinionMissing: false,
    viewsMissing: [],
    arbitrated: false,
    redirectionPending: false,
    notified: false,
    appealOpen: false,
  };
}

export interface Transition {
  /** Name of the fact in the audit log. */
  name: string;
  from: readonly DossierStatus[];
  to: DossierStatus;
  /** The carrier's own acts are `carrier`, what only time does is `portal`; the others belong to a role of the theme. */
  by: readonly (Role | "carrier" | "portal")[];
  /** Label of the button: verb and object. */
  label: string;
  /** Null when the transition is possible, else a French sentence saying what stands before it. */
  guard?: (context: TransitionContext, status: DossierStatus) => string | null;
}

/**
 * Statuses from which the theme's path allows a decision: after the scoring where the theme scores, else as soon as the
 * dossier is admissible (reading of the texts, Selection).
 */
export function decidableFrom(path: SelectionPath): readonly DossierStatus[] {
  return path.scored ? ["scored", "reserve"] : ["admissible", "heard", "reserve"];
}

function decisionGuard(outcome: Outcome) {
  return (context: TransitionContext, status: DossierStatus) => {
    const { path, directorOpinionMissing, viewsMissing, arbitrated, redirectionPending } = context;
    if (redirectionPending) return PENDING_REDIRECTION;
    if (!decidableFrom(path).includes(status)) {
      return "Ce thème prévoit une notation\u00A0: la décision vient après sa clôture.";
    }
    // Livret l.452, l.570: DITP and DINUM instruct, then the minister arbitrates.
    if (viewsMissing.length > 0) {
      return `La décision attend l’avis d’instruction de la ${viewsMissing.join(" et de la ")}.`;
    }
    if (path.arbitration && !arbitrated) {
      return "Ce thème prévoit l’arbitrage du ministre\u00A0: la décision se confirme dans la liste qui lui est soumise.";
    }
    // Action 6-2 l.118: above 9 M€ the opinion of the director of DINUM comes before any decision.
    if (outcome === "accepted" && directorOpinionMissing) {
      return "L’avis du directeur de la DINUM manque\u00A0: il est requis au-dessus de 9\u202F000\u202F000,00\u00A0€.";
    }
    return null;
  };
}

function decision(outcome: Outcome, label: string): Transition {
  return {
    name: `decision-${outcome}`,
    from: ["admissible", "heard", "scored", "reserve"],
    to: outcome,
    by: ["theme-owner", "chair"],
    label,
    guard: decisionGuard(outcome),
  };
}

/** Why nothing is decided, asked nor entrusted on a dossier that another theme is asked to take. */
export const PENDING_REDIRECTION =
  "Un autre thème est sollicité pour ce dossier\u00A0: attendez sa réponse, ou retirez la proposition.";

const unlessRedirected = ({ redirectionPending }: TransitionContext) =>
  redirectionPending ? PENDING_REDIRECTION : null;

const UNSCORED = "Ce thème ne prévoit pas de notation par un jury.";

/** The one table of what may happen to a dossier: it draws the buttons, accepts the action and the documentation. */
export const TRANSITIONS = {
  file: {
    name: "file",
    from: ["draft"],
    to: "filed",
    by: ["carrier"],
    label: "Déposer le dossier",
  },
  withdraw: {
    name: "withdraw",
    from: [
      "filed",
      "complement-requested",
      "admissible",
      "under-review",
      "heard",
      "scored",
      "reserve",
      "redirected",
      "to-be-presented-again",
    ],
    to: "withdrawn",
    by: ["carrier"],
    label: "Retirer le dossier",
  },
  abandon: {
    name: "abandon",
    from: ["draft"],
    to: "withdrawn",
    by: ["carrier"],
    label: "Abandonner le brouillon",
  },
  // After two notices nobody answered (`deadlines.ts`): a draft is never closed without a warning.
  expire: {
    name: "expire",
    from: ["draft"],
    to: "withdrawn",
    by: ["portal"],
    label: "Laisser expirer le brouillon",
  },
  admit: {
    name: "admit",
    from: ["filed"],
    to: "admissible",
    by: ["theme-owner", "instructor"],
    label: "Déclarer le dossier recevable",
    guard: unlessRedirected,
  },
  // Livret l.221: the owner sets aside what is not eligible or not detailed enough, before any jury; where the text
  // makes a first selection (ITN5, Livret l.353), what it does not keep too.
  setAside: {
    name: "set-aside",
    from: ["filed", "admissible"],
    to: "set-aside",
    by: ["theme-owner", "instructor"],
    label: "Écarter le dossier",
    guard: (context, status) => {
      if (status === "admissible" && !context.path.preselection) {
        return "Ce thème ne prévoit pas de première sélection\u00A0: un dossier recevable se décide.";
      }
      return unlessRedirected(context);
    },
  },
  // Livret l.452: the administrations that instruct may ask for precisions; offered to every theme.
  requestComplement: {
    name: "request-complement",
    from: ["filed", "admissible"],
    to: "complement-requested",
    by: ["theme-owner", "instructor"],
    label: "Demander des compléments",
    guard: unlessRedirected,
  },
  fileComplement: {
    name: "file-complement",
    from: ["complement-requested"],
    to: "filed",
    by: ["carrier"],
    label: "Envoyer les compléments",
  },
  closeComplement: {
    name: "close-complement",
    from: ["complement-requested"],
    to: "filed",
    by: ["theme-owner", "instructor"],
    label: "Reprendre sans attendre les compléments",
  },
  // The role is read on the theme that receives the dossier: its owner accepts (Livret l.662).
  redirect: {
    name: "redirect",
    from: ["filed", "admissible", "heard", "scored", "reserve"],
    to: "redirected",
    by: ["theme-owner"],
    label: "Accepter le dossier réorienté",
  },
  confirmRedirection: {
    name: "confirm-redirection",
    from: ["redirected"],
    to: "filed",
    by: ["carrier"],
    label: "Confirmer le dossier réorienté",
  },
  // Livret l.787, l.838: presented again once improved, with the same number.
  presentAnew: {
    name: "present-anew",
    from: ["to-be-presented-again"],
    to: "filed",
    by: ["carrier"],
    label: "Déposer la nouvelle présentation",
  },
  review: {
    name: "review",
    from: ["admissible"],
    to: "under-review",
    by: ["theme-owner", "instructor", "secretary"],
    label: "Confier le dossier à des jurés",
    guard: (context) => (context.path.scored ? unlessRedirected(context) : UNSCORED),
  },
  hear: {
    name: "hear",
    from: ["admissible", "under-review"],
    to: "heard",
    by: ["theme-owner", "instructor", "secretary", "chair"],
    label: "Enregistrer l’audition",
    guard: ({ path }, status) => {
      if (path.hearing === "none") return "Ce thème ne prévoit pas d’audition.";
      return path.scored && status === "admissible"
        ? "Confiez d’abord le dossier à des jurés."
        : null;
    },
  },
  closeScoring: {
    name: "close-scoring",
    from: ["under-review", "heard"],
    to: "scored",
    by: ["theme-owner", "secretary", "chair"],
    label: "Clore la notation",
    guard: ({ path, scoringComplete }, status) => {
      if (!path.scored) return UNSCORED;
      if (path.hearing === "required" && status !== "heard") {
        return "L’audition du porteur n’est pas enregistrée.";
      }
      return scoringComplete
        ? null
        : "Il manque des fiches de notation\u00A0: chaque juré non déporté doit remettre la sienne.";
    },
  },
  // What the money does not reach waits for freed credits, in a stated order.
  holdInReserve: {
    name: "hold-in-reserve",
    from: ["admissible", "heard", "scored"],
    to: "reserve",
    by: ["theme-owner", "chair"],
    label: "Mettre en réserve",
    guard: (context, status) =>
      decidableFrom(context.path).includes(status)
        ? unlessRedirected(context)
        : "Ce thème prévoit une notation\u00A0: la mise en réserve vient après sa clôture.",
  },
  // An appeal upheld takes the dossier back to where its decision was taken.
  reopen: {
    name: "reopen",
    from: ["accepted", "refused", "to-be-presented-again"],
    to: "admissible",
    by: ["theme-owner", "chair"],
    label: "Rouvrir le dossier",
    guard: ({ path }) =>
      path.scored ? "Ce thème prévoit une notation\u00A0: le dossier rouvre noté." : null,
  },
  reopenScored: {
    name: "reopen-scored",
    from: ["accepted", "refused", "to-be-presented-again"],
    to: "scored",
    by: ["theme-owner", "chair"],
    label: "Rouvrir le dossier noté",
    guard: ({ path }) => (path.scored ? null : UNSCORED),
  },
  reopenFiled: {
    name: "reopen-filed",
    from: ["set-aside"],
    to: "filed",
    by: ["theme-owner", "chair"],
    label: "Rouvrir le dossier écarté",
  },
  accept: decision("accepted", "Accepter le dossier"),
  refuse: decision("refused", "Refuser le dossier"),
  presentAgain: decision("to-be-presented-again", "Demander une nouvelle présentation"),
  // After the award: what was filed is frozen, and the project followed against it.
  start: {
    name: "start-execution",
    from: ["accepted"],
    to: "in-execution",
    by: ["theme-owner", "instructor"],
    label: "Ouvrir le suivi du projet",
    guard: ({ notified, appealOpen }) => {
      if (!notified) return "La décision n’est pas notifiée au porteur\u00A0: notifiez-la d’abord.";
      return appealOpen
        ? "Un recours est en cours\u00A0: le suivi s’ouvre après sa réponse."
        : null;
    },
  },
  close: {
    name: "close-execution",
    from: ["in-execution"],
    to: "closed",
    by: ["theme-owner"],
    label: "Clore le projet",
  },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof TRANSITIONS;

/** The transition that a confirmed outcome performs, for the outcomes the portal decides today. */
export const TRANSITION_OF_OUTCOME = {
  accepted: "accept",
  refused: "refuse",
  "to-be-presented-again": "presentAgain",
} as const satisfies Partial<Record<Outcome, TransitionName>>;

/** Null when the transition may happen from this status in this context, else why not, in French. */
export function refusal(
  name: TransitionName,
  status: DossierStatus,
  context: TransitionContext,
): string | null {
  const transition: Transition = TRANSITIONS[name];
  if (!transition.from.includes(status)) return "Le dossier n’est plus à cette étape.";
  return transition.guard?.(context, status) ?? null;
}

/** The transitions open from a status, in the order of the table. */
export function possible(status: DossierStatus, context: TransitionContext): TransitionName[] {
  return (Object.keys(TRANSITIONS) as TransitionName[]).filter(
    (name) => refusal(name, status, context) === null,
  );
}
