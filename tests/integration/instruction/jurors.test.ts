import { beforeAll, describe, expect, test } from "vitest";
import type { ThemeCode } from "@/domain/themes/types";
import { assignJurors, imposeRecusal, releaseJuror } from "@/features/instruction/commands/jurors";
import { readJurors } from "@/features/instruction/queries/jurors";
import { declareInterests } from "@/features/jurors/commands/declare-interests";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { visibleDossiers } from "@/server/visibility";
import {
  actionsOf,
  aReviewedDossier,
  dossierNow,
  type Room,
  seated,
  theRoom,
} from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { handsIn } from "../sittings/sitting";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom();
});

const assignment = (dossierId: string, jurorId: string) =>
  db.jurorAssignment.findUniqueOrThrow({
    where: { dossierId_jurorId_presentation: { dossierId, jurorId, presentation: 1 } },
  });

async function examinedRow(number: string) {
  const { id, themeCode, presentation } = await dossierNow(number);
  return { id, presentation, themeCode: themeCode as ThemeCode };
}

describe("entrusting a dossier", () => {
  test("the first jurors start the review, join a session and get a mail; the conflicted one is recused in silence", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "admissible" });
    const jurors = [room.juror, room.second, room.conflicted].map(({ agentId }) => agentId);
    const done = await assignJurors(room.secretary, { number, jurors, heldOn: "2021-02-10" });
    expect(done.assigned).toHaveLength(2);
    expect(done.recused).toHaveLength(1);
    expect((await dossierNow(number)).status).toBe("under-review");
    expect(await assignment(id, room.conflicted.agentId)).toMatchObject({
      status: "recused",
      ground: "same-ministry",
    });
    const mails = await db.notification.findMany({ where: { dossierId: id } });
    expect(mails.map(({ recipientId }) => recipientId).sort()).toEqual(
      [room.juror.agentId, room.second.agentId].sort(),
    );
    expect((await actionsOf(id)).sort()).toEqual(
      ["assign-juror", "assign-juror", "recuse-juror", "join-session", "review"].sort(),
    );
    const item = await db.sessionItem.findFirstOrThrow({
      where: { dossierId: id },
      include: { session: true },
    });
    expect(item.session).toMatchObject({ status: "scoring", heldOn: new Date("2021-02-10") });

    // The next dossier of the call joins the same session without asking for a day.
    const next = await aReviewedDossier(room, { status: "admissible" });
    await assignJurors(room.owner, {
      number: next.number,
      jurors: [room.juror.agentId],
      heldOn: undefined,
    });
    const place = await db.sessionItem.findFirstOrThrow({ where: { dossierId: next.id } });
    expect(place).toMatchObject({ sessionId: item.sessionId, position: 2 });
  });

  test("the recused see nothing, in any room, even with another role", async () => {
    const twoHats = await seated(
      await anActor(room.prefecture, { role: "juror" }, { role: "secretary", theme: "ITN3" }),
    );
    const { number, id } = await aReviewedDossier(room, { status: "admissible" });
    await assignJurors(room.owner, {
      number,
      jurors: [twoHats.agentId, room.juror.agentId],
      heldOn: "2021-02-10",
    });
    for (const as of ["juror", "instruction"] as const) {
      expect(
        await db.dossier.count({ where: { AND: [{ id }, visibleDossiers(twoHats, as)] } }),
      ).toBe(0);
    }
    await expect(
      assignJurors(twoHats, { number, jurors: [room.second.agentId], heldOn: undefined }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("only conflicts: nothing starts", async () => {
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    const done = await assignJurors(room.owner, {
      number,
      jurors: [room.conflicted.agentId],
      heldOn: undefined,
    });
    expect(done.assigned).toEqual([]);
    expect((await dossierNow(number)).status).toBe("admissible");
  });

  test("a member of the dossier's team is recused, a person without the role refused, a second time said", async () => {
    const insider = await seated(await anActor(room.other, { role: "juror" }));
    const { number, id } = await aReviewedDossier(room, { status: "admissible" });
    await db.dossierMember.create({
      data: { dossierId: id, agentId: insider.agentId, access: "read" },
    });
    const assign = (jurors: string[]) =>
      assignJurors(room.owner, { number, jurors, heldOn: "2021-02-10" });
    expect((await assign([insider.agentId])).recused).toHaveLength(1);
    expect(await assignment(id, insider.agentId)).toMatchObject({ ground: "dossier-team" });
    await expect(assign([room.owner.agentId])).rejects.toMatchObject({
      fields: [{ path: "jurors" }],
    });
    await expect(assign([insider.agentId])).rejects.toMatchObject({ code: "already-done" });
  });

  test.each([
    ["never invited", { status: "declined" }, "a décliné"],
    ["who has not answered", { status: "invited" }, "attend sa réponse"],
    ["whose mandate ended", { status: "ended" }, "mandat est terminé"],
  ] as const)("a juror %s receives nothing", async (_, data, reason) => {
    const juror = await seated(await anActor(room.other, { role: "juror" }));
    await db.juryMembership.updateMany({ where: { agentId: juror.agentId }, data });
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    const refused = assignJurors(room.owner, {
      number,
      jurors: [juror.agentId],
      heldOn: "2021-02-10",
    });
    await expect(refused).rejects.toMatchObject({
      fields: [{ path: "jurors", message: expect.stringContaining(reason) }],
    });
    expect((await readJurors(room.owner, await examinedRow(number))).candidates).not.toContainEqual(
      expect.objectContaining({ agentId: juror.agentId }),
    );
  });

  test("a declaration a year old, or none, must be renewed before", async () => {
    const juror = await anActor(room.other, { role: "juror" });
    await db.juryMembership.create({
      data: {
        themeCode: "ITN3",
        agentId: juror.agentId,
        status: "accepted",
        invitedById: room.owner.agentId,
      },
    });
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    const entrust = () =>
      assignJurors(room.owner, { number, jurors: [juror.agentId], heldOn: "2021-02-10" });
    await expect(entrust()).rejects.toMatchObject({ fields: [{ path: "jurors" }] });
    await db.interestDeclaration.create({
      data: { agentId: juror.agentId, declaredAt: new Date("2020-01-20T09:00:00Z") },
    });
    await expect(entrust()).rejects.toThrow(/revoir/);
    const { hindered } = await readJurors(room.owner, await examinedRow(number));
    expect(hindered).toContainEqual(
      expect.objectContaining({
        agentId: juror.agentId,
        reason: expect.stringContaining("à renouveler"),
      }),
    );
    await declareInterests(juror, { links: [] });
    expect((await entrust()).assigned).toHaveLength(1);
  });

  test("a call without session asks for its day, never a past one", async () => {
    const other = await theRoom();
    const { number } = await aReviewedDossier(other, { status: "admissible" });
    for (const heldOn of [undefined, "2021-01-19"] as const) {
      await expect(
        assignJurors(other.owner, { number, jurors: [other.juror.agentId], heldOn }),
      ).rejects.toMatchObject({ fields: [{ path: "heldOn" }] });
    }
    expect(await db.jurorAssignment.count({ where: { jurorId: other.juror.agentId } })).toBe(0);
  });

  test("twenty assignments at once on twenty dossiers open one session", async () => {
    const other = await theRoom();
    const dossiers = await Promise.all(
      Array.from({ length: 20 }, () => aReviewedDossier(other, { status: "admissible" })),
    );
    await Promise.all(
      dossiers.map(({ number }) =>
        assignJurors(other.owner, {
          number,
          jurors: [other.juror.agentId],
          heldOn: "2021-02-10",
        }),
      ),
    );
    expect(await db.jurySession.count({ where: { callId: other.call.id } })).toBe(1);
    const positions = await db.sessionItem.findMany({
      where: { session: { callId: other.call.id } },
      select: { position: true },
    });
    expect(positions.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test("a theme that does not score entrusts nothing", async () => {
    const itn6 = await theRoom("ITN6");
    const { number } = await aReviewedDossier(itn6, { status: "admissible" });
    await expect(
      assignJurors(itn6.owner, { number, jurors: [itn6.second.agentId], heldOn: "2021-02-10" }),
    ).rejects.toMatchObject({ code: "incomplete" });
  });

  test.each([
    ["chair", "not-allowed"],
    ["outsider", "not-found"],
    ["juror", "not-found"],
    ["carrier", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const { number } = await aReviewedDossier(room, { status: "admissible" });
    await expect(
      assignJurors(room[who], { number, jurors: [room.second.agentId], heldOn: "2021-02-10" }),
    ).rejects.toMatchObject({ code });
  });
});

describe("recusal by hand", () => {
  test("takes the dossier away from the juror, once, with its reason in the chain", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "under-review" }, [
      room.juror,
      room.second,
    ]);
    const { id: target } = await assignment(id, room.juror.agentId);
    const input = { number, assignment: target, reason: "A conseillé le porteur." };
    await expect(imposeRecusal(room.instructor, input)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await imposeRecusal(room.chair, input);
    await expect(imposeRecusal(room.chair, input)).rejects.toMatchObject({ code: "already-done" });
    expect(
      await db.dossier.count({ where: { AND: [{ id }, visibleDossiers(room.juror, "juror")] } }),
    ).toBe(0);
    expect(await actionsOf(id)).toEqual(["recuse-juror"]);
  });

  test("is still possible after the close of the scoring, no more once a decision is taken", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "scored" }, [
      room.juror,
      room.second,
    ]);
    const recuse = async (jurorId: string) =>
      imposeRecusal(room.chair, {
        number,
        assignment: (await assignment(id, jurorId)).id,
        reason: "A conseillé le porteur.",
      });
    await recuse(room.juror.agentId);
    expect(await assignment(id, room.juror.agentId)).toMatchObject({
      status: "recused",
      endedById: room.chair.agentId,
    });
    await db.dossier.update({
      where: { id },
      data: { status: "refused", version: { increment: 1 } },
    });
    await expect(recuse(room.second.agentId)).rejects.toMatchObject({ code: "changed-meanwhile" });
  });
});

describe("a dossier taken back from a juror", () => {
  const reason = "Absent jusqu’au jury.";

  test("no longer waits for a sheet that will not come, and is told to the juror without the dossier", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "heard" }, [
      room.juror,
      room.second,
    ]);
    const { id: target } = await assignment(id, room.juror.agentId);
    const input = { number, assignment: target, reason };
    for (const who of [room.chair, room.juror]) {
      await expect(releaseJuror(who, input)).rejects.toMatchObject({
        code: expect.stringMatching(/not-allowed|not-found/),
      });
    }
    await releaseJuror(room.instructor, input);
    await expect(releaseJuror(room.instructor, input)).rejects.toMatchObject({
      code: "already-done",
    });
    expect(await assignment(id, room.juror.agentId)).toMatchObject({ status: "ended" });
    expect(
      await db.dossier.count({ where: { AND: [{ id }, visibleDossiers(room.juror, "juror")] } }),
    ).toBe(0);
    expect(await actionsOf(id)).toEqual(["release-juror"]);
    const told = await db.notification.findFirstOrThrow({
      where: { recipientId: room.juror.agentId, kind: "juror-released" },
      orderBy: { createdAt: "desc" },
    });
    expect(told).toMatchObject({ dossierId: null, payload: { number, reason } });
    await handsIn(room.second, number);
    await closeScoring(room.secretary, { number });
    expect((await dossierNow(number)).status).toBe("scored");
  });

  test("never takes out a sheet handed in, even at the same instant", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "under-review" }, [room.juror]);
    const { id: target } = await assignment(id, room.juror.agentId);
    const outcomes = await Promise.allSettled([
      handsIn(room.juror, number),
      releaseJuror(room.instructor, { number, assignment: target, reason }),
    ]);
    const { status } = await assignment(id, room.juror.agentId);
    const sheet = await db.scoreSheet.findUnique({ where: { assignmentId: target } });
    expect(status === "ended").toBe(outcomes[1]?.status === "fulfilled");
    expect(status === "ended" && sheet?.submittedAt).toBeFalsy();
    if (status === "assigned") {
      await expect(
        releaseJuror(room.instructor, { number, assignment: target, reason }),
      ).rejects.toMatchObject({ code: "already-done" });
    }
  });
});
