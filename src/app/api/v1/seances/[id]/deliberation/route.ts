import { saveDeliberation } from "@/features/sittings/commands/save-deliberation";
import { deliberationSchema } from "@/features/sittings/schemas";
import { route } from "@/server/route";

/** Autosave of the text of a deliberation. 409 when somebody else wrote meanwhile: the body holds their text. */
export const PUT = route(
  { name: "save-deliberation", body: deliberationSchema },
  async ({ actor, input, params }) => {
    const saved = await saveDeliberation(actor, { ...input, session: params.id ?? "" });
    return { json: saved, status: saved.status === "conflict" ? 409 : 200 };
  },
);
