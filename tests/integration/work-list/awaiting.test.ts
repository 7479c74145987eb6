import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { writeToInstruction } from "@/features/exchanges/commands/send-message";
import { MOST_AWAITING, readAwaiting } from "@/features/work-list/awaiting/query";
import { readOwnEnvelopes } from "@/features/work-list/queries/envelopes";
import { routes } from "@/routes";
import { aReviewedDossier, type Room, recused, theRoom } from "../../fixtures/jury";
import { statementsOf } from "../../fixtures/statements";
import { aCall, anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;

/** A theme each: nothing of one test waits in another. */
const THEMES = [
  ...(["ITN3", "ITN5", "SNAP1", "ITN1", "ITN2"] as const),
  ...(["SNAP3", "ITN8A", "SNAP4", "ITN4", "ITN6", "SNAP2A"] as const),
];
let turn = 0;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
});
beforeEach(async () => {
  room = await theRoom(THEMES[turn]);
  turn += 1;
});

const kinds = async (actor: Actor) => (await readAwaiting(actor)).lines.map(({ kind }) => kind);
const decision = (dossierId: string, more: object = {}) =>
  db.decision.create({
    data: {
      dossierId,
      outcome: "refused",
      computedGrant: 0n,
      motive: "Motif.",
      proposedById: room.secretary.agentId,
      ...more,
    },
  });
const confirmed = () => ({
  status: "confirmed",
  confirmedById: room.chair.agentId,
  confirmedAt: new Date("2021-01-15"),
});

