import type { Outcome, Send } from "@/ui/autosave/engine";
import { sendJson } from "@/ui/autosave/send-json";

/** Answers of a step, all in one request. */
export function answersTo(url: string): Send {
  return async (changes) => {
    const { savedAt, answers } = await sendJson<{ savedAt: string; answers: Outcome[] }>(
      url,
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
      at: string;
    };

/** The one field of a plan: its lines and its co-financers. */
export const PLAN_FIELD = "plan";

/** A whole plan, and the other answers of its step, each to its own address. */
export function planAndAnswersTo(planUrl: string, answersUrl: string): Send {
  const sendAnswers = answersTo(answersUrl);
  return async (changes) => {
    const plan = changes.find(({ field }) => field === PLAN_FIELD);
    const others = changes.filter(({ field }) => field !== PLAN_FIELD);
    const outcomes: Outcome[] = [];
    let savedAt = "";
    if (plan) {
      const saved = await sendJson<PlanAnswer>(planUrl, "PUT", {
        baseRevision: plan.baseRevision,
        // What an earlier version of this page left on the device is a list of lines.
        ...(Array.isArray(plan.value) ? { lines: plan.value } : (plan.value as object)),
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
    if (others.length > 0) {
      const saved = await sendAnswers(others);
      savedAt = saved.savedAt;
      outcomes.push(...saved.outcomes);
    }
    return { savedAt, outcomes };
  };
}

/** Commitments, one request each: a box has no text to lose, so the last click wins. */
export function commitmentsTo(url: string): Send {
  return async (changes) => {
    const outcomes: Outcome[] = [];
    let savedAt = "";
    for (const { field, value } of changes) {
      const saved = await sendJson<{ savedAt: string }>(url, "PUT", {
        commitment: field,
        accepted: value === true,
      });
      savedAt = saved.savedAt;
      outcomes.push({ field, status: "saved", revision: 0, problem: null });
    }
    return { savedAt, outcomes };
  };
}
