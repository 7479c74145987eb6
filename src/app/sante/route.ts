import { publicRoute } from "@/server/route";

export const dynamic = "force-dynamic";

/** The process answers. Nothing else is checked: a load balancer restarts what does not answer here. */
export const GET = publicRoute({ name: "alive" }, async () =>
  Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } }),
);
