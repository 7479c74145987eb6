import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { baselineDifference, type Proposed } from "@/domain/execution/changes";
import { cents } from "@/domain/money";
import { answerChange } from "@/features/execution/commands/answer-change";
import { askClosing, closeProject } from "@/features/execution/commands/closing";
import { promiseGain, proveGain } from "@/features/execution/commands/gains";
import { proposeCrossing } from "@/features/execution/commands/propose-crossing";
import { requestChange, withdrawChange } from "@/features/execution/commands/request-change";
import { readExecution } from "@/server/executions";
import { actionsOf, dossierNow } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { atOnce } from "../visas/world";
import { aLife, aProject, heldOf, type Life, OPENED } from "./world";

const db = await testDatabase();
let life: Life;
beforeAll(async () => {
  life = await aLife("SNAP3");
});
beforeEach(() => setClock(OPENED));

const ask = (number: string, proposed: Proposed) =>
  requestChange(life.carrier, { number, reason: "Le marché a pris du retard.", proposed });
const accept = (number: string, request: number, actor = life.owner) =>
  answerChange(actor, { number, request, outcome: "accepted", answer: "" });
const inForce = async (number: string) => readExecution(life.owner, "instruction", number);
const closing = { evaluation: "Objectifs tenus.", lessons: "Commencer petit." };

