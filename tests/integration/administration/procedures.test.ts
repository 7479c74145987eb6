import { beforeEach, describe, expect, test } from "vitest";
import { procedureQuery } from "@/features/administration/procedures/addresses";
import {
  addProcedure,
  importProcedures,
  listProcedure,
  renameProcedure,
} from "@/features/administration/procedures/commands";
import {
  findProcedures,
  PROCEDURES_PAGE,
  readProcedure,
} from "@/features/administration/procedures/queries";
import { installProcedures } from "@/server/reference-data";
import { anActor, anOrganisation } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const ministry = await anOrganisation();
const administrator = await anActor(ministry, { role: "administrator" });
const owner = await anActor(ministry, { role: "theme-owner" });

const TOURNAGE = {
  code: "D072",
  name: "Demander une autorisation de tournage",
  ministry: "Ministère de la Culture",
};

beforeEach(async () => {
  await db.observatoryProcedure.deleteMany();
  await db.$transaction((tx) => installProcedures(tx));
});

const active = () => db.observatoryProcedure.count({ where: { active: true } });
const lastFact = async () =>
  (await db.auditLine.findMany({ orderBy: { sequence: "desc" }, take: 1 }))[0];

test("the list shipped is installed once: what administrators changed stays", async () => {
  await listProcedure(administrator, { code: "D001", active: false });
  const before = await active();
  await db.$transaction((tx) => installProcedures(tx));
  expect(await active()).toBe(before);
});

test("nobody else reads or changes the list", async () => {
  const query = procedureQuery({});
  await expect(findProcedures(owner, query)).rejects.toMatchObject({ code: "not-found" });
  await expect(readProcedure(owner, "D001")).rejects.toMatchObject({ code: "not-found" });
  for (const attempt of [
    addProcedure(owner, TOURNAGE),
    renameProcedure(owner, { ...TOURNAGE, code: "D001" }),
    listProcedure(owner, { code: "D001", active: false }),
    importProcedures(owner, { content: "A1;Demander un acte;Ministère" }),
  ]) {
    await expect(attempt).rejects.toMatchObject({ code: "not-allowed" });
  }
});

