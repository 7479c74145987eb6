import { beforeAll, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { readDecisions } from "@/features/dossiers/queries/decisions";
import { readDossierOffer } from "@/features/dossiers/queries/dossier-offer";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { readMyDossiers } from "@/features/dossiers/queries/my-dossiers";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { ownRoom } from "@/features/dossiers/queries/own-room";
import { routes } from "@/routes";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";

let carrier: Actor;
let owner: Actor;
let call: Awaited<ReturnType<typeof aCall>>;
beforeAll(async () => {
  await setClock(DAY);
  call = await aCall("ITN3");
  carrier = await aCarrier("ITN3");
  owner = await anActor(await anOrganisation({ kind: "central-administration" }), {
    role: "theme-owner",
    theme: "ITN3",
  });
});

/** A confirmed decision on a dossier, notified or not. */
async function aDecision(dossierId: string, notified: boolean) {
  const other = await aCarrier("ITN3");
  const notifiedAt = notified ? new Date(DAY) : null;
  await db.decision.create({
    data: {
      dossierId,
      outcome: "accepted",
      status: "confirmed",
      amount: BigInt(euros(250_000)),
      computedGrant: BigInt(euros(300_000)),
      motive: "Projet utile",
      proposedById: other.agentId,
      confirmedById: owner.agentId,
      confirmedAt: new Date(DAY),
      notifiedAt,
    },
  });
  await db.dossier.update({ where: { id: dossierId }, data: { notifiedAt } });
}

test("until notification the carrier reads nothing of the jury's work nor of the decision", async () => {
  for (const status of ["scored", "accepted"] as const) {
    const { id, number } = await aDossier({ carrier, call, status });
    if (status === "accepted") await aDecision(id, false);
    const { header, status: shown } = await openDossier(carrier, number);
    expect(shown).toBe("under-review");
    expect(header.status.label).toBe("En instruction");
    expect(header.grant).toMatchObject({ label: "Subvention demandée", cents: euros(300_000) });
    const mine = (await readMyDossiers(carrier)).dossiers.find((one) => one.number === number);
    expect(mine).toMatchObject({ status: { label: "En instruction" }, grant: euros(300_000) });
  }
});

test("once notified, the decision and its amount are the team's", async () => {
  const draft = await aFilledDraft(carrier, "ITN3");
  await fileDossier(carrier, await theForm(draft));
  expect((await readFiledDossier(carrier, draft.number)).decided).toBe(false);
  await expect(readDecisions(carrier, draft.number)).rejects.toMatchObject({ code: "not-found" });
  await aDecision(draft.id, true);
  expect((await readFiledDossier(carrier, draft.number)).decided).toBe(true);
  const { shown } = await readDecisions(carrier, draft.number);
  expect(shown?.letter).toMatchObject({ outcome: "accepted", amount: euros(250_000) });
});

test("a draft has no receipt; others have nothing at all", async () => {
  const draft = await aDraft(carrier, "ITN3");
  await expect(readFiledDossier(carrier, draft.number)).rejects.toMatchObject({
    code: "not-found",
  });
  const stranger = await aCarrier("ITN3");
  for (const reading of [openDossier, readFiledDossier]) {
    for (const number of [draft.number, "2021-999999", "x"]) {
      await expect(reading(stranger, number)).rejects.toMatchObject({ code: "not-found" });
    }
  }
  expect((await readMyDossiers(stranger)).total).toBe(0);
});

test("the shared address leads each reader to their own room, or nowhere", async () => {
  const draft = await aDraft(carrier, "ITN3");
  const filed = await aDossier({ carrier, call, status: "filed" });
  expect(await ownRoom(carrier, filed.number)).toBeNull();
  expect(await ownRoom(owner, filed.number)).toBe(routes.instructionDossier(filed.number));
  expect(await ownRoom(owner, draft.number)).toBeUndefined();
  expect(await ownRoom(await aCarrier("ITN3"), filed.number)).toBeUndefined();
});

test("the list goes by pages, newest first, and says what is owed with its date", async () => {
  const actor = await aCarrier("ITN3");
  const numbers: string[] = [];
  for (let count = 0; count < 27; count += 1) numbers.push((await aDraft(actor, "ITN3")).number);
  const first = await readMyDossiers(actor);
  expect(first.total).toBe(27);
  expect(first.dossiers).toHaveLength(25);
  expect(first.dossiers[0]?.number).toBe(numbers.at(-1));
  expect(first.tasks).toHaveLength(5);
  expect(first.tasks[0]?.due).toEqual(new Date("2021-01-31T22:59:59.999Z"));
  const second = await readMyDossiers(actor, first.nextCursor ?? "");
  expect(second.dossiers.map(({ number }) => number)).toEqual(numbers.slice(0, 2).reverse());
  expect(second.nextCursor).toBeNull();
});

test("an offer says what is open, and warns a carrier the theme does not name", async () => {
  expect(await readDossierOffer(carrier, "itn3")).toMatchObject({
    call: { state: "open" },
    refusal: null,
    carrierFinding: null,
  });
  const operator = await anActor(await anOrganisation({ kind: "state-operator" }));
  expect((await readDossierOffer(operator, "itn3")).carrierFinding).toMatchObject({
    code: "CARRIER_INELIGIBLE",
  });
  expect((await readDossierOffer(await anActor(null), "itn3")).refusal).not.toBeNull();
  expect((await readDossierOffer(carrier, "itn7")).form).toBeNull();
  await expect(readDossierOffer(carrier, "itn0")).rejects.toMatchObject({ code: "not-found" });
});
