import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signatureOf } from "@/domain/dossier/exchanges";
import { type Actor, fullName } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import { openThread } from "@/features/exchanges/commands/open-thread";
import { writeToCarrier, writeToInstruction } from "@/features/exchanges/commands/send-message";
import { settleMessages } from "@/features/exchanges/commands/settle-messages";
import { readThread } from "@/features/exchanges/queries/thread";
import { readMyNotices } from "@/features/notifications/queries/my-notices";
import { inTransaction } from "@/server/database/client";
import { glanceAtExchanges, unreadMessages } from "@/server/exchanges";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { statementsOf } from "../../fixtures/statements";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { moved } from "../returns/world";

const db = await testDatabase();
let room: Room;
let dossier: Awaited<ReturnType<typeof aReviewedDossier>>;

beforeAll(async () => {
  await setClock("2021-01-19T10:00:00+01:00");
  room = await theRoom("ITN3");
});

beforeEach(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  dossier = await aReviewedDossier(room, { status: "under-review" });
});

const asked = (body = "Quand le jury se réunit-il ?", key: string = randomUUID()) => ({
  number: dossier.number,
  key,
  body,
});
const answered = async (body = "Le 28 janvier.", seen?: string) => ({
  ...asked(body),
  seen: seen ?? (await readThread(room.owner, "instruction", dossier.number)).seen,
});
const notices = (kind: string) =>
  db.notification.findMany({ where: { dossierId: dossier.id, kind }, orderBy: { id: "asc" } });
const waitsSince = async () => (await dossierNow(dossier.number)).carrierWroteAt;

