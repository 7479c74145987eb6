import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitment } from "@/features/dossiers/commands/set-commitment";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { associateCarrier, dissociateCarrier } from "@/features/team/commands/co-carriers";
import {
  changeAccess,
  leaveTeam,
  removeMember,
  transferLead,
} from "@/features/team/commands/members";
import { searchCoCarriers } from "@/features/team/queries/co-carriers";
import { readMember, readTeam } from "@/features/team/queries/team";
import { dossierChain, readChain } from "@/server/audit";
import { aCall, aDossier, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft } from "../dossiers/filled-draft";
import { aColleague, accessesOf, join } from "./room";

const db = await testDatabase();

let call: Awaited<ReturnType<typeof aCall>>;
let lead: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  call = await aCall("ITN3");
  lead = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

const open = () => aDossier({ carrier: lead, call, status: "draft" });
const actionsOf = async (id: string) =>
  (await readChain(dossierChain(id))).lines.map(({ action }) => action);

describe("members", () => {
  test("the lead changes an access, each change is one line; only agents of the carrier file", async () => {
    const dossier = await open();
    const { number } = dossier;
    const colleague = await aColleague(lead, dossier, "read");
    await join(dossier, stranger, "read");
    await changeAccess(lead, { number, agentId: colleague.agentId, access: "file" });
    await changeAccess(lead, { number, agentId: colleague.agentId, access: "file" });
    await changeAccess(lead, { number, agentId: stranger.agentId, access: "write" });
    await expect(
      changeAccess(lead, { number, agentId: stranger.agentId, access: "file" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      changeAccess(lead, { number, agentId: lead.agentId, access: "read" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      changeAccess(lead, { number, agentId: randomUUID(), access: "read" }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await accessesOf(dossier.id)).toEqual({
      [lead.agentId]: "lead",
      [colleague.agentId]: "file",
      [stranger.agentId]: "write",
    });
    expect(await actionsOf(dossier.id)).toEqual(["change-access", "change-access"]);
  });

  test("a removed member is told and sees nothing any more; one leaves by oneself, the lead does not", async () => {
    const dossier = await open();
    const { number } = dossier;
    const [gone, left] = [
      await aColleague(lead, dossier, "write"),
      await aColleague(lead, dossier, "write"),
    ];
    await removeMember(lead, { number, agentId: gone.agentId });
    await expect(readTeam(gone, number)).rejects.toMatchObject({ code: "not-found" });
    expect(await db.notification.findMany({ where: { kind: "member-removed" } })).toMatchObject([
      { recipientId: gone.agentId },
    ]);
    await leaveTeam(left, { number });
    await expect(leaveTeam(left, { number })).rejects.toMatchObject({ code: "not-found" });
    await expect(leaveTeam(lead, { number })).rejects.toMatchObject({ code: "not-allowed" });
    expect(await actionsOf(dossier.id)).toEqual(["remove-member", "leave-team"]);
  });

  test("commands of the lead are refused to every other member and unknown to strangers", async () => {
    const dossier = await open();
    const { number } = dossier;
    const target = await aColleague(lead, dossier, "read");
    const { agentId } = target;
    for (const access of ["read", "write", "file"] as const) {
      const member = await aColleague(lead, dossier, access);
      for (const attempt of [
        () => changeAccess(member, { number, agentId, access: "write" }),
        () => removeMember(member, { number, agentId }),
        () => transferLead(member, { number, agentId }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "not-allowed" });
      }
      await expect(readMember(member, number, agentId)).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(removeMember(stranger, { number, agentId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(leaveTeam(stranger, { number })).rejects.toMatchObject({ code: "not-found" });
    expect((await accessesOf(dossier.id))[agentId]).toBe("read");
  });
});

describe("the lead", () => {
  test("passes to a colleague, the team is told, the former lead goes on writing", async () => {
    const dossier = await open();
    const { number } = dossier;
    const next = await aColleague(lead, dossier, "write");
    const reader = await aColleague(lead, dossier, "read");
    await transferLead(lead, { number, agentId: next.agentId });
    expect(await accessesOf(dossier.id)).toEqual({
      [lead.agentId]: "write",
      [next.agentId]: "lead",
      [reader.agentId]: "read",
    });
    const told = await db.notification.findMany({
      where: { kind: "lead-transferred", dossierId: dossier.id },
    });
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      [next.agentId, reader.agentId].sort(),
    );
    await expect(transferLead(lead, { number, agentId: reader.agentId })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("two transfers at once: one person leads", async () => {
    const dossier = await open();
    const { number } = dossier;
    const heirs = [
      await aColleague(lead, dossier, "write"),
      await aColleague(lead, dossier, "file"),
    ];
    const results = await Promise.allSettled(
      heirs.map(({ agentId }) => transferLead(lead, { number, agentId })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const accesses = Object.values(await accessesOf(dossier.id));
    expect(accesses.filter((access) => access === "lead")).toHaveLength(1);
    expect(await actionsOf(dossier.id)).toEqual(["transfer-lead"]);
  });

  test("never passes to another organisation, nor to a closed account", async () => {
    const dossier = await open();
    const { number } = dossier;
    await join(dossier, stranger, "write");
    const gone = await aColleague(lead, dossier, "write");
    await db.agent.update({ where: { id: gone.agentId }, data: { closedAt: new Date() } });
    for (const { agentId } of [stranger, gone]) {
      await expect(transferLead(lead, { number, agentId })).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    const team = await readTeam(lead, number);
    expect(team.members.find(({ agentId }) => agentId === gone.agentId)?.isClosed).toBe(true);
    expect(team.members[0]).toMatchObject({ agentId: lead.agentId, access: "lead", isSelf: true });
  });
});

test("who only reads sees what is missing and the answers, and writes nothing", async () => {
  const dossier = await aDraft(lead, "ITN3");
  const { number } = dossier;
  const reader = await aColleague(lead, dossier, "read");
  const seen = await openDossier(reader, number);
  expect(seen.evaluation.missing.length).toBeGreaterThan(0);
  expect([seen.may("read"), seen.may("write"), seen.may("file")]).toEqual([true, false, false]);
  const attempts = [
    () =>
      saveAnswers(reader, {
        number,
        answers: [{ field: "title", value: "Autre", baseRevision: 1 }],
      }),
    () => savePlan(reader, { number, baseRevision: 0, lines: [], coFinancers: [] }),
    () => setCommitment(reader, { number, commitment: "schedule", accepted: true }),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({ code: "not-allowed" });
  }
});

describe("co-carriers", () => {
  test("are associated by the lead of a draft, once, and never the carrier itself", async () => {
    const dossier = await open();
    const { number } = dossier;
    const partner = await anOrganisation({ kind: "state-operator", name: "Agence des cartes" });
    const organisationId = partner.id;
    const { found } = await searchCoCarriers(lead, number, "agence des");
    expect(found).toMatchObject([{ id: organisationId, isAssociated: false }]);
    await associateCarrier(lead, { number, organisationId });
    await expect(associateCarrier(lead, { number, organisationId })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(
      associateCarrier(lead, { number, organisationId: dossier.carrierId }),
    ).rejects.toMatchObject({ code: "already-done" });
    const ministry = await anOrganisation();
    await expect(
      associateCarrier(lead, { number, organisationId: ministry.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await readTeam(lead, number)).coCarriers).toEqual([
      { id: organisationId, name: "Agence des cartes" },
    ]);
    const writer = await aColleague(lead, dossier, "file");
    await expect(dissociateCarrier(writer, { number, organisationId })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await dissociateCarrier(lead, { number, organisationId });
    expect(await actionsOf(dossier.id)).toEqual(["associate-carrier", "dissociate-carrier"]);
  });

  test("stay as filed once the dossier is", async () => {
    const dossier = await aDossier({ carrier: lead, call });
    const partner = await anOrganisation({ kind: "state-operator" });
    await expect(
      associateCarrier(lead, { number: dossier.number, organisationId: partner.id }),
    ).rejects.toMatchObject({ code: "already-done" });
  });
});
