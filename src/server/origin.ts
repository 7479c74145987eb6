import "server-only";
import { BusinessError } from "@/domain/errors";
import { environment } from "./environment";

/** The public origin of the portal, such as `https://guichet.example.gouv.fr`: configuration, never a request header. */
export function portalOrigin(): string {
  return environment().origin;
}

/**
 * Refuses a mutation that does not come from a page of the portal. Browsers send `Origin` with every POST, and
 * `Sec-Fetch-Site` since 2020; one of the two must speak for the request and neither may speak against it.
 */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  // A page under « no-referrer » sends « null »: only Sec-Fetch-Site can then vouch for it.
  const originAgrees = origin === portalOrigin();
  const originSilent = origin === null || origin === "null";
  const siteAgrees = site === "same-origin";
  const trusted = siteAgrees ? originAgrees || originSilent : site === null && originAgrees;
  if (!trusted) {
    throw new BusinessError(
      "not-allowed",
      "Cette demande ne vient pas d’une page du portail\u00A0: ouvrez la page et recommencez.",
    );
  }
}
