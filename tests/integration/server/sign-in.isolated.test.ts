import { beforeEach, describe, expect, test } from "vitest";
import { findActor } from "@/server/auth/find-actor";
import { finishSignIn, startSignIn } from "@/server/auth/sign-in";
import { signOut, signOutReturn } from "@/server/auth/sign-out";
import { inTransaction } from "@/server/database/client";
import { sha256 } from "@/server/fingerprint";
import { seedOrganisations, seedPersonas } from "../../../prisma/demonstration/people";
import { personas } from "../../../prisma/demonstration/personas";
import { testDatabase } from "../database";
import { Browser, PORTAL, testProvider } from "./provider";

const provider = await testProvider();
const db = await testDatabase();
const agents = await inTransaction(async (tx) =>
  seedPersonas(tx, await seedOrganisations(tx), provider.issuer),
);

let browser = new Browser();
beforeEach(() => {
  browser = new Browser();
});

function agentId(key: string): string {
  const id = agents.get(key);
  if (!id) throw new Error(`No agent ${key}`);
  return id;
}

const persona = (key: string) => {
  const found = personas.find((each) => each.key === key);
  if (!found) throw new Error(`No persona ${key}`);
  return found;
};

describe("a sign-in", () => {
  test("opens a session of 12 hours at most, kept as a hash, and a hint for static pages", async () => {
    const answer = await browser.signIn("porteuse-centrale");
    expect(answer.headers.get("location")).toBe("/connexion/suite");
    const token = browser.cookies()["guichet-session"] ?? "";
    expect(token.length).toBeGreaterThanOrEqual(43);
    const [line = ""] = answer.headers
      .getSetCookie()
      .filter((each) => each.startsWith("guichet-session="));
    expect(line).toMatch(/; Path=\/;/);
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(browser.cookies()["guichet-connecte"]).toBe("1");

    const session = await db.session.findUniqueOrThrow({ where: { tokenHash: sha256(token) } });
    expect(session.agentId).toBe(agentId("porteuse-centrale"));
    expect(session.acr).toBe("eidas1-mfa");
    expect(session.amr).toContain("mfa");
    expect(session.idToken?.split(".")).toHaveLength(3);
    const life = session.expiresAt.getTime() - session.createdAt.getTime();
    expect(life).toBeLessThanOrEqual(12 * 3_600_000 + 1_000);
    expect(JSON.stringify(session)).not.toContain(token);
  });

  test("asks the provider for state, nonce and PKCE, and nothing it does not know", async () => {
    const start = await startSignIn(
      browser.request("/connexion/agentconnect?login_hint=x&max_age=1&retour=/dossiers"),
    );
    const query = new URL(start.headers.get("location") ?? "").searchParams;
    expect([...query.keys()].sort()).toEqual([
      "claims",
      "client_id",
      "code_challenge",
      "code_challenge_method",
      "nonce",
      "redirect_uri",
      "response_type",
      "scope",
      "state",
    ]);
    expect(query.get("code_challenge_method")).toBe("S256");
    expect(query.get("state")?.length).toBeGreaterThanOrEqual(32);
    expect(query.get("nonce")?.length).toBeGreaterThanOrEqual(32);
  });

  test.each([
    ["/dossiers/2021-000421?etape=2", "/dossiers/2021-000421?etape=2"],
    ["//evil.example/x", "/connexion/suite"],
    ["/\\evil.example", "/connexion/suite"],
    ["https://evil.example/", "/connexion/suite"],
    ["javascript:alert(1)", "/connexion/suite"],
    ["/api/deconnexion", "/connexion/suite"],
    ["/connexion", "/connexion/suite"],
  ])("asked for %s, leads to %s", async (asked, landing) => {
    const answer = await browser.signIn(
      "porteuse-centrale",
      `?retour=${encodeURIComponent(asked)}`,
    );
    expect(answer.headers.get("location")).toBe(landing);
  });

  test("brings names, address and telephone up to date, with a line of audit", async () => {
    const id = agentId("porteur-deconcentre");
    await db.agent.update({
      where: { id },
      data: { email: "ancienne@exemple.gouv.fr", phone: null },
    });
    await browser.signIn("porteur-deconcentre");
    const agent = await db.agent.findUniqueOrThrow({ where: { id } });
    expect(agent.email).toBe(persona("porteur-deconcentre").claims.email);
    const line = await db.auditLine.findFirstOrThrow({
      where: { action: "agent-updated", actorId: id },
    });
    expect(JSON.stringify(line.facts)).not.toContain("@");
  });

  test("is another account with the same address: the address is no key", async () => {
    const other = await db.agent.create({
      data: { givenName: "A", usualName: "B", email: persona("jure-culture").claims.email },
    });
    await browser.signIn("jure-culture");
    const token = browser.cookies()["guichet-session"] ?? "";
    expect((await findActor(token))?.agentId).toBe(agentId("jure-culture"));
    expect(await db.session.count({ where: { agentId: other.id } })).toBe(0);
  });

  test("never attaches an account to the person already signed in on the same computer", async () => {
    await browser.signIn("porteuse-centrale");
    const first = browser.cookies()["guichet-session"] ?? "";
    browser.forget(new URL(provider.issuer).origin);
    await browser.signIn("organisation-inconnue");
    const second = browser.cookies()["guichet-session"] ?? "";
    expect(second).not.toBe(first);
    const identities = await db.identity.findMany({
      where: { agentId: agentId("porteuse-centrale") },
    });
    expect(identities).toHaveLength(1);
  });

  test("replayed, or without its own cookies, opens nothing", async () => {
    const start = browser.keep(
      PORTAL,
      await startSignIn(browser.request("/connexion/agentconnect")),
    );
    const back = await browser.throughProvider(
      start.headers.get("location") ?? "",
      "porteuse-operateur",
    );
    const stranger = await finishSignIn(new Browser().request(back));
    expect(stranger.headers.get("location")).toBe("/connexion/refus?motif=interruption");
    const own = browser.keep(PORTAL, await finishSignIn(browser.request(back)));
    expect(own.headers.get("location")).toBe("/connexion/suite");
    const again = await finishSignIn(browser.request(back));
    expect(again.headers.get("location")).toBe("/connexion/refus?motif=interruption");
    expect(await db.session.count({ where: { agentId: agentId("porteuse-operateur") } })).toBe(1);
  });
});

