import { EXPORT_FORMATS, type ExportFormat } from "@/domain/export-formats";
import type { Actor } from "@/domain/rights/actor";
import { attachment } from "@/features/files/attachment";
import { exportList } from "@/features/work-list/export/export-list";
import { filtersOf } from "@/features/work-list/queries/list";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import type { RouteRequest } from "@/server/route";

/** Each reads every dossier of the list. */
const EXPORTS: RateLimit = { name: "list-export", points: 20, seconds: 60 };

/** What answers with the list as filtered, every page of it, in one format. */
export function listFile(format: ExportFormat) {
  return async ({ actor, request }: RouteRequest<Actor, null>): Promise<Response> => {
    await consume(EXPORTS, callerOf(request.headers, actor.agentId));
    const { mediaType } = EXPORT_FORMATS[format];
    const file = await exportList(actor, filtersOf(new URL(request.url).search), format);
    return attachment(file, { name: `dossiers.${format}`, mediaType });
  };
}
