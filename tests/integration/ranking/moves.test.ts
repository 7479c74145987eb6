import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { itn3 } from "@/domain/themes/itn3/theme";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDecisions } from "@/features/instruction/queries/decisions";
import { moveRow } from "@/features/ranking/commands/move-row";
import { readRanking } from "@/features/ranking/queries/ranking";
import { type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMove, aScoredDossier, orderOf, pageOf, scopeOf, situationsOf } from "./world";

const db = await testDatabase();
let room: Room;
let first: string;
let second: string;
let third: string;

beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});
beforeEach(async () => {
  room = await theRoom("ITN3", { total: euros(500_000) });
  third = (await aScoredDossier(room, 3)).number;
  first = (await aScoredDossier(room, 5)).number;
  second = (await aScoredDossier(room, 4)).number;
});

const proposal = {
  motive: "Bien.",
  strengths: "",
  weaknesses: "",
};

describe("the ranking of a call", () => {
  test("starts in the order of the scores and stops at the money left", async () => {
    expect(await situationsOf(room)).toEqual([
      [first, "funded"],
      [second, "partly"],
      [third, "reserve"],
    ]);
    expect(await pageOf(room)).toMatchObject({ key: { revision: 0 }, last: null, scenarios: [] });
  });

  test("a proposal that waits fixes the amount, or takes nothing", async () => {
    await proposeDecision(room.owner, {
      ...proposal,
      number: first,
      outcome: "accepted",
      amount: "200 000",
      motiveCode: "meets-criteria",
    });
    await proposeDecision(room.owner, {
      ...proposal,
      number: second,
      outcome: "refused",
      motiveCode: "not-mature",
    });
    expect(await situationsOf(room)).toEqual([
      [first, "funded"],
      [second, "not-retained"],
      [third, "funded"],
    ]);
    await expect(
      moveRow(room.owner, aMove(room, { revision: 0, dossier: first, amount: "100 000" })),
    ).rejects.toMatchObject({ code: "incomplete" });
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: first, rank: "3" }));
    expect(await orderOf(room)).toEqual([second, third, first]);
  });

  test("counts a score as its juror last changed it, and what a sitting agreed on before it", async () => {
    const [sheet] = await db.scoreSheet.findMany({
      where: { assignment: { dossier: { number: third } } },
      include: { scores: true },
    });
    for (const { criterion } of sheet?.scores ?? []) {
      await db.scoreRevision.create({
        data: {
          sheetId: sheet?.id ?? "",
          criterion,
          revision: 1,
          before: 3,
          after: 5,
          reason: "Après la discussion.",
        },
      });
    }
    const page = await pageOf(room);
    expect(page.lines.find(({ number }) => number === third)?.score).toBe(500);
    const { id } = await db.dossier.findUniqueOrThrow({ where: { number: third } });
    const session = await db.jurySession.create({
      data: {
        themeCode: "ITN3",
        callId: room.call.id,
        label: "Jury",
        heldOn: new Date("2021-02-10"),
        items: { create: { dossierId: id, position: 1 } },
      },
    });
    await db.consensusScore.create({
      data: {
        sessionId: session.id,
        dossierId: id,
        criterion: itn3.criteria[0]?.key ?? "",
        value: 0,
        reason: "Revu ensemble.",
        recordedById: room.secretary.agentId,
      },
    });
    // (0 + 6 × 5) ÷ 7 = 4,285…
    const then = await pageOf(room);
    expect(then.lines.find(({ number }) => number === third)?.score).toBe(429);
  });

  test("weighs the criteria as the call does", async () => {
    const { number } = await aScoredDossier(room, 3, euros(1_000), 5);
    const [first] = itn3.criteria;
    // Weights are frozen once the call is open.
    const { opensAt, closesAt } = room.call;
    const later = { opensAt: new Date("2021-03-01"), closesAt: new Date("2021-04-01") };
    await db.call.update({ where: { id: room.call.id }, data: later });
    await db.callWeight.create({
      data: { callId: room.call.id, criterion: first?.key ?? "", weight: 93 },
    });
    await db.call.update({ where: { id: room.call.id }, data: { opensAt, closesAt } });
    const page = await pageOf(room);
    // (93 × 5 + 6 × 3) ÷ 99 = 4,878…
    expect(page.lines.find((line) => line.number === number)?.score).toBe(488);
  });

  test("shows nothing of a dossier whose scoring is not closed", async () => {
    const { id, number } = await aScoredDossier(room, 5);
    await db.dossier.update({
      where: { id },
      data: { status: "heard", version: { increment: 1 } },
    });
    const payload = JSON.stringify(await readRanking(room.owner, scopeOf(room)));
    expect(payload).not.toContain(number);
    const { calls } = await readDecisions(room.owner, { call: room.call.id, round: "" });
    expect(calls.find(({ call }) => call === room.call.id)?.count).toBe(3);
  });

  test("a dossier scored later goes below the one that precedes it by the scores", async () => {
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: third, rank: "1" }));
    const late = (await aScoredDossier(room, 4)).number;
    expect(await orderOf(room)).toEqual([third, first, second, late]);
  });
});

