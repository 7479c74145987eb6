import { routes } from "@/routes";
import type { Send } from "@/ui/autosave/engine";
import { sendJson } from "@/ui/autosave/send-json";

/** The one field of a deliberation's autosave: the whole text, so that a revision is one state of it. */
export const DELIBERATION_FIELD = "text";

type Answer =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; text: string; author: string; at: string };

/** Sends the text of a deliberation over the revision it was typed on. */
export function deliberationTo(of: { session: string; number: string; agentId: string }): Send {
  const to = { url: routes.saveDeliberation(of.session), agentId: of.agentId };
  return async (changes) => {
    const change = changes.find(({ field }) => field === DELIBERATION_FIELD);
    if (!change) return { savedAt: "", outcomes: [] };
    const answer = await sendJson<Answer>(to, "PUT", {
      number: of.number,
      baseRevision: change.baseRevision,
      text: change.value,
    });
    const field = DELIBERATION_FIELD;
    if (answer.status === "saved") {
      const { revision, savedAt } = answer;
      return { savedAt, outcomes: [{ field, status: "saved", revision, problem: null }] };
    }
    const { revision, text: value, author, at } = answer;
    return { savedAt: "", outcomes: [{ field, status: "conflict", revision, value, author, at }] };
  };
}
