import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { DossierStatus } from "@/domain/dossier/statuses";
import type { Actor } from "@/domain/rights/actor";
import { consultDossierAudit, downloadDossierAudit } from "@/features/audit/commands/consult";
import { findAuditable, ownConsultations } from "@/features/audit/queries/audit-search";
import { readDossierAudit } from "@/features/audit/queries/dossier-audit";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { dossierChain, GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";

const db = await testDatabase();

const people: Record<string, Actor> = {};
function actor(name: string): Actor {
  const found = people[name];
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}

async function aFiledDossier() {
  const draft = await aFilledDraft(actor("carrier"), "ITN3");
  await fileDossier(actor("carrier"), await theForm(draft));
  return draft;
}

/** A status reached without its command: for what the trail shows at that moment. */
async function moveTo(id: string, status: DossierStatus) {
  await db.dossier.update({ where: { id }, data: { status, version: { increment: 1 } } });
}

function write(id: string, action: string, facts = {}, actorId: string | null = null) {
  return inTransaction((tx) => recordFact(tx, { chain: dossierChain(id), actorId, action, facts }));
}

/** Changes a line as somebody with the keys of the database could. */
async function tamper(id: string, sequence: number) {
  await db.$transaction([
    db.$executeRaw`ALTER TABLE audit_line DISABLE TRIGGER append_only`,
    db.$executeRaw`UPDATE audit_line SET facts = '{"lines": 99}' WHERE chain = ${dossierChain(id)} AND sequence = ${sequence}`,
    db.$executeRaw`ALTER TABLE audit_line ENABLE TRIGGER append_only`,
  ]);
}

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  const dinum = await anOrganisation({ name: "DINUM" });
  people.carrier = await aCarrier("ITN3");
  people.owner = await anActor(dinum, { role: "theme-owner", theme: "ITN3" });
  people.otherOwner = await anActor(dinum, { role: "theme-owner", theme: "ITN6" });
  people.instructor = await anActor(dinum, { role: "instructor", theme: "ITN3" });
  people.juror = await anActor(dinum, { role: "juror", theme: "ITN3" });
  people.auditor = await anActor(dinum, { role: "auditor" });
  people.administrator = await anActor(dinum, { role: "administrator" });
  people.dnum = await anActor(dinum, {
    role: "dnum",
    ministryId: actor("carrier").organisation?.ministryId ?? "",
  });
  people.recused = await anActor(
    dinum,
    { role: "auditor" },
    { role: "theme-owner", theme: "ITN3" },
    { role: "juror", theme: "ITN3" },
  );
});

describe("the trail of a dossier", () => {
  test("says who did what, when, in order, and that the chain holds", async () => {
    const dossier = await aFiledDossier();
    await write(dossier.id, "recuse-juror", {
      jurorId: actor("juror").agentId,
      ground: "same-ministry",
    });
    const { header, chain, entries } = await readDossierAudit(
      actor("auditor"),
      dossier.number,
      "auditor",
    );
    expect(header.status.label).toBe("Déposé");
    const lines = await db.auditLine.findMany({
      where: { chain: dossierChain(dossier.id) },
      orderBy: { sequence: "asc" },
    });
    expect(chain).toEqual({ state: "holds", lines: lines.length });
    const { givenName, usualName, organisation } = actor("carrier");
    expect(entries[0]).toMatchObject({
      place: { first: 1, last: 1 },
      who: { name: `${givenName} ${usualName}`, organisation: organisation?.name },
      sentence: "Dossier commencé sur le thème ITN3.",
      hash: lines[0]?.hash,
    });
    // The savings of the draft are one entry, with the place of each line and the hash of the last.
    expect(entries[1]).toMatchObject({
      place: { first: 2, last: 3 },
      sentence: "Brouillon enregistré 2 fois.",
      hash: lines[2]?.hash,
    });
    expect(entries.at(-2)?.sentence).toMatch(/^Dossier déposé\. Subvention demandée/);
    const juror = actor("juror");
    expect(entries.at(-1)).toMatchObject({
      who: null,
      sentence: `Déport de ${juror.givenName} ${juror.usualName}. Lien d’intérêts\u00A0: même ministère que le porteur.`,
    });
    const places = entries.flatMap(({ place }) => (place ? [place] : []));
    expect(places.at(-1)?.last).toBe(lines.length);
    places.slice(1).forEach(({ first }, index) => {
      expect(first).toBe((places[index]?.last ?? 0) + 1);
    });
  });

  test("names the line that was changed, and a lost end", async () => {
    const dossier = await aFiledDossier();
    const state = async () =>
      (await readDossierAudit(actor("owner"), dossier.number, "instruction")).chain;
    const { lines } = (await state()) as { lines: number };
    await db.auditChain.update({
      where: { key: dossierChain(dossier.id) },
      data: { sequence: lines + 1 },
    });
    expect(await state()).toEqual({ state: "broken", line: lines + 1 });
    await tamper(dossier.id, 3);
    expect(await state()).toEqual({ state: "broken", line: 3 });
  });
});

