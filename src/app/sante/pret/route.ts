import { readiness } from "@/server/health";
import { publicRoute } from "@/server/route";

export const dynamic = "force-dynamic";

/** Whether this replica may receive requests, check by check: 200 when ready, 503 when not. */
export const GET = publicRoute({ name: "ready" }, async () => {
  const { ready, checks } = await readiness();
  return Response.json(
    { status: ready ? "ready" : "not-ready", checks },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
});
