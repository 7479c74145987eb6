import { beforeAll, describe, expect, test } from "vitest";
import { type Cents, euros } from "@/domain/money";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { inTransaction } from "@/server/database/client";
import { aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
});

const AWARDS = 30;
const AMOUNT = euros(100_000);
/** Money for ten of the thirty awards, and one cent short of the eleventh. */
const TOTAL = (11 * AMOUNT - 1) as Cents;

/** Thirty decisions proposed while the envelope still had room for each of them. */
async function thirtyProposals(): Promise<{
  room: Room;
  waiting: { number: string; decision: string }[];
}> {
  const room = await theRoom("ITN3", { total: TOTAL });
  const waiting = [];
  for (let index = 0; index < AWARDS; index += 1) {
    const { number } = await aReviewedDossier(room, { status: "scored" });
    const { id } = await proposeDecision(room.owner, {
      number,
      outcome: "accepted",
      amount: "100000",
      motiveCode: "meets-criteria",
      motive: "Bon projet.",
      strengths: "",
      weaknesses: "",
    });
    waiting.push({ number, decision: id });
  }
  return { room, waiting };
}

async function committed(room: Room): Promise<bigint> {
  const envelope = await db.envelope.findUniqueOrThrow({ where: { id: room.call.envelopeId } });
  return envelope.committed;
}

test("the database refuses what a command would let through", async () => {
  const room = await theRoom("ITN3", { total: euros(10) });
  await expect(
    db.envelope.update({
      where: { id: room.call.envelopeId },
      data: { committed: BigInt(euros(11)) },
    }),
  ).rejects.toThrow("envelope_never_overspent");
});

describe("thirty awards at once on an envelope that holds ten", () => {
  test("ten pass, twenty are told that the money is no longer there, none is lost", async () => {
    const { room, waiting } = await thirtyProposals();
    const results = await Promise.allSettled(
      waiting.map((input) => confirmDecision(room.chair, input)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "envelope-exceeded" });
      }
    }
    expect(await committed(room)).toBe(BigInt(10 * AMOUNT));
    const ledger = await db.ledgerEntry.aggregate({
      where: { envelopeId: room.call.envelopeId },
      _sum: { amount: true },
    });
    expect(ledger._sum.amount).toBe(BigInt(10 * AMOUNT));
    const statuses = await db.dossier.groupBy({
      by: ["status"],
      where: { callId: room.call.id },
      _count: true,
    });
    expect(statuses.map(({ status, _count }) => [status, _count]).sort()).toEqual([
      ["accepted", 10],
      ["scored", 20],
    ]);
    // A refused confirmation left its decision as it was.
    expect(await db.decision.count({ where: { status: "proposed" } })).toBe(20);
  });

  test("the same thirty overspend when the money is read, checked, then written", async () => {
    const { room, waiting } = await thirtyProposals();
    // The last line of defence is taken away to see what the first one is worth.
    await db.$executeRaw`ALTER TABLE envelope DROP CONSTRAINT envelope_never_overspent`;
    const where = { id: room.call.envelopeId };
    let arrived = 0;
    let open = () => {};
    const everybodyHasRead = new Promise<void>((resolve) => {
      open = resolve;
    });
    const readCheckWrite = (decision: string) =>
      inTransaction(async (tx) => {
        const envelope = await tx.envelope.findUniqueOrThrow({ where });
        arrived += 1;
        if (arrived === 12) open();
        await everybodyHasRead;
        if (envelope.committed + BigInt(AMOUNT) > envelope.total) throw new Error("No money left");
        await tx.envelope.update({ where, data: { committed: { increment: BigInt(AMOUNT) } } });
        await tx.ledgerEntry.create({
          data: {
            envelopeId: where.id,
            decisionId: decision,
            kind: "award",
            amount: BigInt(AMOUNT),
          },
        });
      });
    await Promise.allSettled(waiting.slice(0, 12).map(({ decision }) => readCheckWrite(decision)));
    expect(await committed(room)).toBeGreaterThan(BigInt(TOTAL));
  });
});
