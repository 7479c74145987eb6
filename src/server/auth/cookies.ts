import "server-only";
import { portalOrigin } from "../origin";

/** Absolute life of a session, in seconds: 12 hours, as the provider's own, never extended. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Tells the static public pages to show « Mon espace ». Says nothing of who is signed in. */
export const HINT_COOKIE = "guichet-connecte";

/** Whether the portal is served over https: cookies are then bound to this very host by their `__Host-` prefix. */
export function isSecure(): boolean {
  return portalOrigin().startsWith("https://");
}

/** The name of a cookie of the portal; plain on http, where a browser refuses the prefix. */
export function cookieName(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

/** The name of the session's cookie. */
export function sessionCookieName(): string {
  return cookieName("guichet-session");
}

/** Attributes of every cookie that carries a secret. */
export function secretCookie() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}
