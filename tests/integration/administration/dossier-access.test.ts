import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { readDossierAccess } from "@/features/administration/dossier-access/read-access";
import { restoreLead } from "@/features/administration/dossier-access/restore-lead";
import { dossierChain, readChain } from "@/server/audit";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier } from "../dossiers/filled-draft";
import { aColleague, accessesOf, join } from "../team/room";

const db = await testDatabase();
const REASON = "Départ de l’ancienne responsable.";

let lead: Actor;
let stranger: Actor;
let administrator: Actor;
let call: Awaited<ReturnType<typeof aCall>>;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  call = await aCall("ITN3");
  lead = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
  administrator = await anActor(await anOrganisation(), { role: "administrator" });
});

test("an administrator names an agent of the carrier; the team is told, the line says why", async () => {
  const dossier = await aDossier({ carrier: lead, call, status: "draft" });
  const { number, id } = dossier;
  const reader = await aColleague(lead, dossier, "read");
  const next = await aColleague(lead);
  await db.agent.update({ where: { id: lead.agentId }, data: { closedAt: new Date() } });
  expect(await readDossierAccess(administrator, number)).toMatchObject({ leadCanAct: false });
  await restoreLead(administrator, { number, agentId: next.agentId, reason: REASON });
  expect(await accessesOf(id)).toEqual({
    [lead.agentId]: "read",
    [reader.agentId]: "read",
    [next.agentId]: "lead",
  });
  const { lines } = await readChain(dossierChain(id));
  expect(lines).toMatchObject([
    {
      action: "restore-lead",
      actorId: administrator.agentId,
      facts: { agentId: next.agentId, formerId: lead.agentId, reason: REASON },
    },
  ]);
  const told = await db.notification.findMany({ where: { kind: "access-restored" } });
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
    [lead.agentId, reader.agentId, next.agentId].sort(),
  );
  await expect(
    restoreLead(administrator, { number, agentId: next.agentId, reason: REASON }),
  ).rejects.toMatchObject({ code: "already-done" });
  await db.agent.update({ where: { id: lead.agentId }, data: { closedAt: null } });
});

test("never to another organisation, a closed account, the administrator, nor by anybody else", async () => {
  const dossier = await aDossier({ carrier: lead, call, status: "draft" });
  const { number, id } = dossier;
  await join(dossier, stranger, "write");
  const gone = await aColleague(lead);
  const next = await aColleague(lead);
  await db.agent.update({ where: { id: gone.agentId }, data: { closedAt: new Date() } });
  const attempt = (actor: Actor, { agentId }: Actor) =>
    restoreLead(actor, { number, agentId, reason: REASON });
  await expect(attempt(administrator, stranger)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(attempt(administrator, gone)).rejects.toMatchObject({ code: "not-allowed" });
  await expect(attempt(administrator, administrator)).rejects.toMatchObject({
    code: "two-people-required",
  });
  for (const other of [lead, stranger, next]) {
    await expect(attempt(other, next)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(readDossierAccess(other, number)).rejects.toMatchObject({ code: "not-found" });
  }
  expect((await accessesOf(id))[lead.agentId]).toBe("lead");
});

test("sees people, never what the dossier says", async () => {
  const dossier = await aDossier({ carrier: lead, call, status: "draft" });
  await db.dossier.update({ where: { id: dossier.id }, data: { title: "canari-du-titre" } });
  const access = await readDossierAccess(administrator, dossier.number);
  expect(access?.members).toHaveLength(1);
  expect(JSON.stringify(access)).not.toContain("canari");
  expect(await readDossierAccess(administrator, "2021-999999")).toBeNull();
  expect(await readDossierAccess(administrator, "n’importe quoi")).toBeNull();
});
