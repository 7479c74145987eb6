import { EXPORT_FORMATS, type ExportFormat } from "@/domain/export-formats";
import type { Actor } from "@/domain/rights/actor";
import { attachment } from "@/features/files/attachment";
import { exportPortfolio } from "@/features/portfolio/export-portfolio";
import { queryOf } from "@/features/portfolio/filters";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import type { RouteRequest } from "@/server/route";

/** Each reads every dossier of the ministry. */
const EXPORTS: RateLimit = { name: "portfolio-export", points: 20, seconds: 60 };

/** What answers with the portfolio as filtered, every page of it, in one format. */
export function portfolioFile(format: ExportFormat) {
  return async ({ actor, request }: RouteRequest<Actor, null>): Promise<Response> => {
    await consume(EXPORTS, callerOf(request.headers, actor.agentId));
    const { mediaType } = EXPORT_FORMATS[format];
    const file = await exportPortfolio(actor, queryOf(new URL(request.url).search), format);
    return attachment(file, { name: `portefeuille.${format}`, mediaType });
  };
}
