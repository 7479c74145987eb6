import type { Actor } from "@/domain/rights/actor";
import { attachment } from "@/features/files/attachment";
import {
  exportSteeredProjects,
  exportTable,
  FILE_FORMATS,
  type FileFormat,
} from "@/features/steering/exports";
import { readSteeringQuery } from "@/features/steering/filters";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import type { RouteRequest } from "@/server/route";

/** Each reads every project in sight. */
const EXPORTS: RateLimit = { name: "steering-export", points: 30, seconds: 60 };

type Asked = RouteRequest<Actor, null>;

/** What answers with one table of the committee, in one format. */
export function tableFile(format: FileFormat) {
  return async ({ actor, request }: Asked): Promise<Response> => {
    await consume(EXPORTS, callerOf(request.headers, actor.agentId));
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const query = readSteeringQuery(params);
    const { file, name } = await exportTable(actor, query, { key: params.tableau ?? "", format });
    return attachment(file, { name, mediaType: FILE_FORMATS[format].mediaType });
  };
}

/** What answers with the projects behind a figure, in one format. */
export function projectsFile(format: FileFormat) {
  return async ({ actor, request }: Asked): Promise<Response> => {
    await consume(EXPORTS, callerOf(request.headers, actor.agentId));
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const file = await exportSteeredProjects(actor, readSteeringQuery(params), format);
    const { mediaType } = FILE_FORMATS[format];
    return attachment(file, { name: `projets-du-fonds.${format}`, mediaType });
  };
}
