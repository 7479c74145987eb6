import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import {
  changeEnvelope,
  extendCall,
} from "@/features/administration/openings/commands/change-open-call";
import {
  configureCall,
  setWeights,
} from "@/features/administration/openings/commands/configure-call";
import { createCall } from "@/features/administration/openings/commands/create-call";
import { readCall, readCalls } from "@/features/administration/openings/queries";
import { GENERAL_CHAIN, readChain } from "@/server/audit";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let owner: Actor;
let administrator: Actor;
let stranger: Actor;

beforeAll(async () => {
  await setClock("2021-01-20T09:00:00+01:00");
  const dinum = await anOrganisation({ name: "DINUM" });
  owner = await anActor(dinum, { role: "theme-owner", theme: "ITN3" });
  administrator = await anActor(dinum, { role: "administrator" });
  stranger = await anActor(dinum, { role: "instructor", theme: "ITN3" });
});
beforeEach(() => setClock("2021-01-20T10:00:00+01:00"));

const next = {
  theme: "ITN3" as const,
  kind: "aap" as const,
  label: "Appel à projets ITN3, session 2",
  opensOn: "2021-03-01" as const,
  closesOn: "2021-04-15" as const,
  announced: "",
  envelope: "4 000 000",
};
const lastFact = async () => (await readChain(GENERAL_CHAIN)).lines.at(-1);
const weightsOf = (value: number) =>
  Object.fromEntries(THEMES.ITN3.criteria.map(({ key }) => [key, value]));

describe("a new call", () => {
  test("opens at midnight and closes at the end of its day, in Paris, on its own money", async () => {
    const { id } = await createCall(owner, next);
    expect(await readCall(owner, id)).toMatchObject({
      state: "to-come",
      opensAt: new Date("2021-02-28T23:00:00Z"),
      closesAt: new Date("2021-04-15T21:59:59.999Z"),
      envelope: { total: euros(4_000_000), committed: 0 },
    });
    expect(await lastFact()).toMatchObject({ action: "call-created", facts: { callId: id } });
  });

  test("two created at once have two keys", async () => {
    const created = await Promise.all([createCall(owner, next), createCall(owner, next)]);
    const rows = await db.call.findMany({ where: { id: { in: created.map(({ id }) => id) } } });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  test.each([
    [{ opensOn: "2021-01-20" as const }, "opensOn"],
    [{ closesOn: "2021-02-28" as const }, "closesOn"],
    [{ opensOn: null }, "opensOn"],
    [{ opensOn: null, closesOn: null }, "announced"],
    [{ theme: "ITN7" as const }, "theme"],
  ])("refuses %j, and says which field", async (change, path) => {
    await expect(createCall(administrator, { ...next, ...change })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path }],
    });
  });

  test("closes on the day it opens at the earliest", async () => {
    const { id } = await createCall(owner, { ...next, closesOn: next.opensOn });
    expect((await readCall(owner, id)).closesAt).toEqual(new Date("2021-03-01T22:59:59.999Z"));
  });
});

describe("while it is to come", () => {
  test("dates, name and weights change", async () => {
    const { id } = await createCall(owner, next);
    await configureCall(owner, {
      call: id,
      label: "Session de printemps",
      opensOn: null,
      closesOn: null,
      announced: "T2 2021",
    });
    await setWeights(owner, { call: id, weights: weightsOf(3) });
    const call = await readCall(owner, id);
    expect(call).toMatchObject({ label: "Session de printemps", announced: "T2 2021" });
    expect(call.criteria.map(({ weight }) => weight)).toEqual(THEMES.ITN3.criteria.map(() => 3));
  });

  test("a criterion left without weight is named", async () => {
    const { id } = await createCall(owner, next);
    const [first] = THEMES.ITN3.criteria;
    const { [first?.key ?? ""]: _, ...others } = weightsOf(2);
    await expect(setWeights(owner, { call: id, weights: others })).rejects.toMatchObject({
      fields: [{ path: `poids.${first?.key}` }],
    });
  });
});

describe("once it is open", () => {
  test("its rules are frozen, in the command and in the database", async () => {
    const { id } = await createCall(owner, next);
    await setWeights(owner, { call: id, weights: weightsOf(2) });
    await setClock("2021-03-01T00:00:01+01:00");
    const configured = configureCall(owner, { ...next, call: id });
    await expect(configured).rejects.toThrow(/Règles figées depuis le 1er\s/);
    const weighted = setWeights(owner, { call: id, weights: weightsOf(5) });
    await expect(weighted).rejects.toThrow(/Règles figées/);
    await expect(
      db.callWeight.updateMany({ where: { callId: id }, data: { weight: 9 } }),
    ).rejects.toThrow(/frozen/);
  });

  test("its closing is put off, never brought forward, never after it", async () => {
    const call = await aCall("ITN3", { closesOn: "2021-01-31" });
    const reason = "Panne du réseau.";
    await expect(
      extendCall(owner, { call: call.id, closesOn: "2021-01-31", reason }),
    ).rejects.toMatchObject({ fields: [{ path: "closesOn" }] });
    await extendCall(owner, { call: call.id, closesOn: "2021-02-05", reason });
    expect((await readCall(owner, call.id)).closesAt).toEqual(new Date("2021-02-05T22:59:59.999Z"));
    expect(await lastFact()).toMatchObject({ action: "call-extended", facts: { reason } });
    await setClock("2021-02-06T00:00:01+01:00");
    await expect(
      extendCall(owner, { call: call.id, closesOn: "2021-02-20", reason }),
    ).rejects.toMatchObject({ code: "not-open" });
  });

  test("its envelope never goes below what is committed, whoever raises or awards at once", async () => {
    const call = await aCall("ITN3", { total: euros(1_000_000) });
    await db.envelope.update({
      where: { id: call.envelopeId },
      data: { total: BigInt(euros(2_000_000)) },
    });
    const change = (envelope: string) =>
      changeEnvelope(owner, { call: call.id, envelope, reason: "Arbitrage." });
    await change("500 000");
    expect((await readCall(owner, call.id)).envelope.total).toBe(euros(500_000));
    expect(await lastFact()).toMatchObject({
      action: "envelope-changed",
      facts: { from: euros(2_000_000), to: euros(500_000) },
    });
  });
});

test("who keeps no call sees none and changes none", async () => {
  const { id } = await createCall(owner, next);
  await expect(readCalls(stranger)).rejects.toMatchObject({ code: "not-found" });
  await expect(readCall(stranger, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(createCall(stranger, next)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    changeEnvelope(stranger, { call: id, envelope: "1", reason: "Non." }),
  ).rejects.toMatchObject({ code: "not-found" });
  const other = await anActor(null, { role: "theme-owner", theme: "ITN6" });
  await expect(readCall(other, id)).rejects.toMatchObject({ code: "not-found" });
  expect((await readCalls(administrator)).some((call) => call.id === id)).toBe(true);
});
