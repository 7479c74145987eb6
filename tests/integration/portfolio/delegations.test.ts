import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { closeAccount } from "@/features/administration/commands/accounts";
import { revokeRole } from "@/features/administration/commands/grant-role";
import { delegateRole } from "@/features/delegations/commands/delegate";
import { endDelegation } from "@/features/delegations/commands/end-delegation";
import { readDnumTeam } from "@/features/delegations/queries";
import { delegateSchema } from "@/features/delegations/schemas";
import { GENERAL_CHAIN, readChain } from "@/server/audit";
import { findActor } from "@/server/auth/find-actor";
import { sha256 } from "@/server/fingerprint";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMinistry, atOnce, type Ministry } from "../visas/world";

const db = await testDatabase();

let own: Ministry;
let other: Ministry;
let administrator: Actor;

beforeAll(async () => {
  await setClock("2021-07-01T10:00:00+02:00");
  own = await aMinistry();
  other = await aMinistry();
  administrator = await anActor(await anOrganisation(), { role: "administrator" });
});

/** An agent of a service of the ministry, without any role. */
const colleague = async ({ ministry }: Ministry = own) =>
  anActor(await anOrganisation({ kind: "deconcentrated-service", ministryId: ministry.id }));

const delegate = (from: Actor, to: Actor, input: Record<string, string> = {}) =>
  delegateRole(
    from,
    delegateSchema.parse({
      ministryId: own.ministry.id,
      email: to.email.toUpperCase(),
      startsOn: "",
      endsOn: "2021-07-31",
      reason: "Congés d’été",
      ...input,
    }),
  );

/** The kinds of what an agent was told, in their order. */
async function told({ agentId }: Actor): Promise<string[]> {
  const notices = await db.notification.findMany({
    where: { recipientId: agentId },
    orderBy: { id: "asc" },
  });
  return notices.map(({ kind }) => kind);
}

/** The agent as the next request reads them. */
async function nextRequest({ agentId }: Actor): Promise<Actor> {
  const token = `token-${agentId}-${Math.random()}`;
  await db.session.create({
    data: {
      tokenHash: sha256(token),
      agentId,
      acr: "eidas2",
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  const actor = await findActor(token);
  if (!actor) throw new Error("Nobody is signed in");
  return actor;
}
const grantOf = async ({ agentId }: Actor) =>
  (await db.roleGrant.findFirstOrThrow({ where: { agentId, delegated: true } })).id;
const roles = async (agent: Actor) => (await nextRequest(agent)).grants.map(({ role }) => role);

describe("a delegation", () => {
  test("holds from the next request to the end of its last day, with a line in the general log", async () => {
    const to = await colleague();
    await delegate(own.dnum, to);
    expect((await nextRequest(to)).grants).toEqual([
      { role: "dnum", theme: null, ministryId: own.ministry.id },
    ]);
    const { lines } = await readChain(GENERAL_CHAIN);
    expect(lines.at(-1)).toMatchObject({
      action: "role-delegated",
      actorId: own.dnum.agentId,
      facts: { agentId: to.agentId, ministryId: own.ministry.id, reason: "Congés d’été" },
    });
    await setClock("2021-08-01T00:00:01+02:00");
    expect(await roles(to)).toEqual([]);
    await setClock("2021-07-01T12:00:00+02:00");
  });

  test("begins on its day when it is to come", async () => {
    const to = await colleague();
    await delegate(own.dnum, to, { startsOn: "2021-07-10" });
    expect(await roles(to)).toEqual([]);
    expect((await readDnumTeam(own.dnum)).agents).toContainEqual(
      expect.objectContaining({ email: to.email, delegatedBy: expect.any(String), mayEnd: true }),
    );
    await setClock("2021-07-10T00:00:01+02:00");
    expect(await roles(to)).toEqual(["dnum"]);
    await setClock("2021-07-01T13:00:00+02:00");
  });

  test("is given by who holds the role themselves, in their own ministry, to somebody of it", async () => {
    const to = await colleague();
    await delegate(own.dnum, to);
    const delegated = await nextRequest(to);
    const another = await colleague();
    await expect(delegate(delegated, another)).rejects.toMatchObject({ code: "not-allowed" });
    expect((await readDnumTeam(delegated)).delegable).toEqual([]);
    for (const stranger of [other.dnum, own.carrier]) {
      await expect(delegate(stranger, another)).rejects.toMatchObject({ code: "not-found" });
    }
    const elsewhere = await colleague(other);
    for (const nobody of [elsewhere, own.dnum, { ...another, email: "personne@exemple.fr" }]) {
      await expect(delegate(own.dnum, nobody)).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "email" }],
      });
    }
    expect(await roles(elsewhere)).toEqual([]);
  });

  test("is not given twice, even at once, nor to who holds the role", async () => {
    const to = await colleague();
    const { held, refusals } = await atOnce([delegate(own.dnum, to), delegate(own.colleague, to)]);
    expect([held, refusals]).toEqual([1, ["already-done"]]);
    await expect(delegate(own.dnum, own.colleague)).rejects.toMatchObject({ code: "already-done" });
  });

  test.each([
    ["without an end", { endsOn: "" }],
    ["without a reason", { reason: " " }],
    ["to no address", { email: "Camille" }],
  ])("is refused %s", (_, input) => {
    const form = {
      ministryId: own.ministry.id,
      email: "a@exemple.fr",
      startsOn: "",
      endsOn: "2021-07-31",
      reason: "Congés",
    };
    expect(delegateSchema.safeParse(form).success).toBe(true);
    expect(delegateSchema.safeParse({ ...form, ...input }).success).toBe(false);
  });

  test("never lasts longer than the role it comes from, nor ends before it begins", async () => {
    const leaving = await anActor(own.ministry, { role: "dnum", ministryId: own.ministry.id });
    await db.roleGrant.updateMany({
      where: { agentId: leaving.agentId },
      data: { endsAt: new Date("2021-07-15T22:00:00Z") },
    });
    const to = await colleague();
    await expect(delegate(leaving, to)).rejects.toMatchObject({ fields: [{ path: "endsOn" }] });
    await expect(delegate(own.dnum, to, { endsOn: "2021-06-30" })).rejects.toMatchObject({
      fields: [{ path: "endsOn" }],
    });
    await delegate(leaving, to, { endsOn: "2021-07-15" });
  });
});

