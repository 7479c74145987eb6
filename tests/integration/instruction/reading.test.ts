import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { itn3 } from "@/domain/themes/itn3/theme";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { filterQuery, parseFilters } from "@/features/instruction/list-filters";
import { readDecisions } from "@/features/instruction/queries/decisions";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readJurors } from "@/features/instruction/queries/jurors";
import { listDossiers, PAGE_SIZE } from "@/features/instruction/queries/list";
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

const list = (room: Room, query: Record<string, string> = {}, who: keyof Room = "owner") => {
  const actor = room[who];
  if (!("agentId" in actor)) throw new Error(`${who} is nobody`);
  return listDossiers(actor, parseFilters(query));
};
const query = (filters: Parameters<typeof filterQuery>[0]) =>
  Object.fromEntries(filterQuery(filters));

describe("the list", () => {
  test("goes through every dossier once, both ways, even filed at the same instant", async () => {
    const room = await theRoom();
    for (let index = 0; index < 60; index += 1) await aReviewedDossier(room);
    // Five instants for sixty dossiers: the id settles the order.
    await db.$executeRaw`UPDATE dossier SET filed_at = date_trunc('hour', filed_at)
      + (abs(hashtext(id::text)) % 5) * interval '1 minute' WHERE call_id = ${room.call.id}::uuid`;
    const pages: string[][] = [];
    let page = await list(room);
    for (;;) {
      pages.push(page.rows.map(({ number }) => number));
      if (!page.next) break;
      page = await list(room, query({ cursor: page.next }));
    }
    expect(pages.map((each) => each.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 10]);
    expect(new Set(pages.flat()).size).toBe(60);
    const back: string[][] = [];
    for (;;) {
      back.unshift(page.rows.map(({ number }) => number));
      if (!page.previous) break;
      page = await list(room, query({ cursor: page.previous }));
    }
    expect(back).toEqual(pages);
    const sorted = await db.dossier.findMany({
      where: { callId: room.call.id },
      orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    });
    expect(pages.flat()).toEqual(sorted.map(({ number }) => number));
  });

  test("filters by view, status and words; counts each view", async () => {
    const room = await theRoom("SNAP3");
    const filed = await aReviewedDossier(room);
    const scored = await aReviewedDossier(room, { status: "scored" });
    await aReviewedDossier(room, { status: "draft" });
    const all = await list(room);
    expect(all.rows).toHaveLength(2);
    expect(all.counts).toMatchObject({ "a-verifier": 1, "a-decider": 1, decides: 0, tous: 2 });
    expect((await list(room, { vue: "a-decider" })).rows.map(({ number }) => number)).toEqual([
      scored.number,
    ]);
    expect((await list(room, { statut: "filed" })).rows).toHaveLength(1);
    expect((await list(room, { recherche: filed.number })).rows).toHaveLength(1);
    expect((await list(room, { recherche: filed.title.toUpperCase() })).rows).toHaveLength(1);
    expect((await list(room, { recherche: "100 %_'\\" })).rows).toHaveLength(0);
    expect((await list(room, { theme: "ITN3" })).rows).toHaveLength(0);
    expect((await list(room, { apres: "hier", vue: "?" })).rows).toHaveLength(2);
  });

  test("a recused person finds neither line nor count", async () => {
    const room = await theRoom("SNAP4");
    const { id } = await aReviewedDossier(room, { status: "under-review" });
    await db.jurorAssignment.create({
      data: {
        dossierId: id,
        jurorId: room.secretary.agentId,
        assignedById: room.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    const seen = await list(room, {}, "secretary");
    expect(seen.rows).toEqual([]);
    expect(seen.counts.tous).toBe(0);
    expect((await list(room, {}, "owner")).rows).toHaveLength(1);
  });

  test.each(["outsider", "juror", "carrier", "auditor", "dnum"] as const)(
    "%s sees none of the theme",
    async (who) => {
      const room = await theRoom("SNAP1");
      await aReviewedDossier(room);
      expect((await list(room, {}, who)).rows).toEqual([]);
    },
  );
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
        await readDecisions(actor, room.call.id),
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

describe("the ranking of a call", () => {
  test("orders by score, counts proposals, stops at the money left", async () => {
    const room = await theRoom("ITN3", { total: euros(500_000) });
    const numbers: string[] = [];
    for (const value of [3, 5, 4] as const) {
      const { number, id } = await aReviewedDossier(room, { status: "heard" }, [room.juror]);
      await score(room, "juror", number, value);
      await db.dossier.update({
        where: { id },
        data: { status: "scored", version: { increment: 1 } },
      });
      numbers.push(number);
    }
    const [third, first, second] = numbers;
    const before = await readDecisions(room.owner, room.call.id);
    expect(before.ranking?.rows.map(({ number, situation }) => [number, situation])).toEqual([
      [first, "funded"],
      [second, "partly"],
      [third, "reserve"],
    ]);
    expect(before.ranking).toMatchObject({
      funded: { count: 1, amount: euros(300_000) },
      leftAfter: euros(200_000),
    });
    await proposeDecision(room.owner, {
      number: first ?? "",
      outcome: "accepted",
      amount: "200 000",
      motiveCode: "meets-criteria",
      motive: "Bien.",
      strengths: "",
      weaknesses: "",
    });
    await proposeDecision(room.owner, {
      number: second ?? "",
      outcome: "refused",
      amount: "",
      motiveCode: "not-mature",
      motive: "Non.",
      strengths: "",
      weaknesses: "",
    });
    const after = await readDecisions(room.owner, room.call.id);
    expect(after.ranking?.rows.map(({ number, situation }) => [number, situation])).toEqual([
      [first, "funded"],
      [second, "not-retained"],
      [third, "funded"],
    ]);
    expect(after.ranking?.leftAfter).toBe(euros(0));
    expect(after.toConfirm.map(({ own }) => own)).toEqual([true, true]);
    expect((await readDecisions(room.chair, room.call.id)).toConfirm[0]?.own).toBe(false);
    expect(await readDecisions(room.outsider, room.call.id)).toMatchObject({
      toConfirm: [],
      calls: [],
      ranking: null,
    });
  });
});
