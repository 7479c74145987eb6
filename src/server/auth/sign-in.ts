import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { routes } from "@/routes";
import { environment } from "../environment";
import { logger } from "../log";
import { portalOrigin } from "../origin";
import { newAttempt } from "./attempt";
import { type AuthAnswer, runNextAuth } from "./bridge";
import { cookieName, HINT_COOKIE, isSecure, SESSION_SECONDS, sessionCookieName } from "./cookies";
import { authOptions, PROVIDER_ID } from "./options";
import type { RefusalReason } from "./refusal-reasons";
import { readCookies } from "./request-cookies";
import { safeReturn } from "./return-address";
import { MODE_PARAMETER, MODES, RETURN_PARAMETER } from "./sign-in-address";

/** What the provider may add to the address it sends people back to. */
const CALLBACK_PARAMETERS = ["code", "state", "iss", "session_state"] as const;

/** Sends the person to the provider with a fresh state, nonce and PKCE challenge; to the refusal page if it is down. */
export async function startSignIn(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const mode = MODES.find((known) => known === asked.get(MODE_PARAMETER));
  const destination = safeReturn(asked.get(RETURN_PARAMETER)) ?? routes.landing();
  const csrf = csrfPair();
  const answer = await runNextAuth(
    {
      method: "POST",
      action: ["signin", PROVIDER_ID],
      query: {},
      body: { csrfToken: csrf.token, callbackUrl: portalOrigin() + destination },
      cookies: { ...readCookies(request), [cookieName("guichet-csrf")]: csrf.cookie },
    },
    authOptions(newAttempt(), mode),
  );
  if (!answer.location || isOwn(answer.location)) return refused("indisponible", answer);
  return found(answer.location, answer.setCookies);
}

/** Ends the dance: checks, claims, admission, session; then the page asked for, or the reason of a refusal. */
export async function finishSignIn(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const error = query.get("error");
  if (error) return refused(reasonOf(error, query.get("error_description") ?? ""));
  const attempt = newAttempt();
  const answer = await runNextAuth(
    {
      method: "GET",
      action: ["callback", PROVIDER_ID],
      query: Object.fromEntries(
        CALLBACK_PARAMETERS.flatMap((name) => {
          const value = query.get(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
      cookies: readCookies(request),
    },
    authOptions(attempt),
  );
  if (attempt.failure) throw attempt.failure;
  if (attempt.refused) return refused(attempt.refused, answer);
  const opened = answer.setCookies.some((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  if (!opened || !answer.location) return refused("interruption", answer);
  return found(relative(answer.location), [...answer.setCookies, hintCookie(SESSION_SECONDS)]);
}

/** The cookie by which static pages know that somebody is signed in; gone with a life of 0. */
export function hintCookie(seconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${HINT_COOKIE}=1; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`;
}

/** The token and the cookie by which next-auth recognises a sign-in that the portal itself starts. */
function csrfPair() {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${environment().authSecret}`);
  return { token, cookie: `${token}|${hash.digest("hex")}` };
}

function reasonOf(error: string, description: string): RefusalReason {
  if (/ACR/i.test(description)) return "authentification";
  if (error === "access_denied") return "fournisseur";
  if (error === "server_error" || error === "temporarily_unavailable") return "indisponible";
  return "interruption";
}

function refused(reason: RefusalReason, answer?: AuthAnswer): Response {
  logger().info({ event: "sign-in-refused", code: reason });
  return found(routes.refused(reason), answer?.setCookies ?? []);
}

function isOwn(location: string): boolean {
  return location.startsWith("/") || location.startsWith(`${portalOrigin()}/`);
}

function relative(location: string): string {
  const { pathname, search } = new URL(location, portalOrigin());
  return pathname + search;
}

function found(location: string, setCookies: readonly string[]): Response {
  const headers = new Headers({ location });
  for (const cookie of setCookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}
