import type { Day } from "@/domain/calendar";
import { DUTY_KINDS, type DutyKind } from "@/domain/themes/types";
import { ofPeriod, type Period } from "./periods";

/** What is open on a project in execution, whatever it is read for. */
export interface ProjectStanding {
  suspended: boolean;
  /** Number of the request that waits for its answer. */
  request: number | null;
  /** Position of the phase whose milestone is proposed, and of the one whose milestone was not accepted. */
  proposed: number | null;
  withheld: number | null;
  closingAsked: boolean;
  /** The nearest thing due; null when nothing more is asked. */
  duty: { kind: string; period: Period | ""; dueOn: Day } | null;
}

export const PROJECT_ACTS = [
  "resumption",
  "duty",
  "request",
  "crossing",
  "closing",
  "milestone",
  "evaluation",
] as const;
export type ProjectActKind = (typeof PROJECT_ACTS)[number];

/** The one thing that a project waits for. */
export interface ProjectAct {
  kind: ProjectActKind;
  /** Follows « Prochaine étape : ». */
  what: string;
  by: "carrier" | "owner";
  /** The last day to do it; null where no date presses. */
  dueOn: Day | null;
  isLate: boolean;
  /** The request, the phase or the period it is about. */
  about: number | Period | null;
}

const DUTY_ACTS: Readonly<Record<Exclude<DutyKind, "report">, string>> = {
  demonstration: "faire la démonstration du projet",
  results: "donner les premiers résultats",
  "in-service": "mettre le projet en service",
  "team-kept": "confirmer que l’équipe est maintenue un an",
  evaluation: "donner les résultats pour l’évaluation finale",
};

/** What there is to do for a duty, after « à » or a colon. */
export function dutyAct(kind: string, period: Period | ""): string {
  if (period !== "") return `remettre le compte rendu ${ofPeriod(period)}`;
  const known = DUTY_KINDS.find((each) => each === kind);
  return known && known !== "report" ? DUTY_ACTS[known] : "rendre compte du projet";
}

/**
 * What comes next on a project in execution, and who does it: what is late first, then what waits for an answer, then the
 * nearest day. A suspended project is not pressed.
 */
export function projectAct(standing: ProjectStanding, today: Day): ProjectAct {
  const { suspended, request, proposed, withheld, closingAsked, duty } = standing;
  const act = (kind: ProjectActKind, what: string, more: Partial<ProjectAct> = {}): ProjectAct => ({
    kind,
    what,
    by: "carrier",
    dueOn: null,
    isLate: false,
    about: null,
    ...more,
  });
  const isLate = duty !== null && !suspended && duty.dueOn < today;
  const due =
    duty &&
    act("duty", dutyAct(duty.kind, duty.period), {
      dueOn: duty.dueOn,
      isLate,
      about: duty.period === "" ? null : duty.period,
    });
  if (due?.isLate) return due;
  if (request !== null) {
    return act("request", "répondre à la demande de modification", { by: "owner", about: request });
  }
  if (suspended) return act("resumption", "demander la reprise du projet, suspendu");
  if (proposed !== null) {
    const what = `répondre au jalon proposé de la phase ${proposed}`;
    return act("crossing", what, { by: "owner", about: proposed });
  }
  if (closingAsked) {
    return act("closing", "examiner l’évaluation finale et clore le projet", { by: "owner" });
  }
  if (withheld !== null) {
    const what = `proposer à nouveau le jalon de la phase ${withheld}`;
    return act("milestone", what, { about: withheld });
  }
  return due ?? act("evaluation", "remettre l’évaluation finale du projet");
}
