import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { itn3 } from "@/domain/themes/itn3/theme";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDecisions } from "@/features/instruction/queries/decisions";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readJurors } from "@/features/instruction/queries/jurors";
import { readScores } from "@/features/instruction/queries/scores";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { examined } from "@/server/examined-dossier";
import { aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});

/** Hands in a sheet with the same value everywhere. */
async function score(room: Room, who: "juror" | "second", number: string, value: 2 | 3 | 4 | 5) {
  const scores = itn3.criteria.map(({ key }) => ({
    criterion: key,
    value,
    justification: `Canari ${value}`,
  }));
  await saveSheet(room[who], { number, baseRevision: 0, scores, privateNotes: "Canari privé" });
  await handInSheet(room[who], { number, revision: 1 });
}

describe("what is read before the close", () => {
  test("holds nothing of the sheets: not a value, a word, a count nor an instant", async () => {
    const room = await theRoom();
    const { number } = await aReviewedDossier(room, { status: "heard" }, [room.juror, room.second]);
    await score(room, "juror", number, 5);
    for (const who of ["owner", "instructor", "secretary", "chair"] as const) {
      const actor = room[who];
      const page = await readDossierPage(actor, number);
      const read = [
        page,
        await readJurors(actor, page.dossier),
        await readScores(actor, page.dossier),
        await readDecisions(actor, { call: room.call.id, round: "" }),
      ];
      const payload = JSON.stringify(read, (_, value: unknown) =>
        typeof value === "bigint" ? value.toString() : value,
      );
      expect(payload).not.toContain("Canari");
      expect(payload).not.toMatch(/submittedAt|startedAt/);
      expect(await readScores(actor, page.dossier)).toMatchObject({ sheets: [], aggregate: null });
    }
  });

  test("after it, the sheets count, but not that of a juror recused, nor anybody's private notes", async () => {
    const room = await theRoom();
    const { number, id } = await aReviewedDossier(room, { status: "heard" }, [
      room.juror,
      room.second,
    ]);
    await score(room, "juror", number, 5);
    await score(room, "second", number, 2);
    await db.jurorAssignment.updateMany({
      where: { dossierId: id, jurorId: room.second.agentId },
      data: { status: "recused", ground: "Constaté après coup.", endedAt: new Date() },
    });
    await db.dossier.update({
      where: { id },
      data: { status: "scored", version: { increment: 1 } },
    });
    const dossier = examined(await dossierNow(number));
    const notes = await readScores(room.owner, dossier);
    expect(notes.aggregate).toMatchObject({ sheets: 1, mean: 500 });
    expect(JSON.stringify(notes)).not.toContain("Canari privé");
    expect((await readScores(room.outsider, dossier)).sheets).toEqual([]);
    expect((await readScores(room.second, dossier)).sheets).toEqual([]);
  });
});

describe("what waits for a decision", () => {
  test("counts the dossiers of each call, tells proposals from one's own", async () => {
    const room = await theRoom();
    const { number } = await aReviewedDossier(room, { status: "scored" });
    await aReviewedDossier(room, { status: "heard" });
    await proposeDecision(room.owner, {
      number,
      outcome: "accepted",
      amount: "200 000",
      motiveCode: "meets-criteria",
      motive: "Bien.",
      strengths: "",
      weaknesses: "",
    });
    const asked = { call: room.call.id, round: "" };
    const read = await readDecisions(room.owner, asked);
    const own = read.toConfirm.find((each) => each.number === number);
    expect(own).toMatchObject({ own: true, amount: euros(200_000) });
    expect(read.chosen).toMatchObject({ call: room.call.id, round: null, count: 1 });
    const byChair = await readDecisions(room.chair, asked);
    expect(byChair.toConfirm.find((each) => each.number === number)?.own).toBe(false);
    expect(await readDecisions(room.outsider, asked)).toMatchObject({
      toConfirm: [],
      calls: [],
      chosen: null,
    });
  });
});
