import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { itn3 } from "@/domain/themes/itn3/theme";
import { imposeRecusal } from "@/features/instruction/commands/jurors";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readScores } from "@/features/instruction/queries/scores";
import { reviseScore } from "@/features/jury/commands/revise-score";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { readJuryScores, readMySheet } from "@/features/jury/queries/my-sheet";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { examined } from "@/server/examined-dossier";
import { readGrid } from "@/server/grid";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
  room = await theRoom();
});

const [FIRST = "", SECOND = ""] = itn3.criteria.map(({ key }) => key);

async function handIn(juror: Actor, number: string, value: 2 | 3 | 4) {
  const scores = itn3.criteria.map(({ key }) => ({
    criterion: key,
    value,
    justification: `Justification ${key}`,
  }));
  await saveSheet(juror, { number, baseRevision: 0, scores, privateNotes: "" });
  await handInSheet(juror, { number, revision: 1 });
}

/** Scored by both jurors, closed. */
async function scored() {
  const dossier = await aReviewedDossier(room, { status: "heard" }, [room.juror, room.second]);
  await handIn(room.juror, dossier.number, 3);
  await handIn(room.second, dossier.number, 4);
  await closeScoring(room.chair, { number: dossier.number });
  return dossier;
}
const change = (number: string, more: object = {}) => ({
  number,
  criterion: FIRST,
  revision: 0,
  value: 5 as const,
  reason: "Les engagements signés ont été montrés.",
  ...more,
});
const refusal = (number: string) => ({
  number,
  outcome: "refused" as const,
  amount: "",
  motiveCode: "not-mature" as const,
  motive: "Trop tôt.",
  strengths: "",
  weaknesses: "",
});
const scoresOf = async (actor: Actor, number: string) =>
  readScores(actor, examined(await dossierNow(number)));

