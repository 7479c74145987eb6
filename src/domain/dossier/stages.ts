import type { DossierStatus } from "./statuses";

/** Where a dossier stands for its ministry, from its preparation to its end. */
export const STAGES = [
  "preparation",
  "visa",
  "instruction",
  "awarded",
  "execution",
  "late",
  "suspended",
  "ended",
] as const;
export type Stage = (typeof STAGES)[number];

/** What each is called, and what it holds, in words. */
export const STAGE_WORDS: Readonly<Record<Stage, { label: string; slug: string; hint: string }>> = {
  preparation: {
    label: "En préparation",
    slug: "en-preparation",
    hint: "Brouillons que leur équipe accepte de vous montrer.",
  },
  visa: {
    label: "Visa à donner",
    slug: "visa-a-donner",
    hint: "Votre réponse est attendue. Les brouillons que vous n’avez pas au portefeuille sont dans «\u00A0Visas\u00A0».",
  },
  instruction: {
    label: "En instruction",
    slug: "en-instruction",
    hint: "Déposés, et sans décision notifiée.",
  },
  awarded: {
    label: "Accordés",
    slug: "accordes",
    hint: "Décision notifiée, suivi pas encore ouvert.",
  },
  execution: { label: "En exécution", slug: "en-execution", hint: "Suivis, sans retard." },
  late: {
    label: "En retard",
    slug: "en-retard",
    hint: "Un compte rendu ou un engagement a dépassé son échéance.",
  },
  suspended: {
    label: "Suspendus",
    slug: "suspendus",
    hint: "Une suspension acceptée court encore.",
  },
  ended: {
    label: "Terminés",
    slug: "termines",
    hint: "Clos, retirés, ou notifiés sans subvention.",
  },
};

/** What the stage of a dossier depends on. */
export interface Standing {
  /** As the ministry may read it: `statusForCarrier`. */
  status: DossierStatus;
  /** The visa of its DNUM is awaited, its delay not ended. */
  visaAwaited: boolean;
  suspended: boolean;
  /** Something due is not done, and its day is past. */
  overdue: boolean;
}

/** Statuses, as shown, after which nothing more is expected of a dossier. */
const ENDED: readonly DossierStatus[] = ["refused", "set-aside", "withdrawn", "closed"];

/**
 * The stage of a dossier: one and one alone. A suspended project is late of nothing; a visa still awaited comes before
 * the instruction, which goes on without it.
 */
export function stageOf({ status, visaAwaited, suspended, overdue }: Standing): Stage {
  if (status === "in-execution") {
    if (suspended) return "suspended";
    return overdue ? "late" : "execution";
  }
  if (status === "accepted") return "awarded";
  if (ENDED.includes(status)) return "ended";
  if (visaAwaited) return "visa";
  return status === "draft" ? "preparation" : "instruction";
}
