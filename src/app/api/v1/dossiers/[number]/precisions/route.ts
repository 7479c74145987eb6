import { saveReplies } from "@/features/dossiers/commands/save-replies";
import { saveRepliesSchema } from "@/features/dossiers/schemas";
import { route } from "@/server/route";

/** Autosave of the answers to the points asked. 409 when somebody saved one of them meanwhile, as for the answers. */
export const PUT = route(
  { name: "save-replies", body: saveRepliesSchema },
  async ({ actor, input, params }) => {
    const saved = await saveReplies(actor, {
      number: params.number ?? "",
      answers: input.answers,
    });
    const conflict = saved.answers.some(({ status }) => status === "conflict");
    return { json: saved, status: conflict ? 409 : 200 };
  },
);
