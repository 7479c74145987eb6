import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { itn3 } from "@/domain/themes/itn3/theme";
import { abstain, handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import type { SheetContent } from "@/features/jury/schemas";
import { closeScoring, closeSession } from "@/features/sittings/commands/close-scoring";
import { visibleSheets } from "@/server/visibility";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
  room = await theRoom();
});

/** A complete sheet: the same value everywhere. */
function full(value: 0 | 1 | 2 | 3 | 4 | 5, more: Partial<SheetContent> = {}): SheetContent {
  return {
    baseRevision: 0,
    privateNotes: "Pour moi seul.",
    scores: itn3.criteria.map(({ key }) => ({
      criterion: key,
      value,
      justification: `Justification ${key}`,
    })),
    ...more,
  };
}
const heard = (jurors: readonly Actor[]) => aReviewedDossier(room, { status: "heard" }, jurors);
async function handIn(juror: Actor, number: string, value: 0 | 1 | 2 | 3 | 4 | 5 = 3) {
  const saved = await saveSheet(juror, { number, ...full(value) });
  await handInSheet(juror, { number, revision: saved.revision });
}

describe("saving", () => {
  test("keeps an unfinished sheet, counts its revisions, and leaves no score in the chain", async () => {
    const { number, id } = await heard([room.juror]);
    const started = full(4, {
      scores: [{ criterion: "team", value: null, justification: "À relire" }],
    });
    const first = await saveSheet(room.juror, { number, ...started });
    expect(first).toMatchObject({ status: "saved", revision: 1 });
    const second = await saveSheet(room.juror, { number, ...full(5, { baseRevision: 1 }) });
    expect(second).toMatchObject({ status: "saved", revision: 2 });
    const sheet = await db.scoreSheet.findFirstOrThrow({
      where: { assignment: { dossierId: id } },
      include: { scores: true },
    });
    expect(sheet.scores).toHaveLength(itn3.criteria.length);
    const facts = await db.auditLine.findMany({ where: { chain: `dossier:${id}` } });
    expect(facts.map(({ action }) => action)).toEqual(["save-sheet", "save-sheet"]);
    expect(JSON.stringify(facts)).not.toMatch(/Justification|Pour moi seul/);
  });

  test("the same content again writes nothing; another one over an old revision is a conflict", async () => {
    const { number, id } = await heard([room.juror]);
    await saveSheet(room.juror, { number, ...full(2) });
    expect(await saveSheet(room.juror, { number, ...full(2) })).toMatchObject({
      status: "saved",
      revision: 1,
    });
    const conflict = await saveSheet(room.juror, { number, ...full(3) });
    expect(conflict).toMatchObject({ status: "conflict", revision: 1 });
    expect(conflict.status === "conflict" && conflict.saved.scores[0]?.value).toBe(2);
    expect(await actionsOf(id)).toEqual(["save-sheet"]);
  });

  test("two tabs at once: one is kept, the other told", async () => {
    const { number } = await heard([room.juror]);
    const results = await Promise.all(
      ([1, 2, 3, 4, 5] as const).map((value) => saveSheet(room.juror, { number, ...full(value) })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 4 }, () => "conflict"),
      "saved",
    ]);
  });

  test("a criterion of another grid is refused", async () => {
    const { number } = await heard([room.juror]);
    const scores = [{ criterion: "unknown", value: 3 as const, justification: "" }];
    await expect(saveSheet(room.juror, { number, ...full(3, { scores }) })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  test.each(["second", "owner", "secretary", "chair", "conflicted", "carrier", "auditor"] as const)(
    "out of sight for %s, who holds no sheet of it",
    async (who) => {
      const { number } = await heard([room.juror]);
      await expect(saveSheet(room[who], { number, ...full(3) })).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(handInSheet(room[who], { number, revision: 1 })).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );
});

describe("handing in", () => {
  test("takes a value and a justification for every criterion, and names each one missing", async () => {
    const { number } = await heard([room.juror]);
    await expect(handInSheet(room.juror, { number, revision: 0 })).rejects.toMatchObject({
      code: "incomplete",
    });
    const scores = full(3).scores.map((score, index) =>
      index === 1 ? { ...score, justification: "  " } : score,
    );
    await saveSheet(room.juror, { number, ...full(3, { scores }) });
    await expect(handInSheet(room.juror, { number, revision: 1 })).rejects.toMatchObject({
      code: "incomplete",
      fields: [{ path: `justification.${itn3.criteria[1]?.key}` }],
    });
  });

  test("is what was read again, and final: no command nor query changes it", async () => {
    const { number, id } = await heard([room.juror]);
    await saveSheet(room.juror, { number, ...full(3) });
    await saveSheet(room.juror, { number, ...full(4, { baseRevision: 1 }) });
    await expect(handInSheet(room.juror, { number, revision: 1 })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await handInSheet(room.juror, { number, revision: 2 });
    await expect(saveSheet(room.juror, { number, ...full(5) })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(handInSheet(room.juror, { number, revision: 2 })).rejects.toMatchObject({
      code: "already-done",
    });
    await expect(abstain(room.juror, { number, reason: "Trop tard." })).rejects.toMatchObject({
      code: "already-done",
    });
    const { id: sheetId } = await db.scoreSheet.findFirstOrThrow({
      where: { assignment: { dossierId: id } },
    });
    await expect(db.score.updateMany({ where: { sheetId }, data: { value: 0 } })).rejects.toThrow(
      "final",
    );
    await expect(
      db.scoreSheet.update({ where: { id: sheetId }, data: { submittedAt: null } }),
    ).rejects.toThrow("final");
  });
});

describe("abstaining", () => {
  test("takes the dossier away, with its reason, and the scoring no longer waits for it", async () => {
    const { number, id } = await heard([room.juror, room.second]);
    await handIn(room.second, number);
    await abstain(room.juror, { number, reason: "Je connais le chef de projet." });
    await expect(saveSheet(room.juror, { number, ...full(3) })).rejects.toMatchObject({
      code: "not-found",
    });
    await closeScoring(room.chair, { number });
    expect(await actionsOf(id)).toEqual([
      "save-sheet",
      "hand-in-sheet",
      "abstain",
      "close-scoring",
    ]);
  });
});

describe("the close of scoring", () => {
  test("waits for every sheet, and opens them all", async () => {
    const { number, id } = await heard([room.juror, room.second]);
    const others = async (actor: Actor) =>
      db.scoreSheet.count({
        where: { AND: [visibleSheets(actor), { assignment: { dossierId: id } }] },
      });
    await handIn(room.juror, number, 5);
    await expect(closeScoring(room.secretary, { number })).rejects.toMatchObject({
      code: "incomplete",
    });
    await handIn(room.second, number, 2);
    for (const who of ["owner", "secretary", "chair", "auditor"] as const) {
      expect(await others(room[who])).toBe(0);
    }
    expect(await others(room.juror)).toBe(1);
    await closeScoring(room.secretary, { number });
    expect((await dossierNow(number)).status).toBe("scored");
    for (const who of ["owner", "secretary", "chair", "auditor", "juror"] as const) {
      expect(await others(room[who])).toBe(2);
    }
    expect(await others(room.conflicted)).toBe(0);
  });

  test("a dossier without juror is never closed, nor one that was not heard", async () => {
    const alone = await heard([]);
    await expect(closeScoring(room.chair, { number: alone.number })).rejects.toMatchObject({
      code: "incomplete",
    });
    const unheard = await aReviewedDossier(room, { status: "under-review" }, [room.juror]);
    await handIn(room.juror, unheard.number);
    await expect(closeScoring(room.chair, { number: unheard.number })).rejects.toMatchObject({
      message: "L’audition du porteur n’est pas enregistrée.",
    });
  });

  test("no sheet slips in after it: saves, hand-ins and the close at once, again and again", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { number, id } = await heard([room.juror, room.second]);
      await handIn(room.second, number);
      const saved = await saveSheet(room.juror, { number, ...full(3) });
      const results = await Promise.allSettled([
        ...Array.from({ length: 4 }, () => closeScoring(room.chair, { number })),
        handInSheet(room.juror, { number, revision: saved.revision }),
        ...Array.from({ length: 4 }, () => closeScoring(room.secretary, { number })),
      ]);
      const { status } = await dossierNow(number);
      const closes = results.filter((_, index) => index !== 4);
      const won = closes.filter((result) => result.status === "fulfilled").length;
      expect(won).toBe(status === "scored" ? 1 : 0);
      const submitted = await db.scoreSheet.count({
        where: { assignment: { dossierId: id }, submittedAt: { not: null } },
      });
      // Closed means both sheets were in before; the chain tells the same order.
      expect(submitted).toBe(2);
      const actions = await actionsOf(id);
      if (status === "scored") expect(actions.at(-1)).toBe("close-scoring");
    }
  });

  test("a late sheet is told that the scoring is closed", async () => {
    const { number } = await aReviewedDossier(room, { status: "scored" }, [room.juror]);
    await expect(saveSheet(room.juror, { number, ...full(3) })).rejects.toMatchObject({
      code: "too-late",
    });
  });

  test.each([
    ["instructor", "not-allowed"],
    ["juror", "not-found"],
    ["outsider", "not-found"],
    ["auditor", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const { number } = await heard([room.second]);
    await handIn(room.second, number);
    await expect(closeScoring(room[who], { number })).rejects.toMatchObject({ code });
  });
});

describe("the close of a session", () => {
  async function aSession(numbers: readonly { id: string }[]) {
    return db.jurySession.create({
      data: {
        themeCode: "ITN3",
        callId: room.call.id,
        label: "Jury d’essai",
        heldOn: new Date("2021-02-10"),
        status: "scoring",
        items: {
          create: numbers.map(({ id }, index) => ({ dossierId: id, position: index + 1 })),
        },
      },
    });
  }

  test("closes all or none, and names the dossier that is not ready", async () => {
    const [ready, late] = [await heard([room.juror]), await heard([room.second])];
    await handIn(room.juror, ready.number);
    const session = await aSession([ready, late]);
    await expect(closeSession(room.chair, { session: session.id })).rejects.toThrow(late.number);
    expect((await dossierNow(ready.number)).status).toBe("heard");
    await handIn(room.second, late.number);
    expect(await closeSession(room.chair, { session: session.id })).toEqual({ count: 2 });
    expect(await db.jurySession.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
      status: "closed",
    });
  });

  test("leaves out the dossier its chair may not see", async () => {
    const chair = await anActor(room.other, { role: "chair", theme: "ITN3" }, { role: "juror" });
    const [seen, hidden] = [await heard([room.juror]), await heard([room.juror])];
    await handIn(room.juror, seen.number);
    await handIn(room.juror, hidden.number);
    await db.jurorAssignment.create({
      data: {
        dossierId: hidden.id,
        jurorId: chair.agentId,
        assignedById: room.owner.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    const session = await aSession([seen, hidden]);
    expect(await closeSession(chair, { session: session.id })).toEqual({ count: 1 });
    expect((await dossierNow(hidden.number)).status).toBe("heard");
    expect(await db.jurySession.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
      status: "scoring",
    });
  });
});
