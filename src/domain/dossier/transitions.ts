import type { Role } from "@/domain/rights/actor";
import type { Outcome, SelectionPath } from "@/domain/themes/types";
import type { DossierStatus } from "./statuses";

/** What the guard of a transition may look at. */
export interface TransitionContext {
  path: SelectionPath;
  /** Jurors are assigned and every sheet of those who are not recused is submitted. */
  scoringComplete: boolean;
  /** The opinion of the director of DINUM is required (above 9 M€) and not yet recorded. */
  directorOpinionMissing: boolean;
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
  return ({ path, directorOpinionMissing }: TransitionContext, status: DossierStatus) => {
    if (!decidableFrom(path).includes(status)) {
      return "Ce thème prévoit une notation\u00A0: la décision vient après sa clôture.";
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
    from: ["filed", "complement-requested", "admissible", "under-review", "heard"],
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
  },
  // Livret l.221: the owner sets aside what is not eligible or not detailed enough, before any jury.
  setAside: {
    name: "set-aside",
    from: ["filed"],
    to: "set-aside",
    by: ["theme-owner", "instructor"],
    label: "Écarter le dossier",
  },
  review: {
    name: "review",
    from: ["admissible"],
    to: "under-review",
    by: ["theme-owner", "instructor", "secretary"],
    label: "Confier le dossier à des jurés",
    guard: ({ path }) => (path.scored ? null : UNSCORED),
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
  accept: decision("accepted", "Accepter le dossier"),
  refuse: decision("refused", "Refuser le dossier"),
  presentAgain: decision("to-be-presented-again", "Demander une nouvelle présentation"),
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
