import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { giveVisa } from "@/features/visas/commands/give-visa";
import { informDnum } from "@/features/visas/commands/inform-dnum";
import { setVisaDays } from "@/features/visas/commands/set-visa-days";
import { readCarrierVisa } from "@/features/visas/queries/carrier-visa";
import { giveVisaSchema, setVisaDaysSchema } from "@/features/visas/schemas";
import { dossierChain, readChain } from "@/server/audit";
import { recordTacitVisas } from "@/server/jobs/record-tacit-visas";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aDraft, aFilledDraft, theForm } from "../dossiers/filled-draft";
import { aMinistry, atOnce, type Ministry, owedByOthers } from "./world";

const db = await testDatabase();
const DAY = "2021-01-11T10:00:00+01:00";
const LAST_SECOND = "2021-01-21T23:59:59+01:00";
const OVER = "2021-01-22T00:00:01+01:00";

const WITHDRAWN = { status: "withdrawn", version: { increment: 1 } };

let ministry: Ministry;

beforeAll(async () => {
  // Roles begin before the day of the tests, which comes back before each.
  await setClock("2021-01-04T10:00:00+01:00");
  for (const theme of ["SNAP1", "SNAP2A", "ITN3"] as const) await aCall(theme, { closesOn: null });
  ministry = await aMinistry();
});
beforeEach(() => setClock(DAY));

const inform = (actor: Actor, number: string, message = "") =>
  informDnum(actor, { number, message });
const give = (
  actor: Actor,
  number: string,
  answer: "endorsement" | "reservation" | "objection" = "endorsement",
) => giveVisa(actor, { number, answer, reason: answer === "endorsement" ? "" : "Une raison." });
const visaOf = (dossier: { id: string }) =>
  db.visa.findUniqueOrThrow({ where: { dossierId: dossier.id } });
const toldTo = async (kind: string, dossier: { id: string }) =>
  (await db.notification.findMany({ where: { kind, dossierId: dossier.id } }))
    .map(({ recipientId }) => recipientId)
    .sort();
const actionsOn = async (dossier: { id: string }) => {
  const { lines, brokenAt } = await readChain(dossierChain(dossier.id));
  expect(brokenAt).toBeNull();
  return lines.map(({ action, actorId }) => [action, actorId]);
};
const idsOf = (...actors: Actor[]) => actors.map(({ agentId }) => agentId).sort();

