import { PUBLIC_MINUTE } from "@/features/catalogue/api/caching";
import { answerThemes } from "@/features/catalogue/api/themes";
import { openRoute, preflight } from "@/server/open-route";

/** The 17 themes and their calls. */
export const GET = openRoute({ name: "api-themes" }, async () =>
  Response.json(await answerThemes(), { headers: PUBLIC_MINUTE }),
);
export const OPTIONS = preflight("GET");
