import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatInstant } from "@/domain/calendar";
import type { JsonObject } from "@/domain/evidence/canonical";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { SAMPLES } from "@/domain/themes/samples";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import type { FilingReceipt } from "@/features/dossiers/filing";
import { dossierChain, readChain } from "@/server/audit";
import { fingerprint } from "@/server/fingerprint";
import { aCall, aDossier, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";

let carrier: Actor;

beforeAll(async () => {
  await setClock(DAY);
  await aCall("ITN3");
  await aCall("SNAP2A", { closesOn: null, monthlyRounds: true });
  carrier = await aCarrier("ITN3");
});
beforeEach(() => setClock(DAY));

const filingsOf = (dossierId: string) => db.filing.findMany({ where: { dossierId } });

describe("filing", () => {
  test("keeps content, amounts, status, audit line and mail together, and gives the receipt", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const receipt = await fileDossier(carrier, await theForm(draft));
    const filed = await db.dossier.findUniqueOrThrow({ where: { id: draft.id } });
    const state = await readDraft(draft.id);
    const { amounts } = evaluate(state, new Date(DAY)).simulation;
    expect(filed).toMatchObject({
      status: "filed",
      total: BigInt(amounts?.total ?? 0),
      base: BigInt(amounts?.base ?? 0),
      computedGrant: BigInt(amounts?.grant ?? 0),
    });
    expect(filed.computedGrant).toBeGreaterThan(0n);
    expect(receipt.filedAt).toBe(filed.filedAt?.toISOString());

    const [filing, ...others] = await filingsOf(draft.id);
    expect(others).toEqual([]);
    expect(filing?.filedAt).toEqual(filed.filedAt);
    expect(filing?.fingerprint).toBe(receipt.fingerprint);
    expect(fingerprint(filing?.content as JsonObject)).toBe(receipt.fingerprint);
    expect(filing?.content).toMatchObject({
      number: draft.number,
      answers: { title: SAMPLES.ITN3.typed?.title },
    });

    const { lines, brokenAt } = await readChain(dossierChain(draft.id));
    expect(brokenAt).toBeNull();
    expect(lines.at(-1)).toMatchObject({
      action: "file",
      facts: { from: "draft", to: "filed", fingerprint: receipt.fingerprint },
    });
    expect(await db.notification.findMany({ where: { dossierId: draft.id } })).toMatchObject([
      { kind: "dossier-filed", recipientId: carrier.agentId },
    ]);
  });

  test("sent again with the same key gives the same receipt; with another body, a refusal", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    const receipt = await fileDossier(carrier, form);
    expect(await fileDossier(carrier, form)).toEqual(receipt);
    await expect(fileDossier(carrier, { ...form, content: "0".repeat(64) })).rejects.toMatchObject({
      code: "replayed-with-other-content",
    });
    const other = await aFilledDraft(carrier, "ITN3");
    await expect(fileDossier(carrier, await theForm(other, form.key))).rejects.toMatchObject({
      code: "replayed-with-other-content",
    });
    await expect(fileDossier(carrier, { ...form, key: randomUUID() })).rejects.toMatchObject({
      code: "already-done",
    });
    expect(await filingsOf(draft.id)).toHaveLength(1);
  });

  test("another person's key says nothing of what it filed", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    await fileDossier(carrier, form);
    const stranger = await aCarrier("ITN3");
    await expect(fileDossier(stranger, form)).rejects.toMatchObject({ code: "not-found" });
    await expect(fileDossier(stranger, { ...form, key: randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("twenty times at once with one key: one filing, twenty equal receipts", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => fileDossier(carrier, form)),
    );
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await filingsOf(draft.id)).toHaveLength(1);
    expect(await db.notification.count({ where: { dossierId: draft.id } })).toBe(1);
  });

  test("twenty times at once with twenty keys: one filing, nineteen refusals", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const forms = await Promise.all(Array.from({ length: 20 }, () => theForm(draft)));
    const results = await Promise.allSettled(forms.map((form) => fileDossier(carrier, form)));
    const kept = results.filter(
      (result): result is PromiseFulfilledResult<FilingReceipt> => result.status === "fulfilled",
    );
    expect(kept).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "already-done" });
      }
    }
    expect(await filingsOf(draft.id)).toHaveLength(1);
  });

  test("one key on two dossiers at once files one of them", async () => {
    const drafts = [await aFilledDraft(carrier, "ITN3"), await aFilledDraft(carrier, "ITN3")];
    const key = randomUUID();
    const forms = await Promise.all(drafts.map((draft) => theForm(draft, key)));
    const results = await Promise.allSettled(forms.map((form) => fileDossier(carrier, form)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "replayed-with-other-content" });
    expect(await db.filing.count({ where: { idempotencyKey: key } })).toBe(1);
  });
});

