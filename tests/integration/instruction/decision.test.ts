import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { confirmDecision, returnDecision } from "@/features/instruction/commands/confirm-decision";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import {
  proposeDecision,
  recordDirectorOpinion,
} from "@/features/instruction/commands/propose-decision";
import { readChain } from "@/server/audit";
import {
  actionsOf,
  aFiling,
  aReviewedDossier,
  dossierNow,
  type Room,
  theRoom,
} from "../../fixtures/jury";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
let otherOwner: Actor;
beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
  room = await theRoom();
  otherOwner = await anActor(room.other, { role: "theme-owner", theme: "ITN3" });
});

const scored = (input: Partial<Parameters<typeof aReviewedDossier>[1]> = {}) =>
  aReviewedDossier(room, { status: "scored", ...input });
const award = (number: string, amount: string) => ({
  number,
  outcome: "accepted" as const,
  amount,
  motiveCode: "meets-criteria" as const,
  motive: "Équipe engagée, modèle d’extension chiffré.",
  strengths: "Une équipe engagée",
  weaknesses: "",
});
const refusal = (number: string) => ({
  number,
  outcome: "refused" as const,
  amount: "",
  motiveCode: "not-mature" as const,
  motive: "L’extension n’est pas chiffrée.",
  strengths: "",
  weaknesses: "L’extension n’est pas chiffrée",
});
const envelopeNow = (id: string) => db.envelope.findUniqueOrThrow({ where: { id } });

