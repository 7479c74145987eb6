import { attachment } from "@/features/files/attachment";
import { exportProjects } from "@/features/follow-up/export-projects";
import { readProjectsQuery } from "@/features/follow-up/filters";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { bareRoute } from "@/server/route";

/** Each reads every project in sight. */
const EXPORTS: RateLimit = { name: "projects-export", points: 20, seconds: 60 };

/** The projects as filtered, in CSV. */
export const GET = bareRoute({ name: "projects-csv" }, async ({ actor, request }) => {
  await consume(EXPORTS, callerOf(request.headers, actor.agentId));
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const file = await exportProjects(actor, readProjectsQuery(params));
  return attachment(file, { name: "suivi.csv", mediaType: "text/csv; charset=utf-8" });
});