describe("an information", () => {
  test("is the carrier's own act: the filing needs it, and waits for nothing more", async () => {
    const { carrier, dnum, colleague } = ministry;
    const draft = await aDraft(carrier, "SNAP2A");
    expect(await owedByOthers(draft)).toEqual(["blocks"]);
    await inform(carrier, draft.number, "Bonjour");
    expect(await owedByOthers(draft)).toEqual([]);
    const visa = await visaOf(draft);
    expect(visa).toMatchObject({
      requirement: "information",
      status: "awaited",
      message: "Bonjour",
      requestedById: carrier.agentId,
      ministryId: ministry.ministry.id,
    });
    expect(visa.tacitAt?.toISOString()).toBe("2021-01-21T22:59:59.999Z");
    expect((await actionsOn(draft)).at(-1)).toEqual(["inform-dnum", carrier.agentId]);
    expect(await toldTo("visa-requested", draft)).toEqual(idsOf(dnum, colleague));
  });

  test("is told to no former agent of the DNUM, nor to a closed account", async () => {
    const { ministry: own, carrier, dnum } = await aMinistry();
    const role = { role: "dnum", ministryId: own.id } as const;
    const former = await anActor(own, role);
    const closed = await anActor(own, role);
    await db.roleGrant.updateMany({
      where: { agentId: former.agentId },
      data: { startsAt: new Date("2020-11-01"), endsAt: new Date("2021-01-01") },
    });
    await db.agent.update({ where: { id: closed.agentId }, data: { closedAt: new Date() } });
    const draft = await aDraft(carrier, "SNAP2A");
    await inform(carrier, draft.number);
    const told = await toldTo("visa-requested", draft);
    expect(told).toContain(dnum.agentId);
    expect(told).not.toContain(former.agentId);
    expect(told).not.toContain(closed.agentId);
  });

  test("is asked once, at once or not", async () => {
    const { carrier } = ministry;
    const draft = await aDraft(carrier, "SNAP2A");
    const { held, refusals } = await atOnce(
      Array.from({ length: 5 }, () => inform(carrier, draft.number)),
    );
    expect([held, new Set(refusals)]).toEqual([1, new Set(["already-done"])]);
    expect((await actionsOn(draft)).filter(([action]) => action === "inform-dnum")).toHaveLength(1);
  });

  test("is nobody's to give where the text asks nothing, nor to whoever may not file", async () => {
    const { carrier, ministry: own } = ministry;
    const elsewhere = await aDraft(carrier, "ITN3");
    await expect(inform(carrier, elsewhere.number)).rejects.toMatchObject({ code: "not-found" });
    await expect(readCarrierVisa(carrier, elsewhere.number)).rejects.toMatchObject({
      code: "not-found",
    });
    const office = await anActor(await anOrganisation({ kind: "dnum", ministryId: own.id }));
    const byDnum = await aDraft(office, "SNAP2A");
    expect(await owedByOthers(byDnum)).toEqual([]);
    await expect(inform(office, byDnum.number)).rejects.toMatchObject({ code: "not-found" });

    const draft = await aDraft(carrier, "SNAP2A");
    const writer = await anActor(carrier.organisation);
    await db.dossierMember.create({
      data: { dossierId: draft.id, agentId: writer.agentId, access: "write" },
    });
    await expect(inform(writer, draft.number)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await readCarrierVisa(writer, draft.number)).toMatchObject({
      mayAsk: false,
      mayAskLater: true,
    });
    const stranger = await anActor(carrier.organisation);
    await expect(inform(stranger, draft.number)).rejects.toMatchObject({ code: "not-found" });
  });

  test("says so when the ministry is unknown, and when its DNUM has no agent yet", async () => {
    const orphan = await anActor(await anOrganisation({ kind: "state-operator" }));
    const draft = await aDraft(orphan, "SNAP2A");
    await expect(inform(orphan, draft.number)).rejects.toMatchObject({ code: "incomplete" });
    expect((await readCarrierVisa(orphan, draft.number)).ministry).toBeNull();

    const bare = await anOrganisation();
    const alone = await anActor(
      await anOrganisation({ kind: "state-operator", ministryId: bare.id }),
    );
    const other = await aDraft(alone, "SNAP2A");
    await inform(alone, other.number);
    expect((await readCarrierVisa(alone, other.number)).ministry).toMatchObject({
      dnum: null,
      hasAgents: false,
    });
    expect(await owedByOthers(other)).toEqual([]);
  });

  test("names the ministries of the co-carriers, which the portal does not inform", async () => {
    const { carrier, ministry: own } = ministry;
    const elsewhere = await anOrganisation({ name: "Ministère voisin" });
    const draft = await aDraft(carrier, "SNAP2A");
    for (const ministryId of [own.id, elsewhere.id, elsewhere.id]) {
      const { id } = await anOrganisation({ kind: "state-operator", ministryId });
      await db.coCarrier.create({ data: { dossierId: draft.id, organisationId: id } });
    }
    const { otherMinistries } = await readCarrierVisa(carrier, draft.number);
    expect(otherMinistries).toEqual(["Ministère voisin"]);
  });

  test("an objection never keeps the dossier from being filed, even after the reading", async () => {
    const { carrier, dnum } = ministry;
    const draft = await aFilledDraft(carrier, "SNAP2A");
    const form = await theForm(draft);
    await give(dnum, draft.number, "objection");
    await fileDossier(carrier, form);
    const filing = await db.filing.findFirstOrThrow({ where: { dossierId: draft.id } });
    expect(filing.content).toMatchObject({
      visa: { status: "objection", givenById: dnum.agentId, reason: "Une raison." },
    });
    await expect(inform(carrier, draft.number)).rejects.toMatchObject({ code: "already-done" });
  });
});

