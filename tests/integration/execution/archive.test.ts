import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { ownConsultations } from "@/features/audit/queries/audit-search";
import { archiveEntries } from "@/features/execution/archive/entries";
import { answerChange } from "@/features/execution/commands/answer-change";
import { releasePhase } from "@/features/execution/commands/answer-crossing";
import { askClosing, closeProject } from "@/features/execution/commands/closing";
import { consultProject } from "@/features/execution/commands/consult-project";
import { promiseGain } from "@/features/execution/commands/gains";
import { openArchive } from "@/features/execution/commands/open-archive";
import { proposeCrossing } from "@/features/execution/commands/propose-crossing";
import { requestChange } from "@/features/execution/commands/request-change";
import { readLife } from "@/features/execution/queries/life";
import { consultReport } from "@/features/follow-up/commands/consult-report";
import { GENERAL_CHAIN } from "@/server/audit";
import { streamedArchive } from "@/server/files/archive";
import { pdf } from "../../fixtures/hostile-files/corpus";
import { statementsOf } from "../../fixtures/statements";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { send, sha256Of } from "../files/sending";
import { report } from "../follow-up/project";
import { type Award, aLife, aProject, type Life } from "./world";

const db = await testDatabase();
const REPORTED = "2021-06-30T10:00:00+02:00";
const PERIOD = "2021-T2";
const AUDIT = pdf(900);
let life: Life;
let closed: Award;
let running: Award;

const measure = (value: string) => ({ value, on: "2021-05-10", method: "Journal du service." });

/** A project of SNAP3 that lived: a milestone proven and accepted, a request, a gain, a report. */
async function aLivedProject(): Promise<Award> {
  const project = await aProject(life, "SNAP3");
  const { id, number } = project;
  for (const bytes of [AUDIT, pdf(700)]) {
    await send(life.carrier, number, { name: "audit.pdf", bytes, field: "phase-1" });
  }
  // The antivirus has read the first one alone.
  const [clean] = await db.file.findMany({ where: { dossierId: id, field: "phase-1" } });
  await db.file.update({ where: { id: clean?.id ?? "" }, data: { status: "analysed" } });
  await proposeCrossing(life.carrier, {
    number,
    position: 1,
    account: "210 agents lisent leur messagerie.",
    measures: [measure("210"), measure("82")],
  });
  const { id: crossing } = await db.phaseCrossing.findFirstOrThrow({ where: { dossierId: id } });
  await releasePhase(life.owner, { number, position: 1, crossing });
  const proposed = { kind: "scope", scope: "Trois départements." } as const;
  const { request } = await requestChange(life.carrier, { number, reason: "Raison.", proposed });
  await answerChange(life.owner, { number, request, outcome: "accepted", answer: "" });
  await promiseGain(life.carrier, { number, label: "Heures", unit: "heures", promised: 1000n });
  const cells = { "indicateur.agents-actifs": "210", "indicateur.installation-sans-aide": "82" };
  await report(life.carrier, { number, period: PERIOD }, { on: REPORTED, cells });
  return project;
}

beforeAll(async () => {
  life = await aLife("SNAP3");
  running = await aLivedProject();
  closed = await aLivedProject();
  const { number } = closed;
  await askClosing(life.carrier, {
    number,
    evaluation: "Tout est atteint.",
    lessons: "Commencer plus tôt.",
    unused: euros(1000),
  });
  await closeProject(life.owner, { number, returned: euros(1000) });
}, 120_000);

