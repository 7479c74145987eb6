import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { saveReplies } from "@/features/dossiers/commands/save-replies";
import { readDecisions } from "@/features/dossiers/queries/decisions";
import { readTasks } from "@/features/dossiers/queries/my-tasks";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { assignJurors, imposeRecusal } from "@/features/instruction/commands/jurors";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readLetterPage } from "@/features/instruction/queries/letter";
import { readScores } from "@/features/instruction/queries/scores";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { readJuryScores, readMySheet } from "@/features/jury/queries/my-sheet";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { readNewPresentation } from "@/server/filings";
import { readFormerScores } from "@/server/former-scores";
import { type Room, seated } from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { atOnce } from "../visas/world";
import { aFiledSample, aReturningRoom, dossierNow, filingsOf, moved, refiled } from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
beforeAll(() => setClock(DAY));
beforeEach(() => setClock(DAY));

const EXPECTED = [
  { position: 1, body: "Dites qui paie l’outil dès 2023.", target: "step:plan-de-financement" },
  // Typed in the third place of the form, the second left empty.
  { position: 3, body: "Venez avec un bilan de l’essai.", target: null },
];
const proposal = (number: string, expectations = EXPECTED) => ({
  number,
  outcome: "to-be-presented-again" as const,
  motiveCode: "not-mature" as const,
  motive: "Le portage du coût manque.",
  strengths: "",
  weaknesses: "",
  expectations,
});

async function aScored(theme: ThemeCode = "SNAP4") {
  const room = await aReturningRoom(theme);
  const dossier = await aFiledSample(room, theme);
  await moved(dossier.id, "scored");
  return { room, dossier };
}

/** Told to come back, with two expectations. */
async function returned(room: Room, { number }: { number: string }) {
  const { id: decision } = await proposeDecision(room.instructor, proposal(number));
  await confirmDecision(room.chair, { number, decision });
  await notifyDecision(room.secretary, { number, decision });
  return decision;
}

const reply = (actor: Actor, number: string, position: number, value: string, baseRevision = 0) =>
  saveReplies(actor, { number, answers: [{ field: `reply${position}`, value, baseRevision }] });

async function answered(room: Room, { number }: { number: string }) {
  await reply(room.carrier, number, 1, "Il est au plan.");
  await reply(room.carrier, number, 2, "Le bilan est joint.");
}

