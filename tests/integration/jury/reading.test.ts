import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { itn3 } from "@/domain/themes/itn3/theme";
import { assignJurors, imposeRecusal } from "@/features/instruction/commands/jurors";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { readMyDossiers } from "@/features/jury/queries/my-dossiers";
import { readJuryScores, readMySheet } from "@/features/jury/queries/my-sheet";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { readSession } from "@/features/sittings/queries/session";
import { readSessions } from "@/features/sittings/queries/sessions";
import { aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});

/** The dossiers of a session that its reader takes part in. */
async function seenBy(actor: Actor, session: string) {
  const { items } = await readSession(actor, session);
  return items.flatMap((item) => (item.kind === "seen" ? [item] : []));
}

/** A dossier entrusted to both jurors and the conflicted one, through the command. */
async function entrusted(room: Room) {
  const dossier = await aReviewedDossier(room, { status: "admissible" });
  await assignJurors(room.secretary, {
    number: dossier.number,
    jurors: [room.juror, room.second, room.conflicted].map(({ agentId }) => agentId),
    heldOn: "2021-02-20",
  });
  const item = await db.sessionItem.findFirstOrThrow({ where: { dossierId: dossier.id } });
  return { ...dossier, session: item.sessionId };
}

async function score(juror: Actor, number: string, value: 2 | 5) {
  const scores = itn3.criteria.map(({ key }) => ({
    criterion: key,
    value,
    justification: `Canari ${value}`,
  }));
  await saveSheet(juror, { number, baseRevision: 0, scores, privateNotes: "" });
  await handInSheet(juror, { number, revision: 1 });
}

describe("a juror", () => {
  test("reads their own progress and due day, and nothing of the others", async () => {
    const room = await theRoom();
    const { number } = await entrusted(room);
    await score(room.second, number, 2);
    expect(await readMyDossiers(room.juror)).toMatchObject([
      { number, state: "to-do", scored: 0, criteria: 7, dueOn: new Date("2021-02-20") },
    ]);
    const sheet = await readMySheet(room.juror, number);
    expect(JSON.stringify(sheet)).not.toContain("Canari");
    expect(await readJuryScores(room.juror, sheet)).toBeNull();
    expect((await readMyDossiers(room.second))[0]).toMatchObject({ state: "submitted" });
  });

  test("reads the jury's scores after the close, once theirs is in", async () => {
    const room = await theRoom();
    const { number, id } = await entrusted(room);
    await score(room.juror, number, 5);
    await score(room.second, number, 2);
    await db.dossier.update({
      where: { id },
      data: { status: "heard", version: { increment: 1 } },
    });
    await closeScoring(room.chair, { number });
    const sheet = await readMySheet(room.juror, number);
    const scores = await readJuryScores(room.juror, sheet);
    expect(scores?.aggregate).toMatchObject({ sheets: 2, mean: 350 });
    // The decision that follows is not theirs to read before the carrier.
    await db.dossier.update({
      where: { id },
      data: { status: "accepted", version: { increment: 1 } },
    });
    expect((await readMySheet(room.juror, number)).header.status.label).toBe("En instruction");
  });

  test("recused, finds nothing anywhere: list, sheet, sessions", async () => {
    const room = await theRoom();
    const { number, id, session } = await entrusted(room);
    const { id: assignment } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: id, jurorId: room.second.agentId },
    });
    expect((await readSession(room.second, session)).items).toHaveLength(1);
    await imposeRecusal(room.chair, { number, assignment, reason: "Lien constaté." });
    for (const actor of [room.second, room.conflicted]) {
      expect(await readMyDossiers(actor)).toEqual([]);
      await expect(readMySheet(actor, number)).rejects.toMatchObject({ code: "not-found" });
      expect(await readSessions(actor)).toEqual([]);
      await expect(readSession(actor, session)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("a session", () => {
  test("tells the secretary and the chair whether sheets are missing, in one sentence, and nobody else", async () => {
    const room = await theRoom();
    const { number, session, id } = await entrusted(room);
    await score(room.juror, number, 5);
    for (const who of ["secretary", "chair", "owner"] as const) {
      const [item] = await seenBy(room[who], session);
      expect(item?.readiness).toEqual({ ready: false, sentence: "Il manque des fiches." });
      expect(item?.mayClose).toBe(false);
      expect(JSON.stringify(item)).not.toMatch(/Canari|submitted|assignments/);
    }
    expect((await seenBy(room.juror, session))[0]).toMatchObject({
      readiness: null,
      mayClose: false,
      own: true,
    });
    expect((await seenBy(room.instructor, session))[0]?.readiness).toBeNull();
    await score(room.second, number, 2);
    const complete = await readSession(room.chair, session);
    expect((await seenBy(room.chair, session))[0]?.readiness?.sentence).toBe(
      "Toutes les fiches sont remises.",
    );
    // ITN3 hears every carrier before the close.
    expect(complete.mayClose).toBe(false);
    await db.dossier.update({
      where: { id },
      data: { status: "heard", version: { increment: 1 } },
    });
    expect((await readSession(room.chair, session)).mayClose).toBe(true);
  });

  test.each(["outsider", "carrier", "auditor", "dnum"] as const)(
    "out of sight for %s",
    async (who) => {
      const room = await theRoom();
      const { session } = await entrusted(room);
      expect(await readSessions(room[who])).toEqual([]);
      await expect(readSession(room[who], session)).rejects.toMatchObject({ code: "not-found" });
      await expect(readSession(room[who], "not-an-id")).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );
});
