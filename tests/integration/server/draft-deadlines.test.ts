import { beforeEach, describe, expect, test } from "vitest";
import { endOfDay } from "@/domain/calendar";
import type { Actor } from "@/domain/rights/actor";
import { dossierChain, readChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { expireDrafts } from "@/server/jobs/expire-drafts";
import { remindDrafts } from "@/server/jobs/remind-drafts";
import { notify } from "@/server/notifications";
import { lockToWrite } from "@/server/team-dossier";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const ministry = await anOrganisation();
const directorate = await anOrganisation({
  kind: "central-administration",
  ministryId: ministry.id,
});

let lead: Actor;
let reader: Actor;

beforeEach(async () => {
  await db.notification.deleteMany();
  lead = await anActor(directorate);
  reader = await anActor(directorate);
});

const at = (day: string, time = "09:05:00") => setClock(`${day}T${time}+01:00`);

/** A draft begun on a day, with a lead and a reader, without any other draft around. */
async function aDraft(begunOn: string, closesOn: Parameters<typeof aCall>[1] = {}) {
  await db.dossier.updateMany({
    where: { status: "draft" },
    data: { createdAt: new Date("2099-01-01") },
  });
  await db.call.updateMany({ data: { closesAt: null } });
  await at(begunOn);
  const draft = await aDossier({
    carrier: lead,
    call: await aCall("ITN3", closesOn),
    status: "draft",
  });
  const place = { dossierId: draft.id, agentId: reader.agentId };
  await db.dossierMember.create({ data: { ...place, access: "read" } });
  return draft;
}

/** Kinds told to the lead, in order. */
async function told(agent = lead) {
  const rows = await db.notification.findMany({
    where: { recipientId: agent.agentId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind }) => kind);
}

describe("reminders before a closing", () => {
  test("one mail seven days before, one on the eve, to each member, however often the job runs", async () => {
    await aDraft("2021-01-05");
    for (const [day, kinds] of [
      ["2021-01-23", []],
      ["2021-01-24", ["reminder-7"]],
      ["2021-01-25", ["reminder-7"]],
      ["2021-01-29", ["reminder-7"]],
      ["2021-01-30", ["reminder-7", "reminder-1"]],
      ["2021-01-31", ["reminder-7", "reminder-1"]],
      ["2021-02-01", ["reminder-7", "reminder-1"]],
    ] as const) {
      await at(day);
      await remindDrafts();
      await remindDrafts();
      expect(await told(), day).toEqual(kinds);
      expect(await told(reader), day).toEqual(kinds);
    }
  });

  test("the job that missed a day sends the first late; that missed them all, the last alone", async () => {
    await aDraft("2021-01-05");
    await at("2021-01-26");
    await remindDrafts();
    expect(await told()).toEqual(["reminder-7"]);

    await db.notification.deleteMany();
    await at("2021-01-31");
    await remindDrafts();
    expect(await told()).toEqual(["reminder-1"]);
  });

  test("nothing for a filed dossier, a call without closing, a closed account, a draft of the day", async () => {
    const draft = await aDraft("2021-01-05");
    const { callId } = draft;
    await aDossier({ carrier: lead, call: { id: callId, themeCode: "ITN3" } });
    await db.agent.update({ where: { id: reader.agentId }, data: { closedAt: new Date() } });
    await at("2021-01-25");
    await remindDrafts();
    expect(await told()).toEqual(["reminder-7"]);
    expect(await told(reader)).toEqual([]);

    await db.notification.deleteMany();
    await db.call.update({ where: { id: callId }, data: { closesAt: null } });
    expect(await remindDrafts()).toBe(0);

    await aDraft("2021-01-26");
    await at("2021-01-27");
    expect(await remindDrafts()).toBe(0);
  });

  test("who refused these mails keeps the notice, without its mail; a compulsory one leaves", async () => {
    await aDraft("2021-01-05");
    for (const kind of ["reminder-7", "dossier-filed"]) {
      await db.mailRefusal.create({ data: { agentId: lead.agentId, kind } });
    }
    await at("2021-01-25");
    await remindDrafts();
    await inTransaction((tx) => notify(tx, [{ kind: "dossier-filed", recipientId: lead.agentId }]));
    const rows = await db.notification.findMany({ orderBy: { kind: "asc" } });
    expect(rows.map(({ kind, recipientId, byMail }) => [kind, recipientId, byMail])).toEqual(
      expect.arrayContaining([
        ["dossier-filed", lead.agentId, true],
        ["reminder-7", lead.agentId, false],
        ["reminder-7", reader.agentId, true],
      ]),
    );
  });
});

describe("the expiry of a draft", () => {
  const draftNow = (id: string) => db.dossier.findUniqueOrThrow({ where: { id } });

  async function write(id: string) {
    await inTransaction((tx) =>
      recordFact(tx, {
        chain: dossierChain(id),
        actorId: lead.agentId,
        action: "save-answers",
        facts: {},
      }),
    );
  }

  test("two notices a month apart, then it leaves the drafts with all that it holds", async () => {
    const draft = await aDraft("2020-01-05", { opensOn: "2020-01-01", closesOn: "2022-01-31" });
    const answer = { dossierId: draft.id, field: "title", value: "Carte" };
    await db.answer.create({ data: { ...answer, agentId: lead.agentId } });
    for (const [day, kinds, status] of [
      ["2021-01-04", [], "draft"],
      ["2021-01-05", ["draft-unused"], "draft"],
      ["2021-02-04", ["draft-unused"], "draft"],
      ["2021-02-05", ["draft-unused", "draft-expiring"], "draft"],
      ["2021-03-04", ["draft-unused", "draft-expiring"], "draft"],
      ["2021-03-05", ["draft-unused", "draft-expiring", "draft-expired"], "withdrawn"],
      ["2021-06-05", ["draft-unused", "draft-expiring", "draft-expired"], "withdrawn"],
    ] as const) {
      await at(day);
      await expireDrafts();
      await expireDrafts();
      expect([await told(), (await draftNow(draft.id)).status], day).toEqual([kinds, status]);
      expect(await told(reader), day).toEqual(kinds);
    }
    expect(await draftNow(draft.id)).toMatchObject({ filedAt: null, version: 1 });
    expect(await db.answer.count({ where: { dossierId: draft.id } })).toBe(1);
    const { lines, brokenAt } = await readChain(dossierChain(draft.id));
    expect(brokenAt).toBeNull();
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["warn-of-expiry", null],
      ["warn-of-expiry", null],
      ["expire", null],
    ]);
    expect(lines[0]?.facts).toEqual({ notice: 1, since: "2020-01-05", next: "2021-02-05" });
  });

  test("a word written again forgets the notices, and the year begins anew", async () => {
    const draft = await aDraft("2020-01-05");
    await at("2021-01-05");
    await expireDrafts();
    await at("2021-02-06");
    await expireDrafts();
    expect((await draftNow(draft.id)).secondExpiryNoticeAt).not.toBeNull();
    await write(draft.id);
    await at("2021-03-10");
    await expireDrafts();
    expect(await draftNow(draft.id)).toMatchObject({
      status: "draft",
      firstExpiryNoticeAt: null,
      secondExpiryNoticeAt: null,
    });
    await at("2022-02-05");
    expect(await expireDrafts()).toBe(0);
    await at("2022-02-06");
    expect(await expireDrafts()).toBe(1);
    expect(await told()).toEqual(["draft-unused", "draft-expiring", "draft-unused"]);
  });

  test("whoever saves an answer takes the notices back at once", async () => {
    const draft = await aDraft("2020-01-05");
    await at("2021-01-05");
    await expireDrafts();
    await inTransaction((tx) => lockToWrite(tx, lead, draft.number));
    expect((await draftNow(draft.id)).firstExpiryNoticeAt).toBeNull();
  });

  test("once expired, a writer is told that the draft is closed, not that it is filed", async () => {
    const draft = await aDraft("2020-01-05");
    for (const day of ["2021-01-05", "2021-02-05", "2021-03-05"]) {
      await at(day);
      await expireDrafts();
    }
    await expect(inTransaction((tx) => lockToWrite(tx, lead, draft.number))).rejects.toMatchObject({
      code: "already-done",
      message: expect.stringContaining("Ce brouillon est clos"),
    });
  });

  test("a comment or a file is a sign of life too", async () => {
    const draft = await aDraft("2020-01-05");
    await at("2020-06-01");
    await db.dossierComment.create({
      data: { dossierId: draft.id, agentId: reader.agentId, body: "À relire" },
    });
    await at("2021-05-31");
    expect(await expireDrafts()).toBe(0);
    await at("2021-06-01");
    expect(await expireDrafts()).toBe(1);
  });

  test("an answer saved while the job waits for the draft keeps it", async () => {
    const draft = await aDraft("2020-01-05");
    await at("2021-01-05");
    await expireDrafts();
    await at("2021-02-05");
    await expireDrafts();
    await at("2021-03-05");
    let job: Promise<number> | undefined;
    await inTransaction(async (tx) => {
      await tx.$executeRaw`SELECT FROM dossier WHERE id = ${draft.id}::uuid FOR UPDATE`;
      job = expireDrafts();
      await expect
        .poll(async () => {
          const [row] = await db.$queryRaw<{ waiting: number }[]>`
            SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`;
          return row?.waiting;
        })
        .toBeGreaterThan(0);
      await recordFact(tx, {
        chain: dossierChain(draft.id),
        actorId: lead.agentId,
        action: "save-answers",
        facts: {},
      });
    });
    await job;
    expect((await draftNow(draft.id)).status).toBe("draft");
  });

  test("the closing of the call changes nothing to it: answers wait for another opening", async () => {
    const draft = await aDraft("2020-12-05");
    await at("2021-06-05");
    expect(endOfDay("2021-01-31") < new Date("2021-06-05")).toBe(true);
    expect(await expireDrafts()).toBe(0);
    expect((await draftNow(draft.id)).status).toBe("draft");
  });
});
