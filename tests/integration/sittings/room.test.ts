import { describe, expect, test } from "vitest";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { callItem, finishItem, hearItem, setTurn } from "@/features/sittings/commands/examine-item";
import { endSitting, openSitting } from "@/features/sittings/commands/hold-sitting";
import { recordConsensus } from "@/features/sittings/commands/record-consensus";
import { saveDeliberation } from "@/features/sittings/commands/save-deliberation";
import { actionsOf } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { AFTERNOON, aSitting, MORNING, scoredAndClosed, stateFor } from "./sitting";

const db = await testDatabase();

describe("opening and ending", () => {
  test("a sitting opens on its day, once convened, by those who keep it", async () => {
    const { jury, session } = await aSitting({ open: false });
    await setClock(MORNING);
    await expect(openSitting(jury.secretary, { session })).rejects.toMatchObject({
      code: "not-open",
    });
    await setClock(AFTERNOON);
    for (const who of ["chair", "instructor"] as const) {
      await expect(openSitting(jury[who], { session })).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    await expect(openSitting(jury.outsider, { session })).rejects.toMatchObject({
      code: "not-found",
    });
    const both = await Promise.allSettled([
      openSitting(jury.secretary, { session }),
      openSitting(jury.owner, { session }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("it ends with nothing under examination; what was not examined is adjourned, and nothing is written after", async () => {
    const { jury, comes, session, first, second } = await aSitting();
    await callItem(jury.secretary, { session, number: first.number });
    await expect(endSitting(jury.secretary, { session })).rejects.toMatchObject({
      code: "incomplete",
    });
    await finishItem(jury.secretary, { session, number: first.number, as: "done" });
    await endSitting(jury.secretary, { session });
    const items = await db.sessionItem.findMany({
      where: { sessionId: session },
      orderBy: { position: "asc" },
    });
    expect(items.map(({ state }) => state)).toEqual(["done", "adjourned"]);
    for (const act of [
      () => comes(jury.third),
      () => callItem(jury.secretary, { session, number: second.number }),
      () => endSitting(jury.secretary, { session }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "changed-meanwhile" });
    }
    // No query does what no command does.
    await expect(
      db.attendanceEvent.create({
        data: {
          sessionId: session,
          agentId: jury.third.agentId,
          present: true,
          recordedById: jury.secretary.agentId,
        },
      }),
    ).rejects.toThrow(/over/);
    await expect(
      db.sessionItem.updateMany({ where: { sessionId: session }, data: { deliberation: "Ajout" } }),
    ).rejects.toThrow(/over/);
    await expect(
      db.jurySession.update({ where: { id: session }, data: { quorum: 1 } }),
    ).rejects.toThrow(/over/);
  });
});

describe("the item under examination", () => {
  test("is one at a time, whoever calls", async () => {
    const { jury, session, first, second } = await aSitting();
    const both = await Promise.allSettled([
      callItem(jury.secretary, { session, number: first.number }),
      callItem(jury.owner, { session, number: second.number }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.sessionItem.count({ where: { sessionId: session, state: "current" } })).toBe(1);
    for (const who of ["chair", "juror"] as const) {
      await expect(callItem(jury[who], { session, number: first.number })).rejects.toMatchObject({
        code: who === "chair" ? "not-allowed" : "not-found",
      });
    }
  });

  test("is heard there, its turn is timed, and its scoring closes there", async () => {
    const { jury, session, first } = await aSitting();
    const { number } = first;
    await expect(hearItem(jury.secretary, { session, number })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await callItem(jury.secretary, { session, number });
    expect((await stateFor(jury.chair, session)).current).toMatchObject({
      kind: "seen",
      number,
      turnEndsAt: expect.stringMatching(/^2021-02-20T13:30/),
      mayHear: true,
      sheets: { ready: false },
    });
    await setTurn(jury.secretary, { session, number, minutes: 10 });
    await hearItem(jury.secretary, { session, number });
    expect(await actionsOf(first.id)).toEqual(expect.arrayContaining(["call-item", "hear"]));
    await scoredAndClosed(jury, number, [jury.juror, jury.second, jury.third]);
    const state = await stateFor(jury.juror, session);
    expect(state.current).toMatchObject({ scores: { mean: 300, sheets: 3 } });
    expect((await stateFor(jury.fourth, session)).current).toEqual({
      kind: "apart",
      word: "Sans vous",
      sentence: expect.stringContaining("ne vous est pas confié"),
    });
  });

  test("gets its consensus scores after the close, with the quorum, and they take the place of the mean", async () => {
    const { jury, leaves, session, first } = await aSitting();
    const { number } = first;
    const agreed = {
      session,
      number,
      criterion: "team",
      value: 5 as const,
      reason: "L’audition a rassuré.",
    };
    await callItem(jury.secretary, { session, number });
    await expect(recordConsensus(jury.secretary, agreed)).rejects.toMatchObject({
      code: "incomplete",
    });
    await hearItem(jury.secretary, { session, number });
    await scoredAndClosed(jury, number, [jury.juror, jury.second, jury.third]);
    await expect(recordConsensus(jury.chair, agreed)).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(
      recordConsensus(jury.secretary, { ...agreed, criterion: "unknown" }),
    ).rejects.toMatchObject({ code: "invalid-input" });
    await recordConsensus(jury.secretary, { ...agreed, value: 4 });
    await recordConsensus(jury.secretary, agreed);
    const { current } = await stateFor(jury.chair, session);
    // Seven criteria of weight one: six at 3, one at 5.
    expect(current).toMatchObject({ scores: { mean: 329 } });
    const facts = await db.auditLine.findMany({
      where: { chain: `dossier:${first.id}`, action: "record-consensus" },
      orderBy: { sequence: "asc" },
    });
    expect(facts.map(({ facts: each }) => each)).toMatchObject([
      { before: null, value: 4 },
      { before: 4, value: 5, reason: "L’audition a rassuré." },
    ]);
    await leaves(jury.juror);
    await leaves(jury.second);
    await expect(recordConsensus(jury.secretary, agreed)).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringContaining("Quorum non atteint"),
    });
  });

  test("is decided in the sitting, with its quorum, while it is the one examined", async () => {
    const { jury, comes, leaves, session, first, second } = await aSitting();
    const { number } = first;
    await callItem(jury.secretary, { session, number });
    await hearItem(jury.secretary, { session, number });
    await scoredAndClosed(jury, number, [jury.juror, jury.second, jury.third]);
    const proposal = {
      number,
      session,
      outcome: "refused" as const,
      motiveCode: "costs-not-justified" as const,
      motive: "Le coût n’est pas chiffré.",
      strengths: "",
      weaknesses: "",
    };
    await expect(
      proposeDecision(jury.secretary, { ...proposal, session: crypto.randomUUID() }),
    ).rejects.toMatchObject({ code: "not-found" });
    await leaves(jury.juror);
    await leaves(jury.second);
    await expect(proposeDecision(jury.secretary, proposal)).rejects.toMatchObject({
      code: "incomplete",
    });
    await comes(jury.juror);
    await comes(jury.second);
    const { id } = await proposeDecision(jury.secretary, proposal);
    expect(await db.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({
      sessionId: session,
    });
    expect((await stateFor(jury.juror, session)).current).toMatchObject({
      decision: { label: "Refuser", amount: null },
    });
    await finishItem(jury.secretary, { session, number, as: "done" });
    await callItem(jury.secretary, { session, number: second.number });
    expect((await stateFor(jury.juror, session)).current).toMatchObject({
      number: second.number,
      decision: null,
    });
  });
});

describe("the deliberation", () => {
  test("two secretaries type at once: nothing is lost, one is told of the other", async () => {
    const { jury, session, first } = await aSitting();
    const { number } = first;
    await expect(
      saveDeliberation(jury.secretary, { session, number, baseRevision: 0, text: "Trop tôt" }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    await callItem(jury.secretary, { session, number });
    const results = await Promise.all(
      [jury.secretary, jury.secondSecretary, jury.owner].map((who, index) =>
        saveDeliberation(who, { session, number, baseRevision: 0, text: `Version ${index}` }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["conflict", "conflict", "saved"]);
    const conflict = results.find((each) => each.status === "conflict");
    expect(conflict).toMatchObject({ revision: 1, text: expect.stringMatching(/^Version/) });
    await saveDeliberation(jury.owner, { session, number, baseRevision: 1, text: "Réunies" });
    // The same text again is no other revision.
    expect(
      await saveDeliberation(jury.secretary, { session, number, baseRevision: 0, text: "Réunies" }),
    ).toMatchObject({ status: "saved", revision: 2 });
    const kept = await db.deliberationRevision.findMany({ orderBy: { revision: "asc" } });
    expect(kept.map(({ body }) => body)).toEqual([expect.stringMatching(/^Version/), "Réunies"]);
    await expect(db.deliberationRevision.deleteMany({})).rejects.toThrow(/append-only/);
    for (const who of ["juror", "chair", "conflicted"] as const) {
      await expect(
        saveDeliberation(jury[who], { session, number, baseRevision: 2, text: "Non" }),
      ).rejects.toMatchObject({ code: who === "chair" ? "not-allowed" : "not-found" });
    }
  });
});