describe("what stands before filing", () => {
  test("a dossier that changed since it was read is not filed", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    await saveAnswers(carrier, {
      number: draft.number,
      answers: [{ field: "risks", value: "Un risque de plus", baseRevision: 1 }],
    });
    await expect(fileDossier(carrier, form)).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await filingsOf(draft.id)).toEqual([]);
  });

  test("an incomplete dossier says what is missing and stays a draft", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    await saveAnswers(carrier, {
      number: draft.number,
      answers: [
        { field: "risks", value: "", baseRevision: 1 },
        { field: "currentUsers", value: "beaucoup", baseRevision: 1 },
      ],
    });
    await expect(fileDossier(carrier, await theForm(draft))).rejects.toMatchObject({
      code: "incomplete",
      fields: expect.arrayContaining([
        expect.objectContaining({ path: "risks" }),
        expect.objectContaining({ path: "currentUsers" }),
      ]),
    });
    expect(await db.dossier.findUnique({ where: { id: draft.id } })).toMatchObject({
      status: "draft",
      total: null,
    });
  });

  test("a reader or a writer does not file", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    const colleague = await aCarrier("ITN3");
    for (const access of ["read", "write"]) {
      const place = { dossierId: draft.id, agentId: colleague.agentId };
      await db.dossierMember.upsert({
        where: { dossierId_agentId: place },
        create: { ...place, access },
        update: { access },
      });
      await expect(fileDossier(colleague, form)).rejects.toMatchObject({ code: "not-allowed" });
    }
  });

  test("nothing is saved on a filed dossier", async () => {
    const draft = await aFilledDraft(carrier, "ITN3");
    await fileDossier(carrier, await theForm(draft));
    const { number } = draft;
    const saving = saveAnswers(carrier, {
      number,
      answers: [{ field: "risks", value: "Trop tard", baseRevision: 1 }],
    });
    await expect(saving).rejects.toMatchObject({ code: "already-done" });
    const planning = savePlan(carrier, { number, baseRevision: 1, lines: [] });
    await expect(planning).rejects.toMatchObject({ code: "already-done" });
  });
});

