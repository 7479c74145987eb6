import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import {
  cancelNotification,
  notifyDecision,
  notifyDecisions,
} from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { verify } from "@/features/verification/verify";
import { readLetter, readNotifiedLetter } from "@/server/decision-letter";
import { notifyDueDecisions } from "@/server/jobs/notify-decisions";
import {
  actionsOf,
  aFiling,
  aReviewedDossier,
  dossierNow,
  type Room,
  theRoom,
} from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
  room = await theRoom();
});

/** A dossier refused and confirmed, that waits for its notification. */
async function aDecided(inRoom = room) {
  const { id, number } = await aReviewedDossier(inRoom, { status: "scored" });
  const { id: decision } = await proposeDecision(inRoom.owner, {
    number,
    outcome: "refused",
    amount: "",
    motiveCode: "not-mature",
    motive: "Projet trop peu avancé.",
    strengths: "",
    weaknesses: "",
  });
  await confirmDecision(inRoom.chair, { number, decision });
  await aFiling(number, inRoom.carrier);
  return { id, number, decision };
}

const mailsOf = (dossierId: string) =>
  db.notification.count({ where: { dossierId, kind: "decision-notified" } });

describe("several at once", () => {
  test("each is notified in its own right; one already notified does not hold the others back", async () => {
    const [first, second, third] = [await aDecided(), await aDecided(), await aDecided()];
    await notifyDecision(room.secretary, second);
    const decisions = [first, second, third].map(({ decision }) => decision);
    const result = await notifyDecisions(room.secretary, { decisions, at: null });
    expect(result.done).toEqual([first.number, third.number]);
    expect(result.refused).toEqual([
      { number: second.number, reason: expect.stringContaining("n’attend pas de notification") },
    ]);
    for (const { id, number } of [first, second, third]) {
      expect((await dossierNow(number)).notifiedAt).not.toBeNull();
      expect(await mailsOf(id)).toBe(1);
    }
  });

  test("what is out of sight is passed over as if it did not exist", async () => {
    const { id, number, decision } = await aDecided();
    for (const actor of [room.outsider, room.carrier, room.dnum, room.auditor]) {
      const result = await notifyDecisions(actor, { decisions: [decision], at: null });
      expect(result).toEqual({ done: [], refused: [] });
    }
    const seen = await notifyDecisions(room.chair, { decisions: [decision], at: null });
    expect(seen).toMatchObject({ done: [], refused: [{ number }] });
    expect(await mailsOf(id)).toBe(0);
  });
});

describe("the letter", () => {
  test("is sealed by its notification, verified by anybody, and says the same for ever", async () => {
    const decided = await aDecided();
    const { decision } = decided;
    expect((await readLetter(decision))?.seal).toBeNull();
    await notifyDecision(room.secretary, decided);
    const letter = await readNotifiedLetter(decision);
    expect(letter?.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(await verify(letter?.seal ?? "", "10.0.0.1")).toMatchObject({
      state: "authentic",
      kind: "letter",
    });
    for (const data of [{ motive: "Un autre" }, { letterSeal: "0".repeat(64) }]) {
      await expect(db.decision.update({ where: { id: decision }, data })).rejects.toThrow(
        "never changes",
      );
    }
    // A later filing and another title change nothing of what was told.
    const { dossierId } = await db.decision.findUniqueOrThrow({ where: { id: decision } });
    await db.dossier.update({ where: { id: dossierId }, data: { title: "Autre titre" } });
    expect(await readNotifiedLetter(decision)).toEqual(letter);
  });
});

describe("at a chosen instant", () => {
  const later = new Date("2021-02-16T09:00:00+01:00");

  test("the portal keeps the appointment, once, and not before", async () => {
    const { id, number, decision } = await aDecided();
    const { done } = await notifyDecisions(room.owner, { decisions: [decision], at: later });
    expect(done).toEqual([number]);
    await setClock("2021-02-16T08:59:59+01:00");
    expect(await notifyDueDecisions()).toBe(0);
    expect((await dossierNow(number)).notifiedAt).toBeNull();
    await setClock("2021-02-16T09:00:01+01:00");
    const runs = await Promise.all([notifyDueDecisions(), notifyDueDecisions()]);
    expect(runs[0] + runs[1]).toBe(1);
    expect(await mailsOf(id)).toBe(1);
    expect((await actionsOf(id)).slice(-2)).toEqual(["schedule-notification", "notify-decision"]);
    await setClock("2021-02-15T10:00:00+01:00");
  });

  test("it is taken back, or made useless by a notification at once", async () => {
    const [taken, early] = [await aDecided(), await aDecided()];
    const decisions = [taken.decision, early.decision];
    await notifyDecisions(room.owner, { decisions, at: later });
    await cancelNotification(room.secretary, taken);
    await expect(cancelNotification(room.secretary, taken)).rejects.toMatchObject({
      code: "already-done",
    });
    await notifyDecision(room.secretary, early);
    await setClock("2021-02-16T10:00:00+01:00");
    expect(await notifyDueDecisions()).toBe(0);
    expect((await dossierNow(taken.number)).notifiedAt).toBeNull();
    expect(await mailsOf(early.id)).toBe(1);
    await setClock("2021-02-15T10:00:00+01:00");
  });

  test("never in the past", async () => {
    const { decision } = await aDecided();
    const past = new Date("2021-02-15T10:00:00+01:00");
    await expect(
      notifyDecisions(room.owner, { decisions: [decision], at: past }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "time" }] });
  });
});

test("a decision proposed but not confirmed is never notified", async () => {
  const { number } = await aReviewedDossier(room, { status: "scored", grant: euros(300_000) });
  const { id: decision } = await proposeDecision(room.owner, {
    number,
    outcome: "accepted",
    amount: "100 000",
    motiveCode: "meets-criteria",
    motive: "Solide.",
    strengths: "",
    weaknesses: "",
  });
  const result = await notifyDecisions(room.secretary, { decisions: [decision], at: null });
  expect(result).toMatchObject({ done: [], refused: [{ number }] });
});
