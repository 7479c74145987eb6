import type { Send } from "@/ui/autosave/engine";
import { type Destination, sendJson } from "@/ui/autosave/send-json";

/** The one field of a text saved as a whole, so that a revision is one state of it. */
export const WHOLE = "whole";

type Answer<Content> =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; saved: Content };

/** Sends a whole content over the revision it was typed on. */
export function wholeTo<Content extends object>(to: Destination): Send {
  return async (changes) => {
    const change = changes.find(({ field }) => field === WHOLE);
    if (!change) return { savedAt: "", outcomes: [] };
    const { value, baseRevision } = change;
    const answer = await sendJson<Answer<Content>>(to, "PUT", {
      ...(value as Content),
      baseRevision,
    });
    if (answer.status === "saved") {
      const { revision, savedAt } = answer;
      return { savedAt, outcomes: [{ field: WHOLE, status: "saved", revision, problem: null }] };
    }
    const { revision, saved } = answer;
    return {
      savedAt: "",
      outcomes: [{ field: WHOLE, status: "conflict", revision, value: saved, author: "", at: "" }],
    };
  };
}
