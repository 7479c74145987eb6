import { archiveEntries } from "@/features/execution/archive/entries";
import { openArchive } from "@/features/execution/commands/open-archive";
import { attachment } from "@/features/files/attachment";
import { streamedArchive } from "@/server/files/archive";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { bareRoute } from "@/server/route";

/** Each reads the whole life of a project again. */
const ARCHIVES: RateLimit = { name: "project-archive", points: 10, seconds: 60 };

/** The archive of a closed project, for whoever followed it to its end. */
export const GET = bareRoute({ name: "project-archive" }, async ({ actor, params, request }) => {
  await consume(ARCHIVES, callerOf(request.headers, actor.agentId));
  const archive = await openArchive(actor, String(params.number));
  return attachment(streamedArchive(archiveEntries(archive)), {
    name: `projet-${archive.number}.zip`,
    mediaType: "application/zip",
  });
});
