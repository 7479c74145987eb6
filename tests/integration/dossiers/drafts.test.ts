import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { spend, staff } from "@/domain/themes/sample";
import { createDossier } from "@/features/dossiers/commands/create-dossier";
import { type SavedAnswer, saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitment, setCommitments } from "@/features/dossiers/commands/set-commitment";
import { withdrawDossier } from "@/features/dossiers/commands/withdraw-dossier";
import { readDraft } from "@/features/dossiers/draft";
import { dossierChain, readChain } from "@/server/audit";
import { aCall, aDossier, anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft } from "./filled-draft";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";

let carrier: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock(DAY);
  await aCall("ITN3");
  await aCall("SNAP4", { closesOn: null });
  carrier = await aCarrier("ITN3");
  stranger = await aCarrier("ITN3");
});

/** Adds a colleague to the team. */
async function aMember(dossierId: string, access: "write" | "read"): Promise<Actor> {
  const organisation = await db.organisation.findUniqueOrThrow({
    where: { id: carrier.organisation?.id ?? "" },
  });
  const colleague = await anActor(organisation);
  await db.dossierMember.create({ data: { dossierId, agentId: colleague.agentId, access } });
  return colleague;
}

const answer = (field: string, value: unknown, baseRevision = 0) => ({
  field,
  value,
  baseRevision,
});
const save = (actor: Actor, number: string, ...answers: ReturnType<typeof answer>[]) =>
  saveAnswers(actor, { number, answers });
const statusOf = (saved: readonly SavedAnswer[], field: string) =>
  saved.find((one) => one.field === field)?.status;

