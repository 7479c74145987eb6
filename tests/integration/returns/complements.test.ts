import { describe, expect, test } from "vitest";
import type { Day } from "@/domain/calendar";
import { closeComplement } from "@/features/complements/commands/close-complement";
import { requestComplement } from "@/features/complements/commands/request-complement";
import { readRequests } from "@/features/complements/queries/requests";
import { restoreAnswer } from "@/features/dossiers/commands/restore-answer";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitments } from "@/features/dossiers/commands/set-commitment";
import { readDraft } from "@/features/dossiers/draft";
import { readFieldHistory } from "@/features/dossiers/queries/answer-history";
import { readMyDossiers } from "@/features/dossiers/queries/my-dossiers";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { announceFile } from "@/features/files/commands/announce-file";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { proposalOf, proposeSchema } from "@/features/instruction/schemas";
import { readChain } from "@/server/audit";
import { readFiledDossier } from "@/server/filed-dossier";
import { readFilings } from "@/server/filings";
import { remindComplements } from "@/server/jobs/remind-complements";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { atOnce } from "../visas/world";
import {
  aFiled,
  ask,
  CANARY,
  DUE,
  noticesOf,
  point,
  reply,
  room,
  setUpComplements,
  write,
} from "./complements-room";
import { aFiledSample, aReturningRoom, dossierNow, moved, refiled } from "./world";

const db = await testDatabase();
setUpComplements();

describe("asking", () => {
  test("opens the answers named, tells the team at once, and is a line of the chain", async () => {
    const { id, number } = await aFiled();
    expect(await ask(number, "summary", "step:plan-de-financement")).toEqual({ number: 1 });
    expect((await dossierNow(id)).status).toBe("complement-requested");
    const [request] = await db.complementRequest.findMany({ where: { dossierId: id } });
    expect(request).toMatchObject({
      number: 1,
      status: "open",
      requestedById: room.instructor.agentId,
    });
    expect(request?.dueAt.toISOString()).toBe("2021-02-05T22:59:59.999Z");
    expect((await readChain(`dossier:${id}`)).lines.at(-1)).toMatchObject({
      action: "request-complement",
      facts: { number: 1, dueOn: DUE, targets: ["summary", "step:plan-de-financement"] },
    });
    expect(await noticesOf(id, "complement-requested")).toMatchObject([
      { recipientId: room.carrier.agentId, payload: { points: 2, dueOn: DUE } },
    ]);
  });

  test("a dossier found admissible may be asked too; one entrusted to jurors may not", async () => {
    const { id, number } = await aFiled();
    await moved(id, "under-review");
    await expect(ask(number, "summary")).rejects.toMatchObject({ code: "changed-meanwhile" });
    await moved(id, "admissible");
    await ask(number, "summary");
    expect((await dossierNow(id)).status).toBe("complement-requested");
  });

  test.each([
    ["a question of another form", { points: [point(1, "sites")] }, "target.1"],
    ["what every object inherits", { points: [point(1, "constructor")] }, "target.1"],
    ["the commitments", { points: [point(1, "step:engagements")] }, "target.1"],
    ["a day too near", { dueOn: "2021-01-24" as Day }, "dueOn"],
    ["a day too far", { dueOn: "2021-04-21" as Day }, "dueOn"],
  ])("%s is refused beside its field", async (_name, wrong, path) => {
    const { id, number } = await aFiled();
    const input = { number, message: "", dueOn: DUE, points: [point(1, "summary")], ...wrong };
    await expect(requestComplement(room.instructor, input)).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path }],
    });
    expect((await dossierNow(id)).status).toBe("filed");
  });

  test.each([
    ["secretary", "not-allowed"],
    ["chair", "not-allowed"],
    ["outsider", "not-found"],
    ["juror", "not-found"],
    ["carrier", "not-found"],
    ["dnum", "not-found"],
    ["auditor", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const { number } = await aFiled();
    const input = { number, message: "", dueOn: DUE, points: [point(1, "summary")] };
    await expect(requestComplement(room[who], input)).rejects.toMatchObject({ code });
    await ask(number, "summary");
    await expect(closeComplement(room[who], { number, reason: "Assez." })).rejects.toMatchObject({
      code,
    });
  });

  test("one request at a time, even with ten at once", async () => {
    const { id, number } = await aFiled();
    const { held, refusals } = await atOnce(
      Array.from({ length: 10 }, () => ask(number, "summary")),
    );
    expect(held).toBe(1);
    expect(new Set(refusals)).toEqual(new Set(["changed-meanwhile"]));
    expect(await db.complementRequest.count({ where: { dossierId: id } })).toBe(1);
  });
});

