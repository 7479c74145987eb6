import { beforeAll, describe, expect, test } from "vitest";
import { BusinessError } from "@/domain/errors";
import { leftOf, tightest } from "@/domain/funding/envelopes";
import { type Cents, cents, euros } from "@/domain/money";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { inTransaction } from "@/server/database/client";
import { commitAward, envelopeChain, heldBy, releaseAward } from "@/server/envelopes";
import { aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(() => setClock("2021-02-15T10:00:00+01:00"));

/** A BOP of its own, the room's call within it, and sessions within the call, each with its share. */
async function threeLevels(
  room: Room,
  totals: { bop: Cents; sessions: readonly Cents[] },
): Promise<{ bop: string; call: string; sessions: string[] }> {
  const call = room.call.envelopeId;
  const bop = await db.envelope.create({
    data: { label: `BOP ${call}`, total: BigInt(totals.bop) },
  });
  await db.envelope.update({ where: { id: call }, data: { parentId: bop.id } });
  const sessions: string[] = [];
  for (const total of totals.sessions) {
    const label = `Séance ${sessions.length + 1}`;
    const data = { themeCode: "ITN3", label, total: BigInt(total), parentId: call };
    sessions.push((await db.envelope.create({ data })).id);
  }
  return { bop: bop.id, call, sessions };
}

/** Decisions that nobody confirms: money is what is tried here, a thousand times faster than the whole command. */
async function decisions(room: Room, count: number): Promise<string[]> {
  const { id: dossierId } = await aReviewedDossier(room, { status: "scored" });
  const rows = await db.decision.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      dossierId,
      outcome: "accepted",
      status: "returned",
      returnedReason: "Essai",
      amount: 1n,
      computedGrant: 1n,
      motive: "Essai",
      proposedById: room.owner.agentId,
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const totalOf = async (envelopeId: string) => {
  const { total, committed } = await db.envelope.findUniqueOrThrow({ where: { id: envelopeId } });
  const ledger = await db.ledgerEntry.aggregate({
    where: { envelopeId },
    _sum: { amount: true },
  });
  expect(ledger._sum.amount ?? 0n).toBe(committed);
  expect(committed).toBeLessThanOrEqual(total);
  return committed;
};

const award = (envelopeId: string, decisionId: string, amount: Cents) =>
  inTransaction((tx) => commitAward(tx, { envelopeId, decisionId, amount }));

describe("an award", () => {
  test("is one line on each level, from the session to the BOP", async () => {
    const room = await theRoom("ITN3", { total: euros(500) });
    const levels = await threeLevels(room, { bop: euros(900), sessions: [euros(300)] });
    const [decision = ""] = await decisions(room, 1);
    await award(levels.sessions[0] ?? "", decision, euros(200));
    for (const id of [...levels.sessions, levels.call, levels.bop]) {
      expect(await totalOf(id)).toBe(BigInt(euros(200)));
    }
    const chain = await envelopeChain(levels.sessions[0] ?? "");
    expect(chain.map(({ label }) => label)).toEqual([
      "Séance 1",
      "Enveloppe ITN3",
      `BOP ${levels.call}`,
    ]);
    expect(chain.map(leftOf)).toEqual([euros(100), euros(300), euros(700)]);
  });

  test.each([
    ["the session", { bop: 900, call: 500, session: 199 }, "Séance 1", 199],
    ["the call", { bop: 900, call: 199, session: 300 }, "Enveloppe ITN3", 199],
    ["the BOP", { bop: 150, call: 500, session: 300 }, "BOP", 150],
  ] as const)("that %s cannot pay is on none of the levels", async (_, totals, label, left) => {
    const room = await theRoom("ITN3", { total: euros(totals.call) });
    const levels = await threeLevels(room, {
      bop: euros(totals.bop),
      sessions: [euros(totals.session)],
    });
    const [decision = ""] = await decisions(room, 1);
    const refused = await award(levels.sessions[0] ?? "", decision, euros(200)).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(BusinessError);
    expect(refused).toMatchObject({
      code: "envelope-exceeded",
      message: expect.stringContaining(`il reste ${left},00\u00A0€ pour 200,00\u00A0€`),
    });
    expect(String(refused)).toContain(`Enveloppe la plus serrée\u00A0: ${label}`);
    for (const id of [...levels.sessions, levels.call, levels.bop]) {
      expect(await totalOf(id)).toBe(0n);
    }
  });

  test("draws on the own share of the dossier's last session, else on its call", async () => {
    const room = await theRoom("ITN3", { total: euros(900_000) });
    const levels = await threeLevels(room, { bop: euros(900_000), sessions: [euros(100_000)] });
    const [inSession, elsewhere] = [
      await aReviewedDossier(room, { status: "scored" }),
      await aReviewedDossier(room, { status: "scored" }),
    ];
    await db.jurySession.create({
      data: {
        themeCode: "ITN3",
        callId: room.call.id,
        label: "Séance",
        heldOn: new Date("2021-02-14"),
        envelopeId: levels.sessions[0] ?? "",
        items: { create: { dossierId: inSession.id, position: 1 } },
      },
    });
    const proposal = (number: string) => ({
      number,
      outcome: "accepted" as const,
      amount: "150 000",
      motiveCode: "meets-criteria" as const,
      motive: "Bon projet.",
      strengths: "",
      weaknesses: "",
    });
    await expect(proposeDecision(room.owner, proposal(inSession.number))).rejects.toMatchObject({
      code: "envelope-exceeded",
      message: expect.stringContaining("Enveloppe la plus serrée\u00A0: Séance 1."),
    });
    const { id: decision } = await proposeDecision(room.owner, proposal(elsewhere.number));
    await confirmDecision(room.chair, { number: elsewhere.number, decision });
    expect(await totalOf(levels.sessions[0] ?? "")).toBe(0n);
    expect(await totalOf(levels.bop)).toBe(BigInt(euros(150_000)));
  });
});

describe("a release", () => {
  test("gives back on every level what the decision still holds, never more", async () => {
    const room = await theRoom("ITN3", { total: euros(500) });
    const levels = await threeLevels(room, { bop: euros(900), sessions: [euros(300)] });
    const [decision = "", other = ""] = await decisions(room, 2);
    const session = levels.sessions[0] ?? "";
    await award(session, decision, euros(200));
    await award(session, other, euros(50));
    const release = (amount: Cents | "all") =>
      inTransaction((tx) => releaseAward(tx, { decisionId: decision, amount }));
    const part = await release(euros(80));
    expect(part).toEqual([
      { envelopeId: session, released: euros(80) },
      { envelopeId: levels.call, released: euros(80) },
      { envelopeId: levels.bop, released: euros(80) },
    ]);
    for (const id of [session, levels.call, levels.bop]) {
      expect(await totalOf(id)).toBe(BigInt(euros(170)));
    }
    expect(await heldBy(decision)).toBe(euros(120));
    await expect(release(euros(120.01))).rejects.toMatchObject({ code: "invalid-input" });
    await release("all");
    expect(await heldBy(decision)).toBe(0);
    await expect(release("all")).rejects.toMatchObject({ code: "invalid-input" });
    expect(await totalOf(levels.bop)).toBe(BigInt(euros(50)));
  });
});

describe("the database refuses", () => {
  test("an award on some of the levels only", async () => {
    const room = await theRoom("ITN3", { total: euros(500) });
    const levels = await threeLevels(room, { bop: euros(900), sessions: [] });
    const [decision = ""] = await decisions(room, 1);
    await expect(
      inTransaction(async (tx) => {
        await tx.envelope.update({ where: { id: levels.call }, data: { committed: 1n } });
        await tx.ledgerEntry.create({
          data: { envelopeId: levels.call, decisionId: decision, kind: "award", amount: 1n },
        });
      }),
    ).rejects.toThrow("is not on every level");
  });

  test("a release above what the decision took", async () => {
    const room = await theRoom("ITN3", { total: euros(500) });
    const envelopeId = room.call.envelopeId;
    const [decision = "", other = ""] = await decisions(room, 2);
    await award(envelopeId, other, euros(100));
    await expect(
      inTransaction(async (tx) => {
        await tx.envelope.update({
          where: { id: envelopeId },
          data: { committed: { decrement: 1n } },
        });
        await tx.ledgerEntry.create({
          data: { envelopeId, decisionId: decision, kind: "release", amount: -1n },
        });
      }),
    ).rejects.toThrow("is not on every level");
  });

  test("an envelope within itself, and a parent that lacks what was taken below", async () => {
    const room = await theRoom("ITN3", { total: euros(500) });
    const levels = await threeLevels(room, { bop: euros(900), sessions: [euros(300)] });
    await expect(
      db.envelope.update({ where: { id: levels.bop }, data: { parentId: levels.sessions[0] } }),
    ).rejects.toThrow("is within itself");
    const [decision = ""] = await decisions(room, 1);
    await award(levels.call, decision, euros(10));
    const stranger = await db.envelope.create({ data: { label: "Autre BOP", total: 100_00n } });
    await expect(
      db.envelope.update({ where: { id: levels.call }, data: { parentId: stranger.id } }),
    ).rejects.toThrow("is not on every level");
  });
});

/** The numbers of one run, the same at each. */
function* amounts(): Generator<Cents> {
  for (let state = 20_210_120; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield cents(1 + (state % euros(4_000)));
  }
}

describe("ten thousand attempts on three levels", () => {
  const ATTEMPTS = 10_000;
  const WORKERS = 16;

  test("never overspend one, and refuse only what no longer fits", async () => {
    const room = await theRoom("ITN3", { total: euros(300_000) });
    // The first session is short by itself, the second by the call's fault, and the BOP stands just above.
    const levels = await threeLevels(room, {
      bop: euros(299_000),
      sessions: [euros(60_000), euros(400_000)],
    });
    const waiting = (await decisions(room, ATTEMPTS)).entries();
    const amount = amounts();
    const refused: { session: string; amount: Cents }[] = [];
    let passed = 0;
    const worker = async () => {
      for (const [index, decision] of waiting) {
        const asked = amount.next().value;
        const session = levels.sessions[index % 2] ?? "";
        try {
          await award(session, decision, asked);
          passed += 1;
        } catch (error) {
          if (!(error instanceof BusinessError)) throw error;
          expect(error.code).toBe("envelope-exceeded");
          refused.push({ session, amount: asked });
        }
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
    expect(passed + refused.length).toBe(ATTEMPTS);
    expect(passed).toBeGreaterThan(50);
    const [one = 0n, two = 0n] = await Promise.all(levels.sessions.map(totalOf));
    expect(await totalOf(levels.call)).toBe(one + two);
    expect(await totalOf(levels.bop)).toBe(one + two);
    // What is left only went down: whatever was refused still does not fit.
    for (const session of levels.sessions) {
      const left = leftOf(tightest(await envelopeChain(session)));
      const own = refused.filter((each) => each.session === session);
      expect(own.length).toBeGreaterThan(1_000);
      expect(own.every((each) => each.amount > left)).toBe(true);
    }
  }, 240_000);

  test("the same overspend every level when the money is read, checked, then written", async () => {
    const room = await theRoom("ITN3", { total: euros(10_000) });
    const levels = await threeLevels(room, { bop: euros(10_000), sessions: [euros(10_000)] });
    const chain = [...levels.sessions, levels.call, levels.bop];
    // The last line of defence is taken away to see what the first one is worth.
    await db.$executeRaw`ALTER TABLE envelope DROP CONSTRAINT envelope_never_overspent`;
    let arrived = 0;
    let open = () => {};
    const everybodyHasRead = new Promise<void>((resolve) => {
      open = resolve;
    });
    const amount = BigInt(euros(4_000));
    const readCheckWrite = (decisionId: string) =>
      inTransaction(async (tx) => {
        const rows = await tx.envelope.findMany({ where: { id: { in: chain } } });
        arrived += 1;
        if (arrived === WORKERS) open();
        await everybodyHasRead;
        if (rows.some(({ committed, total }) => committed + amount > total)) return;
        for (const id of chain) {
          const data = { committed: { increment: amount } };
          await tx.envelope.update({ where: { id }, data });
        }
        await tx.ledgerEntry.createMany({
          data: chain.map((envelopeId) => ({ envelopeId, decisionId, kind: "award", amount })),
        });
      });
    await Promise.all((await decisions(room, WORKERS)).map(readCheckWrite));
    for (const id of chain) {
      const { committed, total } = await db.envelope.findUniqueOrThrow({ where: { id } });
      expect(committed).toBeGreaterThan(total);
    }
  });
});