describe("starting a dossier", () => {
  test("gives a draft of the agent's organisation, its number, its lead and its audit line", async () => {
    const dossier = await aDraft(carrier, "ITN3", "Cartes de l’eau");
    expect(dossier).toMatchObject({
      status: "draft",
      title: "Cartes de l’eau",
      themeCode: "ITN3",
      themeVersion: 1,
      formVersion: 1,
      carrierId: carrier.organisation?.id,
      ministryId: carrier.organisation?.ministryId,
    });
    expect(dossier.number).toMatch(/^2021-\d{6}$/);
    expect(await db.dossierMember.findMany({ where: { dossierId: dossier.id } })).toMatchObject([
      { agentId: carrier.agentId, access: "lead" },
    ]);
    const { lines, brokenAt } = await readChain(dossierChain(dossier.id));
    expect(lines.map(({ action }) => action)).toEqual(["create-dossier"]);
    expect(brokenAt).toBeNull();
  });

  test("sent twice with the same form creates one dossier", async () => {
    const input = { id: randomUUID(), theme: "itn3", projectId: "" as const, title: "Une fois" };
    const first = await createDossier(carrier, input);
    expect(await createDossier(carrier, input)).toEqual(first);
    expect(await db.dossier.count({ where: { title: "Une fois" } })).toBe(1);
  });

  test("a project of one's own takes several dossiers; another team's is out of sight", async () => {
    const first = await aDraft(carrier, "ITN3");
    const input = { id: randomUUID(), theme: "snap4", projectId: first.projectId };
    const { number } = await createDossier(carrier, input);
    expect(await db.dossier.findUnique({ where: { number } })).toMatchObject({
      projectId: first.projectId,
    });
    await expect(createDossier(stranger, { ...input, id: randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("needs a name, an organisation that carries, a theme with a form and an open call", async () => {
    const input = { id: randomUUID(), theme: "itn3", projectId: "" as const, title: "Projet" };
    await expect(createDossier(carrier, { ...input, title: "" })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "title" }],
    });
    await expect(createDossier(await anActor(null), input)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(createDossier(carrier, { ...input, theme: "itn7" })).rejects.toMatchObject({
      code: "not-open",
    });
    await expect(createDossier(carrier, { ...input, theme: "itn99" })).rejects.toMatchObject({
      code: "not-found",
    });
    for (const [instant, code] of [
      ["2020-11-30T23:59:59.500+01:00", "not-open"],
      ["2021-02-01T00:00:00.000+01:00", "too-late"],
    ]) {
      await setClock(instant ?? "");
      await expect(createDossier(carrier, input)).rejects.toMatchObject({ code });
    }
    await setClock(DAY);
  });
});

describe("saving answers", () => {
  test("keeps what is typed, wrong or not, and says what will have to be corrected", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const { answers, savedAt } = await save(
      carrier,
      number,
      answer("summary", "  Un résumé  "),
      answer("currentUsers", "beaucoup"),
      answer("audience", ["citoyens"]),
    );
    expect(new Date(savedAt).getTime()).toBeGreaterThan(new Date(DAY).getTime() - 60_000);
    expect(answers).toMatchObject([
      { status: "saved", revision: 1, problem: null },
      { status: "saved", revision: 1, problem: expect.stringContaining("nombre") },
      { status: "saved", revision: 1, problem: null },
    ]);
    const state = await readDraft(id);
    expect(state.answers.summary).toEqual({ value: "Un résumé", revision: 1 });
    expect(state.answers.currentUsers?.value).toBe("beaucoup");
    expect(state.answers.audience?.value).toEqual(["citoyens"]);
  });

  test("sent twice, because the answer was lost, saves once", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const change = answer("summary", "Une fois");
    await save(carrier, number, change);
    const { answers } = await save(carrier, number, change);
    expect(answers).toMatchObject([{ status: "saved", revision: 1 }]);
    expect(await db.answerRevision.count({ where: { dossierId: id, field: "summary" } })).toBe(1);
  });

  test("over a stale revision keeps both texts: the saved one stays, its author and time are told", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const colleague = await aMember(id, "write");
    await save(carrier, number, answer("summary", "Le premier"));
    const { answers } = await save(
      colleague,
      number,
      answer("summary", "Le second"),
      answer("objectives", "Sans conflit"),
    );
    expect(answers[0]).toMatchObject({
      status: "conflict",
      revision: 1,
      value: "Le premier",
      author: `${carrier.givenName} ${carrier.usualName}`,
      mine: false,
    });
    expect(statusOf(answers, "objectives")).toBe("saved");
    await save(colleague, number, answer("summary", "Les deux", 1));
    const history = await db.answerRevision.findMany({
      where: { dossierId: id, field: "summary" },
      orderBy: { revision: "asc" },
    });
    expect(history.map(({ value }) => value)).toEqual(["Le premier", "Les deux"]);
  });

  test("ten people over the same revision: one is saved, nine are told", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => save(carrier, number, answer("summary", `Texte ${n}`))),
    );
    const statuses = results.map(({ answers }) => statusOf(answers, "summary"));
    expect(statuses.filter((status) => status === "saved")).toHaveLength(1);
    expect(statuses.filter((status) => status === "conflict")).toHaveLength(9);
  });

  test("refuses what the database cannot hold, alone, and fields the form lacks", async () => {
    const { number } = await aDraft(carrier, "ITN3");
    const { answers } = await save(
      carrier,
      number,
      answer("summary", "avec un \u0000 dedans"),
      answer("objectives", "sain"),
    );
    expect(answers).toMatchObject([{ status: "refused" }, { status: "saved" }]);
    for (const field of ["status", "constructor", "phases"]) {
      await expect(save(carrier, number, answer(field, "x"))).rejects.toMatchObject({
        code: "invalid-input",
      });
    }
  });

  test("the title of the form is the dossier's, unless it cannot be one", async () => {
    const { number, id } = await aDraft(carrier, "ITN3", "Avant");
    await save(carrier, number, answer("title", "Après", 1));
    expect((await db.dossier.findUnique({ where: { id } }))?.title).toBe("Après");
    await save(carrier, number, answer("title", "long ".repeat(60), 2));
    expect((await db.dossier.findUnique({ where: { id } }))?.title).toBe("Après");
  });
});

