import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { closeAccount, linkIdentity } from "@/features/administration/commands/accounts";
import { grantRole, revokeRole } from "@/features/administration/commands/grant-role";
import { agentFile, findAgents, rolesEndingSoon } from "@/features/administration/queries/agents";
import { grantSchema } from "@/features/administration/schemas";
import { GENERAL_CHAIN, readChain } from "@/server/audit";
import { findActor } from "@/server/auth/find-actor";
import { sha256 } from "@/server/fingerprint";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
await setClock("2021-01-20T09:00:00Z");
const ministry = await anOrganisation({ name: "Ministère d’essai" });
const operator = await anOrganisation({ kind: "state-operator", ministryId: ministry.id });
const administrator = await anActor(ministry, { role: "administrator" });
const second = await anActor(ministry, { role: "administrator" });

const given = (agent: Actor, input: Record<string, string>) =>
  grantSchema.parse({
    agentId: agent.agentId,
    theme: "",
    ministryId: "",
    startsOn: "",
    endsOn: "",
    reason: "Désignation du 12 janvier",
    ...input,
  });

/** The agent as the next request reads them. */
async function nextRequest(agent: Actor): Promise<Actor | null> {
  const token = `token-${agent.agentId}-${Math.random()}`;
  await db.session.create({
    data: {
      tokenHash: sha256(token),
      agentId: agent.agentId,
      acr: "eidas2",
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  return findActor(token);
}

describe("a role", () => {
  test("given holds at the agent's next request and leaves a line of audit", async () => {
    const agent = await anActor(operator);
    await grantRole(administrator, given(agent, { role: "juror", theme: "ITN3" }));
    expect((await nextRequest(agent))?.grants).toEqual([
      { role: "juror", theme: "ITN3", ministryId: null },
    ]);
    const { lines, brokenAt } = await readChain(GENERAL_CHAIN);
    expect(brokenAt).toBeNull();
    expect(lines.at(-1)).toMatchObject({
      action: "role-granted",
      actorId: administrator.agentId,
      facts: { agentId: agent.agentId, role: "juror", themeCode: "ITN3" },
    });
  });

  test("taken back is gone at the next request, and its history stays", async () => {
    const agent = await anActor(operator);
    await grantRole(administrator, given(agent, { role: "auditor" }));
    const grant = await db.roleGrant.findFirstOrThrow({ where: { agentId: agent.agentId } });
    await revokeRole(second, { grantId: grant.id, reason: "Départ du service" });
    expect((await nextRequest(agent))?.grants).toEqual([]);
    expect((await agentFile(administrator, agent.agentId)).grants[0]?.state).toBe("ended");
    const again = revokeRole(second, { grantId: grant.id, reason: "Encore une fois" });
    await expect(again).rejects.toMatchObject({ code: "already-done" });
    const { lines } = await readChain(GENERAL_CHAIN);
    expect(lines.at(-1)?.action).toBe("role-revoked");
  });

  test("of a future day begins that day at midnight in Paris and ends with its last day", async () => {
    const agent = await anActor(operator);
    await grantRole(
      administrator,
      given(agent, { role: "auditor", startsOn: "2021-02-01", endsOn: "2021-02-28" }),
    );
    const grant = await db.roleGrant.findFirstOrThrow({ where: { agentId: agent.agentId } });
    expect(grant.startsAt.toISOString()).toBe("2021-01-31T23:00:00.000Z");
    expect(grant.endsAt?.toISOString()).toBe("2021-02-28T22:59:59.999Z");
    expect((await nextRequest(agent))?.grants).toEqual([]);
    await setClock("2021-02-10T09:00:00Z");
    expect((await nextRequest(agent))?.grants).toHaveLength(1);
    expect((await rolesEndingSoon(administrator)).map(({ id }) => id)).toContain(grant.id);
    await setClock("2021-03-01T00:00:00Z");
    expect((await nextRequest(agent))?.grants).toEqual([]);
    await setClock("2021-01-20T12:00:00Z");
  });

  test("not begun yet can be taken back: it never begins", async () => {
    const agent = await anActor(operator);
    await grantRole(administrator, given(agent, { role: "auditor", startsOn: "2021-06-01" }));
    const grant = await db.roleGrant.findFirstOrThrow({ where: { agentId: agent.agentId } });
    await revokeRole(second, { grantId: grant.id, reason: "Erreur de saisie" });
    await setClock("2021-06-02T09:00:00Z");
    expect((await nextRequest(agent))?.grants).toEqual([]);
    await setClock("2021-01-20T12:00:00Z");
  });

  test.each([
    [{ role: "dnum" }, "ministryId"],
    [{ role: "auditor", theme: "ITN3" }, "theme"],
    [{ role: "juror", ministryId: ministry.id }, "ministryId"],
    [{ role: "dnum", ministryId: operator.id }, "ministryId"],
    [{ role: "juror", endsOn: "2021-01-19" }, "endsOn"],
    [{ role: "juror", startsOn: "2021-03-01", endsOn: "2021-02-01" }, "endsOn"],
  ])("of a wrong scope or period is refused at its field: %j", async (input, path) => {
    const agent = await anActor(operator);
    const granting = grantRole(administrator, given(agent, input));
    await expect(granting).rejects.toMatchObject({ code: "invalid-input", fields: [{ path }] });
    expect(await db.roleGrant.count({ where: { agentId: agent.agentId } })).toBe(0);
  });

  test("held already for the same scope is not given twice", async () => {
    const agent = await anActor(operator, { role: "juror", theme: "ITN3" });
    const same = grantRole(administrator, given(agent, { role: "juror", theme: "ITN3" }));
    await expect(same).rejects.toMatchObject({ code: "already-done" });
    await grantRole(administrator, given(agent, { role: "juror", theme: "ITN6" }));
  });

  test("is given by an administrator only, never to oneself", async () => {
    const agent = await anActor(operator, { role: "theme-owner" });
    const other = grantRole(agent, given(administrator, { role: "auditor" }));
    await expect(other).rejects.toMatchObject({ code: "not-allowed" });
    const own = grantRole(administrator, given(administrator, { role: "auditor" }));
    await expect(own).rejects.toMatchObject({ code: "two-people-required" });
  });

  test("of administrator stays with somebody, even when two end each other's at once", async () => {
    const grants = await db.roleGrant.findMany({ where: { role: "administrator" } });
    expect(grants).toHaveLength(2);
    const ends = await Promise.allSettled(
      grants.map(({ id }) => revokeRole(administrator, { grantId: id, reason: "Essai croisé" })),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await db.roleGrant.updateMany({ where: { role: "administrator" }, data: { endsAt: null } });
  });
});

describe("the list of agents", () => {
  test("is found by name, address or organisation, whatever the case, wildcards being ordinary characters", async () => {
    const agent = await anActor(operator);
    const { agents } = await findAgents(administrator, agent.usualName.toUpperCase());
    expect(agents.map(({ id }) => id)).toContain(agent.agentId);
    expect((await findAgents(administrator, "%_")).total).toBe(0);
  });

  test("is out of sight for anybody else", async () => {
    const agent = await anActor(operator, { role: "theme-owner" });
    await expect(findAgents(agent, "")).rejects.toMatchObject({ code: "not-found" });
    await expect(agentFile(agent, agent.agentId)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an account", () => {
  const identity = (agent: Actor, subject: string) =>
    db.identity.create({
      data: { issuer: "https://fournisseur", subject, agentId: agent.agentId },
    });

  test("closed loses its sessions at once", async () => {
    const agent = await anActor(operator);
    expect(await nextRequest(agent)).not.toBeNull();
    await closeAccount(administrator, { agentId: agent.agentId, reason: "Départ" });
    expect(await db.session.count({ where: { agentId: agent.agentId } })).toBe(0);
    expect(await nextRequest(agent)).toBeNull();
    const own = closeAccount(administrator, { agentId: administrator.agentId, reason: "Départ" });
    await expect(own).rejects.toMatchObject({ code: "two-people-required" });
  });

  test("receives a second identity, and the empty one it leaves is closed", async () => {
    const kept = await anActor(operator);
    const twin = await anActor(operator);
    await identity(kept, "one");
    const moved = await identity(twin, "two");
    await linkIdentity(administrator, {
      identityId: moved.id,
      agentId: kept.agentId,
      reason: "Même personne, deux ministères",
    });
    expect(await db.identity.count({ where: { agentId: kept.agentId } })).toBe(2);
    const former = await db.agent.findUniqueOrThrow({ where: { id: twin.agentId } });
    expect(former.closedAt).not.toBeNull();
  });

  test("that already works is never emptied", async () => {
    const kept = await anActor(operator);
    const worker = await anActor(operator);
    await aDossier({ carrier: worker, call: await aCall("ITN3") });
    const moved = await identity(worker, "three");
    const linking = linkIdentity(administrator, {
      identityId: moved.id,
      agentId: kept.agentId,
      reason: "Même personne ?",
    });
    await expect(linking).rejects.toMatchObject({ code: "not-allowed" });
  });
});

test("a BOP is kept by an agent of the administration that owns it, and by nobody else", async () => {
  const { id } = await anOrganisation({ kind: "central-administration" });
  const ditp = await db.organisation.update({ where: { id }, data: { fundOwner: "DITP" } });
  const [keeper, stranger] = [await anActor(ditp), await anActor(ministry)];
  await grantRole(administrator, given(keeper, { role: "bop-manager" }));
  expect(await nextRequest(keeper)).toMatchObject({
    organisation: { fundOwner: "DITP" },
    grants: [{ role: "bop-manager" }],
  });
  await expect(
    grantRole(administrator, given(stranger, { role: "bop-manager" })),
  ).rejects.toMatchObject({ fields: [{ path: "role" }] });
  await grantRole(administrator, given(stranger, { role: "cosinum" }));
  await expect(
    grantRole(administrator, given(stranger, { role: "cosinum", theme: "ITN3" })),
  ).rejects.toMatchObject({ fields: [{ path: "theme" }] });
});
