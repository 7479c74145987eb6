import { beforeAll, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { THEME_LIST, THEMES } from "@/domain/themes/index";
import { inTransaction } from "@/server/database/client";
import { commitAward, envelopeChain } from "@/server/envelopes";
import { installReferenceData } from "@/server/reference-data";
import { aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
  await inTransaction(installReferenceData);
});

const callOf = (themeCode: string, key: string) =>
  db.call.findUniqueOrThrow({ where: { themeCode_key: { themeCode, key } } });
const chainOf = async (themeCode: string, key: string) =>
  (await envelopeChain((await callOf(themeCode, key)).envelopeId)).map(({ label, total }) => [
    label,
    total,
  ]);

test("every call of the texts draws on its theme, within the BOP of its administration", async () => {
  for (const theme of THEME_LIST) {
    for (const { key, label, envelope } of theme.calls) {
      const own = envelope === null ? [] : [[`${theme.code} – ${label}`, envelope]];
      const bop = { DINUM: euros(296_000_000), DITP: euros(83_000_000) };
      const { administration } = theme.owner;
      expect(await chainOf(theme.code, key)).toEqual([
        ...own,
        [theme.code, theme.envelope.amount],
        ...(administration ? [[`BOP ${administration}`, bop[administration]]] : []),
      ]);
    }
  }
  expect(await chainOf("ITN7", THEMES.ITN7.calls[0]?.key ?? "")).toEqual([
    ["ITN7", euros(88_000_000)],
  ]);
});

test("the envelopes of each BOP add up to it, and those of ITN5's calls to their theme's", async () => {
  const parents = await db.envelope.findMany({
    where: { children: { some: {} } },
    include: { children: true },
  });
  expect(parents.map(({ label }) => label).sort()).toEqual(["BOP DINUM", "BOP DITP", "ITN5"]);
  for (const { total, children } of parents) {
    expect(children.reduce((sum, child) => sum + child.total, 0n)).toBe(total);
  }
});

test("installed again, nothing changes; an amount its owner raised stays", async () => {
  const raised = await db.envelope.findFirstOrThrow({ where: { label: "ITN3" } });
  await db.envelope.update({ where: { id: raised.id }, data: { total: raised.total + 1n } });
  const order = { orderBy: { id: "asc" } } as const;
  const before = [await db.envelope.findMany(order), await db.call.findMany(order)];
  await inTransaction(installReferenceData);
  expect([await db.envelope.findMany(order), await db.call.findMany(order)]).toEqual(before);
});

test("a database older than the levels gets them, with what was awarded since", async () => {
  const carrier = await anActor(await anOrganisation({ kind: "business-directorate" }));
  const call = await callOf("ITN5", "guichet");
  const { id: dossierId } = await aDossier({ carrier, call, status: "scored" });
  const decide = () =>
    db.decision.create({
      data: {
        dossierId,
        outcome: "accepted",
        status: "returned",
        returnedReason: "Essai",
        amount: 100_00n,
        computedGrant: 100_00n,
        motive: "Essai",
        proposedById: carrier.agentId,
      },
    });
  // As the portal stood before: the call's envelope alone, with its awards.
  await db.envelope.updateMany({ data: { parentId: null } });
  await db.envelope.deleteMany({ where: { label: { in: ["BOP DINUM", "BOP DITP", "ITN5"] } } });
  for (const amount of [euros(100), euros(250)]) {
    const { id: decisionId } = await decide();
    await inTransaction((tx) =>
      commitAward(tx, { envelopeId: call.envelopeId, decisionId, amount }),
    );
  }
  await inTransaction(installReferenceData);
  const chain = await envelopeChain(call.envelopeId);
  expect(chain.map(({ label, committed }) => [label, committed])).toEqual([
    ["ITN5 – Guichet ITN5", euros(350)],
    ["ITN5", euros(350)],
    ["BOP DINUM", euros(350)],
  ]);
  expect(await db.ledgerEntry.count()).toBe(6);
  await inTransaction(installReferenceData);
  expect(await db.ledgerEntry.count()).toBe(6);
});
