import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { fullName } from "@/domain/rights/actor";
import { writeNote } from "@/features/exchanges/commands/write-note";
import { readNotes } from "@/features/exchanges/queries/notes";
import { readThread } from "@/features/exchanges/queries/thread";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { actionsOf, aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { moved } from "../returns/world";

const db = await testDatabase();
let room: Room;
let dossier: Awaited<ReturnType<typeof aReviewedDossier>>;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom("ITN3");
});
beforeEach(async () => {
  dossier = await aReviewedDossier(room, { status: "admissible" });
});

const noted = (body = "Le budget paraît optimiste.", key: string = randomUUID()) => ({
  number: dossier.number,
  key,
  body,
});

test("a note is read by those who instruct, with its author, and told to nobody", async () => {
  await writeNote(room.instructor, noted());
  for (const who of ["owner", "instructor", "secretary"] as const) {
    const { notes } = await readNotes(room[who], dossier.number);
    expect(notes).toMatchObject([
      { author: fullName(room.instructor), body: "Le budget paraît optimiste." },
    ]);
    expect((await readDossierPage(room[who], dossier.number)).exchanges?.notes).toBe(1);
  }
  expect(await db.notification.count({ where: { dossierId: dossier.id } })).toBe(0);
  expect(await actionsOf(dossier.id)).toEqual(["write-note"]);
});

test.each(["chair", "juror", "carrier", "dnum", "auditor", "outsider", "conflicted"] as const)(
  "%s finds no note, and no trace that there is one",
  async (who) => {
    await writeNote(room.owner, noted());
    await expect(readNotes(room[who], dossier.number)).rejects.toMatchObject({ code: "not-found" });
    await expect(writeNote(room[who], noted())).rejects.toMatchObject({ code: "not-found" });
  },
);

test("the chair's page of the dossier says nothing of notes and messages", async () => {
  await writeNote(room.owner, noted());
  expect((await readDossierPage(room.chair, dossier.number)).exchanges).toBeNull();
});

test("nothing of a note is in the messages, for either side", async () => {
  await writeNote(room.owner, noted("Une note très particulière"));
  for (const [who, side] of [
    [room.carrier, "carrier"],
    [room.owner, "instruction"],
  ] as const) {
    const thread = await readThread(who, side, dossier.number);
    expect(JSON.stringify(thread)).not.toContain("particulière");
    expect(thread.messages).toEqual([]);
  }
  const lines = await db.auditLine.findMany({ where: { chain: `dossier:${dossier.id}` } });
  expect(JSON.stringify(lines.map(({ facts }) => facts))).not.toContain("particulière");
});

test("a form sent many times at once keeps one note; with another text it is refused", async () => {
  const input = noted();
  await Promise.all([1, 2, 3].map(() => writeNote(room.owner, input)));
  expect((await readNotes(room.owner, dossier.number)).notes).toHaveLength(1);
  await expect(writeNote(room.owner, { ...input, body: "Autre" })).rejects.toMatchObject({
    code: "already-done",
  });
});

test("a note is never changed nor taken back, by nobody", async () => {
  const input = noted();
  await writeNote(room.owner, input);
  await expect(
    db.internalNote.update({ where: { id: input.key }, data: { body: "Autre" } }),
  ).rejects.toThrow();
  await expect(db.internalNote.delete({ where: { id: input.key } })).rejects.toThrow();
  expect((await readNotes(room.owner, dossier.number)).notes[0]?.body).toBe(input.body);
});

test.each(["withdrawn", "closed"] as const)("none is added to a dossier %s", async (status) => {
  await writeNote(room.owner, noted());
  await moved(dossier.id, status);
  await expect(writeNote(room.owner, noted())).rejects.toMatchObject({ code: "not-open" });
  const { notes, closed } = await readNotes(room.owner, dossier.number);
  expect(notes).toHaveLength(1);
  expect(closed).toMatch(/reste à lire/);
});

test("notes are read page by page", async () => {
  for (let index = 0; index < 25; index += 1) await writeNote(room.owner, noted(`Note ${index}`));
  const first = await readNotes(room.owner, dossier.number);
  const second = await readNotes(room.owner, dossier.number, first.nextCursor ?? undefined);
  expect(first.notes).toHaveLength(20);
  expect(second.nextCursor).toBeNull();
  expect(second.notes.map(({ body }) => body)).toEqual([4, 3, 2, 1, 0].map((n) => `Note ${n}`));
});