describe("a refusal says which case it is", () => {
  test("an agent of a local authority: population, and no account is made", async () => {
    const answer = await browser.signIn("agent-territorial");
    expect(answer.headers.get("location")).toBe("/connexion/refus?motif=population");
    expect(
      await db.identity.count({ where: { subject: persona("agent-territorial").claims.sub } }),
    ).toBe(0);
    expect(browser.cookies()["guichet-session"]).toBeUndefined();
  });

  test("a role with a weak sign-in: a strong one is offered, and refused again if it cannot be", async () => {
    const answer = await browser.signIn("connexion-faible");
    expect(answer.headers.get("location")).toBe("/connexion/refus?motif=authentification");
    const strong = await startSignIn(browser.request("/connexion/agentconnect?mode=renforce"));
    const query = new URL(strong.headers.get("location") ?? "").searchParams;
    expect(query.get("prompt")).toBe("login");
    expect(JSON.parse(query.get("claims") ?? "")).toMatchObject({
      id_token: {
        acr: { essential: true, values: ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"] },
      },
    });
    const again = await browser.signIn("connexion-faible", "?mode=renforce");
    expect(again.headers.get("location")).toBe("/connexion/refus?motif=authentification");
  });

  test("the same agent, once without a role, comes in with a weak sign-in and holds none later", async () => {
    const id = agentId("connexion-faible");
    await db.roleGrant.updateMany({ where: { agentId: id }, data: { endsAt: new Date() } });
    await browser.signIn("connexion-faible");
    const token = browser.cookies()["guichet-session"] ?? "";
    expect(await findActor(token)).toMatchObject({ agentId: id, grants: [] });
    await db.roleGrant.create({ data: { agentId: id, role: "auditor", reason: "Test" } });
    expect((await findActor(token))?.grants).toEqual([]);
  });

  test("a closed account", async () => {
    const id = agentId("juree-armees");
    await db.agent.update({ where: { id }, data: { closedAt: new Date() } });
    const answer = await browser.signIn("juree-armees");
    expect(answer.headers.get("location")).toBe("/connexion/refus?motif=compte");
  });

  test.each([
    [
      "error=access_denied&error_description=requested+ACRs+could+not+be+satisfied",
      "authentification",
    ],
    ["error=access_denied&error_description=Y500015", "fournisseur"],
    ["error=server_error", "indisponible"],
    ["error=invalid_scope", "interruption"],
    ["", "interruption"],
  ])("the provider came back with « %s »: %s", async (query, reason) => {
    const answer = await finishSignIn(browser.request(`/api/auth/callback/agentconnect?${query}`));
    expect(answer.headers.get("location")).toBe(`/connexion/refus?motif=${reason}`);
  });
});

describe("an organisation", () => {
  test("unknown makes an agent without one, who keeps what the provider said", async () => {
    await browser.signIn("organisation-inconnue");
    const token = browser.cookies()["guichet-session"] ?? "";
    const actor = await findActor(token);
    expect(actor).toMatchObject({ organisation: null, grants: [] });
    const agent = await db.agent.findUniqueOrThrow({ where: { id: actor?.agentId ?? "" } });
    expect(agent).toMatchObject({
      claimedSiret: "19900901000018",
      claimedOrganisation: "Agence nationale des usages publics (fictive)",
    });
  });

  test("attached once stays attached at the next sign-in, and for others of the same SIRET", async () => {
    const agent = await db.agent.findFirstOrThrow({ where: { claimedSiret: "19900901000018" } });
    const organisation = await db.organisation.findFirstOrThrow({
      where: { kind: "state-operator" },
    });
    await db.agent.update({
      where: { id: agent.id },
      data: { organisationId: organisation.id },
    });
    await browser.signIn("organisation-inconnue");
    const token = browser.cookies()["guichet-session"] ?? "";
    expect((await findActor(token))?.organisation?.id).toBe(organisation.id);
  });

  test("comes from the portal's table, by SIRET", async () => {
    await browser.signIn("porteuse-centrale");
    const actor = await findActor(browser.cookies()["guichet-session"] ?? "");
    const row = await db.organisation.findUniqueOrThrow({
      where: { siret: persona("porteuse-centrale").claims.siret },
    });
    expect(actor?.organisation).toMatchObject({ id: row.id, kind: row.kind });
  });
});

describe("a session", () => {
  test("ends at its hour, at its revocation and at the closing of the account", async () => {
    await browser.signIn("auditrice");
    const token = browser.cookies()["guichet-session"] ?? "";
    const tokenHash = sha256(token);
    expect((await findActor(token))?.grants).toEqual([
      { role: "auditor", theme: null, ministryId: null },
    ]);
    await db.agent.update({ where: { id: agentId("auditrice") }, data: { closedAt: new Date() } });
    expect(await findActor(token)).toBeNull();
    await db.agent.update({ where: { id: agentId("auditrice") }, data: { closedAt: null } });
    await db.session.update({
      where: { tokenHash },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await findActor(token)).toBeNull();
    await db.session.delete({ where: { tokenHash } });
    expect(await findActor(token)).toBeNull();
  });

  test("is not lengthened by the demonstration's clock", async () => {
    await browser.signIn("auditrice");
    const token = browser.cookies()["guichet-session"] ?? "";
    await db.setting.create({
      data: { key: "clock-offset-ms", value: String(-10 * 365 * 86_400_000) },
    });
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await findActor(token)).toBeNull();
    await db.setting.deleteMany({ where: { key: "clock-offset-ms" } });
  });

  test("gives only the roles in force", async () => {
    await browser.signIn("secretaire");
    const token = browser.cookies()["guichet-session"] ?? "";
    const id = agentId("secretaire");
    const day = 86_400_000;
    await db.roleGrant.updateMany({ where: { agentId: id }, data: { endsAt: new Date() } });
    await db.roleGrant.create({
      data: { agentId: id, role: "auditor", reason: "Test", startsAt: new Date(Date.now() + day) },
    });
    expect((await findActor(token))?.grants).toEqual([]);
  });
});

describe("a sign-out", () => {
  const post = (one: Browser) => signOut(one.request("/api/deconnexion", { method: "POST" }));

  test("ends the session here and at the provider, and comes back with its state", async () => {
    await browser.signIn("presidente");
    const token = browser.cookies()["guichet-session"] ?? "";
    const answer = browser.keep(PORTAL, await post(browser));
    expect(answer.status).toBe(303);
    const away = new URL(answer.headers.get("location") ?? "");
    expect(away.href.startsWith(`${provider.issuer}/session/end?`)).toBe(true);
    expect(away.searchParams.get("post_logout_redirect_uri")).toBe(
      `${PORTAL}/api/deconnexion/retour`,
    );
    const state = away.searchParams.get("state") ?? "";
    expect(state.length).toBeGreaterThanOrEqual(32);
    expect(browser.cookies()["guichet-session"]).toBeUndefined();
    expect(browser.cookies()["guichet-connecte"]).toBeUndefined();
    expect(await findActor(token)).toBeNull();
    expect(await db.session.count({ where: { tokenHash: sha256(token) } })).toBe(0);

    const page = await fetch(away, { headers: { cookie: browser.header(away.origin) } });
    expect(page.status).toBe(200);
    const forged = signOutReturn(browser.request("/api/deconnexion/retour?state=autre"));
    expect(forged.headers.get("location")).toBe("/");
    const back = signOutReturn(browser.request(`/api/deconnexion/retour?state=${state}`));
    expect(back.headers.get("location")).toBe("/connexion?deconnexion=faite");
  });

  test("without a session says so and asks the provider nothing", async () => {
    const answer = await post(browser);
    expect(answer.headers.get("location")).toBe("/connexion?deconnexion=faite");
  });
});

test("with the provider away, a sign-in says so", async () => {
  await provider.close();
  const answer = await browser.signIn("porteuse-centrale");
  expect(answer.headers.get("location")).toBe("/connexion/refus?motif=indisponible");
});