describe("each thing that waits, for those whose role does it", () => {
  test("a dossier to verify, whose instructor is oneself or nobody", async () => {
    const { number, id } = await aReviewedDossier(room);
    for (const who of [room.owner, room.instructor]) {
      expect((await readAwaiting(who)).lines).toMatchObject([
        { kind: "admissibility", number, due: null, href: routes.admissibility(number) },
      ]);
    }
    for (const who of ["secretary", "chair", "outsider", "juror", "carrier", "auditor"] as const) {
      expect(await kinds(room[who]), who).toEqual([]);
    }
    await db.dossier.update({ where: { id }, data: { assigneeId: room.owner.agentId } });
    expect(await kinds(room.owner)).toEqual(["admissibility"]);
    expect(await kinds(room.instructor)).toEqual([]);
  });

  test("complements: received, then late; never while the carrier still has time", async () => {
    const { id, number } = await aReviewedDossier(room, { status: "complement-requested" });
    const request = await db.complementRequest.create({
      data: {
        dossierId: id,
        number: 1,
        dueAt: new Date("2021-01-25"),
        requestedById: room.owner.agentId,
        requestedAt: new Date("2021-01-12"),
      },
    });
    expect(await kinds(room.instructor)).toEqual([]);
    await db.complementRequest.update({
      where: { id: request.id },
      data: { dueAt: new Date("2021-01-19") },
    });
    expect((await readAwaiting(room.instructor)).lines).toMatchObject([
      { kind: "complements-late", href: routes.complementClosing(number) },
    ]);
    await db.filing.create({
      data: {
        dossierId: id,
        version: 1,
        idempotencyKey: id,
        bodyHash: "",
        content: {},
        fingerprint: id,
        agentId: room.carrier.agentId,
      },
    });
    await db.complementRequest.update({
      where: { id: request.id },
      data: {
        status: "answered",
        endedAt: new Date("2021-01-19"),
        endedById: room.carrier.agentId,
        filingVersion: 1,
      },
    });
    await db.dossier.update({
      where: { id },
      data: { status: "filed", version: { increment: 1 } },
    });
    expect((await readAwaiting(room.instructor)).lines).toMatchObject([
      { kind: "complements", href: routes.complementRequests(number) },
    ]);
  });

  test("jurors to name, then a decision to propose, on a theme that scores", async () => {
    await aReviewedDossier(room, { status: "admissible" });
    const scored = await aReviewedDossier(room, { status: "scored" });
    expect((await kinds(room.secretary)).sort()).toEqual(["jurors", "propose"]);
    await decision(scored.id);
    // The secretary proposed it: somebody else confirms.
    expect(await kinds(room.secretary)).toEqual(["jurors"]);
    expect(await kinds(room.chair)).toEqual(["confirm"]);
    await db.decision.updateMany({ data: { proposedById: room.chair.agentId } });
    expect(await kinds(room.chair)).toEqual([]);
  });

  test("a decision to notify, unless the portal keeps an appointment", async () => {
    const { id, number } = await aReviewedDossier(room, { status: "refused" });
    const made = await decision(id, confirmed());
    expect((await readAwaiting(room.instructor)).lines).toMatchObject([
      { kind: "notify", href: routes.letter(number) },
    ]);
    expect(await kinds(room.chair)).toEqual([]);
    await db.decision.update({
      where: { id: made.id },
      data: { notifyAt: new Date("2021-02-01") },
    });
    expect(await kinds(room.instructor)).toEqual([]);
  });

  test("an appeal, until its silence, for others than those who decided", async () => {
    const { id, number } = await aReviewedDossier(room, { status: "refused" });
    const made = await decision(id, { ...confirmed(), notifiedAt: new Date("2021-01-16") });
    await db.appeal.create({
      data: {
        dossierId: id,
        decisionId: made.id,
        grounds: "Raisons.",
        filedById: room.carrier.agentId,
        filedAt: new Date("2021-01-18T10:00:00Z"),
      },
    });
    const [line] = (await readAwaiting(room.owner)).lines;
    expect(line).toMatchObject({ kind: "appeal", href: routes.examinedAppeal(number) });
    expect(line?.due?.toISOString()).toBe("2021-03-18T22:59:59.999Z");
    // Registering it is anybody's; examining it is not that of who proposed the decision.
    expect(await kinds(room.secretary)).toEqual(["appeal"]);
    await db.appeal.updateMany({
      data: { status: "registered", registeredById: room.owner.agentId, registeredAt: new Date() },
    });
    expect(await kinds(room.secretary)).toEqual([]);
    expect(await kinds(room.chair)).toEqual([]);
    expect(await kinds(room.owner)).toEqual(["appeal"]);
  });

  test("a sitting before which sheets are missing, without naming a dossier or a juror", async () => {
    const { id } = await aReviewedDossier(room, { status: "under-review" }, [room.juror]);
    const session = await db.jurySession.create({
      data: {
        themeCode: room.call.themeCode,
        callId: room.call.id,
        label: "Jury de janvier",
        heldOn: new Date("2021-01-28"),
        items: { create: { dossierId: id, position: 1 } },
      },
    });
    const { lines } = await readAwaiting(room.secretary);
    expect(lines).toMatchObject([
      { kind: "sheets", number: null, title: "Jury de janvier", href: routes.session(session.id) },
    ]);
    expect(lines[0]?.due?.toISOString()).toBe("2021-01-28T22:59:59.999Z");
    expect(await kinds(room.instructor)).toEqual([]);
    const assignment = await db.jurorAssignment.findFirstOrThrow({ where: { dossierId: id } });
    await db.scoreSheet.create({
      data: { assignmentId: assignment.id, submittedAt: new Date() },
    });
    expect(await kinds(room.secretary)).toEqual([]);
  });
});

test("a dossier proposed to one's theme, for its owners but who proposed it; it waits for nobody else meanwhile", async () => {
  const { id, number } = await aReviewedDossier(room);
  const { other: ministry } = room;
  const to = await anActor(ministry, { role: "theme-owner", theme: "SNAP2B" });
  const both = await anActor(
    ministry,
    { role: "theme-owner", theme: "SNAP2B" },
    { role: "theme-owner", theme: room.call.themeCode as ThemeCode },
  );
  const call = await aCall("SNAP2B");
  await db.redirection.create({
    data: {
      dossierId: id,
      fromTheme: room.call.themeCode,
      fromThemeVersion: 1,
      fromFormVersion: 1,
      fromCallId: room.call.id,
      toTheme: "SNAP2B",
      toCallId: call.id,
      reason: "Le projet forme des agents.",
      carrierReason: "Le projet forme des agents.",
      proposedById: both.agentId,
    },
  });
  expect((await readAwaiting(to)).lines).toMatchObject([
    { kind: "redirection", number, themeCode: "SNAP2B", href: routes.redirection(number) },
  ]);
  for (const who of [both, room.owner, room.instructor]) expect(await kinds(who)).toEqual([]);
  await recused(id, to);
  expect(await kinds(to)).toEqual([]);
});

