import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import * as client from "openid-client";
import { routes } from "@/routes";
import { database } from "../database/client";
import { environment } from "../environment";
import { sha256 } from "../fingerprint";
import { logger } from "../log";
import { portalOrigin } from "../origin";
import { cookieName, isSecure, sessionCookieName } from "./cookies";
import { readCookies } from "./request-cookies";
import { hintCookie } from "./sign-in";

const PROVIDER_TIMEOUT_SECONDS = 5;
const RETURN_SECONDS = 10 * 60;

/** Kept only once it succeeded: a provider that was down at first must not stay unknown until a restart. */
let discovered: client.Configuration | undefined;

async function configuration(): Promise<client.Configuration> {
  const settings = environment().agentConnect;
  const issuer = new URL(settings.issuer);
  discovered ??= await client.discovery(issuer, settings.clientId, undefined, client.None(), {
    timeout: PROVIDER_TIMEOUT_SECONDS,
    // Only the local look-alike speaks http.
    execute: issuer.protocol === "http:" ? [client.allowInsecureRequests] : [],
  });
  return discovered;
}

/**
 * Signs out for real: the session's row is deleted, the cookies are cleared, then the provider ends its own session and
 * sends the person back with the state. With the provider away, the portal is left all the same, and says so.
 */
export async function signOut(request: Request): Promise<Response> {
  const token = readCookies(request)[sessionCookieName()];
  const ended = token ? await endSession(token) : null;
  if (!ended?.idToken) return leave(routes.signedOut("faite"), []);
  const state = randomBytes(32).toString("base64url");
  try {
    const address = client.buildEndSessionUrl(await configuration(), {
      id_token_hint: ended.idToken,
      post_logout_redirect_uri: portalOrigin() + routes.signOutReturn(),
      state,
    });
    return leave(address.href, [cookie(stateCookieName(), state, RETURN_SECONDS)]);
  } catch {
    logger().warn({ event: "sign-out-provider-away", agentId: ended.agentId });
    return leave(routes.signedOut("partielle"), []);
  }
}

/** Back from the provider: the state proves that the logout was asked for here, by this browser. */
export function signOutReturn(request: Request): Response {
  const expected = readCookies(request)[stateCookieName()] ?? "";
  const received = new URL(request.url).searchParams.get("state") ?? "";
  const holds = expected !== "" && sameText(expected, received);
  const location = holds ? routes.signedOut("faite") : routes.home();
  const headers = new Headers({ location });
  headers.append("set-cookie", cookie(stateCookieName(), "", 0));
  return new Response(null, { status: 303, headers });
}

async function endSession(token: string) {
  const tokenHash = sha256(token);
  const session = await database().session.findUnique({ where: { tokenHash } });
  if (!session) return null;
  await database().session.deleteMany({ where: { tokenHash } });
  logger().info({ event: "signed-out", agentId: session.agentId });
  return session;
}

function leave(location: string, setCookies: readonly string[]): Response {
  const headers = new Headers({ location });
  const cleared = [cookie(sessionCookieName(), "", 0), hintCookie(0)];
  for (const value of [...cleared, ...setCookies]) headers.append("set-cookie", value);
  return new Response(null, { status: 303, headers });
}

function stateCookieName(): string {
  return cookieName("guichet-deconnexion");
}

function cookie(name: string, value: string, seconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function sameText(first: string, second: string): boolean {
  const [a, b] = [Buffer.from(first), Buffer.from(second)];
  return a.length === b.length && timingSafeEqual(a, b);
}
