import { attachment } from "@/features/files/attachment";
import { packOf } from "@/features/sittings/pack";
import { streamedArchive } from "@/server/files/archive";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { bareRoute } from "@/server/route";

/** Each reads and sets every dossier of a session again. */
const PACKS: RateLimit = { name: "session-pack", points: 10, seconds: 60 };

/** The pack of a session, for whoever may know of it, without the dossiers they take no part in. */
export const GET = bareRoute(
  { name: "download-session-pack" },
  async ({ actor, params, request }) => {
    await consume(PACKS, callerOf(request.headers, actor.agentId));
    const entries = await packOf(actor, params.id ?? "");
    return attachment(streamedArchive(entries), {
      name: "dossier-de-seance.zip",
      mediaType: "application/zip",
    });
  },
);
