import type { Outcome, Send } from "@/ui/autosave/engine";
import { type Destination, sendJson } from "@/ui/autosave/send-json";

/** Answers of a step, all in one request. */
export function answersTo(to: Destination): Send {
  return async (changes) => {
    const { savedAt, answers } = await sendJson<{ savedAt: string; answers: Outcome[] }>(
      to,
      "PUT",
      { answers: changes },
    );
    return { savedAt, outcomes: answers };
  };
}

type PlanAnswer =
  | { status: "saved"; revision: number; savedAt: string }
  | {
      status: "conflict";
      revision: number;
      lines: unknown;
      coFinancers: unknown;
      author: string;
      mine: boolean;
      at: string;
    };

/** The one field of a plan: its lines and its co-financers. */
export const PLAN_FIELD = "plan";

/** A whole plan, and the other answers of its step, each to its own address. */
export function planAndAnswersTo(plan: Destination, others: Destination): Send {
  const sendAnswers = answersTo(others);
  return async (changes) => {
    const change = changes.find(({ field }) => field === PLAN_FIELD);
    const answers = changes.filter(({ field }) => field !== PLAN_FIELD);
    const outcomes: Outcome[] = [];
    let savedAt = "";
    if (change) {
      const saved = await sendJson<PlanAnswer>(plan, "PUT", {
        baseRevision: change.baseRevision,
        // What an earlier version of this page left on the device is a list of lines.
        ...(Array.isArray(change.value) ? { lines: change.value } : (change.value as object)),
      });
      if (saved.status === "saved") {
        savedAt = saved.savedAt;
        outcomes.push({
          field: PLAN_FIELD,
          status: "saved",
          revision: saved.revision,
          problem: null,
        });
      } else {
        const { lines, coFinancers, ...rest } = saved;
        outcomes.push({ ...rest, field: PLAN_FIELD, value: { lines, coFinancers } });
      }
    }
    if (answers.length > 0) {
      const saved = await sendAnswers(answers);
      savedAt = saved.savedAt;
      outcomes.push(...saved.outcomes);
    }
    return { savedAt, outcomes };
  };
}

/** Commitments, one request each: a box has no text to lose, so the last click wins. */
export function commitmentsTo(to: Destination): Send {
  return async (changes) => {
    const outcomes: Outcome[] = [];
    let savedAt = "";
    for (const { field, value } of changes) {
      const saved = await sendJson<{ savedAt: string }>(to, "PUT", {
        commitment: field,
        accepted: value === true,
      });
      savedAt = saved.savedAt;
      outcomes.push({ field, status: "saved", revision: 0, problem: null });
    }
    return { savedAt, outcomes };
  };
}
