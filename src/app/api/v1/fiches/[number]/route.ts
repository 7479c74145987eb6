import { saveSheet } from "@/features/jury/commands/sheets";
import { saveSheetSchema } from "@/features/jury/schemas";
import { route } from "@/server/route";

/** Autosave of a juror's own sheet. 409 when it was saved elsewhere meanwhile: the body holds the saved one. */
export const PUT = route(
  { name: "save-sheet", body: saveSheetSchema },
  async ({ actor, input, params }) => {
    const saved = await saveSheet(actor, { ...input, number: params.number ?? "" });
    return { json: saved, status: saved.status === "conflict" ? 409 : 200 };
  },
);
