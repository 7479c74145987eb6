import "server-only";
import { routes } from "@/routes";
import type { Told } from "./incident";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe inside an HTML element or attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A path of the portal taken from an address, or null: never another site. */
function pathOf(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/**
 * A bare page for a plain post that a route handler refused, when no page of the portal can show the refusal. Without
 * script nor style, readable by all, with a way back to the form.
 */
export function refusalPage(told: Told, status: number, referer: string | null): Response {
  const back = pathOf(referer);
  const details = told.fields.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join("");
  const html = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Demande non aboutie</title></head>
<body><main><h1>Demande non aboutie</h1>
<p>${escapeHtml(told.message)}</p>${details ? `<ul>${details}</ul>` : ""}
${back ? `<p><a href="${escapeHtml(back)}">Revenir à la page précédente</a></p>` : ""}
<p><a href="${routes.home()}">Aller à l’accueil</a></p></main></body></html>`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