test("the recused and the team read nothing of it, of any kind", async () => {
  const filed = await aReviewedDossier(room);
  const scored = await aReviewedDossier(room, { status: "scored" });
  const refused = await aReviewedDossier(room, { status: "refused" });
  const reviewed = await aReviewedDossier(room, { status: "under-review" }, [room.juror]);
  await decision(scored.id, { proposedById: room.instructor.agentId });
  await decision(refused.id, confirmed());
  await db.jurySession.create({
    data: {
      themeCode: room.call.themeCode,
      callId: room.call.id,
      label: "Jury de janvier",
      heldOn: new Date("2021-01-28"),
      items: { create: { dossierId: reviewed.id, position: 1 } },
    },
  });
  expect((await kinds(room.owner)).sort()).toEqual([
    "admissibility",
    "confirm",
    "notify",
    "sheets",
  ]);
  for (const { id } of [filed, scored]) await recused(id, room.owner);
  for (const { id } of [refused, reviewed]) {
    await db.dossierMember.create({
      data: { dossierId: id, agentId: room.owner.agentId, access: "read" },
    });
  }
  expect(await readAwaiting(room.owner)).toEqual({ lines: [], more: false });
});

test("the nearest deadline first, then what has waited longest; a dozen lines, and that there are more", async () => {
  const snap = await theRoom("SNAP2A");
  const actor = await anActor(
    snap.other,
    { role: "instructor", theme: room.call.themeCode as ThemeCode },
    { role: "instructor", theme: "SNAP2A" },
  );
  const round = (month: string, day: string) =>
    db.round.create({ data: { callId: snap.call.id, month, juryOn: new Date(day) } });
  const [january, february] = [
    await round("2021-01", "2021-01-29"),
    await round("2021-02", "2021-02-26"),
  ];
  const old = await aReviewedDossier(room);
  await db.dossier.update({ where: { id: old.id }, data: { filedAt: new Date("2020-12-05") } });
  const inRound = async (roundId: string) => {
    const { id } = await aReviewedDossier(snap);
    return db.dossier.update({ where: { id }, data: { roundId } });
  };
  const later = await inRound(february.id);
  const sooner = await inRound(january.id);
  const recent = await aReviewedDossier(room);
  const { lines, more } = await readAwaiting(actor);
  expect(lines.map(({ number }) => number)).toEqual(
    [sooner, later, old, recent].map(({ number }) => number),
  );
  expect(more).toBe(false);
  for (let made = 0; made < MOST_AWAITING; made += 1) await aReviewedDossier(room);
  const full = await readAwaiting(actor);
  expect(full.lines).toHaveLength(MOST_AWAITING);
  expect(full.more).toBe(true);
  expect(full.lines[0]?.number).toBe(sooner.number);
  expect(await statementsOf(() => readAwaiting(actor))).toHaveLength(1);
});

test("an owner reads the money of their own themes, each once", async () => {
  const bop = await db.envelope.create({ data: { label: "BOP", total: 1_000_000n } });
  const whole = await db.envelope.create({
    data: { label: "SNAP5", themeCode: "SNAP5", parentId: bop.id, total: 500_000n },
  });
  await db.envelope.create({
    data: { label: "SNAP5 – part", themeCode: "SNAP5", parentId: whole.id, total: 100_000n },
  });
  expect(await readOwnEnvelopes(room.outsider)).toEqual([
    { themeCode: "SNAP5", total: euros(5_000), committed: 0 },
  ]);
  for (const who of ["instructor", "secretary", "chair", "auditor"] as const) {
    expect(await readOwnEnvelopes(room[who]), who).toEqual([]);
  }
});

test("a carrier to answer, for those who read its messages; the dossier's instructor first", async () => {
  const { id, number } = await aReviewedDossier(room, { status: "under-review" });
  await writeToInstruction(room.carrier, { number, key: randomUUID(), body: "Une question" });
  for (const who of [room.owner, room.instructor, room.secretary]) {
    const { lines } = await readAwaiting(who);
    expect(lines.filter(({ kind }) => kind === "message")).toMatchObject([
      { number, due: null, href: routes.carrierMessages(number) },
    ]);
  }
  expect(await kinds(room.chair)).not.toContain("message");
  await db.dossier.update({ where: { id }, data: { assigneeId: room.instructor.agentId } });
  expect(await kinds(room.owner)).not.toContain("message");
  await db.jurorAssignment.create({
    data: { dossierId: id, jurorId: room.instructor.agentId, assignedById: room.owner.agentId },
  });
  expect(await kinds(room.instructor)).not.toContain("message");
});
