import { beforeAll, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { arbitrate, confirmRemaining } from "@/features/instruction/commands/arbitrate";
import { confirmDecision, returnDecision } from "@/features/instruction/commands/confirm-decision";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { submitArbitration } from "@/features/instruction/commands/submit-arbitration";
import {
  readArbitration,
  readArbitrationLine,
  readArbitrations,
} from "@/features/instruction/queries/arbitration";
import { actionsOf, aReviewedDossier, dossierNow, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
beforeAll(async () => {
  await setClock("2021-02-15T10:00:00+01:00");
  room = await theRoom("ITN8A", { total: euros(1_000_000) });
  await bothViews();
});

/** DINUM and DITP have given their view on whatever dossier: the guard is proven with the views themselves. */
async function bothViews() {
  await db.$executeRawUnsafe(`
    CREATE FUNCTION give_views() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO instruction_view (dossier_id, presentation, administration, opinion, reasons, agent_id)
      SELECT NEW.id, 1, each, 'favourable', 'Instruit.', '${room.owner.agentId}'
      FROM unnest(ARRAY['DINUM', 'DITP']) each;
      RETURN NULL;
    END $$;
    CREATE TRIGGER give_views AFTER INSERT ON dossier FOR EACH ROW EXECUTE FUNCTION give_views();`);
}

async function aProposal(amount = "200 000") {
  const { id, number } = await aReviewedDossier(room, { status: "admissible" });
  const { id: decision } = await proposeDecision(room.owner, {
    number,
    outcome: "accepted",
    amount,
    motiveCode: "meets-criteria",
    motive: "Répond aux critères.",
    strengths: "",
    weaknesses: "",
  });
  return { id, number, decision };
}

async function aList(...proposals: { decision: string }[]) {
  const decisions = proposals.map(({ decision }) => decision);
  const { id } = await submitArbitration(room.owner, { label: "Comité du 15 février", decisions });
  return id;
}

const confirmed = { answer: "confirmed" as const, reason: "", motive: "" };
const committed = async () =>
  (await db.envelope.findUniqueOrThrow({ where: { id: room.call.envelopeId } })).committed;

describe("submitting", () => {
  test("each dossier remembers its list, the chair is told, the proposal waits there alone", async () => {
    const proposal = await aProposal();
    const list = await aList(proposal);
    expect((await actionsOf(proposal.id)).at(-1)).toBe("submit-arbitration");
    const told = await db.notification.findMany({ where: { kind: "arbitration-submitted" } });
    expect(told.map(({ recipientId }) => recipientId)).toContain(room.chair.agentId);
    expect(told.map(({ recipientId }) => recipientId)).not.toContain(room.carrier.agentId);
    await expect(confirmDecision(room.chair, proposal)).rejects.toThrow(/arbitrage du ministre/);
    await expect(returnDecision(room.chair, { ...proposal, reason: "À revoir." })).rejects.toThrow(
      /arbitrage du ministre/,
    );
    expect((await dossierNow(proposal.number)).status).toBe("admissible");
    const { rows, totals } = await readArbitration(room.chair, list);
    expect(rows).toMatchObject([
      { number: proposal.number, answer: "pending", mayArbitrate: true },
    ]);
    expect(totals).toEqual({ proposed: euros(200_000), decided: 0, pending: 1 });
  });

  test("in one list at a time, whoever submits at once", async () => {
    const proposal = await aProposal();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => aList(proposal)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "changed-meanwhile" });
      }
    }
  });

  test("by the owner of the theme alone; another theme’s decision is no line of a list", async () => {
    const proposal = await aProposal();
    const input = { label: "Liste", decisions: [proposal.decision] };
    for (const actor of [
      room.instructor,
      room.secretary,
      room.chair,
      room.outsider,
      room.carrier,
    ]) {
      await expect(submitArbitration(actor, input)).rejects.toMatchObject({
        code: "invalid-input",
      });
    }
    const scored = await theRoom("ITN3");
    const { number } = await aReviewedDossier(scored, { status: "scored" });
    const { id } = await proposeDecision(scored.owner, {
      number,
      outcome: "refused",
      amount: "",
      motiveCode: "not-mature",
      motive: "Trop tôt.",
      strengths: "",
      weaknesses: "",
    });
    await expect(
      submitArbitration(scored.owner, { label: "Liste", decisions: [id] }),
    ).rejects.toMatchObject({ code: "invalid-input" });
  });
});