describe("changing a score after the discussion", () => {
  test("keeps before, after and reason; the last one counts, wherever scores are read", async () => {
    const { number, id } = await scored();
    const before = await scoresOf(room.owner, number);
    expect(before.aggregate).toMatchObject({ mean: 350, sheets: 2 });
    await reviseScore(room.juror, change(number));
    await reviseScore(room.juror, change(number, { revision: 1, value: 4, reason: "Réflexion." }));
    const after = await scoresOf(room.owner, number);
    // 27 criteria points become 28: (3×6 + 4) ÷ 7 and 4.
    expect(after.aggregate?.mean).toBe(357);
    const own = after.sheets.find(({ juror }) => juror.includes(room.juror.usualName));
    expect(own?.scores.find(({ criterion }) => criterion === FIRST)).toMatchObject({
      value: 4,
      justification: `Justification ${FIRST}`,
      changes: [
        { before: 3, after: 5, reason: "Les engagements signés ont été montrés." },
        { before: 5, after: 4, reason: "Réflexion." },
      ],
    });
    // The others of the jury read both too; the sheet handed in is as it was.
    const sheet = await readMySheet(room.second, number);
    expect((await readJuryScores(room.second, sheet))?.aggregate?.mean).toBe(357);
    const stored = await db.score.findFirstOrThrow({
      where: {
        criterion: FIRST,
        sheet: { assignment: { dossierId: id, jurorId: room.juror.agentId } },
      },
    });
    expect(stored.value).toBe(3);
    expect((await actionsOf(id)).slice(-2)).toEqual(["revise-score", "revise-score"]);
    await expect(db.scoreRevision.deleteMany({})).rejects.toThrow();
  });

  test("is for one's own sheet, handed in, on a dossier one holds", async () => {
    const { number, id } = await scored();
    for (const who of [
      "owner",
      "chair",
      "secretary",
      "conflicted",
      "carrier",
      "auditor",
    ] as const) {
      await expect(reviseScore(room[who], change(number))).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(
      reviseScore(room.juror, change(number, { criterion: "unknown" })),
    ).rejects.toMatchObject({ code: "not-found" });
    const { id: target } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: id, jurorId: room.juror.agentId },
    });
    await imposeRecusal(room.chair, { number, assignment: target, reason: "Constaté." });
    await expect(reviseScore(room.juror, change(number))).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await scoresOf(room.owner, number)).aggregate).toMatchObject({ sheets: 1, mean: 400 });
  });

  test("changes something, over the score that was read", async () => {
    const { number } = await scored();
    await expect(reviseScore(room.juror, change(number, { value: 3 }))).rejects.toMatchObject({
      fields: [{ path: "value" }],
    });
    await expect(reviseScore(room.juror, change(number, { revision: 1 }))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const results = await Promise.allSettled(
      ([0, 1, 2, 4, 5] as const).map((value) =>
        reviseScore(room.juror, change(number, { criterion: SECOND, value })),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("comes after the close and before a decision rests on the scores", async () => {
    const open = await aReviewedDossier(room, { status: "heard" }, [room.juror]);
    await handIn(room.juror, open.number, 3);
    await expect(reviseScore(room.juror, change(open.number))).rejects.toMatchObject({
      code: "too-late",
    });
    const { number, id } = await scored();
    expect((await readMySheet(room.juror, number)).mayRevise).toBe(true);
    await proposeDecision(room.owner, refusal(number));
    await expect(reviseScore(room.juror, change(number))).rejects.toMatchObject({
      code: "too-late",
    });
    const sheet = await readMySheet(room.juror, number);
    expect(sheet.mayRevise).toBe(false);
    await db.decision.updateMany({
      where: { dossierId: id },
      data: { status: "returned", returnedReason: "À revoir." },
    });
    await reviseScore(room.juror, change(number));
  });

  test("a proposal and a change at once: the proposal rests on scores that no longer move", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { number, id } = await scored();
      await Promise.allSettled([
        reviseScore(room.juror, change(number)),
        proposeDecision(room.owner, refusal(number)),
      ]);
      const actions = await actionsOf(id);
      const [changed, proposed] = [
        actions.indexOf("revise-score"),
        actions.indexOf("propose-decision"),
      ];
      expect(proposed).toBeGreaterThan(-1);
      expect(changed).toBeLessThan(proposed);
    }
  });
});

describe("weights of a call", () => {
  test("weigh everywhere a score is read, and are frozen by the opening", async () => {
    await setClock("2020-11-02T10:00:00+01:00");
    const prepared = await theRoom();
    await db.callWeight.create({
      data: { callId: prepared.call.id, criterion: FIRST, weight: 4 },
    });
    await setClock("2021-02-10T10:00:00+01:00");
    await expect(
      db.callWeight.update({
        where: { callId_criterion: { callId: prepared.call.id, criterion: FIRST } },
        data: { weight: 1 },
      }),
    ).rejects.toThrow("frozen");
    await expect(db.callWeight.deleteMany({})).rejects.toThrow("frozen");
    const { callId, id, number } = await aReviewedDossier(prepared, { status: "scored" }, [
      prepared.juror,
    ]);
    const grid = await readGrid({ callId, themeCode: "ITN3" });
    expect(grid.map(({ weight }) => weight)).toEqual([4, 1, 1, 1, 1, 1, 1]);
    const { id: assignmentId } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: id },
    });
    const { id: sheetId } = await db.scoreSheet.create({ data: { assignmentId } });
    await db.score.createMany({
      data: itn3.criteria.map(({ key }) => ({
        sheetId,
        criterion: key,
        value: key === FIRST ? 5 : 0,
        justification: "…",
      })),
    });
    await db.scoreSheet.update({ where: { id: sheetId }, data: { submittedAt: new Date() } });
    const read = await readScores(prepared.owner, examined(await dossierNow(number)));
    // 20 points of 50.
    expect(read.aggregate?.mean).toBe(200);
    expect(read.sheets[0]).toMatchObject({ total: 200, isOutlier: false });
    expect((await readMySheet(prepared.juror, number)).criteria[0]?.weight).toBe(4);
  });
});