describe("a change of a project", () => {
  test("is asked once at a time, and taken back before its answer", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    const later: Proposed = { kind: "delay", endsOn: "2023-06-30" };
    const { held, refusals } = await atOnce([
      ask(number, later),
      ask(number, { kind: "suspension" }),
      ask(number, later),
    ]);
    expect(held).toBe(1);
    expect(new Set(refusals)).toEqual(new Set(["already-done"]));
    await withdrawChange(life.carrier, { number, request: 1 });
    await expect(accept(number, 1)).rejects.toMatchObject({ code: "already-done" });
    await expect(withdrawChange(life.carrier, { number, request: 1 })).rejects.toMatchObject({
      code: "already-done",
    });
    expect(await ask(number, later)).toEqual({ request: 2 });
    expect((await actionsOf(id)).slice(-2)).toEqual(["withdraw-change", "request-change"]);
    expect((await inForce(number)).version).toBe(1);
  });

  test("accepted, moves what is left of the calendar in a new version; the first one stays", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    const { request } = await ask(number, { kind: "delay", endsOn: "2023-06-28" });
    await accept(number, request, life.instructor);
    const { version, first, inForce: now, endsOn } = await inForce(number);
    expect({ version, endsOn }).toEqual({ version: 2, endsOn: "2023-06-28" });
    expect(first.endsOn).toBe("2023-02-28");
    expect(baselineDifference(first, now).map(({ what }) => what)).toEqual([
      "Fin prévue",
      "Phase 1, fin",
      "Phase 2, début",
      "Phase 2, fin",
    ]);
    const phases = await db.executionPhase.findMany({
      where: { dossierId: id },
      orderBy: { position: "asc" },
    });
    expect(phases.map(({ endsOn: end }) => end.toISOString().slice(0, 10))).toEqual(
      now.phases.map((phase) => phase.endsOn),
    );
    const total = (spending: { amount: number }[]) =>
      spending.reduce((sum, { amount }) => sum + amount, 0);
    expect(total(now.spending)).toBe(total(first.spending));
  });

  test("lowers the award: the rest goes back to the envelopes, funded phases keep theirs", async () => {
    const { number, grant, decision } = await aProject(life, "SNAP3");
    const before = (await inForce(number)).first.phases;
    const lower = cents(grant - 100_001);
    const { request } = await ask(number, { kind: "amount", grant: lower });
    await expect(accept(number, request, life.instructor)).rejects.toMatchObject({
      code: "not-allowed",
    });
    const results = await atOnce([
      accept(number, request),
      accept(number, request, life.otherOwner),
    ]);
    expect(results).toEqual({ held: 1, refusals: ["already-done"] });
    expect(await heldOf(decision)).toBe(lower);
    const after = (await inForce(number)).inForce;
    expect(after.grant).toBe(lower);
    expect(after.phases[0]?.grant).toBe(before[0]?.grant);
    expect(after.phases[1]?.grant).toBe((before[1]?.grant ?? 0) - 100_001);
  });

  test.each([
    ["raised", (grant: number, _floor: number) => grant + 1, "grant"],
    ["the same", (grant: number, _floor: number) => grant, "grant"],
    ["below what is funded", (_grant: number, floor: number) => floor - 1, "grant"],
  ])("is never an amount %s", async (_, amount, path) => {
    const { number, grant } = await aProject(life, "SNAP3");
    const floor = (await inForce(number)).inForce.phases[0]?.grant ?? 0;
    await expect(
      ask(number, { kind: "amount", grant: cents(amount(grant, floor)) }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path }] });
  });

  test("suspends the project, whose milestones wait, then takes it up again", async () => {
    const { number } = await aProject(life, "SNAP3");
    await expect(ask(number, { kind: "resumption", endsOn: "2023-06-30" })).rejects.toMatchObject({
      code: "not-open",
    });
    const { request } = await ask(number, { kind: "suspension" });
    await accept(number, request);
    expect((await inForce(number)).suspendedAt).not.toBeNull();
    const measures = ["200", "90"].map((value) => ({
      value,
      on: "2021-05-10",
      method: "Journal.",
    }));
    await expect(
      proposeCrossing(life.carrier, { number, position: 1, account: "Fait.", measures }),
    ).rejects.toMatchObject({ code: "not-open" });
    const again = await ask(number, { kind: "resumption", endsOn: "2023-08-31" });
    await accept(number, again.request);
    const { suspendedAt, version, endsOn } = await inForce(number);
    expect({ suspendedAt, version, endsOn }).toEqual({
      suspendedAt: null,
      version: 3,
      endsOn: "2023-08-31",
    });
  });

  test("abandons the project: it is closed, what is not spent goes back", async () => {
    const { id, number, decision } = await aProject(life, "SNAP3");
    const { request } = await ask(number, { kind: "abandonment", spent: cents(1_234_500) });
    await accept(number, request);
    expect((await dossierNow(number)).status).toBe("closed");
    expect(await heldOf(decision)).toBe(1_234_500);
    expect((await actionsOf(id)).slice(-2)).toEqual(["close-execution", "answer-change"]);
    await expect(ask(number, { kind: "suspension" })).rejects.toMatchObject({ code: "not-open" });
  });

  test("refused with a reason, changes nothing; the carrier alone asks, those who examine answer", async () => {
    const { number } = await aProject(life, "SNAP3");
    const { request } = await ask(number, { kind: "scope", scope: "Trois ministères." });
    for (const [who, code] of [
      ["carrier", "not-found"],
      ["dnum", "not-found"],
      ["outsider", "not-found"],
      ["chair", "not-allowed"],
    ] as const) {
      await expect(accept(number, request, life[who])).rejects.toMatchObject({ code });
    }
    await answerChange(life.instructor, {
      number,
      request,
      outcome: "refused",
      answer: "Le périmètre est celui de la décision.",
    });
    expect((await inForce(number)).version).toBe(1);
    await expect(
      requestChange(life.owner, { number, reason: "x", proposed: { kind: "suspension" } }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("gains", () => {
  test("are promised, then proven with their method, source, level and day", async () => {
    const { id, number } = await aProject(life, "SNAP3");
    await promiseGain(life.carrier, {
      number,
      label: "Heures d’agents",
      unit: "heures",
      promised: 1_600_500n,
    });
    const gain = await db.gain.findFirstOrThrow({ where: { dossierId: id } });
    const proof = {
      number,
      gain: gain.id,
      proven: 1_450_000n,
      level: "measured" as const,
      method: "Relevé.",
      source: "Outil de temps.",
      provenOn: "2021-05-10" as const,
    };
    await expect(
      proveGain(life.carrier, { ...proof, provenOn: "2021-05-11" }),
    ).rejects.toMatchObject({ fields: [{ path: "provenOn" }] });
    await proveGain(life.carrier, proof);
    expect(await db.gain.findUniqueOrThrow({ where: { id: gain.id } })).toMatchObject({
      promised: 1_600_500n,
      proven: 1_450_000n,
      level: "measured",
    });
    const other = await aProject(life, "SNAP3");
    await expect(proveGain(life.carrier, { ...proof, number: other.number })).rejects.toMatchObject(
      { code: "not-found" },
    );
    expect((await actionsOf(id)).slice(-2)).toEqual(["promise-gain", "prove-gain"]);
  });
});

describe("the closing", () => {
  test("follows the carrier's evaluation, and gives back what is unused, once", async () => {
    const { id, number, grant, decision } = await aProject(life, "SNAP3");
    await expect(closeProject(life.owner, { number, returned: cents(0) })).rejects.toMatchObject({
      code: "incomplete",
    });
    await askClosing(life.carrier, { number, ...closing, unused: cents(500) });
    await expect(
      closeProject(life.instructor, { number, returned: cents(500) }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      closeProject(life.owner, { number, returned: cents(grant + 1) }),
    ).rejects.toMatchObject({ code: "invalid-input" });
    const { held } = await atOnce([
      closeProject(life.owner, { number, returned: cents(500) }),
      closeProject(life.otherOwner, { number, returned: cents(500) }),
    ]);
    expect(held).toBe(1);
    expect(await heldOf(decision)).toBe(grant - 500);
    expect((await dossierNow(number)).status).toBe("closed");
    const told = await db.notification.findMany({
      where: { dossierId: id, kind: { startsWith: "execution-closed" } },
    });
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      [life.carrier.agentId, life.dnum.agentId].sort(),
    );
  });

  test("waits for what is open, and is then only read", async () => {
    const { number } = await aProject(life, "SNAP3");
    const { request } = await ask(number, { kind: "suspension" });
    await askClosing(life.carrier, { number, ...closing, unused: cents(0) });
    await expect(closeProject(life.owner, { number, returned: cents(0) })).rejects.toMatchObject({
      message: expect.stringMatching(/demande de modification/),
    });
    await withdrawChange(life.carrier, { number, request });
    await closeProject(life.owner, { number, returned: cents(0) });
    for (const act of [
      () => ask(number, { kind: "suspension" }),
      () => askClosing(life.carrier, { number, ...closing, unused: cents(0) }),
      () => promiseGain(life.carrier, { number, label: "x", unit: "x", promised: 1n }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "not-open" });
    }
    expect((await readExecution(life.carrier, "carrier", number)).evaluation).toBe(
      "Objectifs tenus.",
    );
  });
});