describe("the calendar is the database's", () => {
  const attempt = async (instant: string) => {
    await setClock(DAY);
    const draft = await aFilledDraft(carrier, "ITN3");
    const form = await theForm(draft);
    await setClock(instant);
    return { draft, filing: fileDossier(carrier, form) };
  };

  test("the first second of the opening and the last before the closing are good", async () => {
    for (const instant of ["2020-12-01T00:00:00+01:00", "2021-01-31T23:59:50+01:00"]) {
      const { filing } = await attempt(instant);
      const { filedAt } = await filing;
      expect(formatInstant(new Date(filedAt))).toBe(formatInstant(new Date(instant)));
    }
  });

  test("after the closing or before the opening the draft is kept and the sentence says so", async () => {
    for (const [instant, code] of [
      ["2021-02-01T00:00:00+01:00", "too-late"],
      ["2020-11-30T23:59:00+01:00", "not-open"],
    ] as const) {
      const { draft, filing } = await attempt(instant);
      await expect(filing).rejects.toMatchObject({
        code,
        message: expect.stringContaining("Votre brouillon est conservé"),
      });
      expect(await filingsOf(draft.id)).toEqual([]);
      expect(await db.dossier.findUnique({ where: { id: draft.id } })).toMatchObject({
        status: "draft",
        total: null,
        filedAt: null,
      });
      expect(await db.notification.count({ where: { dossierId: draft.id } })).toBe(0);
      const { lines } = await readChain(dossierChain(draft.id));
      expect(lines.map(({ action }) => action)).not.toContain("file");
    }
  });

  test("a monthly jury: until the 14th its own month, from the 15th the next, in Paris", async () => {
    const actor = await aCarrier("SNAP2A");
    for (const [instant, month, juryOn] of [
      ["2021-01-14T23:59:50+01:00", "2021-01", "2021-01-31"],
      ["2021-01-15T00:00:00+01:00", "2021-02", "2021-02-28"],
      ["2021-02-28T12:00:00+01:00", "2021-03", "2021-03-31"],
    ] as const) {
      await setClock(DAY);
      const draft = await aFilledDraft(actor, "SNAP2A");
      const form = await theForm(draft);
      await setClock(instant);
      await fileDossier(actor, form);
      const filed = await db.dossier.findUniqueOrThrow({
        where: { id: draft.id },
        include: { round: true },
      });
      expect(filed.round).toMatchObject({ month, juryOn: new Date(`${juryOn}T00:00:00Z`) });
    }
    expect(await db.round.count()).toBe(3);
  });
});

test("a transaction killed half-way leaves nothing", async () => {
  const draft = await aFilledDraft(carrier, "ITN3");
  // The last write of the filing fails: what came before it must vanish.
  await db.$executeRawUnsafe(`
    CREATE FUNCTION kill_filing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
  await db.$executeRawUnsafe(
    "CREATE TRIGGER kill BEFORE INSERT ON filing FOR EACH ROW EXECUTE FUNCTION kill_filing()",
  );
  const form = await theForm(draft);
  try {
    await expect(fileDossier(carrier, form)).rejects.toThrow();
  } finally {
    await db.$executeRawUnsafe("DROP TRIGGER kill ON filing");
  }
  expect(await filingsOf(draft.id)).toEqual([]);
  expect(await db.dossier.findUnique({ where: { id: draft.id } })).toMatchObject({
    status: "draft",
    version: 0,
    total: null,
  });
  expect(await db.notification.count({ where: { dossierId: draft.id } })).toBe(0);
  expect((await readChain(dossierChain(draft.id))).brokenAt).toBeNull();
  // The same form, sent again, files it.
  expect((await fileDossier(carrier, form)).number).toBe(draft.number);
});

test("what was granted to the project's other dossiers counts in its cap", async () => {
  const call = await aCall("SNAP4", { closesOn: null });
  const actor = await aCarrier("SNAP4");
  const draft = await aFilledDraft(actor, "SNAP4");
  const before = evaluate(await readDraft(draft.id), new Date(DAY)).simulation.amounts;
  const earlier = await aDossier({ carrier: actor, call, status: "accepted" });
  await db.dossier.update({ where: { id: earlier.id }, data: { projectId: draft.projectId } });
  const proposer = await aCarrier("SNAP4");
  await db.decision.create({
    data: {
      dossierId: earlier.id,
      outcome: "accepted",
      status: "confirmed",
      amount: BigInt(euros(7_900_000)),
      computedGrant: BigInt(euros(7_900_000)),
      motive: "Accepté",
      proposedById: proposer.agentId,
      confirmedById: actor.agentId,
      confirmedAt: new Date(DAY),
    },
  });
  // Until it is notified, the project's own team does not know it.
  expect((await readDraft(draft.id)).prior).toEqual([]);
  await db.decision.updateMany({
    where: { dossierId: earlier.id },
    data: { notifiedAt: new Date(DAY) },
  });
  const state = await readDraft(draft.id);
  expect(state.prior).toEqual([{ number: earlier.number, amount: euros(7_900_000) }]);
  const after = evaluate(state, new Date(DAY)).simulation.amounts;
  expect(before?.grant).toBeGreaterThan(euros(100_000));
  expect(after?.grant).toBe(euros(100_000));
});
