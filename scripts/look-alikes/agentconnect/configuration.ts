import { generateKeyPair } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Configuration, JWKS, KoaContextWithOIDC } from "oidc-provider";
import { personas } from "../../../prisma/demonstration/personas";
import { errorPage, loggedOutPage, logoutPage } from "./pages";

export type SigningAlg = "ES256" | "RS256";

/** The portal as registered at the provider. */
export interface Registration {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  postLogoutRedirectUri: string;
  idTokenAlg: SigningAlg;
  /** `none` answers userinfo as plain JSON. */
  userinfoAlg: SigningAlg | "none";
}

const SESSION_SECONDS = 12 * 3600;
const generate = promisify(generateKeyPair);

/** Signing keys, kept from one start to the next: a portal session outlives a restart, its logout too. */
export async function signingKeys(file: string): Promise<JWKS> {
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept) return JSON.parse(kept) as JWKS;
  const ec = await generate("ec", { namedCurve: "P-256" });
  const rsa = await generate("rsa", { modulusLength: 2048 });
  const keys = [
    { ...ec.privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: "es" },
    { ...rsa.privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "rs" },
  ];
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ keys }), { mode: 0o600 });
  return { keys } as JWKS;
}

/** The library set as ProConnect's own server sets it. */
export function configuration(portal: Registration, jwks: JWKS, cookieKey: string): Configuration {
  return {
    jwks,
    clients: [
      {
        client_id: portal.clientId,
        client_secret: portal.clientSecret,
        redirect_uris: [portal.redirectUri],
        post_logout_redirect_uris: [portal.postLogoutRedirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code", "refresh_token"],
        token_endpoint_auth_method: "client_secret_post",
        id_token_signed_response_alg: portal.idTokenAlg,
        ...(portal.userinfoAlg === "none"
          ? {}
          : { userinfo_signed_response_alg: portal.userinfoAlg }),
      },
    ],
    routes: {
      authorization: "/authorize",
      token: "/token",
      userinfo: "/userinfo",
      end_session: "/session/end",
      jwks: "/jwks",
      revocation: "/token/revocation",
      introspection: "/token/introspection",
    },
    scopes: ["openid"],
    claims: {
      openid: ["sub"],
      given_name: ["given_name"],
      usual_name: ["usual_name"],
      email: ["email"],
      uid: ["uid"],
      siret: ["siret"],
      idp_id: ["idp_id"],
      roles: ["roles"],
      organization_label: ["organization_label"],
      phone: ["phone_number"],
      custom: ["custom"],
      amr: null,
      acr: null,
      auth_time: null,
      iss: null,
      sid: null,
    },
    acrValues: ["eidas0", "eidas0-mfa", "eidas1", "eidas1-mfa", "eidas2", "eidas3"],
    extraParams: ["idp_hint", "siret_hint"],
    clientAuthMethods: ["client_secret_post", "private_key_jwt"],
    responseTypes: ["code"],
    subjectTypes: ["public"],
    pkce: { required: () => false },
    issueRefreshToken: async () => true,
    loadExistingGrant: grantWithoutConsent,
    findAccount: (_context, sub) => {
      const persona = personas.find((each) => each.claims.sub === sub);
      if (!persona) return undefined;
      const claims = { ...persona.claims, roles: [...persona.claims.roles], custom: {} };
      return { accountId: sub, claims: async () => claims };
    },
    interactions: { url: (_context, interaction) => `/api/v2/interaction/${interaction.uid}` },
    cookies: { keys: [cookieKey], names: { session: "pc_session_id" } },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 3600,
      IdToken: 3600,
      RefreshToken: SESSION_SECONDS,
      Grant: SESSION_SECONDS,
      Interaction: 3600,
      // Twelve hours from the sign-in, whatever is done meanwhile.
      Session: (_context, session) => {
        const since = session.loginTs ? Math.floor(Date.now() / 1000) - session.loginTs : 0;
        return Math.max(1, SESSION_SECONDS - since);
      },
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = logoutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = loggedOutPage();
        },
      },
    },
    renderError: (context, out) => {
      context.type = "html";
      context.body = errorPage(
        errorCode(out.error, out.error_description),
        out.error_description ?? out.error,
      );
    },
  };
}

/** The provider never asks for consent. */
async function grantWithoutConsent(context: KoaContextWithOIDC) {
  const { client, session, provider, params } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? "openid"));
  grant.addOIDCClaims(context.oidc.requestParamClaims ? [...context.oidc.requestParamClaims] : []);
  await grant.save();
  return grant;
}

function errorCode(error: string, description = ""): string {
  if (description.includes("post_logout_redirect_uri")) return "Y030111";
  if (error === "invalid_redirect_uri") return "Y030031";
  if (error === "invalid_client") return "Y030106";
  return "Y000400";
}
