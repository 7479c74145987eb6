import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { holdInReserve, proposeFunded } from "@/features/ranking/commands/apply-ranking";
import { moveRow } from "@/features/ranking/commands/move-row";
import { commitAward, releaseAward } from "@/server/envelopes";
import { tellReserve } from "@/server/jobs/tell-reserve";
import { actionsOf, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMove, aScoredDossier, pageOf, seenAt, situationsOf } from "./world";

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

const words = { motiveCode: "meets-criteria" as const, motive: "Classé parmi les premiers." };
const propose = (funded: string[], revision = 0) =>
  proposeFunded(room.owner, { ...seenAt(room, revision), funded, ...words });
const hold = (reserve: string[], revision = 0) =>
  holdInReserve(room.chair, { ...seenAt(room, revision), reserve });
/** Notices told so far of the reserve of the room, once the job has passed. */
const toldToOwner = () => ({
  kind: "reserve-reached",
  recipientId: room.owner.agentId,
  payload: { path: ["callId"], equals: room.call.id },
});
const told = async () => {
  await tellReserve();
  return db.notification.count({
    where: toldToOwner(),
  });
};
const decisionOf = (number: string) =>
  db.decision.findFirstOrThrow({ where: { dossier: { number }, status: "proposed" } });

describe("proposing what is funded", () => {
  test("proposes each for its amount; another person still confirms", async () => {
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: second, amount: "200 000" }));
    const outcomes = await propose([second, first], 1);
    expect(outcomes).toEqual({ done: [first, second], refused: [] });
    expect(await decisionOf(second)).toMatchObject({
      outcome: "accepted",
      amount: BigInt(euros(200_000)),
      motive: "Classé parmi les premiers.",
      proposedById: room.owner.agentId,
    });
    expect(await actionsOf((await dossierNow(first)).id)).toEqual(["propose-decision"]);
    expect(
      (await db.envelope.findUniqueOrThrow({ where: { id: room.call.envelopeId } })).committed,
    ).toBe(0n);
  });

  test("refuses one by one what is not funded in full, or already proposed", async () => {
    await propose([first]);
    expect(await propose([first, second, "2099-999999"])).toEqual({
      done: [],
      refused: [
        { number: first, reason: expect.stringContaining("déjà proposée") },
        { number: second, reason: expect.stringContaining("n’est pas financé en entier") },
      ],
    });
  });

  test("is refused whole when the ranking has moved since it was read", async () => {
    await moveRow(room.chair, aMove(room, { revision: 0, dossier: third, rank: "1" }));
    await expect(propose([first])).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await db.decision.count({ where: { dossier: { callId: room.call.id } } })).toBe(0);
  });

  test.each([
    ["chair", "not-allowed"],
    ["instructor", "not-allowed"],
    ["outsider", "not-found"],
  ] as const)("is not for %s", async (who, code) => {
    await expect(
      proposeFunded(room[who], { ...seenAt(room, 0), funded: [first], ...words }),
    ).rejects.toMatchObject({ code });
  });
});

describe("the reserve", () => {
  test("takes the dossiers in the order of the ranks, through the transition", async () => {
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: second, place: "reserve" }));
    await moveRow(room.owner, aMove(room, { revision: 1, dossier: third, place: "reserve" }));
    expect(await hold([third, second], 2)).toEqual({ done: [second, third], refused: [] });
    expect(await dossierNow(second)).toMatchObject({ status: "reserve", reserveRank: 1 });
    expect(await dossierNow(third)).toMatchObject({ status: "reserve", reserveRank: 2 });
    const [line] = await db.auditLine.findMany({ where: { action: "hold-in-reserve" } });
    expect(line?.facts).toMatchObject({ from: "scored", to: "reserve", reserveRank: 1 });
  });

  test("takes neither what is funded nor what waits for its confirmation", async () => {
    await propose([first]);
    const { refused } = await hold([first, second]);
    expect(refused.map(({ number }) => number)).toEqual([first, second]);
    await expect(
      holdInReserve(room.secretary, { ...seenAt(room, 0), reserve: [third] }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("its first is told once to the owner when credits are freed, and called by a move", async () => {
    // All the money is committed elsewhere, then given back.
    const other = await aScoredDossier(room, 5, euros(500_000));
    const { id: decisionId } = await db.decision.create({
      data: {
        dossierId: other.id,
        outcome: "refused",
        motive: "Essai",
        computedGrant: BigInt(euros(500_000)),
        proposedById: room.owner.agentId,
      },
    });
    const award = { decisionId, envelopeId: room.call.envelopeId, amount: euros(500_000) };
    await db.$transaction((tx) => commitAward(tx, award));
    expect(await hold([first, second, third])).toMatchObject({ refused: [] });
    expect(await told()).toBe(0);
    expect((await pageOf(room)).called).toBeNull();

    await db.$transaction((tx) => releaseAward(tx, { decisionId, amount: euros(400_000) }));
    expect(await told()).toBe(1);
    expect(await told()).toBe(1);
    const notices = await db.notification.findMany({
      where: toldToOwner(),
    });
    expect(notices).toMatchObject([
      {
        recipientId: room.owner.agentId,
        payload: { callId: room.call.id, amount: euros(300_000), whole: true },
      },
    ]);
    expect((await pageOf(room)).called).toEqual({
      number: first,
      paid: euros(300_000),
      whole: true,
    });
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: first, place: "ranked" }));
    expect(await situationsOf(room)).toContainEqual([first, "funded"]);
    // The next of the reserve is reached in part.
    expect(await told()).toBe(2);
    expect((await pageOf(room)).called).toEqual({
      number: second,
      paid: euros(100_000),
      whole: false,
    });
  });

  test("a dossier refused ahead of it frees its place", async () => {
    await moveRow(
      room.owner,
      aMove(room, { revision: 0, dossier: first, amount: "300 000", place: "ranked" }),
    );
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: second, amount: "200 000" }));
    expect((await hold([third], 1)).done).toEqual([third]);
    expect(await told()).toBe(0);
    await proposeDecision(room.owner, {
      number: second,
      outcome: "refused",
      motiveCode: "not-mature",
      motive: "Non.",
      strengths: "",
      weaknesses: "",
    });
    const { id } = await decisionOf(second);
    await confirmDecision(room.chair, { number: second, decision: id });
    expect(await told()).toBe(1);
  });

  test("is told to no owner who has a part in one of its dossiers", async () => {
    const recused = await anActor(room.other, { role: "theme-owner", theme: "ITN3" });
    await db.jurorAssignment.create({
      data: {
        dossierId: (await dossierNow(second)).id,
        jurorId: recused.agentId,
        assignedById: room.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: third, place: "reserve" }));
    await hold([third], 1);
    await moveRow(room.owner, aMove(room, { revision: 1, dossier: second, amount: "1" }));
    expect(await told()).toBe(1);
    expect(await db.notification.count({ where: { recipientId: recused.agentId } })).toBe(0);
  });

  test("what the money reaches no more may be told again", async () => {
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: first, place: "reserve" }));
    await hold([first], 1);
    await moveRow(room.owner, aMove(room, { revision: 1, dossier: second, amount: "1" }));
    await moveRow(room.owner, aMove(room, { revision: 2, dossier: third, amount: "1" }));
    expect(await told()).toBe(1);
    await moveRow(room.owner, aMove(room, { revision: 3, act: "undo" }));
    await moveRow(room.owner, aMove(room, { revision: 4, act: "undo" }));
    expect(await told()).toBe(1);
    await moveRow(room.owner, aMove(room, { revision: 5, dossier: third, place: "not-retained" }));
    expect(await told()).toBe(2);
  });
});
