import type { DossierStatus } from "@/domain/dossier/statuses";

/** Statuses in which somebody of the instruction still has something to do. */
const UNDER_WAY = [
  "filed",
  "complement-requested",
  "admissible",
  "under-review",
  "heard",
  "scored",
  "reserve",
] as const satisfies readonly DossierStatus[];

interface View {
  label: string;
  /** Null: every status. */
  statuses: readonly DossierStatus[] | null;
  /** `moi`: the reader's own; `personne`: without instructor. */
  assignee?: "moi" | "personne";
  /** Where a message of the carrier waits: only for whoever reads messages. */
  waiting?: true;
}

/** The views everybody has: whose the dossiers are, then what awaits whom, in the order of a dossier's life. */
export const VIEWS = {
  "mes-dossiers": { label: "Mes dossiers", statuses: UNDER_WAY, assignee: "moi" },
  "sans-instructeur": { label: "Sans instructeur", statuses: UNDER_WAY, assignee: "personne" },
  "messages-sans-reponse": { label: "Messages sans réponse", statuses: null, waiting: true },
  "a-verifier": { label: "À vérifier", statuses: ["filed"] },
  "a-completer": { label: "À compléter", statuses: ["complement-requested"] },
  "a-confier": { label: "Recevables", statuses: ["admissible"] },
  "en-notation": { label: "En notation", statuses: ["under-review", "heard"] },
  "a-decider": { label: "À décider", statuses: ["scored", "reserve"] },
  decides: {
    label: "Décidés",
    statuses: ["accepted", "refused", "set-aside", "to-be-presented-again", "redirected"],
  },
  "en-execution": { label: "En exécution", statuses: ["in-execution"] },
  tous: { label: "Tous", statuses: null },
} as const satisfies Record<string, View>;

export type ViewKey = keyof typeof VIEWS;
export const VIEW_KEYS = Object.keys(VIEWS) as readonly ViewKey[];

/** The views a reader has, in order. */
export function viewsOf({ exchanges }: { exchanges: boolean }): readonly ViewKey[] {
  return VIEW_KEYS.filter((key) => exchanges || !viewOf(key).waiting);
}

export const viewOf = (key: ViewKey): View => VIEWS[key];