describe("the minister’s answer", () => {
  test("confirmed: the money, the decision, the status and the line together", async () => {
    const before = await committed();
    const proposal = await aProposal();
    const list = await aList(proposal);
    await arbitrate(room.chair, { list, number: proposal.number, ...confirmed });
    expect((await dossierNow(proposal.number)).status).toBe("accepted");
    expect((await committed()) - before).toBe(BigInt(euros(200_000)));
    expect((await actionsOf(proposal.id)).slice(-2)).toEqual(["arbitrate", "decision-accepted"]);
    const { closedAt } = await db.arbitrationList.findUniqueOrThrow({ where: { id: list } });
    expect(closedAt).not.toBeNull();
    await expect(
      arbitrate(room.chair, { list, number: proposal.number, ...confirmed }),
    ).rejects.toMatchObject({ code: "already-done" });
  });

  test("changed: what was proposed is kept beside what is decided", async () => {
    const proposal = await aProposal();
    const list = await aList(proposal);
    const change = {
      list,
      number: proposal.number,
      answer: "changed" as const,
      reason: "Enveloppe à préserver.",
      outcome: "accepted" as const,
      motive: "Accordé en partie.",
    };
    await expect(arbitrate(room.chair, { ...change, amount: "300 000,01" })).rejects.toMatchObject({
      code: "grant-exceeded",
    });
    await arbitrate(room.chair, { ...change, amount: "150 000" });
    const { rows } = await readArbitration(room.chair, list);
    expect(rows).toMatchObject([
      {
        answer: "changed",
        reason: "Enveloppe à préserver.",
        proposed: { outcome: "accepted", amount: euros(200_000) },
        decided: { outcome: "accepted", amount: euros(150_000) },
      },
    ]);
  });

  test("changed into a refusal: nothing is committed", async () => {
    const before = await committed();
    const proposal = await aProposal();
    const list = await aList(proposal);
    await arbitrate(room.chair, {
      list,
      number: proposal.number,
      answer: "changed",
      reason: "Hors priorité.",
      outcome: "refused",
      motive: "Le projet n’est pas prioritaire.",
    });
    expect((await dossierNow(proposal.number)).status).toBe("refused");
    expect(await committed()).toBe(before);
  });

  test("returned: the proposal is closed, another can be made and submitted", async () => {
    const proposal = await aProposal();
    const list = await aList(proposal);
    const answer = { answer: "returned" as const, reason: "Chiffrage à revoir.", motive: "" };
    await arbitrate(room.chair, { list, number: proposal.number, ...answer });
    expect((await dossierNow(proposal.number)).status).toBe("admissible");
    const again = await proposeDecision(room.owner, {
      number: proposal.number,
      outcome: "refused",
      amount: "",
      motiveCode: "costs-not-justified",
      motive: "Chiffrage non justifié.",
      strengths: "",
      weaknesses: "",
    });
    await aList({ decision: again.id });
  });

  test("the rest at once: a line whose money is not there waits, the others are decided", async () => {
    const poor = await theRoom("ITN8B", { total: euros(300_000) });
    const previous = room;
    room = poor;
    const proposals = [await aProposal(), await aProposal(), await aProposal("100 000")];
    const list = await aList(...proposals);
    const { done, refused } = await confirmRemaining(room.chair, { list });
    room = previous;
    expect(done).toEqual([proposals[0]?.number, proposals[2]?.number]);
    expect(refused).toMatchObject([
      { number: proposals[1]?.number, reason: expect.stringContaining("Enveloppe insuffisante") },
    ]);
    const { totals } = await readArbitration(poor.chair, list);
    expect(totals).toEqual({ proposed: euros(500_000), decided: euros(300_000), pending: 1 });
  });

  test("by the chair alone; nobody else opens the list but the owner", async () => {
    const proposal = await aProposal();
    const list = await aList(proposal);
    const answer = { list, number: proposal.number, ...confirmed };
    await expect(arbitrate(room.owner, answer)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(arbitrate(room.secretary, answer)).rejects.toMatchObject({ code: "not-allowed" });
    for (const actor of [room.carrier, room.outsider, room.dnum, room.auditor, room.juror]) {
      await expect(arbitrate(actor, answer)).rejects.toMatchObject({ code: "not-found" });
      await expect(readArbitration(actor, list)).rejects.toMatchObject({ code: "not-found" });
      await expect(readArbitrations(actor)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(readArbitrationLine(room.owner, list, proposal.number)).rejects.toMatchObject({
      code: "not-found",
    });
    await readArbitrationLine(room.chair, list, proposal.number);
  });

  test("ten answers at once give one decision", async () => {
    const before = await committed();
    const proposal = await aProposal("50 000");
    const list = await aList(proposal);
    const answer = { list, number: proposal.number, ...confirmed };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => arbitrate(room.chair, answer)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await committed()) - before).toBe(BigInt(euros(50_000)));
  });
});