describe("proposing", () => {
  test("keeps the amount, the bound and who proposes; the status does not move", async () => {
    const { number, id } = await scored();
    const { id: decision } = await proposeDecision(room.instructor, award(number, "180 000,50"));
    expect(await db.decision.findUniqueOrThrow({ where: { id: decision } })).toMatchObject({
      status: "proposed",
      outcome: "accepted",
      amount: 18_000_050n,
      computedGrant: BigInt(euros(300_000)),
      proposedById: room.instructor.agentId,
    });
    expect((await dossierNow(number)).status).toBe("scored");
    expect(await actionsOf(id)).toEqual(["propose-decision"]);
  });

  test("never above the computed grant; the computed grant itself passes", async () => {
    const { number } = await scored();
    await expect(proposeDecision(room.owner, award(number, "300 000,01"))).rejects.toMatchObject({
      code: "grant-exceeded",
      fields: [{ path: "amount" }],
    });
    await proposeDecision(room.owner, award(number, "300 000"));
  });

  test("never above what the envelope has left, and says both amounts", async () => {
    const poor = await theRoom("ITN3", { total: euros(163_200) });
    const { number } = await aReviewedDossier(poor, { status: "scored" });
    await expect(proposeDecision(poor.owner, award(number, "200 000"))).rejects.toMatchObject({
      code: "envelope-exceeded",
      message:
        "Enveloppe insuffisante\u00A0: il reste 163\u202F200,00\u00A0€ pour 200\u202F000,00\u00A0€ proposés. Réduisez le montant ou mettez le dossier en réserve.",
    });
    await proposeDecision(poor.owner, award(number, "163 200"));
  });

  test("one live decision per dossier, even with twenty proposals at once", async () => {
    const { number } = await scored();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => proposeDecision(room.owner, refusal(number))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "already-done" });
      }
    }
  });

  test("waits for the close of scoring, and for the opinion above 9 M€", async () => {
    const early = await aReviewedDossier(room, { status: "heard" });
    await expect(proposeDecision(room.owner, refusal(early.number))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const large = await scored({ total: euros(9_000_000.01), grant: euros(300_000) });
    await expect(proposeDecision(room.owner, award(large.number, "1 000"))).rejects.toMatchObject({
      code: "incomplete",
    });
    const opinion = { number: large.number, opinion: "Avis favorable du 12 février 2021." };
    await expect(recordDirectorOpinion(room.secretary, opinion)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await recordDirectorOpinion(room.owner, opinion);
    await expect(recordDirectorOpinion(room.owner, opinion)).rejects.toMatchObject({
      code: "already-done",
    });
    await proposeDecision(room.owner, award(large.number, "1 000"));
    // Exactly 9 M€ needs none.
    const atBound = await scored({ total: euros(9_000_000), grant: euros(300_000) });
    await proposeDecision(room.owner, award(atBound.number, "1 000"));
  });

  test.each([
    ["chair", "not-allowed"],
    ["outsider", "not-found"],
    ["juror", "not-found"],
    ["carrier", "not-found"],
    ["auditor", "not-found"],
    ["dnum", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const { number } = await scored();
    await expect(proposeDecision(room[who], refusal(number))).rejects.toMatchObject({ code });
  });
});

describe("confirming", () => {
  test("money, ledger, decision, status and chain move together", async () => {
    const own = await theRoom();
    const { number, id } = await aReviewedDossier(own, { status: "scored" });
    const { id: decision } = await proposeDecision(own.owner, award(number, "250 000"));
    await confirmDecision(own.chair, { number, decision });
    expect((await dossierNow(number)).status).toBe("accepted");
    expect((await dossierNow(number)).notifiedAt).toBeNull();
    expect((await envelopeNow(own.call.envelopeId)).committed).toBe(BigInt(euros(250_000)));
    expect(await db.ledgerEntry.findMany({ where: { decisionId: decision } })).toMatchObject([
      { kind: "award", amount: BigInt(euros(250_000)), envelopeId: own.call.envelopeId },
    ]);
    expect(await actionsOf(id)).toEqual(["propose-decision", "decision-accepted"]);
    expect((await readChain(`dossier:${id}`)).brokenAt).toBeNull();
    expect(await db.notification.count({ where: { dossierId: id } })).toBe(0);
  });

  test("takes two people, whatever the roles", async () => {
    const { number } = await scored();
    const { id: decision } = await proposeDecision(room.owner, award(number, "1 000"));
    await expect(confirmDecision(room.owner, { number, decision })).rejects.toMatchObject({
      code: "two-people-required",
    });
    await expect(
      returnDecision(room.owner, { number, decision, reason: "Non." }),
    ).rejects.toMatchObject({ code: "two-people-required" });
    await confirmDecision(otherOwner, { number, decision });
  });

  test("twenty confirmations at once: one award", async () => {
    const own = await theRoom();
    const second = await anActor(own.other, { role: "chair", theme: "ITN3" });
    const { number } = await aReviewedDossier(own, { status: "scored" });
    const { id: decision } = await proposeDecision(own.owner, award(number, "100 000"));
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        confirmDecision(index % 2 ? own.chair : second, { number, decision }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "already-done" });
      }
    }
    expect((await envelopeNow(own.call.envelopeId)).committed).toBe(BigInt(euros(100_000)));
    expect(await db.ledgerEntry.count({ where: { decisionId: decision } })).toBe(1);
  });

  test.each(["refused", "to-be-presented-again"] as const)("%s takes no money", async (outcome) => {
    const own = await theRoom();
    const { number } = await aReviewedDossier(own, { status: "scored" });
    const { id: decision } = await proposeDecision(own.secretary, {
      ...refusal(number),
      outcome,
      // Read for a new presentation alone.
      expectations: [{ position: 1, body: "Chiffrez l’extension.", target: null }],
    });
    await confirmDecision(own.owner, { number, decision });
    const expected = outcome === "to-be-presented-again" ? 1 : 0;
    expect(await db.expectation.count({ where: { decisionId: decision } })).toBe(expected);
    expect((await dossierNow(number)).status).toBe(outcome);
    expect((await envelopeNow(own.call.envelopeId)).committed).toBe(0n);
  });

  test("a returned proposal leaves the place to another, with its reason kept", async () => {
    const { number, id } = await scored();
    const first = await proposeDecision(room.owner, refusal(number));
    const returned = { number, decision: first.id, reason: "Motif à préciser." };
    await returnDecision(room.chair, returned);
    await expect(confirmDecision(room.chair, { number, decision: first.id })).rejects.toMatchObject(
      { code: "changed-meanwhile" },
    );
    const second = await proposeDecision(room.owner, award(number, "1 000"));
    await confirmDecision(room.chair, { number, decision: second.id });
    expect(await actionsOf(id)).toEqual([
      "propose-decision",
      "return-decision",
      "propose-decision",
      "decision-accepted",
    ]);
  });

  test("the decision of another dossier is not found", async () => {
    const [one, two] = [await scored(), await scored()];
    const { id: decision } = await proposeDecision(room.owner, refusal(one.number));
    await expect(
      confirmDecision(room.chair, { number: two.number, decision }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test.each([
    ["instructor", "not-allowed"],
    ["secretary", "not-allowed"],
    ["outsider", "not-found"],
    ["carrier", "not-found"],
  ] as const)("%s: %s", async (who, code) => {
    const { number } = await scored();
    const { id: decision } = await proposeDecision(room.owner, refusal(number));
    await expect(confirmDecision(room[who], { number, decision })).rejects.toMatchObject({ code });
  });
});

describe("notifying", () => {
  test("is a separate act, made once, that tells every member of the team", async () => {
    const { number, id } = await scored();
    const colleague = await anActor(room.prefecture);
    await db.dossierMember.create({
      data: { dossierId: id, agentId: colleague.agentId, access: "read" },
    });
    const { id: decision } = await proposeDecision(room.owner, award(number, "1 000"));
    await expect(notifyDecision(room.secretary, { number, decision })).rejects.toMatchObject({
      code: "already-done",
    });
    await confirmDecision(room.chair, { number, decision });
    await aFiling(number, room.carrier);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => notifyDecision(room.secretary, { number, decision })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await dossierNow(number)).notifiedAt).not.toBeNull();
    const mails = await db.notification.findMany({ where: { dossierId: id } });
    expect(mails.map(({ kind, recipientId }) => [kind, recipientId]).sort()).toEqual(
      [room.carrier, colleague].map(({ agentId }) => ["decision-notified", agentId]).sort(),
    );
    await expect(notifyDecision(room.chair, { number, decision })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});
