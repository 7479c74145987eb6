import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import {
  decideAppeal,
  proposeAnswer,
  registerAppeal,
  returnAnswer,
} from "@/features/appeals/commands/examine-appeal";
import { fileAppeal } from "@/features/appeals/commands/file-appeal";
import { readAppeals, readCarrierAppeals } from "@/features/appeals/queries/appeals";
import { setAsideDossier } from "@/features/instruction/commands/admissibility";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readChain } from "@/server/audit";
import {
  actionsOf,
  aFiling,
  aReviewedDossier,
  dossierNow,
  type Room,
  theRoom,
} from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
let otherOwner: Actor;
beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
  room = await theRoom();
  otherOwner = await anActor(room.other, { role: "theme-owner", theme: "ITN3" });
});
// Roles begin at the instant of the room: the clock is past it.
beforeEach(() => setClock("2021-02-15T11:00:00+01:00"));

/** A decision proposed by the instructor, confirmed by the chair and notified. */
async function decided(outcome: "accepted" | "refused" = "refused") {
  const { id, number } = await aReviewedDossier(room, { status: "scored" });
  const { id: decision } = await proposeDecision(room.instructor, {
    number,
    outcome,
    amount: outcome === "accepted" ? "100 000" : "",
    motiveCode: outcome === "accepted" ? "meets-in-part" : "not-mature",
    motive: "Motif.",
    strengths: "",
    weaknesses: "",
  });
  await confirmDecision(room.chair, { number, decision });
  await aFiling(number, room.carrier);
  await notifyDecision(room.secretary, { number, decision });
  return { id, number, decision };
}

async function contested(outcome: "accepted" | "refused" = "refused") {
  const dossier = await decided(outcome);
  const { id: appeal } = await fileAppeal(room.carrier, {
    number: dossier.number,
    grounds: "Le coût oublie la formation.",
  });
  await registerAppeal(room.secretary, { number: dossier.number, appeal });
  return { ...dossier, appeal };
}

const upheld = { proposal: "upheld" as const, reasons: "Le coût est justifié." };
const rejected = { proposal: "rejected" as const, reasons: "Rien de nouveau." };