describe("an answer", () => {
  test("reaches the carrier with its reason, and does not change", async () => {
    const { carrier, dnum, colleague } = ministry;
    const draft = await aDraft(carrier, "SNAP2A");
    await inform(carrier, draft.number);
    await give(dnum, draft.number, "reservation");
    expect((await readCarrierVisa(carrier, draft.number)).visa).toMatchObject({
      status: "reservation",
      reason: "Une raison.",
      givenBy: `${dnum.givenName} ${dnum.usualName}`,
    });
    expect(await toldTo("visa-given", draft)).toEqual(idsOf(carrier));
    expect((await actionsOn(draft)).at(-1)).toEqual(["give-visa", dnum.agentId]);
    await expect(give(colleague, draft.number)).rejects.toMatchObject({ code: "already-done" });
    expect((await visaOf(draft)).status).toBe("reservation");
  });

  test("of two agents at once, one is heard", async () => {
    const { carrier, dnum, colleague } = ministry;
    const draft = await aDraft(carrier, "SNAP2A");
    await inform(carrier, draft.number);
    const answers = [give(dnum, draft.number), give(colleague, draft.number, "objection")];
    expect(await atOnce(answers)).toEqual({ held: 1, refusals: ["already-done"] });
    expect((await actionsOn(draft)).filter(([action]) => action === "give-visa")).toHaveLength(1);
  });

  test.each([
    [{ answer: "reservation", reason: "  " }, "reason"],
    [{ answer: "objection", reason: "" }, "reason"],
    [{ answer: "recorded", reason: "" }, "answer"],
    [{ reason: "" }, "answer"],
  ])("%j is refused, beside %s", (typed, field) => {
    const parsed = giveVisaSchema.strict().safeParse({ number: "2021-000001", ...typed });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test("of a withdrawn dossier is not waited for", async () => {
    const { carrier, dnum } = ministry;
    const draft = await aFilledDraft(carrier, "SNAP2A");
    await fileDossier(carrier, await theForm(draft));
    await db.dossier.update({ where: { id: draft.id }, data: WITHDRAWN });
    await expect(give(dnum, draft.number)).rejects.toMatchObject({ code: "already-done" });
    await setClock(OVER);
    await recordTacitVisas();
    expect((await visaOf(draft)).status).toBe("recorded");
    expect(await toldTo("visa-tacit", draft)).toEqual([]);
  });
});

describe("silence", () => {
  test("counts until the last second of the delay, and is recorded after it, once", async () => {
    const { carrier, dnum, colleague } = ministry;
    const draft = await aDraft(carrier, "SNAP2A");
    await inform(carrier, draft.number);
    await setClock(LAST_SECOND);
    await recordTacitVisas();
    expect((await visaOf(draft)).status).toBe("awaited");
    await setClock(OVER);
    // Even before the worker writes it down.
    await expect(give(dnum, draft.number)).rejects.toMatchObject({ code: "too-late" });
    expect((await readCarrierVisa(carrier, draft.number)).visa?.status).toBe("recorded");
    await recordTacitVisas();
    await recordTacitVisas();
    expect(await visaOf(draft)).toMatchObject({ status: "recorded", givenById: null });
    const silences = (await actionsOn(draft)).filter(([action]) => action === "record-tacit-visa");
    expect(silences).toEqual([["record-tacit-visa", null]]);
    expect(await toldTo("visa-tacit", draft)).toEqual(idsOf(carrier));
    expect(await toldTo("visa-lapsed", draft)).toEqual(idsOf(dnum, colleague));
    expect(await owedByOthers(draft)).toEqual([]);
  });

  test("two workers and an agent at once: each visa is settled once", async () => {
    const { carrier, dnum } = ministry;
    const drafts = [];
    for (let index = 0; index < 4; index += 1) {
      const draft = await aDraft(carrier, "SNAP2A");
      await inform(carrier, draft.number);
      drafts.push(draft);
    }
    await setClock(OVER);
    // The agent's delay is longer by a day on half of them: both may act on the same rows.
    const late = drafts.slice(0, 2);
    await db.visa.updateMany({
      where: { dossierId: { in: late.map(({ id }) => id) } },
      data: { tacitAt: new Date("2021-01-22T22:59:59.999Z") },
    });
    await Promise.all([
      recordTacitVisas(),
      recordTacitVisas(),
      ...late.map(({ number }) => give(dnum, number)),
    ]);
    for (const [index, draft] of drafts.entries()) {
      const action = index < 2 ? "give-visa" : "record-tacit-visa";
      const settled = (await actionsOn(draft)).slice(2).map(([name]) => name);
      expect(settled).toEqual([action]);
    }
  });
});

describe("a joint filing", () => {
  test("waits for the DNUM's own act, is asked again after a refusal, and has no silence", async () => {
    const { carrier, dnum } = await aMinistry("state-operator");
    const draft = await aDraft(carrier, "SNAP1");
    expect(await owedByOthers(draft)).toEqual(["blocks"]);
    await inform(carrier, draft.number, "Premier envoi");
    expect(await visaOf(draft)).toMatchObject({ requirement: "joint-filing", tacitAt: null });
    await setClock("2021-06-01T10:00:00+02:00");
    await recordTacitVisas();
    expect(await owedByOthers(draft)).toEqual(["blocks"]);
    await expect(inform(carrier, draft.number)).rejects.toMatchObject({ code: "already-done" });

    await give(dnum, draft.number, "objection");
    expect(await owedByOthers(draft)).toEqual(["blocks"]);
    expect(await readCarrierVisa(carrier, draft.number)).toMatchObject({
      mayAsk: true,
      visa: { reason: "Une raison." },
    });
    await inform(carrier, draft.number, "Second envoi");
    expect(await visaOf(draft)).toMatchObject({
      status: "awaited",
      message: "Second envoi",
      reason: null,
      givenAt: null,
    });
    await give(dnum, draft.number, "reservation");
    expect(await owedByOthers(draft)).toEqual([]);
    await expect(inform(carrier, draft.number)).rejects.toMatchObject({ code: "already-done" });
  });

  test("is asked of operators alone", async () => {
    const draft = await aDraft(ministry.carrier, "SNAP1");
    expect(await owedByOthers(draft)).toEqual([]);
    await expect(inform(ministry.carrier, draft.number)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the delay", () => {
  test("is set by the ministry's own DNUM, for the visas asked afterwards", async () => {
    const { ministry: own, carrier, dnum } = await aMinistry();
    const before = await aDraft(carrier, "SNAP2A");
    await inform(carrier, before.number);
    await setVisaDays(dnum, { ministryId: own.id, days: 3 });
    await setVisaDays(dnum, { ministryId: own.id, days: 3 });
    const after = await aDraft(carrier, "SNAP2A");
    await inform(carrier, after.number);
    expect((await visaOf(before)).tacitAt?.toISOString()).toBe("2021-01-21T22:59:59.999Z");
    expect((await visaOf(after)).tacitAt?.toISOString()).toBe("2021-01-14T22:59:59.999Z");
    const { lines } = await readChain("general");
    const settings = lines.filter(
      ({ action, actorId }) => action === "set-visa-days" && actorId === dnum.agentId,
    );
    expect(settings.map(({ facts }) => facts)).toEqual([{ ministryId: own.id, days: 3 }]);
    for (const other of [ministry.dnum, carrier]) {
      await expect(setVisaDays(other, { ministryId: own.id, days: 5 })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  test.each(["0", "61", "dix", "1,5", ""])("is not « %s »", (days) => {
    const ministryId = ministry.ministry.id;
    expect(setVisaDaysSchema.safeParse({ ministryId, days }).success).toBe(false);
    expect(setVisaDaysSchema.parse({ ministryId, days: " 60 " }).days).toBe(60);
  });
});