async function filesOf(actor: Actor, number: string): Promise<Map<string, Buffer>> {
  const archive = await openArchive(actor, number);
  const bytes = await buffer(streamedArchive(archiveEntries(archive)));
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

test("the archive holds the whole life of a closed project, each piece with its hash", async () => {
  const files = await filesOf(life.owner, closed.number);
  expect([...files.keys()]).toEqual([
    "LISEZ-MOI.txt",
    "sommaire.pdf",
    "manifeste.sha256",
    "01-depots/depot-1-recepisse.pdf",
    "01-depots/depot-1.json",
    "02-lettre.pdf",
    "03-reference/version-1.json",
    "03-reference/version-2.json",
    "04-jalons/phase-1-proposition-1.json",
    "05-comptes-rendus/2021-T2.json",
    "06-modifications/demande-1.json",
    "07-engagements.json",
    "08-gains.json",
    "09-credits.json",
    "10-cloture.json",
    // The file that the antivirus has not read is left out.
    "04-jalons/phase-1-proposition-1/1-audit.pdf",
  ]);
  const manifest = String(files.get("manifeste.sha256")).trim().split("\n");
  expect(manifest).toHaveLength(files.size - 3);
  for (const line of manifest) {
    const [hash = "", name = ""] = line.split("  ");
    expect(sha256Of(files.get(name) ?? Buffer.alloc(0)), name).toBe(hash);
  }
  expect(files.get("04-jalons/phase-1-proposition-1/1-audit.pdf")).toEqual(AUDIT);
  const json = (name: string) => JSON.parse(String(files.get(name)));
  expect(json("10-cloture.json")).toMatchObject({
    lessons: "Commencer plus tôt.",
    unused: 100_000,
  });
  const filing = await db.filing.findFirstOrThrow({ where: { dossierId: closed.id } });
  expect(json("01-depots/depot-1.json").fingerprint).toBe(filing.fingerprint);
  expect(json("09-credits.json").award).toHaveLength(2);
});

test("its readers are those who followed the project; each reading is one line of the log", async () => {
  const { number } = closed;
  for (const actor of [life.owner, life.dnum, life.auditor, life.carrier]) {
    await openArchive(actor, number);
    const last = await db.auditLine.findFirstOrThrow({
      where: { chain: GENERAL_CHAIN },
      orderBy: { sequence: "desc" },
    });
    expect(last).toMatchObject({
      action: "project-archive",
      actorId: actor.agentId,
      facts: { dossierId: closed.id },
    });
  }
  const lines = await db.auditLine.count({ where: { chain: GENERAL_CHAIN } });
  const elsewhere = await anOrganisation();
  const otherDnum = await anActor(elsewhere, { role: "dnum", ministryId: elsewhere.id });
  for (const actor of [otherDnum, life.outsider, life.juror]) {
    await expect(openArchive(actor, number)).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(openArchive(life.owner, "x")).rejects.toMatchObject({ code: "not-found" });
  await expect(openArchive(life.owner, running.number)).rejects.toMatchObject({ code: "not-open" });
  expect(await db.auditLine.count({ where: { chain: GENERAL_CHAIN } })).toBe(lines);
});

test("a ministry reads the life of its projects, in as many statements whatever they lived", async () => {
  const { number } = running;
  const read = await readLife(life.dnum, "ministry", number);
  expect(read).toMatchObject({
    crossings: [{ position: 1, attempt: 1, status: "released" }],
    changes: [{ kind: "scope", status: "accepted" }],
    gains: [{ label: "Heures", proof: null }],
    closing: { askedAt: null },
  });
  const bare = await aProject(life, "SNAP3");
  const count = async (of: string) =>
    (await statementsOf(() => readLife(life.dnum, "ministry", of))).length;
  expect(await count(number)).toBe(await count(bare.number));
  for (const actor of [life.outsider, life.carrier, life.owner]) {
    await expect(readLife(actor, "ministry", number)).rejects.toMatchObject({ code: "not-found" });
  }
});

test("an auditor reads it and its reports, each reading in their own log", async () => {
  const { number } = running;
  await setClock("2021-07-05T10:00:00+02:00");
  const { project } = await consultProject(life.auditor, number);
  expect(project.phases.map(({ status }) => status)).toEqual(["released", "current"]);
  expect((await consultReport(life.auditor, number, PERIOD)).handedIn).not.toBeNull();
  await openArchive(life.auditor, closed.number);
  expect((await ownConsultations(life.auditor)).slice(0, 3)).toMatchObject([
    { kind: "project-archive", dossier: { number: closed.number } },
    { kind: "project-read", dossier: { number } },
    { kind: "project-read", dossier: { number } },
  ]);
  for (const actor of [life.owner, life.dnum, life.carrier]) {
    await expect(consultProject(actor, number)).rejects.toMatchObject({ code: "not-found" });
    await expect(consultReport(actor, number, PERIOD)).rejects.toMatchObject({ code: "not-found" });
  }
});
