import { beforeAll, describe, expect, test } from "vitest";
import { BOPS } from "@/domain/funding/bop";
import { type Cents, centsFromBigInt, euros } from "@/domain/money";
import {
  confirmMovement,
  refuseMovement,
  withdrawMovement,
} from "@/features/credits/commands/decide-movement";
import {
  proposeDossierMovement,
  proposeUnitMovement,
} from "@/features/credits/commands/propose-movement";
import { inTransaction } from "@/server/database/client";
import { heldBy, releaseAward } from "@/server/envelopes";
import {
  anAwardedDossier,
  decisionOf,
  dossierOrder,
  moveDossier,
  moveUnit,
  theCredits,
  unitNow,
  unitOrder,
} from "../../fixtures/credits";
import { actionsOf } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { expectAddsUp } from "./adds-up";

const db = await testDatabase();
beforeAll(() => setClock("2021-01-20T10:00:00+01:00"));

const accountNow = (dossierId: string) =>
  db.creditAccount.findFirstOrThrow({ where: { dossierId } });

test("the two budgets have the published amounts of their themes", async () => {
  const rows = await db.bop.findMany({ orderBy: { owner: "asc" } });
  expect(rows.map(({ owner, total }) => [owner, centsFromBigInt(total)])).toEqual([
    ["DINUM", BOPS.DINUM.amount],
    ["DITP", BOPS.DITP.amount],
  ]);
});

describe("from the budget to the payment, and back", () => {
  test("each link is two people's, one line of the ledger and two of the audit log", async () => {
    const room = await theCredits();
    const dossier = await anAwardedDossier(room, euros(300_000));
    await moveUnit(room, "delegation", { ae: 500_000, cp: 400_000 });
    await moveDossier(room, dossier.number, "allocation", { ae: 300_000, cp: 200_000 });
    await moveDossier(room, dossier.number, "commitment", { ae: 180_000 });
    await moveDossier(room, dossier.number, "payment", { cp: 90_000 });
    await moveDossier(room, dossier.number, "return", { ae: 120_000, cp: 110_000 });
    await moveUnit(room, "withdrawal", { ae: 200_000, cp: 150_000 });
    expect(await unitNow(room)).toMatchObject({
      receivedAe: 30_000_000n,
      receivedCp: 25_000_000n,
      entrustedAe: 18_000_000n,
      entrustedCp: 9_000_000n,
    });
    expect(await accountNow(dossier.id)).toMatchObject({
      receivedAe: 30_000_000n,
      returnedAe: 12_000_000n,
      committedAe: 18_000_000n,
      paidCp: 9_000_000n,
    });
    // The return gave the award back too: envelope and credits say the same.
    expect(await heldBy(await decisionOf(dossier.id))).toBe(euros(180_000));
    expect(await db.creditMovement.count({ where: { unitId: room.unit.id } })).toBe(6);
    const actions = await actionsOf(dossier.id);
    expect(actions.filter((each) => each === "propose-credits")).toHaveLength(4);
    expect(actions.filter((each) => each === "confirm-credits")).toHaveLength(4);
    await expectAddsUp();
  });

  test("SNAP1 is paid by transfer to the ministry's own BOP", async () => {
    const room = await theCredits("SNAP1");
    const dossier = await anAwardedDossier(room, euros(10_000));
    await moveUnit(room, "delegation", { ae: 10_000, cp: 10_000 });
    await moveDossier(room, dossier.number, "allocation", { ae: 10_000, cp: 10_000 });
    expect((await accountNow(dossier.id)).unitId).toBe(room.unit.id);
    const itn3 = await theCredits("ITN3");
    const elsewhere = await anAwardedDossier({ ...room, call: itn3.call }, euros(10_000));
    await expect(
      proposeDossierMovement(room.dnum, dossierOrder(elsewhere.number, "allocation", { ae: 1 })),
    ).rejects.toMatchObject({ code: "incomplete", message: expect.stringContaining("BOP DINUM") });
  });
});

