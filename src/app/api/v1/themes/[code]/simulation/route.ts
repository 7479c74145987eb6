import { answerSimulation, publishedTheme } from "@/features/catalogue/api/simulation";
import { readJson } from "@/server/body";
import { openRoute, preflight } from "@/server/open-route";

/** What the rules of a theme say of a project. Nothing is recorded. */
export const POST = openRoute({ name: "api-simulation" }, async ({ request, params }) => {
  const theme = publishedTheme(params.code);
  return Response.json(await answerSimulation(theme, await readJson(request)));
});
export const OPTIONS = preflight("POST");
