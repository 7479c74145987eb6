import { attachment } from "@/features/files/attachment";
import { packFiles } from "@/features/files/pack";
import { knownFiles } from "@/features/files/queries/readable-file";
import { bareRoute } from "@/server/route";

/** All the analysed files of a dossier, for whoever may read them one by one. */
export const GET = bareRoute({ name: "download-all-files" }, async ({ actor, params }) => {
  const number = String(params.number);
  const files = await knownFiles(actor, number);
  return attachment(packFiles(number, files), {
    name: `fichiers-${number}.zip`,
    mediaType: "application/zip",
  });
});
