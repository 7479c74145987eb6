import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { createUnit } from "@/features/credits/commands/create-unit";
import { proposeUnitMovement } from "@/features/credits/commands/propose-movement";
import { readCredits } from "@/features/credits/queries/credits";
import { readCreditedDossier, readCreditsSummary } from "@/features/credits/queries/dossier";
import { readDossierMovement, readUnitMovement } from "@/features/credits/queries/movement";
import { readProposal } from "@/features/credits/queries/proposal";
import { readUnit } from "@/features/credits/queries/unit";
import { tellDormantCredits } from "@/server/jobs/tell-dormant-credits";
import { tellReserve } from "@/server/jobs/tell-reserve";
import {
  anAwardedDossier,
  moveDossier,
  moveUnit,
  theCredits,
  unitOrder,
} from "../../fixtures/credits";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(() => setClock("2021-01-20T10:00:00+01:00"));

const ALL = { unitId: null, cursor: null };
const NOT_FOUND = { code: "not-found" };

async function credited() {
  const room = await theCredits();
  const dossier = await anAwardedDossier(room, euros(100_000));
  await moveUnit(room, "delegation", { ae: 150_000, cp: 150_000 });
  await moveDossier(room, dossier.number, "allocation", { ae: 90_000, cp: 60_000 });
  await moveDossier(room, dossier.number, "commitment", { ae: 50_000 });
  return { room, dossier };
}

describe("who reads what", () => {
  test("a DNUM its ministry's, a keeper their BOP's, auditors and COSINUM all, others nothing", async () => {
    const { room, dossier } = await credited();
    const other = await credited();
    const ditp = await theCredits("ITN8A", "DITP");
    const numbers = async (actor: typeof room.dnum) =>
      (await readCredits(actor, ALL)).dossiers.map(({ number }) => number);
    expect(await numbers(room.dnum)).toEqual([dossier.number]);
    const units = await readCredits(room.dnum, ALL);
    expect(units.units.map(({ code }) => code)).toEqual([room.unit.code]);
    expect(units.bops).toEqual([]);
    expect(units.chain).toMatchObject({
      granted: euros(100_000),
      allocated: euros(90_000),
      committed: euros(50_000),
    });
    for (const reader of [room.keeper, room.auditor, room.cosinum]) {
      expect(await numbers(reader)).toEqual(
        expect.arrayContaining([dossier.number, other.dossier.number]),
      );
    }
    expect((await readCredits(room.keeper, ALL)).bops.map(({ owner }) => owner)).toEqual(["DINUM"]);
    expect((await readCredits(room.cosinum, ALL)).bops).toHaveLength(2);
    expect(await numbers(ditp.keeper)).toEqual([]);
    expect(await numbers(room.otherDnum)).toEqual([]);
    for (const stranger of [room.owner, room.carrier]) {
      await expect(readCredits(stranger, ALL)).rejects.toMatchObject(NOT_FOUND);
      await expect(readCreditedDossier(stranger, dossier.number)).rejects.toMatchObject(NOT_FOUND);
    }
    for (const stranger of [room.otherDnum, ditp.keeper]) {
      await expect(readUnit(stranger, room.unit.id, null)).rejects.toMatchObject(NOT_FOUND);
      await expect(
        readCredits(stranger, { unitId: room.unit.id, cursor: null }),
      ).rejects.toMatchObject(NOT_FOUND);
      await expect(readCreditedDossier(stranger, dossier.number)).rejects.toMatchObject(NOT_FOUND);
    }
    const { id } = await proposeUnitMovement(room.keeper, unitOrder(room, "delegation", { ae: 1 }));
    expect((await readProposal(room.dnum, id)).may).toBeNull();
    expect((await readProposal(room.secondKeeper, id)).may).toBe("answer");
    expect((await readProposal(room.keeper, id)).may).toBe("withdraw");
    await expect(readProposal(room.otherDnum, id)).rejects.toMatchObject(NOT_FOUND);
  });

  test("a keeper recused from a dossier reads nothing of it", async () => {
    const { room, dossier } = await credited();
    await db.jurorAssignment.create({
      data: {
        dossierId: dossier.id,
        jurorId: room.keeper.agentId,
        assignedById: room.owner.agentId,
        status: "recused",
        ground: "same-organisation",
        endedAt: new Date("2021-01-10"),
      },
    });
    const page = await readCredits(room.keeper, { unitId: room.unit.id, cursor: null });
    expect(page.dossiers).toEqual([]);
    expect(page.dossierTotals.granted).toBe(0);
    await expect(readCreditedDossier(room.keeper, dossier.number)).rejects.toMatchObject(NOT_FOUND);
    const { movements } = await readUnit(room.keeper, room.unit.id, null);
    expect(movements.map(({ kind }) => kind)).toEqual(["delegation"]);
  });

  test("a dossier not notified is in none of the credits, nor on its other pages", async () => {
    const room = await theCredits();
    const dossier = await anAwardedDossier(room);
    await db.decision.updateMany({ where: { dossierId: dossier.id }, data: { notifiedAt: null } });
    expect((await readCredits(room.dnum, ALL)).dossiers).toEqual([]);
    await expect(readCreditedDossier(room.dnum, dossier.number)).rejects.toMatchObject(NOT_FOUND);
    expect(await readCreditsSummary(room.owner, dossier.number, "instruction")).toBeNull();
  });

  test("the forms are for those who may propose, and say what is left", async () => {
    const { room, dossier } = await credited();
    const form = await readDossierMovement(room.dnum, dossier.number, "engagement");
    expect(form).toMatchObject({ kind: "commitment", today: "2021-01-20" });
    expect(form.left.ae).toMatch(/Il reste 40.000,00.€ à engager/);
    expect((await readUnitMovement(room.keeper, room.unit.id, "retrait")).left.cp).toMatch(
      /Il reste 90.000,00/,
    );
    await expect(readUnitMovement(room.dnum, room.unit.id, "retrait")).rejects.toMatchObject(
      NOT_FOUND,
    );
    await expect(
      readDossierMovement(room.keeper, dossier.number, "engagement"),
    ).rejects.toMatchObject(NOT_FOUND);
    await expect(readDossierMovement(room.dnum, dossier.number, "autre")).rejects.toMatchObject(
      NOT_FOUND,
    );
  });
});

