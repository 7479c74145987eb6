import type { CriterionScore } from "@/domain/evaluation/scores";
import type { Send } from "@/ui/autosave/engine";
import { type Destination, sendJson } from "@/ui/autosave/send-json";

/** A sheet as typed. */
export interface TypedSheet {
  scores: CriterionScore[];
  privateNotes: string;
}

/** The one field of a sheet's autosave: the whole sheet, so that a revision is one state of it. */
export const SHEET_FIELD = "sheet";

type Answer =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "conflict"; revision: number; sheet: TypedSheet };

/** Sends a sheet over the revision it was typed on. */
export function sheetTo(to: Destination): Send {
  return async (changes) => {
    const change = changes.find(({ field }) => field === SHEET_FIELD);
    if (!change) return { savedAt: "", outcomes: [] };
    const answer = await sendJson<Answer>(to, "PUT", {
      ...(change.value as TypedSheet),
      baseRevision: change.baseRevision,
    });
    if (answer.status === "saved") {
      const { revision, savedAt } = answer;
      return {
        savedAt,
        outcomes: [{ field: SHEET_FIELD, status: "saved", revision, problem: null }],
      };
    }
    return {
      savedAt: "",
      outcomes: [
        {
          field: SHEET_FIELD,
          status: "conflict",
          revision: answer.revision,
          value: answer.sheet,
          author: "",
          at: "",
        },
      ],
    };
  };
}
