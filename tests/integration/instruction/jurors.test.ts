import { beforeAll, describe, expect, test } from "vitest";
import { assignJurors, imposeRecusal } from "@/features/instruction/commands/jurors";
import { visibleDossiers } from "@/server/visibility";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

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
    const twoHats = await anActor(
      room.prefecture,
      { role: "juror" },
      { role: "secretary", theme: "ITN3" },
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
    const insider = await anActor(room.other, { role: "juror" });
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

  test("comes before the close of scoring", async () => {
    const { number, id } = await aReviewedDossier(room, { status: "scored" }, [room.juror]);
    const { id: target } = await assignment(id, room.juror.agentId);
    await expect(
      imposeRecusal(room.chair, { number, assignment: target, reason: "Trop tard." }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
  });
});
