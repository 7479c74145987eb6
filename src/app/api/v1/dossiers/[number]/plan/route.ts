import { savePlan } from "@/features/dossiers/commands/save-plan";
import { savePlanSchema } from "@/features/dossiers/schemas";
import { route } from "@/server/route";

/** Autosave of the funding plan. 409 with the saved plan when someone else changed it meanwhile. */
export const PUT = route(
  { name: "save-plan", body: savePlanSchema, maxBytes: 1024 * 1024 },
  async ({ actor, input, params }) => {
    const saved = await savePlan(actor, { number: params.number ?? "", ...input });
    return { json: saved, status: saved.status === "conflict" ? 409 : 200 };
  },
);
