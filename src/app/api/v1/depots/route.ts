import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { fileDossierSchema } from "@/features/dossiers/schemas";
import { routes } from "@/routes";
import { route } from "@/server/route";

/** Files a dossier, by script or by the plain form of the summary. The same key gives the same receipt. */
export const POST = route(
  { name: "file-dossier", body: fileDossierSchema },
  async ({ actor, input, isForm }) => {
    const receipt = await fileDossier(actor, input);
    return isForm ? { redirectTo: routes.receipt(receipt.number) } : { json: receipt };
  },
);
