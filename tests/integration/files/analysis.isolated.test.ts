import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { Actor } from "@/domain/rights/actor";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { removeFile } from "@/features/files/commands/remove-file";
import { packFiles } from "@/features/files/pack";
import { knownFiles, openFile } from "@/features/files/queries/readable-file";
import { readFiledDossier } from "@/server/filed-dossier";
import { analyseNext } from "@/server/files/analysis";
import { contentKey } from "@/server/files/keys";
import { fileStore } from "@/server/files/store";
import { sweepFiles } from "@/server/jobs/sweep-files";
import { findClamd, startClamd } from "../../../scripts/antivirus/clamd";
import { freePort } from "../../../scripts/runtime/ports";
import { EICAR, pdf } from "../../fixtures/hostile-files/corpus";
import { handMadeZip } from "../../fixtures/hostile-files/zip";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";
import { announce, send, sha256Of } from "./sending";

const port = await freePort();
// Before anything reads the environment.
process.env.CLAMD_ADDRESS = `127.0.0.1:${port}`;
const db = await testDatabase();

let carrier: Actor;
let clamd: Awaited<ReturnType<typeof startClamd>> | undefined;

const directory = path.join(tmpdir(), `guichet-clamd-${process.pid}`);
const start = async () => {
  clamd = await startClamd({ binary: findClamd(), port, directory });
};

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
}, 300_000);
afterAll(() => clamd?.kill("SIGKILL"));

const statusOf = async (id: string) => (await db.file.findUniqueOrThrow({ where: { id } })).status;

/** Analyses all that waits. */
async function analyseAll(): Promise<void> {
  await db.$executeRaw`UPDATE file SET next_scan_at = now()`;
  while (await analyseNext());
}

/** A colleague of the team. */
async function aColleague(dossierId: string, access: "write" | "read"): Promise<Actor> {
  const { organisation } = carrier;
  const row = await db.organisation.findUniqueOrThrow({ where: { id: organisation?.id ?? "" } });
  const colleague = await anActor(row);
  await db.dossierMember.create({ data: { dossierId, agentId: colleague.agentId, access } });
  return colleague;
}

const open = (actor: Actor, number: string, file: string) => openFile(actor, { number, file });

describe("the analysis", () => {
  test("waits while the antivirus is away, its author alone reading the file; then says", async () => {
    const { number, id: dossierId } = await aDraft(carrier, "ITN3");
    const colleague = await aColleague(dossierId, "read");
    const { id } = await send(carrier, number, { name: "a.pdf", bytes: pdf() });
    await analyseAll();
    expect(await statusOf(id)).toBe("waiting");
    expect(sha256Of(await buffer((await open(carrier, number, id)).bytes))).toBe(sha256Of(pdf()));
    await expect(open(colleague, number, id)).rejects.toMatchObject({ code: "not-found" });
    await start();
    await analyseAll();
    expect(await statusOf(id)).toBe("analysed");
    (await open(colleague, number, id)).bytes.destroy();
  }, 300_000);

  test.each([
    ["alone", "note.txt", EICAR],
    ["in an archive", "tout.zip", handMadeZip([{ name: "note.txt", content: EICAR }])],
  ])(
    "an infected file, %s, is served to nobody, and the team is told",
    async (_how, name, bytes) => {
      const { number, id: dossierId } = await aDraft(carrier, "ITN3");
      const colleague = await aColleague(dossierId, "write");
      const reader = await aColleague(dossierId, "read");
      const { id } = await send(carrier, number, { name, bytes });
      // A daemon that is busy answers at the next round, as the worker's own.
      const analysed = async () => {
        await analyseAll();
        return statusOf(id);
      };
      await expect.poll(analysed, { timeout: 60_000 }).toBe("infected");
      for (const actor of [carrier, colleague]) {
        await expect(open(actor, number, id)).rejects.toMatchObject({ code: "not-found" });
      }
      const told = await db.notification.findMany({ where: { dossierId, kind: "file-infected" } });
      const recipients = told.map(({ recipientId }) => recipientId);
      expect(recipients.sort()).toEqual([carrier.agentId, colleague.agentId].sort());
      expect(recipients).not.toContain(reader.agentId);
    },
  );

  test("two workers analyse a file once", async () => {
    const { number, id: dossierId } = await aDraft(carrier, "ITN3");
    await send(carrier, number, { name: "note.txt", bytes: EICAR });
    await db.$executeRaw`UPDATE file SET next_scan_at = now()`;
    await Promise.all([analyseNext(), analyseNext(), analyseNext()]);
    expect(await db.notification.count({ where: { dossierId } })).toBe(1);
  });
});

