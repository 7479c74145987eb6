import { attachment } from "@/features/files/attachment";
import { packFiles } from "@/features/files/pack";
import { knownFiles } from "@/features/files/queries/readable-file";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { bareRoute } from "@/server/route";

/** Each reads every byte of a dossier again. */
const PACKS: RateLimit = { name: "file-pack", points: 30, seconds: 60 };

/** All the analysed files of a dossier, for whoever may read them one by one. */
export const GET = bareRoute({ name: "download-all-files" }, async ({ actor, params, request }) => {
  await consume(PACKS, callerOf(request.headers, actor.agentId));
  const number = String(params.number);
  const files = await knownFiles(actor, number);
  return attachment(packFiles(number, files), {
    name: `fichiers-${number}.zip`,
    mediaType: "application/zip",
  });
});
