import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import yauzl from "yauzl";
import type { Actor } from "@/domain/rights/actor";
import { consultDecision } from "@/features/audit/commands/consult-decision";
import { evidenceArchive } from "@/features/audit/evidence-archive";
import { ownConsultations } from "@/features/audit/queries/audit-search";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aFilledDraft, theForm } from "../dossiers/filled-draft";

const db = await testDatabase();
let carrier: Actor;
let owner: Actor;
let chair: Actor;
let juror: Actor;
let auditor: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  const dinum = await anOrganisation({ name: "DINUM" });
  carrier = await aCarrier("ITN3");
  owner = await anActor(dinum, { role: "theme-owner", theme: "ITN3" });
  chair = await anActor(dinum, { role: "chair", theme: "ITN3" });
  juror = await anActor(dinum, { role: "juror", theme: "ITN3" });
  auditor = await anActor(dinum, { role: "auditor" });
});

/** A dossier filed by the portal, scored by one juror, accepted; notified unless told. */
async function aDecision({ notified = true } = {}) {
  const draft = await aFilledDraft(carrier, "ITN3");
  await fileDossier(carrier, await theForm(draft));
  const { id, number } = draft;
  const { id: assignmentId } = await db.jurorAssignment.create({
    data: { dossierId: id, jurorId: juror.agentId, assignedById: owner.agentId },
  });
  const { id: sheetId } = await db.scoreSheet.create({
    data: { assignmentId, privateNotes: "NOTE-PRIVEE-DU-JURE" },
  });
  await db.score.create({
    data: { sheetId, criterion: "impact", value: 4, justification: "JUSTIFICATION-LISIBLE" },
  });
  await db.scoreSheet.update({
    where: { id: sheetId },
    data: { submittedAt: new Date("2021-01-20T10:30:00+01:00") },
  });
  await db.dossier.update({ where: { id }, data: { status: "scored", version: { increment: 1 } } });
  const { id: decision } = await proposeDecision(owner, {
    number,
    outcome: "accepted",
    amount: "100 000",
    motiveCode: "meets-criteria",
    motive: "Répond aux critères.",
    strengths: "",
    weaknesses: "",
  });
  await confirmDecision(chair, { number, decision });
  if (notified) await notifyDecision(owner, { number, decision });
  return { id, number, decision };
}

const textOf = (content: Uint8Array) => new TextDecoder().decode(content);

test("holds every piece with its hash, and none of the private notes", async () => {
  const { decision } = await aDecision();
  const { pieces, brokenAt } = await consultDecision(auditor, decision, "evidence-read");
  expect(brokenAt).toBeNull();
  for (const { content, sha256 } of pieces) {
    expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  }
  const names = pieces.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(names.map((name) => name.slice(0, 2))).toEqual(
    expect.arrayContaining(["01", "02", "04", "05", "11", "12", "13", "14"]),
  );
  const all = pieces.map(({ content }) => textOf(content)).join("\n");
  expect(all).toContain("JUSTIFICATION-LISIBLE");
  expect(all).not.toContain("NOTE-PRIVEE-DU-JURE");
});

test("the filed content is the one whose fingerprint the receipt bears", async () => {
  const { id, decision } = await aDecision();
  const { pieces } = await consultDecision(auditor, decision, "evidence-read");
  const filing = pieces.find(({ name }) => name.startsWith("02-"));
  const { fingerprint } = JSON.parse(textOf(filing?.content ?? new Uint8Array()));
  const stored = await db.filing.findFirstOrThrow({ where: { dossierId: id } });
  expect(fingerprint).toBe(stored.fingerprint);
});

test("the archive checks itself with the tool every system has", async () => {
  const { decision } = await aDecision();
  const evidence = await consultDecision(auditor, decision, "evidence-download");
  const directory = mkdtempSync(path.join(tmpdir(), "preuves-"));
  const bytes = await buffer(evidenceArchive(evidence));
  for (const { name, content } of await unzip(bytes))
    writeFileSync(path.join(directory, name), content);
  const output = execFileSync("sha256sum", ["--check", "manifeste.sha256"], {
    cwd: directory,
    encoding: "utf8",
  });
  expect(output.trim().split("\n")).toHaveLength(evidence.pieces.length);
  writeFileSync(path.join(directory, "11-decision.json"), "{}");
  expect(() =>
    execFileSync("sha256sum", ["--check", "manifeste.sha256"], { cwd: directory, stdio: "pipe" }),
  ).toThrow();
});

test("each consultation is one line of the auditor’s own log", async () => {
  const { number, decision } = await aDecision();
  await consultDecision(auditor, decision, "evidence-read");
  await consultDecision(auditor, decision, "evidence-download");
  const own = await ownConsultations(auditor);
  expect(own.slice(0, 2)).toMatchObject([
    { kind: "evidence-download", dossier: { number } },
    { kind: "evidence-read", dossier: { number } },
  ]);
});

test("no letter while the decision is not notified, and nothing for anybody else", async () => {
  const { decision } = await aDecision({ notified: false });
  const { pieces } = await consultDecision(auditor, decision, "evidence-read");
  expect(pieces.some(({ name }) => name.endsWith(".pdf"))).toBe(false);
  for (const actor of [carrier, owner, chair, juror]) {
    await expect(consultDecision(actor, decision, "evidence-read")).rejects.toMatchObject({
      code: "not-found",
    });
  }
});

test("of a dossier presented again, the scoring under way stays secret", async () => {
  const { id, number, decision } = await aDecision();
  await db.dossier.update({
    where: { id },
    data: { status: "under-review", version: { increment: 1 }, presentation: 2 },
  });
  const { id: assignmentId } = await db.jurorAssignment.create({
    data: { dossierId: id, jurorId: chair.agentId, assignedById: owner.agentId, presentation: 2 },
  });
  const { id: sheetId } = await db.scoreSheet.create({ data: { assignmentId } });
  await db.score.create({
    data: { sheetId, criterion: "impact", value: 1, justification: "SECRET-DE-LA-SECONDE-FOIS" },
  });
  await db.scoreSheet.update({
    where: { id: sheetId },
    data: { submittedAt: new Date("2021-01-20T11:30:00+01:00") },
  });
  const { pieces } = await consultDecision(auditor, decision, "evidence-read");
  const all = pieces.map(({ content }) => textOf(content)).join("\n");
  expect(all).not.toContain("SECRET-DE-LA-SECONDE-FOIS");
  expect(all).toContain(number);
});

function unzip(bytes: Buffer): Promise<{ name: string; content: Buffer }[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const found: { name: string; content: Buffer }[] = [];
      zip.on("entry", (entry: yauzl.Entry) => {
        zip.openReadStream(entry, async (problem, stream) => {
          if (problem) return reject(problem);
          found.push({ name: entry.fileName, content: await buffer(stream) });
          zip.readEntry();
        });
      });
      zip.on("end", () => resolve(found));
      zip.readEntry();
    });
  });
}