describe("asking for a new presentation", () => {
  test("says what is expected, numbered; the confirmer, the letter and the journal have it", async () => {
    const { room, dossier } = await aScored();
    const { number, id } = dossier;
    const { id: decision } = await proposeDecision(room.instructor, proposal(number));
    const page = await readDossierPage(room.chair, number);
    expect(page.decision?.expectations).toEqual([
      { position: 1, body: "Dites qui paie l’outil dès 2023.", about: "Le plan de financement" },
      { position: 2, body: "Venez avec un bilan de l’essai.", about: null },
    ]);
    const line = await db.auditLine.findFirstOrThrow({
      where: { chain: `dossier:${id}`, action: "propose-decision" },
    });
    expect(line.facts).toMatchObject({ expectations: 2 });
    // Nothing of it is the carrier's before the notification.
    await confirmDecision(room.chair, { number, decision });
    expect(JSON.stringify(await openDossier(room.carrier, number))).not.toContain("dès 2023");
    const letter = await readLetterPage(await readDossierPage(room.chair, number));
    expect(letter?.letter.expectations).toHaveLength(2);
    await notifyDecision(room.secretary, { number, decision });
    expect((await readDecisions(room.carrier, number)).shown?.letter.expectations).toEqual(
      page.decision?.expectations,
    );
    expect((await openDossier(room.carrier, number)).state.asked?.items).toMatchObject([
      { position: 1, target: "step:plan-de-financement", answer: "" },
      { position: 2, target: null, answer: "" },
    ]);
    expect(await readTasks(room.carrier)).toMatchObject([
      { number, href: `/dossiers/${number}/nouvelle-presentation` },
    ]);
  });

  test.each([
    ["nothing", [], "expectation.1"],
    ["what the form has not", [{ position: 4, body: "Non.", target: "step:ailleurs" }], "about.4"],
    ["the commitments", [{ position: 1, body: "Non.", target: "step:engagements" }], "about.1"],
  ])("expecting %s is refused beside its field", async (_, expectations, path) => {
    const { room, dossier } = await aScored();
    await expect(
      proposeDecision(room.owner, proposal(dossier.number, expectations)),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path }] });
    expect(await db.decision.count({ where: { dossierId: dossier.id } })).toBe(0);
  });

  test("eleven are refused, ten are kept", async () => {
    const { room, dossier } = await aScored();
    const many = (count: number) =>
      Array.from({ length: count }, (__, index) => ({
        position: index + 1,
        body: `Attente ${index + 1}.`,
        target: null,
      }));
    await expect(
      proposeDecision(room.owner, proposal(dossier.number, many(11))),
    ).rejects.toMatchObject({ code: "invalid-input" });
    const { id } = await proposeDecision(room.owner, proposal(dossier.number, many(10)));
    expect(await db.expectation.count({ where: { decisionId: id } })).toBe(10);
  });

  test("a proposal that expects nothing is not confirmed, and what is expected never changes", async () => {
    const { room, dossier } = await aScored();
    const { number, id } = dossier;
    const { id: decision } = await proposeDecision(room.owner, proposal(number));
    await expect(
      db.expectation.updateMany({ where: { decisionId: decision }, data: { body: "Autre." } }),
    ).rejects.toThrow(/never changes/);
    await db.expectation.deleteMany({ where: { decisionId: decision } });
    await expect(confirmDecision(room.chair, { number, decision })).rejects.toMatchObject({
      code: "incomplete",
    });
    expect((await dossierNow(id)).status).toBe("scored");
  });
});

