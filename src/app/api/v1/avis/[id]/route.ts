import { saveOpinion } from "@/features/opinions/commands/write-opinion";
import { saveOpinionSchema } from "@/features/opinions/schemas";
import { route } from "@/server/route";

/** Autosave of an expert's own opinion. 409 when it was saved elsewhere meanwhile: the body holds the saved one. */
export const PUT = route(
  { name: "save-opinion", body: saveOpinionSchema },
  async ({ actor, input, params }) => {
    const saved = await saveOpinion(actor, { ...input, opinion: params.id ?? "" });
    return { json: saved, status: saved.status === "conflict" ? 409 : 200 };
  },
);