describe("while a request is open", () => {
  test("the team changes what is named and nothing else, in every way of writing", async () => {
    const dossier = await aFiled();
    const { id, number } = dossier;
    await ask(number, "summary");
    expect(await write(dossier, "summary", "Un résumé complété.")).toMatchObject({
      status: "saved",
    });
    expect(await write(dossier, "objectives", "Autre chose.")).toMatchObject({
      status: "refused",
      message: expect.stringContaining("ne porte pas sur cette réponse"),
    });
    const { lines } = await readDraft(id);
    await expect(
      savePlan(room.carrier, { number, baseRevision: 1, lines: lines.slice(1) }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(setCommitments(room.carrier, { number, accepted: [] })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(
      announceFile(room.carrier, { number, field: "documents", name: "devis.pdf", size: 10 }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    const history = (field: string) => readFieldHistory(room.carrier, number, { field });
    expect((await history("summary")).baseRevision).toBe(2);
    expect((await history("objectives")).baseRevision).toBeNull();
    await restoreAnswer(room.carrier, { number, field: "summary", revision: 1, baseRevision: 2 });
  });

  test("a step opens its files, and the plan its phases", async () => {
    const { number } = await aFiled();
    await ask(number, "step:pieces-jointes");
    await announceFile(room.carrier, { number, field: "documents", name: "devis.pdf", size: 10 });
  });

  test("nothing typed reaches the instruction before it is sent", async () => {
    const dossier = await aFiled();
    const { id, number } = dossier;
    await ask(number, "title", "summary");
    await write(dossier, "title", CANARY);
    await write(dossier, "summary", CANARY);
    await reply(number, 1, CANARY);
    const read = JSON.stringify(
      await Promise.all([
        readRequests({ id, themeCode: "ITN3" }),
        readDossierPage(room.instructor, number),
        readFiledDossier(id),
        readFilings(id),
      ]),
      (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(read).not.toContain(CANARY);
    expect((await openDossier(room.carrier, number)).state.asked?.items[0]?.answer).toBe(CANARY);
  });

  test("two texts over one revision are both kept, for the person to choose", async () => {
    const { number } = await aFiled();
    await ask(number, "summary");
    await reply(number, 1, "Le premier");
    const { answers } = await reply(number, 1, "Le second");
    expect(answers).toMatchObject([
      { field: "reply1", status: "conflict", value: "Le premier", mine: true, revision: 1 },
    ]);
    // The same text sent twice finds itself.
    expect((await reply(number, 1, "Le premier")).answers[0]).toMatchObject({ status: "saved" });
    await expect(reply(number, 2, "Aucun point")).rejects.toMatchObject({ code: "already-done" });
  });

  test("the team's list says what is asked and until when, late too", async () => {
    const { number, title } = await aFiled();
    await ask(number, "summary", "objectives");
    const { tasks, dossiers } = await readMyDossiers(room.carrier);
    expect(tasks.find((task) => task.number === number)).toMatchObject({
      label: `Répondre à 2 précisions demandées sur «\u00A0${title}\u00A0»`,
      due: new Date("2021-02-05T22:59:59.999Z"),
    });
    expect(dossiers.find((one) => one.number === number)).toMatchObject({
      status: { label: "À compléter" },
      next: { before: expect.stringContaining("5\u00A0février\u00A02021") },
    });
    await setClock("2021-02-06T00:00:01+01:00");
    const late = await openDossier(room.carrier, number);
    expect(late.header.next?.what).toContain("délai passé depuis le 5\u00A0février\u00A02021");
    const page = await readDossierPage(room.instructor, number);
    expect(page.next?.action?.label).toBe("Reprendre sans attendre");
  });
});

test("nothing is asked while a decision is proposed, and none is proposed while something is asked", async () => {
  const plain = await aReturningRoom("ITN4");
  const { id, number } = await aFiledSample(plain, "ITN4");
  await moved(id, "admissible");
  const proposal = proposalOf(
    proposeSchema.parse({
      number,
      outcome: "refused",
      motiveCode: "not-mature",
      motive: "Trop peu détaillé.",
    }),
  );
  const input = { number, message: "", dueOn: DUE, points: [point(1, "summary")] };
  await requestComplement(plain.instructor, input);
  await expect(proposeDecision(plain.instructor, proposal)).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  await closeComplement(plain.owner, { number, reason: "Inutile." });
  await moved(id, "admissible");
  await proposeDecision(plain.instructor, proposal);
  await expect(requestComplement(plain.instructor, input)).rejects.toMatchObject({
    code: "already-done",
  });
});

test("the team is reminded three days and one day before, then whoever asked is told, once each", async () => {
  const { id, number } = await aFiled();
  await ask(number, "summary");
  const told = async () =>
    (await db.notification.findMany({ where: { dossierId: id }, orderBy: { createdAt: "asc" } }))
      .map(
        ({ kind, recipientId }) =>
          `${kind} ${recipientId === room.carrier.agentId ? "carrier" : "instructor"}`,
      )
      .filter((line) => line.startsWith("complement-") && !line.startsWith("complement-requested"));
  for (const day of ["2021-02-01", "2021-02-02", "2021-02-03", "2021-02-04", "2021-02-05"]) {
    await setClock(`${day}T09:10:00+01:00`);
    await remindComplements();
  }
  expect(await told()).toEqual(["complement-reminder-3 carrier", "complement-reminder-1 carrier"]);
  await setClock("2021-02-06T00:10:00+01:00");
  await remindComplements();
  await remindComplements();
  expect((await told()).at(-1)).toBe("complement-overdue instructor");
  expect(await told()).toHaveLength(3);
  await reply(number, 1, "Enfin.");
  await refiled(room.carrier, { id, number }, "fileComplement");
  await setClock("2021-02-20T00:10:00+01:00");
  await remindComplements();
  expect(await told()).toHaveLength(3);
});
