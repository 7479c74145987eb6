import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { abandonDraft } from "@/features/dossiers/commands/abandon-draft";
import { duplicateDossier } from "@/features/dossiers/commands/duplicate-dossier";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { restoreAnswer } from "@/features/dossiers/commands/restore-answer";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { readDraft } from "@/features/dossiers/draft";
import { readAnswerHistory, readFieldHistory } from "@/features/dossiers/queries/answer-history";
import { readDuplication } from "@/features/dossiers/queries/duplication";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { ownRoom } from "@/features/dossiers/queries/own-room";
import { associateCarrier } from "@/features/team/commands/co-carriers";
import { dossierChain, readChain } from "@/server/audit";
import { readFiledDossier } from "@/server/filed-dossier";
import { type Relation, visibleDossiers } from "@/server/visibility";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";
import { aColleague, accessesOf, join } from "./room";

const db = await testDatabase();

let lead: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  await aCall("SNAP4", { closesOn: null });
  lead = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

const write = (actor: Actor, number: string, value: string, baseRevision: number) =>
  saveAnswers(actor, { number, answers: [{ field: "title", value, baseRevision }] });

describe("giving a draft up", () => {
  test("is its lead's alone, once; the team goes on reading it and no other room ever sees it", async () => {
    const draft = await aFilledDraft(lead, "ITN3");
    const { number } = draft;
    const writer = await aColleague(lead, draft, "file");
    await expect(abandonDraft(writer, { number })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(abandonDraft(stranger, { number })).rejects.toMatchObject({ code: "not-found" });
    await abandonDraft(lead, { number });
    await expect(abandonDraft(lead, { number })).rejects.toMatchObject({ code: "already-done" });
    expect(await openDossier(writer, number)).toMatchObject({
      status: "withdrawn",
      state: { filedAt: null },
    });
    const { lines } = await readChain(dossierChain(draft.id));
    expect(lines.at(-1)).toMatchObject({ action: "abandon", actorId: lead.agentId });
    await expect(write(lead, number, "Encore", 1)).rejects.toMatchObject({ code: "already-done" });
    await expect(fileDossier(lead, await theForm(draft))).rejects.toMatchObject({
      code: "already-done",
    });

    const everyRole = await anActor(
      await anOrganisation(),
      { role: "theme-owner" },
      { role: "instructor" },
      { role: "chair" },
      { role: "secretary" },
      { role: "juror" },
      { role: "auditor" },
      { role: "dnum", ministryId: lead.organisation?.ministryId ?? "" },
    );
    await db.jurorAssignment.create({
      data: {
        dossierId: draft.id,
        jurorId: everyRole.agentId,
        assignedById: everyRole.agentId,
      },
    });
    for (const relation of ["instruction", "juror", "ministry", "auditor"] as Relation[]) {
      const where = { AND: [{ number }, visibleDossiers(everyRole, relation)] };
      expect(await db.dossier.count({ where }), relation).toBe(0);
    }
    expect(await ownRoom(everyRole, number)).toBeUndefined();
  });
});

describe("the history of answers", () => {
  test("says who wrote what, by pages, by question and by person, to the team alone", async () => {
    const draft = await aFilledDraft(lead, "SNAP4");
    const { number } = draft;
    const colleague = await aColleague(lead, draft, "write");
    await write(colleague, number, "Canari des 13\u202F000 relectures", 2);
    const all = await readAnswerHistory(lead, number, {});
    expect(all.revisions[0]).toMatchObject({ field: "title", author: expect.any(String) });
    expect(all.people).toHaveLength(2);
    expect(all.fields.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["plan", "phases", "title"]),
    );
    const seen = new Set<string>();
    let after: string | null = "";
    while (after !== null) {
      const page = await readAnswerHistory(lead, number, { after });
      for (const { field, revision } of page.revisions) seen.add(`${field}.${revision}`);
      after = page.nextCursor;
    }
    expect(seen.size).toBe(await db.answerRevision.count({ where: { dossierId: draft.id } }));
    const own = await readAnswerHistory(lead, number, { person: colleague.agentId });
    expect(own.revisions).toMatchObject([
      { field: "title", excerpt: "Canari des 13\u202F000 relectures" },
    ]);
    const phases = await readAnswerHistory(lead, number, { field: "phases" });
    expect(phases.revisions.every(({ field }) => field === "phases")).toBe(true);
    await expect(readAnswerHistory(stranger, number, {})).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(readFieldHistory(stranger, number, { field: "title" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a version is put back over the one that was read, never over another", async () => {
    const draft = await aDraft(lead, "ITN3", "Premier nom");
    const { number } = draft;
    const colleague = await aColleague(lead, draft, "write");
    await write(lead, number, "Deuxième nom", 1);
    const history = await readFieldHistory(lead, number, { field: "title" });
    expect(history).toMatchObject({
      before: { revision: 1, text: "Premier nom" },
      after: { revision: 2, text: "Deuxième nom" },
      baseRevision: 2,
    });
    await write(colleague, number, "Troisième nom", 2);
    const restore = { number, field: "title", revision: 1 };
    await expect(restoreAnswer(lead, { ...restore, baseRevision: 2 })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await restoreAnswer(lead, { ...restore, baseRevision: 3 });
    const { answers, title } = await readDraft(draft.id);
    expect(answers.title).toEqual({ value: "Premier nom", revision: 4 });
    expect(title).toBe("Premier nom");
    expect((await readFieldHistory(lead, number, { field: "title" })).versions).toHaveLength(4);
  });

  test("the plan and the phases are put back too; who only reads and a filed dossier restore nothing", async () => {
    const draft = await aFilledDraft(lead, "SNAP4");
    const { number } = draft;
    await savePlan(lead, { number, baseRevision: 1, lines: [] });
    await restoreAnswer(lead, { number, field: "plan", revision: 1, baseRevision: 2 });
    const state = await readDraft(draft.id);
    expect(state.lines.length).toBeGreaterThan(0);
    expect(state.planRevision).toBe(3);
    await expect(
      restoreAnswer(lead, { number, field: "plan", revision: 2, baseRevision: 2 }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });

    const phases = state.answers.phases;
    await saveAnswers(lead, {
      number,
      answers: [{ field: "phases", value: [], baseRevision: phases?.revision ?? 0 }],
    });
    await restoreAnswer(lead, { number, field: "phases", revision: 1, baseRevision: 2 });
    expect((await readDraft(draft.id)).answers.phases?.value).toEqual(phases?.value);

    const reader = await aColleague(lead, draft, "read");
    const restore = { number, field: "title", revision: 1, baseRevision: 2 };
    await expect(restoreAnswer(reader, restore)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(restoreAnswer(stranger, restore)).rejects.toMatchObject({ code: "not-found" });
    expect((await readFieldHistory(reader, number, { field: "title" })).baseRevision).toBeNull();
  });
});

describe("duplicating", () => {
  test("takes the steps chosen for the same project, never files nor commitments", async () => {
    const source = await aFilledDraft(lead, "SNAP4");
    const { steps } = await readDuplication(lead, source.number, undefined);
    const taken = steps.map(({ key }) => key);
    const input = {
      id: randomUUID(),
      number: source.number,
      theme: "snap4",
      steps: taken,
      project: "same" as const,
    };
    const { number } = await duplicateDossier(lead, input);
    expect(await duplicateDossier(lead, input)).toMatchObject({ number });
    const { id, projectId } = await db.dossier.findUniqueOrThrow({ where: { number } });
    const [from, to] = [await readDraft(source.id), await readDraft(id)];
    expect(projectId).toBe(source.projectId);
    expect(to.lines).toEqual(from.lines);
    expect(to.answers.phases?.value).toEqual(from.answers.phases?.value);
    expect(Object.keys(to.answers).sort()).toEqual(Object.keys(from.answers).sort());
    expect(to.accepted).toEqual([]);
    expect(await db.file.count({ where: { dossierId: id } })).toBe(0);
    expect(await accessesOf(id)).toEqual({ [lead.agentId]: "lead" });
    const { lines } = await readChain(dossierChain(id));
    expect(lines.map(({ action }) => action)).toEqual([
      "create-dossier",
      "save-plan",
      "duplicate-dossier",
    ]);
  });

  test("to another theme takes the questions both ask; without a step it takes nothing", async () => {
    const source = await aFilledDraft(lead, "SNAP4");
    const { steps, isSameTheme } = await readDuplication(lead, source.number, "itn3");
    expect(isSameTheme).toBe(false);
    expect(steps.some(({ withPlan }) => withPlan)).toBe(false);
    const shared = steps.flatMap(({ fields }) => fields);
    expect(shared.length).toBeGreaterThan(0);
    const other = { number: source.number, theme: "itn3", project: "new" as const };
    const full = await duplicateDossier(lead, {
      ...other,
      id: randomUUID(),
      steps: steps.map(({ key }) => key),
      title: "Nouveau projet",
    });
    const copy = await readDraft(
      (await db.dossier.findUniqueOrThrow({ where: { number: full.number } })).id,
    );
    expect(copy.title).toBe("Nouveau projet");
    expect(copy.lines).toEqual([]);
    expect(Object.keys(copy.answers).every((field) => [...shared, "title"].includes(field))).toBe(
      true,
    );
    const empty = await duplicateDossier(lead, {
      ...other,
      id: randomUUID(),
      steps: [],
      title: "Vide",
    });
    const { id } = await db.dossier.findUniqueOrThrow({ where: { number: empty.number } });
    expect(Object.keys((await readDraft(id)).answers)).toEqual(["title"]);
  });

  test("a member of another organisation duplicates for a project of their own; a stranger does not", async () => {
    const source = await aFilledDraft(lead, "ITN3");
    const input = { number: source.number, theme: "itn3", steps: ["projet"], title: "Le mien" };
    await expect(
      duplicateDossier(stranger, { ...input, id: randomUUID(), project: "new" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await join(source, stranger, "read");
    await expect(
      duplicateDossier(stranger, { ...input, id: randomUUID(), project: "same" }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "project" }] });
    const { number } = await duplicateDossier(stranger, {
      ...input,
      id: randomUUID(),
      project: "new",
    });
    expect(await db.dossier.findUnique({ where: { number } })).toMatchObject({
      carrierId: stranger.organisation?.id,
    });
  });
});

test("co-carriers are read again before filing, and named in what is filed", async () => {
  const draft = await aFilledDraft(lead, "ITN3");
  const { number } = draft;
  const form = await theForm(draft);
  const partner = await anOrganisation({ kind: "state-operator", name: "Agence des rivages" });
  await associateCarrier(lead, { number, organisationId: partner.id });
  await expect(fileDossier(lead, form)).rejects.toMatchObject({ code: "changed-meanwhile" });
  await fileDossier(lead, await theForm(draft));
  expect(await readFiledDossier(draft.id)).toMatchObject({ coCarriers: ["Agence des rivages"] });
  expect((await openDossier(lead, number)).header.carrier).toMatch(/, avec Agence des rivages$/);
});

test("who may file in the lead's name files; an agent who left the carrier does not", async () => {
  const draft = await aFilledDraft(lead, "ITN3");
  const writer = await aColleague(lead, draft, "write");
  const mandated = await aColleague(lead, draft, "file");
  const form = await theForm(draft);
  await expect(fileDossier(writer, form)).rejects.toMatchObject({ code: "not-allowed" });
  const moved = { ...mandated, organisation: stranger.organisation };
  await expect(fileDossier(moved, form)).rejects.toMatchObject({ code: "not-allowed" });
  expect((await openDossier(moved, draft.number)).may("file")).toBe(false);
  expect(await fileDossier(mandated, form)).toMatchObject({ number: draft.number });
});
