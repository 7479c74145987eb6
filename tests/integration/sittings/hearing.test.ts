import { beforeAll, describe, expect, test } from "vitest";
import { imposeRecusal } from "@/features/instruction/commands/jurors";
import { answerQuestion, answerSlot } from "@/features/sittings/commands/answer-hearing";
import { moveItem, removeItem } from "@/features/sittings/commands/arrange-agenda";
import { askQuestion } from "@/features/sittings/commands/ask-question";
import { offerSlots } from "@/features/sittings/commands/offer-slots";
import { readOwnHearing } from "@/features/sittings/queries/own-hearing";
import { readSessionItem } from "@/features/sittings/queries/session-item";
import { actionsOf } from "../../fixtures/jury";
import { aConvenedSession, anEntrustedDossier, type Jury, theJury } from "../../fixtures/sitting";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let jury: Jury;
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});

async function aSession() {
  jury = await theJury();
  const all = [jury.juror, jury.second, jury.conflicted];
  const first = await anEntrustedDossier(jury, all);
  const second = await anEntrustedDossier(jury, all);
  await aConvenedSession(jury, first.session);
  return { session: first.session, first, second };
}

const told = (kind: string, dossierId: string) =>
  db.notification.findMany({ where: { kind, dossierId } });

describe("the slot of a hearing", () => {
  test("is offered once, in the order of passage, and again when it changes", async () => {
    const { session, first, second } = await aSession();
    expect(await offerSlots(jury.secretary, { session })).toEqual({ count: 2 });
    await expect(offerSlots(jury.secretary, { session })).rejects.toMatchObject({
      code: "already-done",
    });
    const own = await readOwnHearing(jury.carrier, second.number);
    expect(own.slot).toMatchObject({
      at: new Date("2021-02-20T14:30:00+01:00"),
      minutes: 30,
      place: "Salle 312",
      answer: "none",
    });
    const slot = own.slot?.at.toISOString() ?? "";
    await answerSlot(jury.carrier, { number: second.number, slot, answer: "confirmed" });
    await moveItem(jury.secretary, { session, number: second.number, direction: "up" });
    expect(await offerSlots(jury.secretary, { session })).toEqual({ count: 2 });
    const again = await readOwnHearing(jury.carrier, second.number);
    expect(again.slot).toMatchObject({
      at: new Date("2021-02-20T14:00:00+01:00"),
      answer: "none",
    });
    // An old page answers an old slot.
    await expect(
      answerSlot(jury.carrier, { number: second.number, slot, answer: "confirmed" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await told("hearing-offered", second.id)).toHaveLength(2);
    expect(await actionsOf(first.id)).toContain("offer-slot");
  });

  test("is refused with a reason that the secretaries read", async () => {
    const { session, first } = await aSession();
    await offerSlots(jury.secretary, { session });
    const own = await readOwnHearing(jury.carrier, first.number);
    const slot = own.slot?.at.toISOString() ?? "";
    for (const who of ["juror", "secretary", "dnum"] as const) {
      await expect(
        answerSlot(jury[who], { number: first.number, slot, answer: "confirmed" }),
      ).rejects.toMatchObject({ code: "not-found" });
    }
    await answerSlot(jury.carrier, {
      number: first.number,
      slot,
      answer: "refused",
      reason: "Réunion en préfecture.",
    });
    const notices = await told("hearing-refused", first.id);
    expect(notices.map(({ recipientId }) => recipientId).sort()).toEqual(
      [jury.secretary.agentId, jury.secondSecretary.agentId].sort(),
    );
    await removeItem(jury.secretary, { session, number: first.number, reason: "Report." });
    expect(await told("hearing-cancelled", first.id)).toHaveLength(1);
    await expect(readOwnHearing(jury.carrier, first.number)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("says nothing to a carrier to whom nothing is offered nor asked, nor to another team", async () => {
    const { session, first } = await aSession();
    await expect(readOwnHearing(jury.carrier, first.number)).rejects.toMatchObject({
      code: "not-found",
    });
    await offerSlots(jury.secretary, { session });
    const stranger = await anActor(jury.prefecture);
    await expect(readOwnHearing(stranger, first.number)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the questions of the jury", () => {
  test("reach the carrier without a name, are told once a day, and are answered in writing", async () => {
    const { session, first } = await aSession();
    await askQuestion(jury.juror, { session, number: first.number, body: "Qui maintient ?" });
    await askQuestion(jury.chair, { session, number: first.number, body: "À quel coût ?" });
    expect(await told("hearing-question", first.id)).toHaveLength(1);
    const own = await readOwnHearing(jury.carrier, first.number);
    expect(own.questions.map(({ body }) => body)).toEqual(["Qui maintient ?", "À quel coût ?"]);
    expect(JSON.stringify(own)).not.toMatch(/askedBy|Nom\d/);
    const question = own.questions[0]?.id ?? "";
    await answerQuestion(jury.carrier, { number: first.number, question, answer: "La DDT." });
    await answerQuestion(jury.carrier, { number: first.number, question, answer: "La DDT 30." });
    const page = await readSessionItem(jury.second, session, first.number);
    expect(page.questions[0]).toMatchObject({ answer: "La DDT 30." });
    expect(JSON.stringify(page.questions)).not.toMatch(/askedBy|Nom\d/);
    expect(await actionsOf(first.id)).toEqual(
      expect.arrayContaining(["ask-question", "answer-question"]),
    );
  });

  test("are asked by those who take part in the dossier, before its turn", async () => {
    const { session, first } = await aSession();
    for (const who of ["conflicted", "third", "outsider", "carrier"] as const) {
      await expect(
        askQuestion(jury[who], { session, number: first.number, body: "Pourquoi ?" }),
      ).rejects.toMatchObject({ code: "not-found" });
    }
    const { id: assignment } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: first.id, jurorId: jury.juror.agentId },
    });
    await imposeRecusal(jury.secretary, { number: first.number, assignment, reason: "Lien." });
    await expect(
      askQuestion(jury.juror, { session, number: first.number, body: "Pourquoi ?" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await db.sessionItem.updateMany({
      where: { dossierId: first.id },
      data: { startedAt: new Date(), state: "done" },
    });
    await expect(
      askQuestion(jury.second, { session, number: first.number, body: "Pourquoi ?" }),
    ).rejects.toMatchObject({ code: "too-late" });
  });

  test("are twenty at most for a dossier", async () => {
    const { session, first } = await aSession();
    await db.hearingQuestion.createMany({
      data: Array.from({ length: 20 }, (_, index) => ({
        sessionId: session,
        dossierId: first.id,
        body: `Question ${index}`,
        askedById: jury.juror.agentId,
      })),
    });
    await expect(
      askQuestion(jury.juror, { session, number: first.number, body: "Encore ?" }),
    ).rejects.toMatchObject({ code: "incomplete" });
  });
});