describe("a filing", () => {
  test("names its files, whatever their analysis, and nothing of it changes afterwards", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const { number, id: dossierId } = draft;
    const kept = await send(carrier, number, { name: "devis.pdf", bytes: pdf() });
    const removed = await send(carrier, number, { name: "autre.pdf", bytes: pdf(700) });
    await removeFile(carrier, { number, file: removed.id });
    await announce(carrier, number, { name: "jamais-arrivé.pdf", bytes: pdf(800) });
    const form = await theForm(draft);
    // The verdict of the antivirus is no change of the content one has read.
    await analyseAll();
    await fileDossier(carrier, form);
    const { files } = (await readFiledDossier(dossierId)) ?? {};
    expect(files).toMatchObject([
      { id: kept.id, name: "devis.pdf", size: 600, sha256: kept.sha256, status: "analysed" },
    ]);
    await expect(removeFile(carrier, { number, file: kept.id })).rejects.toMatchObject({
      code: "already-done",
    });
    await setClock("2021-01-26T10:00:00+01:00");
    expect(await sweepFiles()).toBeGreaterThanOrEqual(2);
    await setClock("2021-01-20T10:00:00+01:00");
    await expect(fileStore().read(contentKey(removed))).rejects.toThrow();
    (await fileStore().read(contentKey(kept))).destroy();
  });

  test("that has been read with a file is refused once the file is infected", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    await send(carrier, draft.number, { name: "note.txt", bytes: EICAR });
    const form = await theForm(draft);
    await analyseAll();
    await expect(fileDossier(carrier, form)).rejects.toMatchObject({ code: "changed-meanwhile" });
    await fileDossier(carrier, await theForm(draft));
    expect((await readFiledDossier(draft.id))?.files).toEqual([]);
  });

  test("lets its files be read by those who see the dossier, and by nobody else", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const { number, id: dossierId } = draft;
    const { id } = await send(carrier, number, { name: "devis.pdf", bytes: pdf() });
    await analyseAll();
    const ministryId = carrier.organisation?.ministryId ?? "";
    const roles = {
      owner: await anActor(null, { role: "theme-owner", theme: "ITN3" }),
      juror: await anActor(null, { role: "juror", theme: "ITN3" }),
      dnum: await anActor(null, { role: "dnum", ministryId }),
      auditor: await anActor(null, { role: "auditor" }),
    };
    for (const actor of Object.values(roles)) {
      await expect(open(actor, number, id)).rejects.toMatchObject({ code: "not-found" });
    }
    await fileDossier(carrier, await theForm(draft));
    await db.jurorAssignment.create({
      data: { dossierId, jurorId: roles.juror.agentId, assignedById: roles.owner.agentId },
    });
    for (const actor of [carrier, ...Object.values(roles)]) {
      (await open(actor, number, id)).bytes.destroy();
      expect(await knownFiles(actor, number)).toMatchObject([{ id, readable: true }]);
    }
    const outsiders = [
      await aCarrier("ITN3"),
      await anActor(null, { role: "theme-owner", theme: "ITN6" }),
      await anActor(null, { role: "juror", theme: "ITN3" }),
      await anActor(null, { role: "dnum", ministryId: (await anOrganisation()).id }),
      await anActor(null, { role: "administrator" }),
    ];
    for (const actor of outsiders) {
      await expect(open(actor, number, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(knownFiles(actor, number)).rejects.toMatchObject({ code: "not-found" });
    }
    await db.jurorAssignment.updateMany({
      where: { dossierId },
      data: { status: "recused", ground: "same-ministry", endedAt: new Date() },
    });
    await expect(open(roles.juror, number, id)).rejects.toMatchObject({ code: "not-found" });
    for (const wrong of ["1", randomUUID(), "' OR 1=1"]) {
      await expect(open(carrier, number, wrong)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

test("the pack holds the analysed files, under distinct names, and says what it leaves", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  for (const size of [600, 700])
    await send(carrier, number, { name: "devis.pdf", bytes: pdf(size) });
  await send(carrier, number, { name: "note.txt", bytes: EICAR });
  await analyseAll();
  await send(carrier, number, { name: "récent.pdf", bytes: pdf(900) });
  const bytes = await buffer(packFiles(number, await knownFiles(carrier, number)));
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const contents = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  expect([...contents.keys()]).toEqual(["LISEZ-MOI.txt", "devis.pdf", "devis (2).pdf"]);
  expect(contents.get("devis (2).pdf")?.byteLength).toBe(700);
  const told = contents.get("LISEZ-MOI.txt")?.toString() ?? "";
  expect(told).toContain("note.txt (Infecté, bloqué)");
  expect(told).toContain("récent.pdf (En analyse)");
});

test("an abandoned upload leaves after two days, not before", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const id = await announce(carrier, number, { name: "a.pdf", bytes: pdf() });
  await sweepFiles();
  expect(await db.file.findUnique({ where: { id } })).toMatchObject({ removedAt: null });
  await setClock("2021-01-22T11:00:00+01:00");
  await sweepFiles();
  expect((await db.file.findUnique({ where: { id } }))?.removedAt).not.toBeNull();
  await setClock("2021-01-20T10:00:00+01:00");
});
