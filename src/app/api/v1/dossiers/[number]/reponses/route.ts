import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { saveAnswersSchema } from "@/features/dossiers/schemas";
import { route } from "@/server/route";

/** Autosave of answers. 409 when one of them was saved by someone else meanwhile: the body holds what became of each. */
export const PUT = route(
  { name: "save-answers", body: saveAnswersSchema, maxBytes: 2 * 1024 * 1024 },
  async ({ actor, input, params }) => {
    const saved = await saveAnswers(actor, { number: params.number ?? "", answers: input.answers });
    const conflict = saved.answers.some(({ status }) => status === "conflict");
    return { json: saved, status: conflict ? 409 : 200 };
  },
);
