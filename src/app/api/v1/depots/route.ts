import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { fileFromForm } from "@/features/dossiers/commands/file-from-form";
import { fileDossierSchema } from "@/features/dossiers/schemas";
import { route } from "@/server/route";

/** Files a dossier, by script or by the plain form of the summary. The same key gives the same receipt. */
export const POST = route(
  { name: "file-dossier", body: fileDossierSchema },
  async ({ actor, input, isForm }) =>
    isForm
      ? { redirectTo: await fileFromForm(actor, input) }
      : { json: await fileDossier(actor, input) },
);