describe("saving the plan", () => {
  const lines = [spend("Développement", "development", "120 000"), staff("Équipe", "40 000")];

  test("keeps the lines as typed, in order, with the amounts that can be read", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const typed = [...lines, spend("À chiffrer", "services", "environ 3 k€")];
    expect(await savePlan(carrier, { number, baseRevision: 0, lines: typed })).toMatchObject({
      status: "saved",
      revision: 1,
    });
    expect((await readDraft(id)).lines).toEqual(typed);
    const rows = await db.expenseLine.findMany({
      where: { dossierId: id },
      orderBy: { position: "asc" },
    });
    expect(rows.map(({ amount }) => amount)).toEqual([12_000_000n, 4_000_000n, null]);
  });

  test("over a stale revision changes nothing and gives the saved plan; sent twice saves once", async () => {
    const { number, id } = await aDraft(carrier, "ITN3");
    const input = { number, baseRevision: 0, lines };
    await savePlan(carrier, input);
    expect(await savePlan(carrier, input)).toMatchObject({ status: "saved", revision: 1 });
    const other = [spend("Autre", "services", "5 000")];
    expect(await savePlan(carrier, { ...input, lines: other })).toMatchObject({
      status: "conflict",
      revision: 1,
      lines,
      author: `${carrier.givenName} ${carrier.usualName}`,
      // From another tab of the same person.
      mine: true,
    });
    await savePlan(carrier, { number, baseRevision: 1, lines: other });
    const history = await db.answerRevision.findMany({
      where: { dossierId: id, field: "plan" },
      orderBy: { revision: "asc" },
    });
    expect(history.map(({ value }) => value)).toEqual([lines, other]);
  });
});

test("commitments are accepted one by one, with the person and the instant, and can be taken back", async () => {
  const { number, id } = await aDraft(carrier, "ITN3");
  const known = (await readDraft(id)).theme.commitments.map(({ key }) => key);
  const commitment = known[0] ?? "";
  await setCommitment(carrier, { number, commitment, accepted: true });
  await setCommitment(carrier, { number, commitment, accepted: true });
  expect((await readDraft(id)).accepted).toMatchObject([
    { key: commitment, agentId: carrier.agentId },
  ]);
  await setCommitment(carrier, { number, commitment, accepted: false });
  expect((await readDraft(id)).accepted).toEqual([]);
  await setCommitments(carrier, { number, accepted: [...known, "inventé"] });
  expect((await readDraft(id)).accepted).toHaveLength(known.length);
  await expect(
    setCommitment(carrier, { number, commitment: "inconnu", accepted: true }),
  ).rejects.toMatchObject({ code: "invalid-input" });
});

test("who is not of the team finds nothing, who reads cannot write", async () => {
  const { number, id } = await aDraft(carrier, "ITN3");
  const reader = await aMember(id, "read");
  const attempts = [
    (actor: Actor) => save(actor, number, answer("summary", "x")),
    (actor: Actor) => savePlan(actor, { number, baseRevision: 0, lines: [] }),
    (actor: Actor) => setCommitments(actor, { number, accepted: [] }),
    (actor: Actor) => withdrawDossier(actor, { number, reason: "x" }),
  ];
  const { organisation } = carrier;
  const colleague = await anActor(
    await db.organisation.findUniqueOrThrow({ where: { id: organisation?.id ?? "" } }),
  );
  for (const outsider of [stranger, colleague]) {
    for (const attempt of attempts) {
      await expect(attempt(outsider)).rejects.toMatchObject({ code: "not-found" });
    }
  }
  for (const attempt of attempts) {
    await expect(attempt(reader)).rejects.toMatchObject({ code: "not-allowed" });
  }
  for (const wrong of ["2021-999999", "1", "' OR 1=1", "2021\u0000"]) {
    await expect(save(carrier, wrong, answer("summary", "x"))).rejects.toMatchObject({
      code: "not-found",
    });
  }
});

test("a withdrawal is the lead's, with its reason, from a status that allows it", async () => {
  const call = await aCall("ITN3");
  const filed = await aDossier({ carrier, call, status: "filed" });
  const input = { number: filed.number, reason: "Marché reporté" };
  await withdrawDossier(carrier, input);
  expect(await db.dossier.findUnique({ where: { id: filed.id } })).toMatchObject({
    status: "withdrawn",
  });
  const { lines } = await readChain(dossierChain(filed.id));
  expect(lines.at(-1)).toMatchObject({
    action: "withdraw",
    facts: { from: "filed", to: "withdrawn", reason: "Marché reporté" },
  });
  await expect(withdrawDossier(carrier, input)).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
  const decided = await aDossier({ carrier, call, status: "refused" });
  const refused = withdrawDossier(carrier, { ...input, number: decided.number });
  await expect(refused).rejects.toThrow(/n’est plus à cette étape/);
});
