import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as client from "openid-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AgentConnect,
  startAgentConnect,
} from "../../../scripts/look-alikes/agentconnect/server";
import { freePort } from "../../../scripts/runtime/ports";

const redirectUri = "http://localhost:9/retour";
const postLogoutRedirectUri = "http://localhost:9/au-revoir";
const scope = "openid given_name usual_name email uid siret idp_id roles organization_label phone";

let provider: AgentConnect;
let portal: client.Configuration;

beforeAll(async () => {
  const keys = path.join(await mkdtemp(path.join(tmpdir(), "agentconnect-")), "keys.json");
  provider = await startAgentConnect({
    port: await freePort(),
    keysFile: keys,
    clientId: "portal",
    clientSecret: "secret-of-the-portal",
    redirectUri,
    postLogoutRedirectUri,
    idTokenAlg: "ES256",
    userinfoAlg: "RS256",
  });
  portal = await client.discovery(
    new URL(provider.issuer),
    "portal",
    { id_token_signed_response_alg: "ES256", userinfo_signed_response_alg: "RS256" },
    client.ClientSecretPost("secret-of-the-portal"),
    { execute: [client.allowInsecureRequests] },
  );
});

afterAll(() => provider.close());

/** A browser of one's own: keeps cookies, follows redirects as long as they stay at the provider. */
function browser() {
  const cookies = new Map<string, string>();
  return async function visit(address: URL | string, form?: Record<string, string>) {
    let url = new URL(address);
    let body = form && new URLSearchParams(form);
    for (;;) {
      const response = await fetch(url, {
        redirect: "manual",
        ...(body ? { method: "POST", body } : {}),
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      const location = response.headers.get("location");
      if (!location) return { status: response.status, url, html: await response.text() };
      url = new URL(location, url);
      body = undefined;
      if (!url.href.startsWith(provider.issuer)) return { status: response.status, url, html: "" };
    }
  };
}

async function request(extra: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(portal, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    claims: JSON.stringify({ id_token: { amr: null, acr: null } }),
    ...extra,
  });
  const finish = (back: URL) =>
    client.authorizationCodeGrant(portal, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    });
  return { address, finish };
}

const strong = JSON.stringify({
  id_token: { acr: { essential: true, values: ["eidas1-mfa", "eidas2"] } },
});

test("a persona signs in: level in the ID token, identity in the signed userinfo", async () => {
  const visit = browser();
  const { address, finish } = await request();
  const choice = await visit(address);
  expect(choice.html).toContain("Continuer en tant que Camille Verdier");
  const back = await visit(choice.url, { persona: "porteuse-centrale" });
  const tokens = await finish(back.url);
  const claims = tokens.claims();
  expect(claims).toMatchObject({ acr: "eidas1-mfa", amr: ["pwd", "otp", "mfa"] });
  expect(claims).not.toHaveProperty("siret");
  const answer = await client.fetchProtectedResource(
    portal,
    tokens.access_token,
    new URL(`${provider.issuer}/userinfo`),
    "GET",
  );
  expect(answer.headers.get("content-type")).toMatch("application/jwt");
  const identity = await client.fetchUserInfo(portal, tokens.access_token, claims?.sub ?? "");
  expect(identity).toMatchObject({
    given_name: "Camille",
    usual_name: "Verdier",
    sub: claims?.sub,
  });
  expect(identity.siret).toMatch(/^\d{14}$/);
  expect(identity.roles).toContain("agent_public_etat");
});

test("the session is reused silently, then really ended by the logout", async () => {
  const visit = browser();
  const first = await request();
  const choice = await visit(first.address);
  const tokens = await first.finish((await visit(choice.url, { persona: "auditrice" })).url);
  const second = await request();
  const silent = await visit(second.address);
  expect(silent.url.href).toContain(redirectUri);
  await second.finish(silent.url);
  const state = client.randomState();
  const leaving = client.buildEndSessionUrl(portal, {
    id_token_hint: tokens.id_token ?? "",
    post_logout_redirect_uri: postLogoutRedirectUri,
    state,
  });
  const confirmation = await visit(leaving);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(confirmation.html)?.[1] ?? "";
  const gone = await visit(`${provider.issuer}/session/end/confirm`, { xsrf, logout: "yes" });
  expect(gone.url.href).toBe(`${postLogoutRedirectUri}?state=${state}`);
  const third = await visit((await request({ prompt: "none" })).address);
  expect(third.url.searchParams.get("error")).toBe("login_required");
});

test("a level that is demanded and not reached is refused", async () => {
  const visit = browser();
  const { address } = await request({ claims: strong });
  const choice = await visit(address);
  const back = await visit(choice.url, { persona: "connexion-faible" });
  expect(back.url.searchParams.get("error")).toBe("access_denied");
  const again = await visit((await request({ claims: strong })).address);
  const accepted = await visit(again.url, { persona: "instructrice" });
  expect(accepted.url.searchParams.has("code")).toBe(true);
});

test.each([
  ["an unknown parameter", { max_age: "60" }],
  ["a short state", { state: "court" }],
  ["a login hint that is no address", { login_hint: "moi" }],
])("%s is refused at the provider with Y000400", async (_case, extra) => {
  const answer = await browser()((await request(extra)).address);
  expect(answer.status).toBe(400);
  expect(answer.html).toContain("Y000400");
});

test("an unregistered return address is refused at the provider", async () => {
  const answer = await browser()((await request({ redirect_uri: `${redirectUri}/` })).address);
  expect(answer.status).toBe(400);
  expect(answer.html).toContain("Y030031");
});

test("a private-sector person is turned away by the provider", async () => {
  const visit = browser();
  const choice = await visit((await request()).address);
  const answer = await visit(choice.url, { persona: "secteur-prive" });
  expect(answer.status).toBe(403);
  expect(answer.html).toContain("Y500015");
});

test("the secret is taken in the body only", async () => {
  const visit = browser();
  const { address } = await request();
  const choice = await visit(address);
  const back = await visit(choice.url, { persona: "auditrice" });
  const answer = await fetch(`${provider.issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa("portal:secret-of-the-portal")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: back.url.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
    }),
  });
  expect(answer.ok).toBe(false);
  expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/^invalid_/) });
});