describe("the carrier", () => {
  test("contests a notified decision once, and follows it", async () => {
    const { id, number } = await decided();
    const now = new Date("2021-02-15T10:00:00+01:00");
    const before = await readCarrierAppeals(room.carrier, number, now);
    expect(before.open).toMatchObject({ late: false, mayFile: true });
    const input = { number, grounds: "Le coût oublie la formation." };
    const results = await Promise.allSettled([
      fileAppeal(room.carrier, input),
      fileAppeal(room.carrier, input),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const after = await readCarrierAppeals(room.carrier, number, now);
    expect(after.open).toBeNull();
    expect(after.appeals).toMatchObject([{ status: "filed", reasons: null }]);
    expect((await actionsOf(id)).at(-1)).toBe("file-appeal");
    const told = await db.notification.findMany({ where: { kind: "appeal-filed", dossierId: id } });
    const recipients = told.map(({ recipientId }) => recipientId);
    expect(recipients).toContain(room.owner.agentId);
    expect(recipients).toContain(room.secretary.agentId);
    expect(recipients).not.toContain(room.outsider.agentId);
  });

  test("has nothing to contest before the notification", async () => {
    const { number } = await aReviewedDossier(room, { status: "scored" });
    await expect(fileAppeal(room.carrier, { number, grounds: "Non." })).rejects.toMatchObject({
      code: "not-open",
    });
  });

  test("is still heard after the delay, which is said", async () => {
    const { id, number } = await decided();
    await setClock("2021-04-16T23:59:59+02:00");
    const inTime = await readCarrierAppeals(room.carrier, number, new Date("2021-04-16T21:59:59Z"));
    expect(inTime.open?.late).toBe(false);
    await setClock("2021-04-17T00:00:01+02:00");
    await fileAppeal(room.carrier, { number, grounds: "Trop tard ?" });
    const { lines } = await readChain(`dossier:${id}`);
    expect(lines.at(-1)).toMatchObject({ action: "file-appeal", facts: { late: true } });
  });

  test("alone files, with the mandate of its organisation", async () => {
    const { number, id } = await decided();
    const reader = await anActor(room.prefecture);
    await db.dossierMember.create({
      data: { dossierId: id, agentId: reader.agentId, access: "write" },
    });
    const input = { number, grounds: "Non." };
    await expect(fileAppeal(reader, input)).rejects.toMatchObject({ code: "not-allowed" });
    for (const actor of [room.owner, room.juror, room.dnum, room.auditor]) {
      await expect(fileAppeal(actor, input)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("the examination", () => {
  test("is made by two people who had no part in the decision", async () => {
    const { number, appeal } = await contested();
    const input = { number, appeal };
    for (const decider of [room.instructor, room.chair]) {
      await expect(proposeAnswer(decider, { ...input, ...upheld })).rejects.toMatchObject({
        code: "conflict-of-interest",
      });
    }
    await proposeAnswer(room.owner, { ...input, ...upheld });
    await expect(decideAppeal(room.owner, input)).rejects.toMatchObject({
      code: "two-people-required",
    });
    await expect(decideAppeal(room.chair, input)).rejects.toMatchObject({
      code: "conflict-of-interest",
    });
    await decideAppeal(otherOwner, input);
    expect((await dossierNow(number)).status).toBe("scored");
    // The database refuses it too.
    await expect(
      db.appeal.update({ where: { id: appeal }, data: { decidedById: room.chair.agentId } }),
    ).rejects.toThrow(/others than those who decided/);
  });

  test("upheld on a refusal: the decision is annulled, a new one may be proposed, the carrier reads nothing of it", async () => {
    const { id, number, appeal, decision } = await contested();
    await proposeAnswer(room.owner, { number, appeal, ...upheld });
    const now = new Date("2021-02-15T10:00:00+01:00");
    const waiting = await readCarrierAppeals(room.carrier, number, now);
    expect(waiting.appeals).toMatchObject([{ status: "registered", reasons: null }]);
    await decideAppeal(otherOwner, { number, appeal });
    const row = await dossierNow(number);
    expect(row).toMatchObject({ status: "scored", notifiedAt: null });
    expect(await db.decision.findUniqueOrThrow({ where: { id: decision } })).toMatchObject({
      status: "annulled",
    });
    expect((await actionsOf(id)).slice(-2)).toEqual(["decide-appeal", "reopen-scored"]);
    const again = await proposeDecision(room.owner, {
      number,
      outcome: "accepted",
      amount: "50 000",
      motiveCode: "meets-in-part",
      motive: "Après recours.",
      strengths: "",
      weaknesses: "",
    });
    expect(again.id).not.toBe(decision);
  });

  test("upheld on an award: what it held goes back to the envelope", async () => {
    const envelope = () => db.envelope.findUniqueOrThrow({ where: { id: room.call.envelopeId } });
    const before = (await envelope()).committed;
    const { number, appeal } = await contested("accepted");
    expect((await envelope()).committed - before).toBe(BigInt(euros(100_000)));
    await proposeAnswer(room.owner, { number, appeal, ...upheld });
    await decideAppeal(otherOwner, { number, appeal });
    expect((await envelope()).committed).toBe(before);
    expect((await dossierNow(number)).status).toBe("scored");
  });

  test("rejected: the decision stays, the carrier reads why, and may not appeal twice at once", async () => {
    const { number, appeal } = await contested();
    await proposeAnswer(room.owner, { number, appeal, ...rejected });
    await returnAnswer(otherOwner, { number, appeal, reason: "Répondre au grief du coût." });
    await proposeAnswer(room.owner, { number, appeal, ...rejected, reasons: "Coût non justifié." });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => decideAppeal(otherOwner, { number, appeal })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await dossierNow(number)).status).toBe("refused");
    const now = new Date("2021-02-15T10:00:00+01:00");
    const { appeals } = await readCarrierAppeals(room.carrier, number, now);
    expect(appeals).toMatchObject([{ status: "rejected", reasons: "Coût non justifié." }]);
  });

  test("a dossier set aside is contested too, and not examined by who set it aside", async () => {
    const { number } = await aReviewedDossier(room, { status: "filed" });
    await setAsideDossier(room.owner, {
      number,
      motive: "out-of-theme",
      explanation: "Hors du champ du thème.",
    });
    const { id: appeal } = await fileAppeal(room.carrier, { number, grounds: "Dans le champ." });
    await registerAppeal(room.secretary, { number, appeal });
    await expect(proposeAnswer(room.owner, { number, appeal, ...upheld })).rejects.toMatchObject({
      code: "conflict-of-interest",
    });
    await proposeAnswer(room.instructor, { number, appeal, ...upheld });
    await decideAppeal(room.chair, { number, appeal });
    expect((await dossierNow(number)).status).toBe("filed");
  });

  test.each([
    ["juror", "not-found"],
    ["carrier", "not-found"],
    ["dnum", "not-found"],
    ["outsider", "not-found"],
    ["secretary", "not-allowed"],
  ] as const)("%s does not decide: %s", async (who, code) => {
    const { number, appeal } = await contested();
    await proposeAnswer(room.owner, { number, appeal, ...rejected });
    await expect(decideAppeal(room[who], { number, appeal })).rejects.toMatchObject({ code });
  });

  test("tells the reader what they may do", async () => {
    const { id, number, appeal } = await contested();
    const dossier = { id, notifiedAt: (await dossierNow(number)).notifiedAt };
    expect(await readAppeals(room.chair, dossier)).toMatchObject([
      { id: appeal, tookPart: true, late: false },
    ]);
    expect(await readAppeals(room.owner, dossier)).toMatchObject([{ tookPart: false, own: false }]);
  });
});