describe("its end", () => {
  test("is now, by anybody of the DNUM or by who holds it, once, and of no other ministry", async () => {
    const to = await colleague();
    await delegate(own.dnum, to);
    const grantId = await grantOf(to);
    await expect(endDelegation(other.dnum, { grantId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await told(to)).toEqual(["role-delegated"]);
    await endDelegation(own.colleague, { grantId });
    expect(await roles(to)).toEqual([]);
    // Somebody else ended it: who gave it and who held it are told.
    expect(await told(to)).toEqual(["role-delegated", "delegation-ended"]);
    expect(await told(own.dnum)).toEqual(["delegation-ended"]);
    expect(await told(own.colleague)).toEqual([]);
    await expect(endDelegation(own.dnum, { grantId })).rejects.toMatchObject({
      code: "already-done",
    });

    const again = await colleague();
    await delegate(own.dnum, again);
    const holder = await nextRequest(again);
    const third = await colleague();
    await delegate(own.dnum, third);
    await expect(endDelegation(holder, { grantId: await grantOf(third) })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await endDelegation(holder, { grantId: await grantOf(again) });
    expect(await roles(again)).toEqual([]);
    expect(await told(again)).toEqual(["role-delegated"]);
    expect(await told(own.dnum)).toEqual(["delegation-ended", "delegation-ended"]);
  });

  test("is that of a role an administrator gave in no case", async () => {
    const { id } = await db.roleGrant.findFirstOrThrow({
      where: { agentId: own.colleague.agentId },
    });
    await expect(endDelegation(own.dnum, { grantId: id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("comes with the end of the role, or of the account, it comes from", async () => {
    const leave = async (end: (leaving: Actor) => Promise<unknown>) => {
      const leaving = await anActor(own.ministry, { role: "dnum", ministryId: own.ministry.id });
      const to = await colleague();
      await delegate(leaving, to);
      await end(leaving);
      expect(await roles(to)).toEqual([]);
    };
    await leave(async ({ agentId }) => {
      const { id } = await db.roleGrant.findFirstOrThrow({ where: { agentId } });
      await revokeRole(administrator, { grantId: id, reason: "Départ" });
    });
    await leave(({ agentId }) => closeAccount(administrator, { agentId, reason: "Départ" }));
  });
});