describe("one procedure", () => {
  test("is added, renamed, taken off and put back, with a line each", async () => {
    await addProcedure(administrator, TOURNAGE);
    expect(await lastFact()).toMatchObject({
      action: "procedure-added",
      actorId: administrator.agentId,
      facts: TOURNAGE,
    });
    const name = "Demander une autorisation de filmer";
    await renameProcedure(administrator, { ...TOURNAGE, name });
    expect(await readProcedure(administrator, "D072")).toMatchObject({ name, active: true });
    expect((await lastFact())?.action).toBe("procedure-renamed");
    await listProcedure(administrator, { code: "D072", active: false });
    expect((await lastFact())?.action).toBe("procedure-taken-off");
    await listProcedure(administrator, { code: "D072", active: true });
    expect((await lastFact())?.action).toBe("procedure-put-back");
    const lines = await db.auditLine.count();
    await listProcedure(administrator, { code: "D072", active: true });
    expect(await db.auditLine.count()).toBe(lines);
  });

  test("has a code and a name of its own, case and accents aside", async () => {
    await expect(addProcedure(administrator, { ...TOURNAGE, code: "d001" })).rejects.toMatchObject({
      fields: [{ path: "code" }],
    });
    const name = "demander un PASSEPORT";
    await expect(addProcedure(administrator, { ...TOURNAGE, name })).rejects.toMatchObject({
      fields: [{ path: "name" }],
    });
    await expect(
      renameProcedure(administrator, { ...TOURNAGE, code: "D001", name }),
    ).rejects.toMatchObject({ fields: [{ path: "name" }] });
    await expect(readProcedure(administrator, "X9")).rejects.toMatchObject({ code: "not-found" });
  });

  test("is not put back beside another of the same name", async () => {
    await listProcedure(administrator, { code: "D002", active: false });
    await addProcedure(administrator, { ...TOURNAGE, name: "Demander un passeport" });
    await expect(
      listProcedure(administrator, { code: "D002", active: true }),
    ).rejects.toMatchObject({ code: "already-done", message: expect.stringContaining("D072") });
  });

  test("added twice at once is one", async () => {
    const both = await Promise.allSettled([
      addProcedure(administrator, TOURNAGE),
      addProcedure(administrator, { ...TOURNAGE, code: "D073" }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a file", () => {
  test("adds, changes and puts back by code, and leaves the rest", async () => {
    await listProcedure(administrator, { code: "D003", active: false });
    const before = await active();
    const content = [
      "code;nom;ministère",
      "D001;Demander une carte d’identité;Ministère de l’Intérieur",
      "D003;Demander un permis de conduire;Ministère de l’Intérieur",
      "D072;Demander une autorisation de tournage;Ministère de la Culture",
    ].join("\n");
    const done = await importProcedures(administrator, { content });
    expect(done).toEqual({ added: 1, changed: 1, putBack: 1, takenOff: 0 });
    expect(await active()).toBe(before + 2);
    expect(await lastFact()).toMatchObject({ action: "procedures-imported", facts: done });
    expect(await importProcedures(administrator, { content })).toEqual({
      added: 0,
      changed: 0,
      putBack: 0,
      takenOff: 0,
    });
  });

  test("takes the others off when it is the whole list", async () => {
    const content = "D001;Demander une carte nationale d’identité;Ministère de l’Intérieur";
    const before = await active();
    const done = await importProcedures(administrator, { content, replace: "oui" });
    expect(done.takenOff).toBe(before - 1);
    expect(await active()).toBe(1);
  });

  test("with wrong lines changes nothing and says each by its number", async () => {
    const before = await active();
    const lines = await db.auditLine.count();
    const content = "D080;Bon;Ministère de la Culture\nD081;Demander un visa;\nsans-chiffre;Nom;M";
    await expect(importProcedures(administrator, { content })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [
        { path: "content", message: expect.stringMatching(/^Ligne 1\u00A0: /) },
        { path: "content", message: expect.stringMatching(/^Ligne 2\u00A0: /) },
        { path: "content", message: expect.stringMatching(/^Ligne 3\u00A0: /) },
      ],
    });
    expect(await active()).toBe(before);
    expect(await db.auditLine.count()).toBe(lines);
  });

  test("that would make two procedures of one name is refused whole", async () => {
    const content = "D072;Demander un passeport;Ministère de l’Intérieur";
    await expect(importProcedures(administrator, { content })).rejects.toMatchObject({
      fields: [{ path: "content", message: expect.stringContaining("D002") }],
    });
    expect(await db.observatoryProcedure.findUnique({ where: { code: "D072" } })).toBeNull();
  });
});

describe("the list", () => {
  const find = (parameters: Record<string, string>) =>
    findProcedures(administrator, procedureQuery(parameters));

  test("is read page by page, forwards and back", async () => {
    const first = await find({});
    expect(first.rows).toHaveLength(PROCEDURES_PAGE);
    expect(first.previous).toBeNull();
    const second = await find({ apres: first.next?.code ?? "" });
    expect(second.rows[0]?.code).toBe("D026");
    const back = await find({ avant: second.previous?.code ?? "" });
    expect(back.rows).toEqual(first.rows);
    expect(back.previous).toBeNull();
  });

  test("is searched by name, code and ministry, words taken as they are", async () => {
    expect((await find({ recherche: "passeport" })).rows.map(({ code }) => code)).toEqual(["D002"]);
    expect((await find({ recherche: "d012" })).total).toBe(1);
    expect((await find({ recherche: "justice casier" })).total).toBe(1);
    expect((await find({ recherche: "%" })).total).toBe(0);
  });

  test("leaves out what its address cannot mean", () => {
    expect(procedureQuery({ apres: "'; DROP", recherche: ["a", "b"] })).toEqual({
      search: "a",
      cursor: null,
    });
  });
});
