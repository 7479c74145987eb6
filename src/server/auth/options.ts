import "server-only";
import { randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { routes } from "@/routes";
import { environment } from "../environment";
import { logger } from "../log";
import { portalOrigin } from "../origin";
import { portalAdapter } from "./adapter";
import { admit } from "./admission";
import type { SignInAttempt } from "./attempt";
import { readClaims } from "./claims";
import { cookieName, isSecure, SESSION_SECONDS, secretCookie, sessionCookieName } from "./cookies";
import { safeReturn } from "./return-address";
import type { SignInMode } from "./sign-in-address";

/** The provider's name in the addresses registered there. */
export const PROVIDER_ID = "agentconnect";

const SCOPE = "openid given_name usual_name email uid siret idp_id roles organization_label phone";
const PROVIDER_TIMEOUT_MS = 8_000;
const DANCE_SECONDS = 15 * 60;

/** What is asked of the provider. The level comes back in the ID token only if it was asked for. */
function authorizationParameters(mode: SignInMode | undefined) {
  const acr = mode === "renforce" ? { essential: true, values: environment().strongAcr } : null;
  return {
    scope: SCOPE,
    claims: JSON.stringify({ id_token: { amr: null, acr } }),
    ...(mode ? { prompt: "login" } : {}),
  };
}

function provider(attempt: SignInAttempt, mode?: SignInMode): OAuthConfig<Record<string, unknown>> {
  const settings = environment().agentConnect;
  const userinfoAlg = settings.userinfoAlg;
  return {
    id: PROVIDER_ID,
    name: "AgentConnect",
    type: "oauth",
    wellKnown: `${settings.issuer}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    // next-auth checks the state alone by default.
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    client: {
      token_endpoint_auth_method: "client_secret_post",
      id_token_signed_response_alg: settings.idTokenAlg,
      ...(userinfoAlg === "none" ? {} : { userinfo_signed_response_alg: userinfoAlg }),
    },
    httpOptions: { timeout: PROVIDER_TIMEOUT_MS },
    authorization: {
      params: authorizationParameters(mode),
    },
    userinfo: {
      // Identity is in userinfo, not in the ID token; the client verifies its signature and its subject.
      async request({ client, tokens }) {
        const userinfo = await client.userinfo(tokens.access_token ?? "");
        const { iss, sub, acr, amr } = claimsOfIdToken(tokens);
        if (userinfo.sub !== sub) throw new Error("userinfo speaks of somebody else");
        return { ...userinfo, iss, acr, amr };
      },
    },
    profile(profile) {
      attempt.claims = readClaims(profile);
      const { subject, email } = attempt.claims;
      return { id: subject, email };
    },
  };
}

/** What the verified ID token says; next-auth's type hides that the tokens are openid-client's set. */
function claimsOfIdToken(tokens: object): Record<string, unknown> {
  if ("claims" in tokens && typeof tokens.claims === "function") return tokens.claims();
  throw new Error("The provider gave no ID token");
}

/** The class of the error that next-auth wraps. */
function errorName(metadata: unknown): string {
  const wrapped =
    typeof metadata === "object" && metadata !== null && "error" in metadata
      ? metadata.error
      : metadata;
  return wrapped instanceof Error ? wrapped.name : typeof wrapped;
}

/** The options of one sign-in. Made anew for each request: they carry what the sign-in learns. */
export function authOptions(attempt: SignInAttempt, mode?: SignInMode): NextAuthOptions {
  const dance = { ...secretCookie(), maxAge: DANCE_SECONDS };
  const cookie = (name: string, options: object = secretCookie()) => ({
    name: cookieName(`guichet-${name}`),
    options: { ...secretCookie(), ...options },
  });
  return {
    providers: [provider(attempt, mode)],
    adapter: portalAdapter(attempt),
    secret: environment().authSecret,
    useSecureCookies: isSecure(),
    session: {
      strategy: "database",
      maxAge: SESSION_SECONDS,
      updateAge: SESSION_SECONDS,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    pages: { signIn: routes.signIn(), error: routes.refused("interruption") },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: secretCookie() },
      callbackUrl: cookie("retour"),
      csrfToken: cookie("csrf"),
      pkceCodeVerifier: cookie("pkce", dance),
      state: cookie("state", dance),
      nonce: cookie("nonce", dance),
    },
    callbacks: {
      async signIn({ account }) {
        attempt.idToken = account?.id_token ?? null;
        if (!attempt.claims) return false;
        try {
          const admission = await admit(attempt.claims);
          if ("agentId" in admission) return true;
          attempt.refused = admission.refused;
        } catch (error) {
          attempt.failure = error;
        }
        return false;
      },
      redirect: ({ url }) => portalOrigin() + (safeReturn(url) ?? routes.landing()),
    },
    logger: {
      // The code and the name of the error alone: what comes with them may hold the whole profile, tokens included.
      error: (code, metadata) =>
        logger().error({ event: "sign-in-error", code, error: errorName(metadata) }),
      warn: (code) => logger().warn({ event: "sign-in-warning", code }),
      debug: () => undefined,
    },
  };
}