describe("a level that lacks money says which, and how much is left", () => {
  test("the budget never delegates beyond its total", async () => {
    const room = await theCredits("ITN8A", "DITP");
    const left = (await db.bop.findUniqueOrThrow({ where: { owner: "DITP" } })).total / 100n;
    await expect(moveUnit(room, "delegation", { ae: Number(left) + 1 })).rejects.toMatchObject({
      code: "envelope-exceeded",
      message: expect.stringMatching(/^BOP DITP.: il reste 83.000.000,00.€ d’AE à déléguer/),
      fields: [{ path: "ae" }],
    });
    await moveUnit(room, "delegation", { ae: Number(left) });
    await expect(moveUnit(room, "delegation", { ae: 1 })).rejects.toMatchObject({
      message: expect.stringContaining("il reste 0,00"),
    });
    await moveUnit(room, "withdrawal", { ae: Number(left) });
    await expectAddsUp();
  });

  test.each([
    ["withdrawal", { ae: 71 }, /^Unité UO-\d+.: il reste 70,00.€ d’AE à rendre au BOP/],
    ["withdrawal", { cp: 61 }, /il reste 60,00.€ de CP à rendre au BOP/],
  ] as const)("a unit: %s of %o", async (kind, amounts, message) => {
    const room = await theCredits();
    const dossier = await anAwardedDossier(room, euros(100));
    await moveUnit(room, "delegation", { ae: 100, cp: 80 });
    await moveDossier(room, dossier.number, "allocation", { ae: 30, cp: 20 });
    await expect(moveUnit(room, kind, amounts)).rejects.toMatchObject({
      code: "envelope-exceeded",
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ["allocation", { ae: 61 }, /l’aide permet encore de recevoir 60,00.€ d’AE pour 61,00/],
    ["allocation", { cp: 11 }, /garderait 41,00.€ de CP pour 40,00.€ d’AE/],
    ["commitment", { ae: 11 }, /il reste 10,00.€ d’AE à engager pour 11,00/],
    ["payment", { cp: 16 }, /il reste 15,00.€ de CP à payer pour 16,00/],
    ["return", { ae: 11 }, /il reste 10,00.€ d’AE non engagées pour 11,00/],
    ["return", { cp: 16 }, /il reste 15,00.€ de CP non payés pour 16,00/],
  ] as const)("a dossier: %s of %o", async (kind, amounts, message) => {
    const room = await theCredits();
    const dossier = await anAwardedDossier(room, euros(100));
    await moveUnit(room, "delegation", { ae: 1_000, cp: 1_000 });
    await moveDossier(room, dossier.number, "allocation", { ae: 40, cp: 30 });
    await moveDossier(room, dossier.number, "commitment", { ae: 30 });
    await moveDossier(room, dossier.number, "payment", { cp: 15 });
    await expect(moveDossier(room, dossier.number, kind, amounts)).rejects.toMatchObject({
      code: "envelope-exceeded",
      message: expect.stringMatching(message),
    });
    await expectAddsUp();
  });

  test("an award never goes under what its dossier received", async () => {
    const room = await theCredits();
    const dossier = await anAwardedDossier(room, euros(100));
    await moveUnit(room, "delegation", { ae: 100 });
    await moveDossier(room, dossier.number, "allocation", { ae: 80 });
    const decisionId = await decisionOf(dossier.id);
    const release = (amount: Cents) =>
      inTransaction((tx) => releaseAward(tx, { decisionId, amount }));
    await expect(release(euros(21))).rejects.toMatchObject({
      message: expect.stringContaining("a déjà reçu 80,00"),
    });
    await release(euros(20));
    expect(await heldBy(decisionId)).toBe(euros(80));
  });

  test("a dossier receives what its funded phases hold, no more", async () => {
    const room = await theCredits("SNAP3");
    const dossier = await anAwardedDossier(room, euros(100));
    await moveUnit(room, "delegation", { ae: 100 });
    const day = new Date("2021-01-20");
    await db.execution.create({
      data: {
        dossierId: dossier.id,
        decisionId: await decisionOf(dossier.id),
        startsOn: day,
        endsOn: day,
        openedById: room.owner.agentId,
        baselines: { create: { version: 1, content: { grant: 10_000 }, fingerprint: "f" } },
        phases: {
          create: [
            {
              position: 1,
              name: "1",
              grant: 4_000n,
              status: "current",
              fundedAt: day,
              startsOn: day,
              endsOn: day,
              milestone: "m",
            },
            { position: 2, name: "2", grant: 6_000n, startsOn: day, endsOn: day, milestone: "m" },
          ],
        },
      },
    });
    await expect(moveDossier(room, dossier.number, "allocation", { ae: 41 })).rejects.toMatchObject(
      {
        message: expect.stringContaining("recevoir 40,00"),
      },
    );
    await moveDossier(room, dossier.number, "allocation", { ae: 40 });
  });
});

describe("two people", () => {
  test("the proposer never confirms; another may once; a refusal and a withdrawal move nothing", async () => {
    const room = await theCredits();
    const propose = () =>
      proposeUnitMovement(room.keeper, unitOrder(room, "delegation", { ae: 10 }));
    const first = await propose();
    expect(first.confirmers).toBeGreaterThan(0);
    await expect(confirmMovement(room.keeper, { proposal: first.id })).rejects.toMatchObject({
      code: "two-people-required",
    });
    await confirmMovement(room.secondKeeper, { proposal: first.id });
    await expect(confirmMovement(room.secondKeeper, { proposal: first.id })).rejects.toMatchObject({
      code: "already-done",
    });
    const second = await propose();
    await refuseMovement(room.secondKeeper, { proposal: second.id, answer: "Montant à revoir" });
    const third = await propose();
    await expect(withdrawMovement(room.secondKeeper, { proposal: third.id })).rejects.toMatchObject(
      {
        code: "not-allowed",
      },
    );
    await withdrawMovement(room.keeper, { proposal: third.id });
    expect((await unitNow(room)).receivedAe).toBe(1_000n);
    const told = await db.notification.findMany({
      where: { recipientId: room.keeper.agentId, kind: "credits-answered" },
    });
    expect(told.map(({ payload }) => (payload as { status: string }).status).sort()).toEqual([
      "confirmed",
      "refused",
    ]);
  });

  test("the same form sent twice proposes once; another under its key is refused", async () => {
    const room = await theCredits();
    const order = unitOrder(room, "delegation", { ae: 10 });
    const [one, two] = await Promise.all([
      proposeUnitMovement(room.keeper, order),
      proposeUnitMovement(room.keeper, order),
    ]);
    expect(one.id).toBe(two.id);
    expect(await db.creditProposal.count({ where: { unitId: room.unit.id } })).toBe(1);
    await expect(
      proposeUnitMovement(room.keeper, { ...order, ae: euros(20) }),
    ).rejects.toMatchObject({ code: "replayed-with-other-content" });
  });

  test("who may: the BOP's keepers above the unit, its DNUM below, nobody else", async () => {
    const room = await theCredits();
    const ditp = await theCredits("ITN8A", "DITP");
    const dossier = await anAwardedDossier(room);
    const delegation = () => unitOrder(room, "delegation", { ae: 10 });
    for (const stranger of [room.otherDnum, room.owner, room.carrier, ditp.keeper]) {
      await expect(proposeUnitMovement(stranger, delegation())).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(
        proposeDossierMovement(stranger, dossierOrder(dossier.number, "allocation", { ae: 1 })),
      ).rejects.toMatchObject({ code: "not-found" });
    }
    for (const reader of [room.dnum, room.auditor, room.cosinum]) {
      await expect(proposeUnitMovement(reader, delegation())).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    for (const reader of [room.keeper, room.auditor]) {
      await expect(
        proposeDossierMovement(reader, dossierOrder(dossier.number, "allocation", { ae: 1 })),
      ).rejects.toMatchObject({ code: "not-allowed" });
    }
    await moveUnit(room, "delegation", { ae: 10 });
    const { id } = await proposeDossierMovement(
      room.dnum,
      dossierOrder(dossier.number, "allocation", { ae: 10 }),
    );
    await expect(confirmMovement(room.keeper, { proposal: id })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(confirmMovement(room.otherDnum, { proposal: id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("nothing is dated in the future", async () => {
    const room = await theCredits();
    await expect(
      proposeUnitMovement(room.keeper, {
        ...unitOrder(room, "delegation", { ae: 10 }),
        onDay: "2021-01-21",
      }),
    ).rejects.toMatchObject({ fields: [{ path: "onDay" }] });
  });
});
