import { PUBLIC_MINUTE } from "@/features/catalogue/api/caching";
import { openApiDocument } from "@/features/catalogue/api/openapi";
import { openRoute, preflight } from "@/server/open-route";
import { portalOrigin } from "@/server/origin";

/** The description of the public interface. */
export const GET = openRoute({ name: "api-description" }, async () =>
  Response.json(openApiDocument(portalOrigin()), { headers: PUBLIC_MINUTE }),
);
export const OPTIONS = preflight("GET");