/** Parts in the dossier that keep an instructor away from what is said about it. */
const parts: Record<string, (who: Actor) => Promise<unknown>> = {
  recused: ({ agentId }) =>
    db.jurorAssignment.create({
      data: {
        dossierId: dossier.id,
        jurorId: agentId,
        assignedById: agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    }),
  "its juror": ({ agentId }) =>
    db.jurorAssignment.create({
      data: { dossierId: dossier.id, jurorId: agentId, assignedById: agentId },
    }),
  "of its team": ({ agentId }) =>
    db.dossierMember.create({ data: { dossierId: dossier.id, agentId, access: "read" } }),
};

describe("a question and its answer", () => {
  test("are read by each side, once new, and the dossier waits in between", async () => {
    await writeToInstruction(room.carrier, asked());
    const [message] = await db.dossierMessage.findMany({ where: { dossierId: dossier.id } });
    expect(message).toMatchObject({ side: "carrier", themeCode: "ITN3" });
    expect(await waitsSince()).toEqual(message?.at);

    const first = await openThread(room.owner, "instruction", dossier.number);
    expect(first.messages).toMatchObject([
      {
        author: `${fullName(room.carrier)}, ${room.prefecture.name}`,
        body: "Quand le jury se réunit-il ?",
        isNew: true,
      },
    ]);
    expect(first.waitsSince).toEqual(message?.at);
    const again = await openThread(room.owner, "instruction", dossier.number);
    expect(again.messages[0]?.isNew).toBe(false);

    await writeToCarrier(room.owner, await answered());
    expect(await waitsSince()).toBeNull();
    const own = await openThread(room.carrier, "carrier", dossier.number);
    expect(own.messages.map(({ body, isNew }) => [body, isNew])).toEqual([
      ["Le 28 janvier.", true],
      ["Quand le jury se réunit-il ?", false],
    ]);
    expect(await actionsOf(dossier.id)).toEqual(["send-message", "send-message"]);
  });

  test("the carrier reads the service that writes, never who; nor since when it waits", async () => {
    await writeToInstruction(room.carrier, asked());
    await writeToCarrier(room.instructor, await answered());
    const thread = await readThread(room.carrier, "carrier", dossier.number);
    expect(thread.messages[0]?.author).toBe(`L’instruction (${signatureOf(THEMES.ITN3)})`);
    expect(thread.waitsSince).toBeNull();
    for (const secret of [room.instructor.usualName, room.instructor.agentId]) {
      expect(JSON.stringify(thread)).not.toContain(secret);
    }
    const [notice] = (await readMyNotices(room.carrier)).notices;
    expect(notice?.sentence).toContain(signatureOf(THEMES.ITN3));
    expect(notice?.sentence).not.toContain(room.instructor.usualName);
    const colleagues = await readThread(room.owner, "instruction", dossier.number);
    expect(colleagues.messages[0]?.author).toBe(`${fullName(room.instructor)} (instruction)`);
  });

  test("what the carrier writes while one answers still waits", async () => {
    await writeToInstruction(room.carrier, asked("Première question"));
    const { seen } = await readThread(room.owner, "instruction", dossier.number);
    await writeToInstruction(room.carrier, asked("Seconde question"));
    await writeToCarrier(room.owner, await answered("Réponse à la première", seen));
    const second = await db.dossierMessage.findFirstOrThrow({
      where: { dossierId: dossier.id, body: "Seconde question" },
    });
    expect(await waitsSince()).toEqual(second.at);
    await writeToCarrier(room.owner, await answered());
    expect(await waitsSince()).toBeNull();
  });

  test("may ask for none, unless the carrier wrote meanwhile", async () => {
    const { number } = dossier;
    await settleMessages(room.owner, { number, seen: "" });
    expect(await actionsOf(dossier.id)).toEqual([]);
    await writeToInstruction(room.carrier, asked("Merci."));
    const { seen } = await readThread(room.owner, "instruction", number);
    await writeToInstruction(room.carrier, asked("Une chose encore"));
    await expect(settleMessages(room.owner, { number, seen })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect(await waitsSince()).not.toBeNull();
    const now = await readThread(room.owner, "instruction", number);
    await settleMessages(room.secretary, { number, seen: now.seen });
    expect(await waitsSince()).toBeNull();
    expect((await actionsOf(dossier.id)).at(-1)).toBe("settle-messages");
  });
});

describe("a form sent twice", () => {
  test("is one message, one line, one notice", async () => {
    const input = asked();
    const sent = await Promise.allSettled(
      [1, 2, 3, 4].map(() => writeToInstruction(room.carrier, input)),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
    expect(await db.dossierMessage.count({ where: { dossierId: dossier.id } })).toBe(1);
    expect(await actionsOf(dossier.id)).toEqual(["send-message"]);
  });

  test("with another text is refused: nothing is thought sent that is not", async () => {
    const input = asked();
    await writeToInstruction(room.carrier, input);
    await expect(
      writeToInstruction(room.carrier, { ...input, body: "Autre chose" }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("many people at once: every message has its own instant, and none is read unseen", async () => {
    const inputs = Array.from({ length: 12 }, (_, index) => asked(`Message ${index}`));
    await Promise.all(
      inputs.map((input, index) =>
        index % 2 === 0
          ? writeToInstruction(room.carrier, input)
          : writeToCarrier(room.owner, { ...input, seen: "" }),
      ),
    );
    const rows = await db.dossierMessage.findMany({ where: { dossierId: dossier.id } });
    expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(12);
    const unread = await unreadMessages(room.carrier, "carrier", [dossier.id]);
    expect(unread.get(dossier.id)).toBe(6);
    await openThread(room.carrier, "carrier", dossier.number);
    await writeToCarrier(room.owner, await answered());
    const after = await unreadMessages(room.carrier, "carrier", [dossier.id]);
    expect(after.get(dossier.id)).toBe(1);
  });
});

describe("who reads and writes", () => {
  test.each(["owner", "instructor", "secretary"] as const)("%s of the theme", async (who) => {
    await writeToCarrier(room[who], await answered());
    expect((await readThread(room[who], "instruction", dossier.number)).mayWrite).toBe(true);
  });

  test.each(["chair", "juror", "outsider", "auditor", "dnum", "carrier"] as const)(
    "%s: no instruction's page, no word of it",
    async (who) => {
      await writeToInstruction(room.carrier, asked());
      const { number } = dossier;
      const input = await answered();
      await expect(readThread(room[who], "instruction", number)).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(writeToCarrier(room[who], input)).rejects.toMatchObject({ code: "not-found" });
      await expect(settleMessages(room[who], { number, seen: "" })).rejects.toMatchObject({
        code: "not-found",
      });
      expect((await glanceAtExchanges(room[who], [dossier.id])).size).toBe(0);
    },
  );

  test.each(["owner", "juror", "dnum", "auditor", "otherDnum"] as const)(
    "%s: no carrier's page",
    async (who) => {
      await expect(readThread(room[who], "carrier", dossier.number)).rejects.toMatchObject({
        code: "not-found",
      });
      await expect(writeToInstruction(room[who], asked())).rejects.toMatchObject({
        code: "not-found",
      });
    },
  );

  test("a member of the team who only reads reads, and is told how to write", async () => {
    const reader = await anActor(room.prefecture);
    await db.dossierMember.create({
      data: { dossierId: dossier.id, agentId: reader.agentId, access: "read" },
    });
    await writeToCarrier(room.owner, await answered());
    const thread = await readThread(reader, "carrier", dossier.number);
    expect([thread.messages.length, thread.mayWrite]).toEqual([1, false]);
    await expect(writeToInstruction(reader, asked())).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test.each(Object.keys(parts))(
    "an instructor who is %s reads nothing and is told nothing",
    async (how) => {
      const instructor = await anActor(room.other, { role: "instructor", theme: "ITN3" });
      await parts[how]?.(instructor);
      await db.dossier.update({
        where: { id: dossier.id },
        data: { assigneeId: instructor.agentId },
      });
      await writeToInstruction(room.carrier, asked());
      await expect(readThread(instructor, "instruction", dossier.number)).rejects.toMatchObject({
        code: "not-found",
      });
      expect((await glanceAtExchanges(instructor, [dossier.id])).size).toBe(0);
      const told = await notices("message-from-carrier");
      expect(told.map(({ recipientId }) => recipientId)).not.toContain(instructor.agentId);
      expect(told.length).toBeGreaterThan(1);
    },
  );

  test("whoever is recused while they write keeps nothing", async () => {
    const { instructor } = room;
    const input = await answered();
    let writing: Promise<unknown> = Promise.resolve();
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossier.id}::uuid FOR UPDATE`;
      writing = writeToCarrier(instructor, input).then(
        () => "kept",
        (error: { code?: string }) => error.code,
      );
      await tx.jurorAssignment.create({
        data: {
          dossierId: dossier.id,
          jurorId: instructor.agentId,
          assignedById: room.owner.agentId,
          status: "recused",
          ground: "same-ministry",
          endedAt: new Date(),
        },
      });
    });
    expect(await writing).toBe("not-found");
    expect(await db.dossierMessage.count({ where: { dossierId: dossier.id } })).toBe(0);
  });

  test.each(["withdrawn", "closed"] as const)("nobody writes on a dossier %s", async (status) => {
    await writeToInstruction(room.carrier, asked());
    await moved(dossier.id, status);
    await expect(writeToInstruction(room.carrier, asked())).rejects.toMatchObject({
      code: "not-open",
    });
    await expect(writeToCarrier(room.owner, await answered())).rejects.toMatchObject({
      code: "not-open",
    });
    expect((await readThread(room.carrier, "carrier", dossier.number)).messages).toHaveLength(1);
    const { seen } = await readThread(room.owner, "instruction", dossier.number);
    await settleMessages(room.owner, { number: dossier.number, seen });
    expect(await waitsSince()).toBeNull();
  });

  test("nobody writes on a draft", async () => {
    const draft = await aReviewedDossier(room, { status: "draft" });
    await expect(
      writeToInstruction(room.carrier, { ...asked(), number: draft.number }),
    ).rejects.toMatchObject({ code: "not-open" });
    expect((await readThread(room.carrier, "carrier", draft.number)).closed).toMatch(/au dépôt/);
  });
});

describe("what people are told", () => {
  test("who instructs the dossier alone; else its owners and instructors; never the secretary", async () => {
    await writeToInstruction(room.carrier, asked());
    const all = (await notices("message-from-carrier")).map(({ recipientId }) => recipientId);
    expect(all).toEqual(expect.arrayContaining([room.owner.agentId, room.instructor.agentId]));
    for (const who of ["secretary", "chair", "juror", "outsider", "carrier"] as const) {
      expect(all, who).not.toContain(room[who].agentId);
    }
    dossier = await aReviewedDossier(room);
    await db.dossier.update({
      where: { id: dossier.id },
      data: { assigneeId: room.instructor.agentId },
    });
    await writeToInstruction(room.carrier, asked());
    const one = await notices("message-from-carrier");
    expect(one.map(({ recipientId }) => recipientId)).toEqual([room.instructor.agentId]);
  });

  test("once a day until they read: ten messages in an hour are one mail", async () => {
    const written = async () => (await notices("message-from-instruction")).length;
    for (const body of ["Un", "Deux", "Trois"])
      await writeToCarrier(room.owner, await answered(body));
    expect(await written()).toBe(1);
    await setClock("2021-01-21T09:00:00+01:00");
    await writeToCarrier(room.owner, await answered("Quatre"));
    expect(await written()).toBe(2);
    await openThread(room.carrier, "carrier", dossier.number);
    await writeToCarrier(room.owner, await answered("Cinq"));
    expect(await written()).toBe(3);
    const unread = (await readMyNotices(room.carrier)).notices.filter(
      ({ read, number }) => !read && number === dossier.number,
    );
    expect(unread).toHaveLength(1);
  });

  test("nothing of what is written", async () => {
    await writeToInstruction(room.carrier, asked("Un mot très particulier"));
    await writeToCarrier(room.owner, await answered("Une réponse très particulière"));
    const rows = await db.notification.findMany({ where: { dossierId: dossier.id } });
    const lines = await db.auditLine.findMany({ where: { chain: `dossier:${dossier.id}` } });
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify([rows, lines.map(({ facts }) => facts)])).not.toMatch(/particuli/);
  });

  test("a link that leads nowhere any more is not shown", async () => {
    const instructor = await anActor(room.other, { role: "instructor", theme: "ITN3" });
    await writeToInstruction(room.carrier, asked());
    const links = async () => (await readMyNotices(instructor)).notices.map(({ link }) => link);
    expect(await links()).toHaveLength(1);
    expect((await links())[0]).not.toBeNull();
    await parts["its juror"]?.(instructor);
    expect(await links()).toEqual([null]);
  });
});

test("a long exchange is read page by page, without one lost or told twice", async () => {
  for (let index = 0; index < 45; index += 1) {
    await writeToInstruction(room.carrier, asked(`Message ${index}`));
  }
  const bodies: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await readThread(room.owner, "instruction", dossier.number, after);
    bodies.push(...page.messages.map(({ body }) => body));
    if (page.nextCursor === null) break;
    after = page.nextCursor;
  }
  expect(bodies).toEqual(Array.from({ length: 45 }, (_, index) => `Message ${44 - index}`));
});

test("what is unread costs one statement, however many dossiers", async () => {
  const others = [await aReviewedDossier(room), await aReviewedDossier(room)];
  const ids = [dossier.id, ...others.map(({ id }) => id)];
  expect(await statementsOf(() => unreadMessages(room.carrier, "carrier", ids))).toHaveLength(1);
  expect(await statementsOf(() => glanceAtExchanges(room.owner, ids))).toHaveLength(1);
});
