import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { exportCsv } from "@/features/work-list/export/csv";
import { filtersOf } from "@/features/work-list/queries/list";
import { callerOf, consume, type RateLimit } from "@/server/rate-limit";
import { bareRoute } from "@/server/route";

/** Each reads every dossier of the list. */
const EXPORTS: RateLimit = { name: "list-export", points: 20, seconds: 60 };

/** The list as filtered, every page of it, for a spreadsheet. */
export const GET = bareRoute({ name: "list-csv" }, async ({ actor, request }) => {
  await consume(EXPORTS, callerOf(request.headers, actor.agentId));
  const csv = await exportCsv(actor, filtersOf(new URL(request.url).search));
  const body = Readable.toWeb(csv) as ReadableStream<Uint8Array>;
  return new Response(body as BodyInit, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="dossiers.csv"',
      "x-content-type-options": "nosniff",
    },
  });
});