test("dossiers by page, whole totals, from both ends", async () => {
  const room = await theCredits();
  const numbers: string[] = [];
  for (let index = 0; index < 27; index += 1) {
    numbers.push((await anAwardedDossier(room, euros(10))).number);
  }
  const first = await readCredits(room.dnum, ALL);
  expect(first.dossiers.map(({ number }) => number)).toEqual(numbers.slice(0, 25));
  expect(first).toMatchObject({ count: 27, previous: null });
  expect(first.dossierTotals.granted).toBe(euros(270));
  const second = await readCredits(room.dnum, { unitId: null, cursor: first.next });
  expect(second.dossiers.map(({ number }) => number)).toEqual(numbers.slice(25));
  expect(second.next).toBeNull();
  const back = await readCredits(room.dnum, { unitId: null, cursor: second.previous });
  expect(back.dossiers).toEqual(first.dossiers);
});

describe("units", () => {
  const input = async (bop: "DINUM" | "DITP" = "DINUM") => ({
    code: `U-${Math.floor(Math.random() * 1e9)}`,
    label: "Unité d’essai",
    bop,
    nature: "delegation" as const,
    ministryId: (await anOrganisation()).id,
  });

  test("an administrator creates those of both BOPs, a keeper those of their own", async () => {
    const room = await theCredits();
    const administrator = await anActor(null, { role: "administrator" });
    const made = await input("DITP");
    expect(await createUnit(administrator, made)).toEqual({ code: made.code });
    await expect(createUnit(room.keeper, await input("DITP"))).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(createUnit(room.dnum, await input())).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(createUnit(administrator, { ...made, code: "AUTRE" })).rejects.toMatchObject({
      fields: [{ path: "ministryId" }],
    });
    await expect(
      createUnit(administrator, { ...(await input()), code: made.code }),
    ).rejects.toMatchObject({ fields: [{ path: "code" }] });
    await expect(
      createUnit(administrator, { ...(await input("DITP")), nature: "transfer" }),
    ).rejects.toMatchObject({ fields: [{ path: "nature" }] });
    const { id: service } = await anOrganisation({ kind: "central-administration" });
    await expect(
      createUnit(administrator, { ...(await input()), ministryId: service }),
    ).rejects.toMatchObject({ fields: [{ path: "ministryId" }] });
  });
});

describe("credits that sleep", () => {
  const told = (dossierId: string, agentId: string, kind: string) =>
    db.notification.count({ where: { dossierId, recipientId: agentId, kind } });

  test("are told once each time they fall asleep, to the DNUM and the owner; a return wakes the reserve", async () => {
    const { room, dossier } = await credited();
    await setClock("2021-07-19T12:00:00+02:00");
    await tellDormantCredits();
    expect(await told(dossier.id, room.dnum.agentId, "credits-dormant")).toBe(0);
    await setClock("2021-07-20T12:00:00+02:00");
    await tellDormantCredits();
    await tellDormantCredits();
    for (const { agentId } of [room.dnum, room.secondDnum]) {
      expect(await told(dossier.id, agentId, "credits-dormant")).toBe(1);
    }
    expect(await told(dossier.id, room.owner.agentId, "credits-asleep")).toBe(1);
    expect((await readCredits(room.dnum, ALL)).dormant).toEqual([
      {
        number: dossier.number,
        title: dossier.title,
        unit: room.unit.code,
        amount: euros(40_000),
        since: "2021-01-20",
      },
    ]);
    expect((await readCreditedDossier(room.dnum, dossier.number)).dormant?.amount).toBe(
      euros(40_000),
    );

    await moveDossier(room, dossier.number, "return", { ae: 40_000, cp: 10_000 });
    expect(await told(dossier.id, room.owner.agentId, "credits-returned")).toBe(1);
    expect((await readCredits(room.dnum, ALL)).dormant).toEqual([]);
    await tellReserve();
    await setClock("2021-01-20T10:00:00+01:00");
  });
});
