import { PUBLIC_MINUTE } from "@/features/catalogue/api/caching";
import { publishedTheme } from "@/features/catalogue/api/simulation";
import { answerTheme } from "@/features/catalogue/api/themes";
import { openRoute, preflight } from "@/server/open-route";

/** A theme and its rules. */
export const GET = openRoute({ name: "api-theme" }, async ({ params }) =>
  Response.json(await answerTheme(publishedTheme(params.code)), { headers: PUBLIC_MINUTE }),
);
export const OPTIONS = preflight("GET");
