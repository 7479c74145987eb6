import { fileByAct } from "@/features/dossiers/commands/file-by-act";
import { fileFromForm } from "@/features/dossiers/commands/file-from-form";
import { filingSchema } from "@/features/dossiers/schemas";
import { route } from "@/server/route";

/** Files a dossier, the first time or when it came back, by script or by the plain form of the summary. The same key gives the same receipt. */
export const POST = route(
  { name: "file-dossier", body: filingSchema },
  async ({ actor, input, isForm }) =>
    isForm
      ? { redirectTo: await fileFromForm(actor, input) }
      : { json: await fileByAct(actor, input) },
);
