import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/domain/evidence/canonical";
import { answerConvocation } from "@/features/sittings/commands/answer-convocation";
import { addItem, moveItem, removeItem } from "@/features/sittings/commands/arrange-agenda";
import { composeJury } from "@/features/sittings/commands/compose-jury";
import { convene } from "@/features/sittings/commands/convene";
import { createSession } from "@/features/sittings/commands/create-session";
import { setSession } from "@/features/sittings/commands/set-session";
import { readProposals } from "@/features/sittings/queries/proposals";
import { readSession } from "@/features/sittings/queries/session";
import { readSessionItem } from "@/features/sittings/queries/session-item";
import { eventAttachment } from "@/server/mail/event";
import { MAIL_TEMPLATES } from "@/server/mail/templates";
import { actionsOf, aReviewedDossier } from "../../fixtures/jury";
import {
  aConvenedSession,
  anEntrustedDossier,
  idsOf,
  type Jury,
  SETTINGS,
  theJury,
} from "../../fixtures/sitting";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let jury: Jury;
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});

async function aSession() {
  jury = await theJury();
  const all = [jury.juror, jury.second, jury.third, jury.conflicted];
  const first = await anEntrustedDossier(jury, all);
  const second = await anEntrustedDossier(jury, all);
  const third = await anEntrustedDossier(jury, all);
  return { session: first.session, first, second, third };
}

const order = async (session: string) =>
  (
    await db.sessionItem.findMany({
      where: { sessionId: session },
      orderBy: { position: "asc" },
      include: { dossier: { select: { number: true } } },
    })
  ).map(({ dossier }) => dossier.number);

describe("who prepares a session", () => {
  test("its owner and its secretary, nobody else; out of sight for the others", async () => {
    const { session, first } = await aSession();
    const acts = [
      (who: Jury["owner"]) => setSession(who, { session, ...SETTINGS }),
      (who: Jury["owner"]) =>
        composeJury(who, { session, jurors: [], chairs: [], secretaries: [] }),
      (who: Jury["owner"]) => convene(who, { session }),
      (who: Jury["owner"]) => moveItem(who, { session, number: first.number, direction: "down" }),
      (who: Jury["owner"]) => removeItem(who, { session, number: first.number, reason: "Report" }),
    ];
    for (const act of acts) {
      for (const who of ["instructor", "chair"] as const) {
        await expect(act(jury[who])).rejects.toMatchObject({ code: "not-allowed" });
      }
      for (const who of ["outsider", "carrier", "dnum", "auditor"] as const) {
        await expect(act(jury[who])).rejects.toMatchObject({ code: "not-found" });
      }
    }
    await setSession(jury.owner, { session, ...SETTINGS });
  });

  test("a session is opened for a call that has none to come, on a day to come", async () => {
    jury = await theJury();
    await aReviewedDossier(jury, { status: "admissible" });
    const [proposal] = await readProposals(jury.secretary);
    expect(proposal).toMatchObject({ call: jury.call.id, dossiers: 1, day: "2021-02-15" });
    expect(await readProposals(jury.instructor)).toEqual([]);
    const input = { call: jury.call.id, round: "" as const, heldOn: "2021-02-15" as const };
    await expect(
      createSession(jury.secretary, { ...input, heldOn: "2021-02-09" }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "heldOn" }] });
    await expect(createSession(jury.chair, input)).rejects.toMatchObject({ code: "not-allowed" });
    const both = await Promise.allSettled([
      createSession(jury.secretary, input),
      createSession(jury.owner, input),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await readProposals(jury.secretary)).toEqual([]);
    // The next dossier entrusted joins it.
    const dossier = await anEntrustedDossier(jury, [jury.juror]);
    const session = await db.jurySession.findUniqueOrThrow({ where: { id: dossier.session } });
    expect(session.heldOn).toEqual(new Date("2021-02-15"));
  });
});

