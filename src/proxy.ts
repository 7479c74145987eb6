import { type NextRequest, NextResponse } from "next/server";
import { routes } from "@/routes";
import { sessionCookieName } from "@/server/auth/cookies";
import { noncePolicy, scriptHash } from "@/server/content-policy.mjs";
import { EARLY_SCRIPT } from "@/server/early-script";
import { isKnownAddress } from "@/server/known-addresses";

const EARLY_SCRIPT_HASH = scriptHash(EARLY_SCRIPT);

/** Addresses of the matcher that anybody may open. */
const OPEN = /^\/(?:connexion|themes|trouver-mon-theme|verification|indisponible)(?:\/|$)/;
const UNAVAILABLE = "/indisponible";
const CATALOGUE = "/themes";
const SEARCHED_CATALOGUE = "/themes/recherche";

/**
 * Headers of the pages rendered for one request: a content policy with a nonce, which Next reads on the request and
 * writes on its scripts, and the address asked for, to come back to after sign-in. Without a session cookie, a room
 * leads to sign-in; whether the session is alive and what it may do is decided by each page and command, never here.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  // The page 404 is prerendered and has its own policy: a second one would refuse its scripts.
  if (!isKnownAddress(pathname)) return NextResponse.next();
  if (!OPEN.test(pathname) && !request.cookies.has(sessionCookieName())) {
    return NextResponse.redirect(new URL(routes.signIn(pathname + search), request.url), 303);
  }
  const policy = noncePolicy(newNonce(), [EARLY_SCRIPT_HASH]);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-guichet-path", pathname + search);
  const response = answer(request, headers);
  response.headers.set("content-security-policy", policy);
  return response;
}

function answer(request: NextRequest, headers: Headers) {
  const { pathname } = request.nextUrl;
  if (pathname === UNAVAILABLE) return unavailable(request, headers);
  if (pathname === CATALOGUE) {
    // The same address without a query is a prerendered page: this one is rendered for the request.
    const searched = request.nextUrl.clone();
    searched.pathname = SEARCHED_CATALOGUE;
    return NextResponse.rewrite(searched, { request: { headers } });
  }
  return NextResponse.next({ request: { headers } });
}

/** The page that says the portal is away: same address, status 503. */
function unavailable(request: NextRequest, headers: Headers) {
  return NextResponse.rewrite(request.nextUrl, {
    request: { headers },
    status: 503,
    headers: { "retry-after": "5" },
  });
}

function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}

/**
 * Only the sections whose pages are rendered for one request. Prerendered pages get their policy from
 * server/cache-handler.mjs, and /api must stay out: a proxy cuts uploads at 10 MB and answers 200.
 */
export const config = {
  matcher: [
    "/indisponible",
    "/connexion/:path*",
    "/dossiers/:path*",
    "/invitations/:path*",
    "/notifications",
    "/compte",
    "/instruction/:path*",
    "/jury/:path*",
    "/avis/:path*",
    "/ministere/:path*",
    "/credits/:path*",
    "/cosinum/:path*",
    "/audit/:path*",
    "/administration/:path*",
    "/themes/:slug/simulation",
    "/themes/recherche",
    "/trouver-mon-theme",
    "/verification",
    // The parameters of the catalogue: the plain address stays prerendered.
    { source: "/themes", has: [{ type: "query", key: "recherche" }] },
    { source: "/themes", has: [{ type: "query", key: "montant" }] },
    { source: "/themes", has: [{ type: "query", key: "etat" }] },
    { source: "/themes", has: [{ type: "query", key: "candidat" }] },
    { source: "/themes", has: [{ type: "query", key: "volet" }] },
    { source: "/themes", has: [{ type: "query", key: "type" }] },
    { source: "/themes", has: [{ type: "query", key: "responsable" }] },
  ],
};
