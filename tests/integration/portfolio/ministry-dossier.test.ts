import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { readMinistryDossier } from "@/features/portfolio/queries/ministry-dossier";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";

const db = await testDatabase();

let carrier: Actor;
let dnum: Actor;
let otherDnum: Actor;
let dossier: { id: string; number: string };

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  carrier = await aCarrier("ITN3");
  const ministryId = carrier.organisation?.ministryId ?? "";
  dnum = await anActor(await anOrganisation(), { role: "dnum", ministryId });
  const other = await anOrganisation();
  otherDnum = await anActor(other, { role: "dnum", ministryId: other.id });
  dossier = await aFilledDraft(carrier, "ITN3");
  await fileDossier(carrier, await theForm(dossier));
});

test("the ministry reads what was filed, with its amounts", async () => {
  const read = await readMinistryDossier(dnum, dossier.number);
  expect(read.status).toBe("filed");
  expect(read.filed.answers.title).toBeTruthy();
  expect(read.filed.lines.length).toBeGreaterThan(0);
  expect(read.filed.amounts.requestedGrant).toBeGreaterThan(0);
  expect(read.explanation.at(-1)?.amount).toBe(read.filed.amounts.computedGrant);
  expect(read.decision).toBeNull();
});

test("another ministry, its carrier and a draft get nothing", async () => {
  const draft = await aDraft(carrier, "ITN3", "Un autre projet");
  for (const [reader, number] of [
    [otherDnum, dossier.number],
    [carrier, dossier.number],
    [dnum, draft.number],
    [dnum, "2021-999999"],
    [dnum, "x"],
  ] as const) {
    await expect(readMinistryDossier(reader, number)).rejects.toMatchObject({ code: "not-found" });
  }
});

test("a decision is read from its notification on, and not before", async () => {
  const [proposer, confirmer] = [await anActor(null), await anActor(null)];
  const at = new Date("2021-01-25T10:00:00Z");
  await db.dossier.update({
    where: { id: dossier.id },
    data: { status: "refused", version: { increment: 1 } },
  });
  const decision = await db.decision.create({
    data: {
      dossierId: dossier.id,
      outcome: "refused",
      status: "confirmed",
      computedGrant: 1n,
      motive: "Motif réservé",
      proposedById: proposer.agentId,
      confirmedById: confirmer.agentId,
      confirmedAt: at,
    },
  });
  const before = await readMinistryDossier(dnum, dossier.number);
  expect(before.status).toBe("under-review");
  expect(before.decision).toBeNull();
  expect(JSON.stringify(before.decision) + before.status).not.toContain("refus");
  const { filed, ...rest } = before;
  expect(filed.theme.code).toBe("ITN3");
  expect(JSON.stringify(rest)).not.toMatch(/réservé|refused/);

  await db.decision.update({ where: { id: decision.id }, data: { notifiedAt: at } });
  await db.dossier.update({ where: { id: dossier.id }, data: { notifiedAt: at } });
  const after = await readMinistryDossier(dnum, dossier.number);
  expect(after).toMatchObject({
    status: "refused",
    decision: { outcome: "refused", amount: null, motive: "Motif réservé", notifiedAt: at },
  });
});
