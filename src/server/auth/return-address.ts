import "server-only";
import { portalOrigin } from "../origin";

const CONTROL_OR_BACKSLASH = /[\\\p{Cc}]/u;

/**
 * The path to come back to after a sign-in, or null when the address leads elsewhere. Only the portal's own paths are
 * kept: `//evil.example`, `/\evil.example` and their like are other sites to a browser. Sign-in itself and the
 * addresses for programs are no destination.
 */
export function safeReturn(address: string | null | undefined): string | null {
  if (!address || address.length > 2000 || CONTROL_OR_BACKSLASH.test(address)) return null;
  const origin = portalOrigin();
  const relative = address.startsWith("/") && !address.startsWith("//");
  if (!relative && !address.startsWith(`${origin}/`)) return null;
  if (!URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  if (url.origin !== origin) return null;
  if (/^\/(connexion|api)(\/|$)/.test(url.pathname) && url.pathname !== "/connexion/suite") {
    return null;
  }
  return url.pathname + url.search;
}