describe("the jury of a session", () => {
  test("holds its roles today, one capacity each; the first composition proposes the quorum", async () => {
    const { session } = await aSession();
    const people = {
      session,
      jurors: idsOf([jury.juror, jury.second, jury.third, jury.conflicted]),
      chairs: idsOf([jury.chair]),
      secretaries: idsOf([jury.secretary]),
    };
    await expect(
      composeJury(jury.secretary, { ...people, chairs: idsOf([jury.juror]) }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "chairs" }] });
    await expect(
      composeJury(jury.secretary, { ...people, jurors: idsOf([jury.instructor]) }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "jurors" }] });
    await composeJury(jury.secretary, people);
    expect(await db.jurySession.findUniqueOrThrow({ where: { id: session } })).toMatchObject({
      quorum: 3,
    });
    await composeJury(jury.secretary, { ...people, jurors: idsOf([jury.juror]) });
    expect(await db.sessionMember.count({ where: { sessionId: session } })).toBe(3);
  });

  test("a member recused from a dossier reads a word at its rank, in the page and in the payload", async () => {
    const { session, first, second, third } = await aSession();
    await aConvenedSession(jury, session);
    const page = await readSession(jury.conflicted, session);
    expect(page.items).toEqual(
      [1, 2, 3].map((position) => ({ kind: "apart", position, word: "Déport" })),
    );
    const payload = JSON.stringify(page);
    for (const { number, title, id } of [first, second, third]) {
      expect(payload).not.toContain(number);
      expect(payload).not.toContain(title);
      expect(payload).not.toContain(id);
      await expect(readSessionItem(jury.conflicted, session, number)).rejects.toMatchObject({
        code: "not-found",
      });
    }
    // Not entrusted, not recused: the place is held by another word.
    const apart = await readSession(jury.fourth, session);
    expect(apart.items[0]).toEqual({ kind: "apart", position: 1, word: "Sans vous" });
    expect((await readSession(jury.juror, session)).items[0]).toMatchObject({
      kind: "seen",
      number: first.number,
    });
  });

  test("a recused secretary prepares the rest, and counts nothing of it", async () => {
    const { session, first } = await aSession();
    await aConvenedSession(jury, session);
    await db.jurorAssignment.create({
      data: {
        dossierId: first.id,
        jurorId: jury.secretary.agentId,
        assignedById: jury.owner.agentId,
        status: "recused",
        ground: "Lien",
        endedAt: new Date(),
      },
    });
    const page = await readSession(jury.secretary, session);
    expect(page.items[0]).toEqual({ kind: "apart", position: 1, word: "Déport" });
    expect(page.readiness?.find(({ key }) => key === "slots")?.sentence).toMatch(/^2 créneaux/);
    expect(
      (await readSession(jury.owner, session)).readiness?.find(({ key }) => key === "slots")
        ?.sentence,
    ).toMatch(/^3 créneaux/);
    await expect(
      moveItem(jury.secretary, { session, number: first.number, direction: "down" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the convocation", () => {
  test("waits for an hour, a place, a chair, a secretary and the voices of the quorum", async () => {
    const { session } = await aSession();
    await expect(convene(jury.secretary, { session })).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringMatching(/l’heure et le lieu, une personne qui préside/),
    });
    await aConvenedSession(jury, session);
    await expect(convene(jury.secretary, { session })).rejects.toMatchObject({
      code: "already-done",
    });
  });

  test("tells each member once, with an event, and nothing of the dossiers", async () => {
    const { session, first } = await aSession();
    await aConvenedSession(jury, session);
    const told = await db.notification.findMany({
      where: { kind: "session-convened", payload: { path: ["sessionId"], equals: session } },
    });
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      idsOf([
        jury.juror,
        jury.second,
        jury.third,
        jury.fourth,
        jury.conflicted,
        jury.chair,
        jury.secretary,
        jury.secondSecretary,
      ]).sort(),
    );
    const payload = told[0]?.payload as JsonObject;
    expect(JSON.stringify(told)).not.toContain(first.number);
    const content = MAIL_TEMPLATES["session-convened"]({
      recipient: "Aïcha Morel",
      organisation: null,
      dossier: null,
      payload,
    });
    const file = eventAttachment(content, "https://guichet.example.gouv.fr").content;
    expect(file).toContain("DTSTART:20210220T130000Z");
    expect(file).toContain("METHOD:PUBLISH");
    expect(file).toContain(`UID:seance-${session}@guichet.example.gouv.fr`);
    expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test("is void when the hour changes: answers are forgotten, and everybody is convened again", async () => {
    const { session } = await aSession();
    await aConvenedSession(jury, session);
    await answerConvocation(jury.juror, { session, answer: "coming" });
    await expect(
      answerConvocation(jury.outsider, { session, answer: "coming" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await setSession(jury.secretary, { session, ...SETTINGS, quorum: 2 });
    expect(await db.sessionMember.count({ where: { sessionId: session, answer: "coming" } })).toBe(
      1,
    );
    await setSession(jury.secretary, { session, ...SETTINGS, time: "15:00" });
    expect(await db.sessionMember.count({ where: { sessionId: session, convenedAt: null } })).toBe(
      8,
    );
    await expect(
      answerConvocation(jury.juror, { session, answer: "coming" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    await convene(jury.secretary, { session });
    const last = await db.notification.findFirstOrThrow({
      where: { kind: "session-convened", recipientId: jury.juror.agentId },
      orderBy: { id: "desc" },
    });
    expect(last.payload).toMatchObject({ sequence: 1, startsAt: "2021-02-20T14:00:00.000Z" });
  });
});

describe("the agenda", () => {
  test("moves one place at a time, whoever moves at the same time", async () => {
    const { session, first, second, third } = await aSession();
    await moveItem(jury.secretary, { session, number: third.number, direction: "up" });
    expect(await order(session)).toEqual([first.number, third.number, second.number]);
    await moveItem(jury.secretary, { session, number: first.number, direction: "up" });
    expect(await order(session)).toEqual([first.number, third.number, second.number]);
    await Promise.all([
      moveItem(jury.secretary, { session, number: first.number, direction: "down" }),
      moveItem(jury.owner, { session, number: second.number, direction: "up" }),
      moveItem(jury.secondSecretary, { session, number: third.number, direction: "down" }),
    ]);
    expect([...(await order(session))].sort()).toEqual(
      [first, second, third].map(({ number }) => number).sort(),
    );
    const positions = await db.sessionItem.findMany({ where: { sessionId: session } });
    expect(positions.map(({ position }) => position).sort()).toEqual([1, 2, 3]);
  });

  test("loses a dossier with a reason, and takes it again", async () => {
    const { session, first, second } = await aSession();
    await removeItem(jury.secretary, { session, number: first.number, reason: "Report demandé." });
    expect(await order(session)).not.toContain(first.number);
    await addItem(jury.secretary, { session, number: first.number });
    expect((await order(session)).at(-1)).toBe(first.number);
    await expect(addItem(jury.secretary, { session, number: second.number })).rejects.toMatchObject(
      { code: "already-done" },
    );
    expect((await actionsOf(first.id)).slice(-2)).toEqual(["leave-session", "join-session"]);
    const elsewhere = await theJury();
    const stranger = await anEntrustedDossier(elsewhere, [elsewhere.juror]);
    await expect(
      addItem(jury.secretary, { session, number: stranger.number }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