describe("a move", () => {
  test("is kept with its author, and the next page shows it", async () => {
    const answer = await moveRow(
      room.chair,
      aMove(room, { revision: 0, act: "up", dossier: third }),
    );
    expect(answer).toEqual({
      revision: 1,
      told: `Enregistré\u00A0: dossier ${third} placé au rang 2.`,
    });
    expect(await orderOf(room)).toEqual([first, third, second]);
    const [move] = await db.rankingMove.findMany({ where: { ranking: { callId: room.call.id } } });
    expect(move).toMatchObject({
      revision: 1,
      agentId: room.chair.agentId,
      change: { kind: "row", parts: [{ kind: "rank", dossier: third, from: 3, to: 2 }] },
    });
    expect((await pageOf(room)).last).toMatchObject({
      words: `dossier ${third} placé au rang 2`,
      author: `${room.chair.givenName} ${room.chair.usualName}`,
    });
  });

  test("gives a partial amount, which then fits", async () => {
    await moveRow(
      room.secretary,
      aMove(room, { revision: 0, dossier: second, amount: "200 000,00" }),
    );
    expect(await situationsOf(room)).toEqual([
      [first, "funded"],
      [second, "funded"],
      [third, "reserve"],
    ]);
  });

  test("at the first or the last rank changes nothing, and says so", async () => {
    const up = await moveRow(room.owner, aMove(room, { revision: 0, act: "up", dossier: first }));
    expect(up).toEqual({ revision: 0, told: "Déjà au rang 1." });
    const down = aMove(room, { revision: 0, act: "down", dossier: third });
    expect((await moveRow(room.owner, down)).told).toBe("Déjà au dernier rang, le 3.");
    const nothing = aMove(room, { revision: 0, dossier: first });
    expect((await moveRow(room.owner, nothing)).told).toMatch(/rien ne change/);
    expect(await db.rankingMove.count({ where: { ranking: { callId: room.call.id } } })).toBe(0);
  });

  test.each([
    [{ rank: "0" }, "invalid-input", "rank"],
    [{ rank: "4" }, "invalid-input", "rank"],
    [{ rank: "deux" }, "invalid-input", "rank"],
    [{ amount: "0" }, "invalid-input", "amount"],
    [{ amount: "beaucoup" }, "invalid-input", "amount"],
    [{ amount: "300 000,01" }, "grant-exceeded", "amount"],
  ])("%j is refused at its field", async (typed, code, path) => {
    await expect(
      moveRow(room.owner, aMove(room, { revision: 0, dossier: first, ...typed })),
    ).rejects.toMatchObject({ code, fields: [{ path }] });
  });

  test("is taken back, one after the other, until none is left", async () => {
    const before = await situationsOf(room);
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: third, rank: "1" }));
    await moveRow(
      room.owner,
      aMove(room, { revision: 1, dossier: first, amount: "1 000", place: "not-retained" }),
    );
    const undo = (revision: number) => moveRow(room.chair, aMove(room, { revision, act: "undo" }));
    expect((await undo(2)).told).toContain(`dossier ${first} proposé pour`);
    expect(await orderOf(room)).toEqual([third, first, second]);
    expect((await undo(3)).revision).toBe(4);
    expect(await situationsOf(room)).toEqual(before);
    expect(await undo(4)).toEqual({
      revision: 4,
      told: "Il n’y a pas de changement à annuler.",
    });
    const kept = await db.rankingMove.findMany({
      where: { ranking: { callId: room.call.id } },
      orderBy: { revision: "asc" },
    });
    expect(kept.map(({ revision, undoneAt }) => [revision, undoneAt !== null])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [4, false],
    ]);
  });

  test("made on a page that is no longer the ranking is refused, and says who did what", async () => {
    await moveRow(room.chair, aMove(room, { revision: 0, dossier: third, rank: "1" }));
    const late = moveRow(room.secretary, aMove(room, { revision: 0, dossier: second, rank: "1" }));
    await expect(late).rejects.toMatchObject({
      code: "changed-meanwhile",
      message: expect.stringContaining(
        `${room.chair.givenName} ${room.chair.usualName} a changé le classement pendant votre saisie (dossier ${third} placé au rang 1)`,
      ),
    });
    expect(await orderOf(room)).toEqual([third, first, second]);
  });

  test("twenty people at once: one move is kept, the others are told, no row is lost", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        moveRow(
          [room.owner, room.chair, room.secretary][index % 3] ?? room.owner,
          aMove(room, { revision: 0, dossier: third, rank: "1" }),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "changed-meanwhile" });
      }
    }
    expect(await orderOf(room)).toEqual([third, first, second]);
    expect(await db.ranking.count({ where: { callId: room.call.id } })).toBe(1);
  });
});

describe("who reads and who moves", () => {
  test.each([
    ["instructor", "not-allowed"],
    ["juror", "not-found"],
    ["outsider", "not-found"],
    ["carrier", "not-found"],
    ["dnum", "not-found"],
    ["auditor", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const act = moveRow(room[who], aMove(room, { revision: 0, dossier: third, rank: "1" }));
    await expect(act).rejects.toMatchObject({ code });
    if (code === "not-found") {
      await expect(readRanking(room[who], scopeOf(room))).rejects.toMatchObject({ code });
    } else {
      expect(await pageOf(room, room[who])).toMatchObject({ may: { rank: false } });
    }
  });

  test("whoever is recused from one dossier reads nothing of the ranking and moves nothing", async () => {
    const dossier = await db.dossier.findUniqueOrThrow({ where: { number: second } });
    await db.jurorAssignment.create({
      data: {
        dossierId: dossier.id,
        jurorId: room.chair.agentId,
        assignedById: room.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    expect(await readRanking(room.chair, scopeOf(room))).toEqual({ sight: "apart" });
    await expect(
      moveRow(room.chair, aMove(room, { revision: 0, dossier: first, rank: "2" })),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await pageOf(room, room.secretary)).rows).toHaveLength(3);
  });

  test("a round that is not the call's is nobody's", async () => {
    const other = await theRoom("ITN3");
    await expect(
      readRanking(room.owner, { callId: room.call.id, roundId: other.call.id }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