describe("the carrier", () => {
  test("files only once each expectation has its reply, and only its own team writes one", async () => {
    const { room, dossier } = await aScored();
    const { number, id } = dossier;
    await returned(room, dossier);
    await expect(refiled(room.carrier, dossier, "presentAnew")).rejects.toMatchObject({
      code: "incomplete",
      fields: [{ path: "reply1" }, { path: "reply2" }],
    });
    const { missing } = (await openDossier(room.carrier, number)).evaluation;
    expect(missing.filter(({ kind }) => kind === "asked").map(({ message }) => message)).toEqual([
      "Répondez à l’attente 1\u00A0: Dites qui paie l’outil dès 2023.",
      "Répondez à l’attente 2\u00A0: Venez avec un bilan de l’essai.",
    ]);
    for (const stranger of [room.instructor, room.chair, room.dnum, room.juror, room.auditor]) {
      await expect(reply(stranger, number, 1, "Non.")).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(reply(room.carrier, number, 3, "Non.")).rejects.toMatchObject({
      code: "already-done",
    });
    await answered(room, dossier);
    // What is typed is not sent: the instruction reads it once filed.
    expect(JSON.stringify(await readDossierPage(room.instructor, number))).not.toContain("au plan");
    await refiled(room.carrier, dossier, "presentAnew");
    expect((await filingsOf(id)).at(-1)?.content).toMatchObject({
      act: "presentAnew",
      replies: [
        { position: 1, target: "step:plan-de-financement", answer: "Il est au plan." },
        { position: 2, target: null, answer: "Le bilan est joint." },
      ],
    });
    await expect(reply(room.carrier, number, 1, "Trop tard.", 1)).rejects.toMatchObject({
      code: "already-done",
    });
  });

  test("filed twice at once is one presentation; a reply that races is in it or refused", async () => {
    const { room, dossier } = await aScored();
    const { number, id } = dossier;
    await returned(room, dossier);
    await answered(room, dossier);
    await atOnce([
      refiled(room.carrier, dossier, "presentAnew"),
      refiled(room.carrier, dossier, "presentAnew"),
      reply(room.carrier, number, 1, "Au dernier moment.", 1),
    ]);
    // The content read again before filing may have changed: then nobody filed, and it is filed now.
    if ((await dossierNow(id)).status !== "filed") {
      await refiled(room.carrier, dossier, "presentAnew");
    }
    expect(await dossierNow(id)).toMatchObject({ status: "filed", presentation: 2 });
    expect(await filingsOf(id)).toHaveLength(2);
    const decision = await db.decision.findFirstOrThrow({
      where: { dossierId: id },
      include: { expectations: { orderBy: { position: "asc" } } },
    });
    const filed = (await filingsOf(id)).at(-1)?.content as { replies: { answer: string }[] };
    expect(filed.replies.map(({ answer }) => answer)).toEqual(
      decision.expectations.map(({ answer }) => answer),
    );
  });

  test("still reads the former decision and its letter, as they were, and nobody else does", async () => {
    const { room, dossier } = await aScored();
    const { number } = dossier;
    const decision = await returned(room, dossier);
    const before = await readDecisions(room.carrier, number);
    await answered(room, dossier);
    await refiled(room.carrier, dossier, "presentAnew");
    await db.dossier.update({ where: { number }, data: { title: "Un autre nom" } });
    expect(await readDecisions(room.carrier, number)).toMatchObject({
      shown: null,
      others: [{ id: decision, status: "superseded", presentation: 1 }],
    });
    const former = await readDecisions(room.carrier, number, decision);
    expect(former.shown?.letter).toEqual(before.shown?.letter);
    const other = await aScored();
    const elsewhere = await returned(other.room, other.dossier);
    for (const wanted of [elsewhere, "x", "../"]) {
      await expect(readDecisions(room.carrier, number, wanted)).rejects.toMatchObject({
        code: "not-found",
      });
    }
    for (const stranger of [other.room.carrier, room.instructor, room.juror]) {
      await expect(readDecisions(stranger, number, decision)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});

const JUSTIFICATION = "Canari d’une fiche";

/** A dossier scored by some jurors, told to come back, presented anew and entrusted to the room's two jurors. */
async function presentedAgain(theme: ThemeCode, values: readonly (2 | 3 | 5)[]) {
  const room = await aReturningRoom(theme);
  const dossier = await aFiledSample(room, theme);
  const { id, number } = dossier;
  await moved(id, "admissible");
  const former: Actor[] = [];
  for (const _ of values) {
    former.push(await seated(await anActor(room.other, { role: "juror", theme }), theme));
  }
  await assignJurors(room.secretary, {
    number,
    jurors: former.map(({ agentId }) => agentId),
    heldOn: "2021-01-25",
  });
  for (const [index, juror] of former.entries()) {
    const scores = THEMES[theme].criteria.map(({ key }) => ({
      criterion: key,
      value: values[index] ?? 3,
      justification: JUSTIFICATION,
    }));
    await saveSheet(juror, { number, baseRevision: 0, scores, privateNotes: "" });
    await handInSheet(juror, { number, revision: 1 });
  }
  await moved(id, "heard");
  await closeScoring(room.chair, { number });
  await returned(room, dossier);
  await answered(room, dossier);
  await refiled(room.carrier, dossier, "presentAnew");
  await moved(id, "admissible");
  await assignJurors(room.secretary, {
    number,
    jurors: [room.juror.agentId, room.second.agentId],
    heldOn: "2021-02-25",
  });
  return { room, id, number, former };
}

/** Everything the page of a juror's sheet is made of. */
async function payloadFor(juror: Actor, number: string) {
  const sheet = await readMySheet(juror, number);
  const [compared, scores, jury] = await Promise.all([
    readNewPresentation(sheet.dossier.id),
    readFormerScores(sheet.dossier, sheet.criteria),
    readJuryScores(juror, sheet),
  ]);
  return { sheet, compared, scores, jury };
}

describe("the next jury", () => {
  test("reads expectation, reply and change; the former means where the theme shows them (SNAP4)", async () => {
    const { room, number, id, former } = await presentedAgain("SNAP4", [2, 3, 5]);
    const payload = await payloadFor(room.juror, number);
    expect(payload.compared?.replies).toEqual([
      {
        position: 1,
        question: "Dites qui paie l’outil dès 2023.",
        answer: "Il est au plan.",
        about: "Le plan de financement",
        step: { key: "plan-de-financement", title: "Le plan de financement", changed: false },
      },
      {
        position: 2,
        question: "Venez avec un bilan de l’essai.",
        answer: "Le bilan est joint.",
        about: null,
        step: null,
      },
    ]);
    expect(payload.scores).toMatchObject({ kind: "shown", mean: 333 });
    expect(payload.jury).toBeNull();
    // Neither a sheet, nor a name, nor an extreme.
    const { sheet: _, ...shown } = payload;
    const text = JSON.stringify(shown);
    expect(text).not.toContain(JUSTIFICATION);
    for (const { usualName, agentId } of former) {
      expect(text).not.toContain(usualName);
      expect(text).not.toContain(agentId);
    }
    expect(JSON.stringify(payload.scores)).not.toMatch(/lowest|highest|spread|median|sheets/);
    // The present scoring is as blind as ever, to everybody.
    for (const actor of [room.instructor, room.chair, room.secretary, room.auditor]) {
      const { dossier } = payload.sheet;
      expect(await readScores(actor, dossier)).toMatchObject({ sheets: [], aggregate: null });
    }
    // Whoever is recused from this presentation finds nothing.
    const { id: assignment } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: id, jurorId: room.second.agentId },
    });
    await imposeRecusal(room.chair, { number, assignment, reason: "Lien constaté." });
    await expect(payloadFor(room.second, number)).rejects.toMatchObject({ code: "not-found" });
    // A juror of the former presentation alone is no longer one.
    const [one] = former;
    if (one) await expect(payloadFor(one, number)).rejects.toMatchObject({ code: "not-found" });
  });

  test("too few former sheets say nothing of anybody; the sheet of whoever stepped aside counts no more", async () => {
    const { room, number, id, former } = await presentedAgain("SNAP4", [2, 5, 5]);
    await db.jurorAssignment.updateMany({
      where: { dossierId: id, jurorId: former[0]?.agentId ?? "" },
      data: { status: "recused", ground: "declared" },
    });
    expect((await payloadFor(room.juror, number)).scores).toEqual({ kind: "too-few" });
  });

  test("without the theme's setting, no trace of a former score reaches anybody (ITN3)", async () => {
    expect(THEMES.ITN3.selection.showsFormerScores).toBeUndefined();
    for (const values of [[2, 3, 5], [5, 5, 5, 5], [3]] as const) {
      const { room, number } = await presentedAgain("ITN3", values);
      const payload = await payloadFor(room.juror, number);
      expect(payload.scores).toBeNull();
      expect(payload.jury).toBeNull();
      expect(payload.compared?.replies).toHaveLength(2);
      const text = JSON.stringify(payload);
      expect(text).not.toContain(JUSTIFICATION);
      expect(text).not.toContain('"mean"');
    }
  });
});

test("the themes whose text speaks of a new presentation before the same committee show its former means", () => {
  const shown = Object.values(THEMES).filter(({ selection }) => selection.showsFormerScores);
  expect(shown.map(({ code }) => code)).toEqual(["SNAP3", "SNAP4"]);
  for (const { selection } of shown) {
    expect(selection.outcomes).toContain("to-be-presented-again");
    expect(selection.description.some(({ reading }) => reading)).toBe(true);
  }
});
