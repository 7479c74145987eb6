import { beforeAll, describe, expect, test } from "vitest";
import { fullName } from "@/domain/rights/actor";
import { MOST_VIEWS } from "@/domain/saved-view";
import {
  addLabel,
  assignInstructor,
  MOST_LABELS,
  removeLabel,
} from "@/features/work-list/commands/follow-up";
import { readFollowUp } from "@/features/work-list/queries/follow-up";
import { WORK_LIST } from "@/features/work-list/viewed-list";
import { deleteView, readSavedViews, renameView, saveView, updateView } from "@/server/saved-views";
import {
  actionsOf,
  aReviewedDossier,
  dossierNow,
  type Room,
  recused,
  theRoom,
} from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom("ITN3");
});

describe("who instructs a dossier", () => {
  test("is set, changed and taken back, each a line of the log; nothing is written for nothing", async () => {
    const { id, number } = await aReviewedDossier(room);
    await assignInstructor(room.owner, { number, assignee: room.instructor.agentId });
    await assignInstructor(room.owner, { number, assignee: room.instructor.agentId });
    expect((await dossierNow(number)).assigneeId).toBe(room.instructor.agentId);
    await assignInstructor(room.instructor, { number, assignee: "" });
    expect((await dossierNow(number)).assigneeId).toBeNull();
    expect(await actionsOf(id)).toEqual(["assign-instructor", "assign-instructor"]);
    const [first] = await db.auditLine.findMany({ where: { chain: `dossier:${id}`, sequence: 1 } });
    expect(first?.facts).toEqual({ assigneeId: room.instructor.agentId, formerId: null });
  });

  test("is told to whom it is entrusted, once per act, unless they took it themselves", async () => {
    const { id, number } = await aReviewedDossier(room);
    const { instructor, owner } = room;
    await assignInstructor(owner, { number, assignee: instructor.agentId });
    await assignInstructor(owner, { number, assignee: instructor.agentId });
    await assignInstructor(owner, { number, assignee: owner.agentId });
    await assignInstructor(owner, { number, assignee: "" });
    const notices = await db.notification.findMany({ where: { dossierId: id } });
    expect(notices).toMatchObject([
      {
        kind: "dossier-assigned",
        recipientId: instructor.agentId,
        payload: { by: fullName(owner) },
        byMail: true,
      },
    ]);
  });

  test.each(["secretary", "chair"] as const)("is not the choice of the %s", async (who) => {
    const { number } = await aReviewedDossier(room);
    await expect(
      assignInstructor(room[who], { number, assignee: room.instructor.agentId }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  test.each(["outsider", "juror", "carrier", "auditor"] as const)(
    "%s: out of sight",
    async (who) => {
      const { number } = await aReviewedDossier(room);
      await expect(
        assignInstructor(room[who], { number, assignee: room.owner.agentId }),
      ).rejects.toMatchObject({ code: "not-found" });
      await expect(addLabel(room[who], { number, label: "x" })).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );

  test("is neither a stranger to the theme, nor somebody recused or of the dossier's team", async () => {
    const { id, number } = await aReviewedDossier(room);
    await recused(id, room.instructor);
    for (const who of ["outsider", "secretary", "juror", "carrier", "instructor"] as const) {
      await expect(
        assignInstructor(room.owner, { number, assignee: room[who].agentId }),
        who,
      ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "assignee" }] });
    }
    const { instructors } = await readFollowUp(room.owner, { id, number, themeCode: "ITN3" });
    expect(instructors?.map(({ value }) => value)).toEqual([room.owner.agentId]);
    expect((await dossierNow(number)).assigneeId).toBeNull();
  });
});

describe("labels", () => {
  test("are added once whatever their capitals, taken off, and written in the log", async () => {
    const { id, number } = await aReviewedDossier(room);
    await addLabel(room.secretary, { number, label: "À relire" });
    await addLabel(room.owner, { number, label: "à RELIRE" });
    await addLabel(room.owner, { number, label: "Urgent" });
    const read = await readFollowUp(room.owner, { id, number, themeCode: "ITN3" });
    expect(read.labels).toEqual(["À relire", "Urgent"]);
    await removeLabel(room.owner, { number, label: "Urgent" });
    await expect(removeLabel(room.owner, { number, label: "Urgent" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await actionsOf(id)).toEqual(["add-label", "add-label", "remove-label"]);
  });

  test("are a few, and no affair of the chair", async () => {
    const { id, number } = await aReviewedDossier(room);
    for (let index = 0; index < MOST_LABELS; index += 1) {
      await addLabel(room.owner, { number, label: `étiquette ${index}` });
    }
    await expect(addLabel(room.owner, { number, label: "encore" })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(addLabel(room.chair, { number, label: "x" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const read = await readFollowUp(room.chair, { id, number, themeCode: "ITN3" });
    expect(read).toMatchObject({ instructors: null, known: null });
  });
});

describe("saved views", () => {
  test("keep what the list can read, are renamed, updated and deleted by their author alone", async () => {
    const view = await saveView(WORK_LIST, room.owner, {
      name: "À moi",
      query: "vue=mes-dossiers&intrus=1&apres=12_x&theme=ITN3",
    });
    expect(view.query).toBe("vue=mes-dossiers&theme=ITN3");
    await expect(
      saveView(WORK_LIST, room.owner, { name: "À moi", query: "" }),
    ).rejects.toMatchObject({
      fields: [{ path: "name" }],
    });
    await renameView(WORK_LIST, room.owner, { id: view.id, name: "À moi" });
    await renameView(WORK_LIST, room.owner, { id: view.id, name: "ITN3" });
    await updateView(WORK_LIST, room.owner, { id: view.id, query: "theme=ITN6" });
    for (const act of [
      () => renameView(WORK_LIST, room.instructor, { id: view.id, name: "Volée" }),
      () => updateView(WORK_LIST, room.instructor, { id: view.id, query: "" }),
      () => deleteView(WORK_LIST, room.instructor, { id: view.id }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await readSavedViews(room.owner, WORK_LIST)).toEqual([
      { id: view.id, name: "ITN3", query: "theme=ITN6" },
    ]);
    expect(await readSavedViews(room.instructor, WORK_LIST)).toEqual([]);
    await deleteView(WORK_LIST, room.owner, { id: view.id });
    expect(await readSavedViews(room.owner, WORK_LIST)).toEqual([]);
  });

  test("are bounded in number, and of no use to a carrier", async () => {
    for (let index = 0; index < MOST_VIEWS; index += 1) {
      await saveView(WORK_LIST, room.instructor, { name: `Vue ${index}`, query: "" });
    }
    await expect(
      saveView(WORK_LIST, room.instructor, { name: "De trop", query: "" }),
    ).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(
      saveView(WORK_LIST, room.carrier, { name: "Vue", query: "" }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("two forms at once under one name leave one view", async () => {
    const results = await Promise.allSettled([
      saveView(WORK_LIST, room.secretary, { name: "Course", query: "" }),
      saveView(WORK_LIST, room.secretary, { name: "Course", query: "" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