describe("who reads a trail", () => {
  const refused = { code: "not-found" };

  test("the owner of its theme in the instruction's room, an auditor in theirs, nobody else", async () => {
    const { number } = await aFiledDossier();
    await expect(readDossierAudit(actor("owner"), number, "instruction")).resolves.toBeTruthy();
    await expect(readDossierAudit(actor("auditor"), number, "auditor")).resolves.toBeTruthy();
    await expect(readDossierAudit(actor("owner"), number, "auditor")).rejects.toMatchObject(
      refused,
    );
    for (const name of ["otherOwner", "instructor", "juror", "carrier", "administrator", "dnum"]) {
      for (const room of ["instruction", "auditor"] as const) {
        await expect(
          readDossierAudit(actor(name), number, room),
          `${name}, ${room}`,
        ).rejects.toMatchObject(refused);
      }
      await expect(downloadDossierAudit(actor(name), number), name).rejects.toMatchObject(refused);
    }
  });

  test("a draft, a wrong number: nothing", async () => {
    const draft = await aDraft(actor("carrier"), "ITN3", "Encore un projet");
    for (const number of [draft.number, "2021-999999", "x"]) {
      await expect(consultDossierAudit(actor("auditor"), number)).rejects.toMatchObject(refused);
      expect(await findAuditable(actor("auditor"), number)).toBe(false);
    }
  });

  test("a recused person and a member of the team read nothing, whatever their other roles", async () => {
    const dossier = await aFiledDossier();
    const recused = actor("recused");
    await expect(readDossierAudit(recused, dossier.number, "auditor")).resolves.toBeTruthy();
    await db.jurorAssignment.create({
      data: {
        dossierId: dossier.id,
        jurorId: recused.agentId,
        assignedById: actor("owner").agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    for (const room of ["auditor", "instruction"] as const) {
      await expect(readDossierAudit(recused, dossier.number, room)).rejects.toMatchObject(refused);
    }
    expect(await findAuditable(recused, dossier.number)).toBe(false);

    await db.dossierMember.create({
      data: { dossierId: dossier.id, agentId: actor("owner").agentId, access: "read" },
    });
    await expect(
      readDossierAudit(actor("owner"), dossier.number, "instruction"),
    ).rejects.toMatchObject(refused);
  });
});

describe("while the jury scores", () => {
  test("the acts of the jurors leave no trace: no line, no place, no count, no hash", async () => {
    const dossier = await aFiledDossier();
    await write(dossier.id, "review", { from: "admissible", to: "under-review" });
    await moveTo(dossier.id, "under-review");
    const read = () => readDossierAudit(actor("owner"), dossier.number, "instruction");
    const without = await read();

    await write(
      dossier.id,
      "hand-in-sheet",
      { fingerprint: "4".repeat(64) },
      actor("juror").agentId,
    );
    expect({ ...(await read()) }).toEqual(without);
    expect(without.chain).toEqual({ state: "holds-so-far" });
    await write(dossier.id, "hear", { heardOn: "2021-01-19" });
    const during = await read();
    expect(during.entries).toHaveLength(without.entries.length + 1);
    expect(during.entries.at(-1)).toMatchObject({ place: null, hash: null });
    await expect(downloadDossierAudit(actor("owner"), dossier.number)).rejects.toMatchObject({
      code: "not-open",
    });

    const head = await db.auditChain.findUniqueOrThrow({
      where: { key: dossierChain(dossier.id) },
    });
    await tamper(dossier.id, head.sequence - 1);
    expect((await read()).chain).toEqual({ state: "broken", line: null });
  });

  test("the close brings them back", async () => {
    const dossier = await aFiledDossier();
    await write(dossier.id, "review", {});
    await write(
      dossier.id,
      "hand-in-sheet",
      { fingerprint: "4".repeat(64) },
      actor("juror").agentId,
    );
    await write(dossier.id, "close-scoring", {});
    await moveTo(dossier.id, "scored");
    const { entries, chain } = await readDossierAudit(actor("auditor"), dossier.number, "auditor");
    expect(chain.state).toBe("holds");
    expect(entries.at(-1)?.sentence).toBe("Notation close.");
    expect(entries.at(-2)?.sentence).toBe(
      "Fiche de notation remise. Empreinte des notes\u00A0: 444444444444.",
    );
    await expect(downloadDossierAudit(actor("owner"), dossier.number)).resolves.toBeTruthy();
  });
});

describe("consultations", () => {
  test("are one line each in the general chain, none when refused", async () => {
    const dossier = await aFiledDossier();
    const written = () =>
      db.auditLine.findMany({
        where: { chain: GENERAL_CHAIN, action: { startsWith: "audit-" } },
        orderBy: { sequence: "asc" },
        select: { action: true, actorId: true, facts: true },
      });
    const before = (await written()).length;
    await consultDossierAudit(actor("auditor"), dossier.number);
    await downloadDossierAudit(actor("auditor"), dossier.number);
    await readDossierAudit(actor("owner"), dossier.number, "instruction");
    await expect(consultDossierAudit(actor("owner"), dossier.number)).rejects.toThrow();
    const author = { actorId: actor("auditor").agentId, facts: { dossierId: dossier.id } };
    expect((await written()).slice(before)).toEqual([
      { action: "audit-read", ...author },
      { action: "audit-download", ...author },
    ]);
    const own = await ownConsultations(actor("auditor"));
    expect(own.slice(0, 2).map(({ kind, dossier: { number } }) => [kind, number])).toEqual([
      ["audit-download", dossier.number],
      ["audit-read", dossier.number],
    ]);
    await expect(ownConsultations(actor("owner"))).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the downloaded file", () => {
  /** The program printed in docs/audit-log.md, run on a file as anybody would. */
  function verify(content: unknown): { ok: boolean; said: string } {
    const folder = mkdtempSync(path.join(tmpdir(), "audit-"));
    const page = readFileSync(
      path.resolve(import.meta.dirname, "../../../docs/audit-log.md"),
      "utf8",
    );
    const program = path.join(folder, "verify.mjs");
    const file = path.join(folder, "journal.json");
    writeFileSync(program, /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
    writeFileSync(file, JSON.stringify(content));
    try {
      return {
        ok: true,
        said: execFileSync(process.execPath, [program, file], { stdio: "pipe" }).toString(),
      };
    } catch (error) {
      return { ok: false, said: String((error as { stderr?: unknown }).stderr) };
    }
  }

  test("is verified by the program of the documentation, which names a changed line", async () => {
    const dossier = await aFiledDossier();
    await write(dossier.id, "admit", {
      reason: "Texte « accentué », \u{1F600}",
      checks: { b: 1, a: [null, true] },
    });
    const file = await downloadDossierAudit(actor("auditor"), dossier.number);
    expect(file).toMatchObject({ format: 1, dossier: dossier.number });
    expect(JSON.stringify(file)).not.toContain(actor("carrier").usualName);
    const { ok, said } = verify(file);
    expect(said).toContain(`${file.lines.length} lines hold`);
    expect(ok).toBe(true);

    const forged = structuredClone(file);
    forged.lines[2] = { ...forged.lines[2], actorId: null };
    expect(verify(forged)).toEqual({ ok: false, said: "Line 3 does not hold\n" });
    const shortened = { ...file, lines: file.lines.toSpliced(1, 1) };
    expect(verify(shortened)).toEqual({ ok: false, said: "Line 3 does not hold\n" });
  });
});
