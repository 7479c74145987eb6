import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { confirmMovement } from "@/features/credits/commands/decide-movement";
import {
  proposeDossierMovement,
  proposeUnitMovement,
} from "@/features/credits/commands/propose-movement";
import { inTransaction } from "@/server/database/client";
import { releaseAward } from "@/server/envelopes";
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
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { expectAddsUp } from "./adds-up";

const db = await testDatabase();
beforeAll(() => setClock("2021-01-20T10:00:00+01:00"));

describe("at once", () => {
  test("two confirmations: one passes", async () => {
    const room = await theCredits();
    const { id } = await proposeUnitMovement(
      room.keeper,
      unitOrder(room, "delegation", { ae: 10 }),
    );
    const answers = await Promise.allSettled([
      confirmMovement(room.secondKeeper, { proposal: id }),
      confirmMovement(room.secondKeeper, { proposal: id }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await unitNow(room)).receivedAe).toBe(1_000n);
    expect(await db.creditMovement.count({ where: { proposalId: id } })).toBe(1);
  });

  test("eight allocations for the money of three", async () => {
    const room = await theCredits();
    await moveUnit(room, "delegation", { ae: 300 });
    const dossiers = await Promise.all(
      Array.from({ length: 8 }, () => anAwardedDossier(room, euros(100))),
    );
    const proposals = [];
    for (const { number } of dossiers) {
      const input = dossierOrder(number, "allocation", { ae: 100 });
      proposals.push(await proposeDossierMovement(room.dnum, input));
    }
    const answers = await Promise.allSettled(
      proposals.map(({ id }) => confirmMovement(room.secondDnum, { proposal: id })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await unitNow(room)).toMatchObject({ receivedAe: 30_000n, entrustedAe: 30_000n });
    await expectAddsUp();
  });

  test("an allocation and the release of the award: never more received than held", async () => {
    const room = await theCredits();
    await moveUnit(room, "delegation", { ae: 300 });
    const dossier = await anAwardedDossier(room, euros(100));
    const decisionId = await decisionOf(dossier.id);
    const { id } = await proposeDossierMovement(
      room.dnum,
      dossierOrder(dossier.number, "allocation", { ae: 100 }),
    );
    await Promise.allSettled([
      confirmMovement(room.secondDnum, { proposal: id }),
      inTransaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossier.id}::uuid FOR UPDATE`;
        await releaseAward(tx, { decisionId, amount: euros(60) });
      }),
    ]);
    await expectAddsUp();
  });
});

test("whatever is tried, every level adds up", async () => {
  const room = await theCredits();
  const dossiers = [
    await anAwardedDossier(room, euros(60)),
    await anAwardedDossier(room, euros(90)),
  ];
  const amount = fc.nat({ max: 60 });
  const step = fc.oneof(
    fc.record({
      movement: fc.constantFrom("delegation" as const, "withdrawal" as const),
      ae: amount,
      cp: amount,
    }),
    fc.record({
      movement: fc.constantFrom(
        "allocation" as const,
        "commitment" as const,
        "payment" as const,
        "return" as const,
      ),
      dossier: fc.nat({ max: 1 }),
      ae: amount,
      cp: amount,
    }),
  );
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const each of steps) {
        const done =
          "dossier" in each
            ? moveDossier(room, dossiers[each.dossier]?.number ?? "", each.movement, {
                ae: each.movement === "payment" ? 0 : each.ae,
                cp: each.movement === "commitment" ? 0 : each.cp,
              })
            : moveUnit(room, each.movement, each);
        await done.then(
          () => {
            passed += 1;
          },
          () => undefined,
        );
      }
      await expectAddsUp();
    }),
    { numRuns: 12 },
  );
  expect(passed).toBeGreaterThan(10);
}, 120_000);

describe("going round the commands", () => {
  async function chain() {
    const room = await theCredits();
    const dossier = await anAwardedDossier(room, euros(100));
    await moveUnit(room, "delegation", { ae: 100, cp: 100 });
    await moveDossier(room, dossier.number, "allocation", { ae: 50, cp: 50 });
    return { room, dossierId: dossier.id };
  }

  test.each([
    [
      "a budget that delegates what no unit received",
      "UPDATE bop SET delegated_ae = delegated_ae + 1",
    ],
    [
      "a unit that received what no budget delegated",
      "UPDATE operating_unit SET received_ae = received_ae + 1",
    ],
    [
      "a unit that entrusts what no dossier has",
      "UPDATE operating_unit SET entrusted_ae = entrusted_ae + 1",
    ],
    [
      "an account without its movement",
      "UPDATE credit_account SET committed_ae = committed_ae + 1",
    ],
    ["an account that pays what is not committed", "UPDATE credit_account SET paid_cp = 1"],
    ["a movement erased", "DELETE FROM credit_movement"],
    ["a movement rewritten", "UPDATE credit_movement SET ae = ae + 1"],
    ["an account deleted", "DELETE FROM credit_account"],
  ])("%s is refused by the database", async (_, statement) => {
    await chain();
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow();
    await expectAddsUp();
  });

  test("a movement alone, or with an account above the award, is refused", async () => {
    const { room, dossierId } = await chain();
    const movement = {
      kind: "commitment",
      unitId: room.unit.id,
      dossierId,
      ae: 100n,
      reference: "EJ",
      onDay: new Date("2021-01-20"),
    };
    await expect(db.creditMovement.create({ data: movement })).rejects.toThrow(/differs/);
    const allocation = { ...movement, kind: "allocation", ae: 6_000n };
    await moveUnit(room, "delegation", { ae: 100 });
    await expect(
      db.$transaction([
        db.operatingUnit.update({
          where: { id: room.unit.id },
          data: { entrustedAe: { increment: 6_000n } },
        }),
        db.creditAccount.updateMany({
          where: { dossierId },
          data: { receivedAe: { increment: 6_000n } },
        }),
        db.creditMovement.create({ data: allocation }),
      ]),
    ).rejects.toThrow(/of credits for an award/);
    await expectAddsUp();
  });
});
