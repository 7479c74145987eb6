import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { itn3 } from "@/domain/themes/itn3/theme";
import { imposeRecusal } from "@/features/instruction/commands/jurors";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { handInSheet, saveSheet } from "@/features/jury/commands/sheets";
import { closeScoring } from "@/features/sittings/commands/close-scoring";
import { callItem, finishItem, hearItem, setTurn } from "@/features/sittings/commands/examine-item";
import {
  endSitting,
  openSitting,
  recordAttendance,
} from "@/features/sittings/commands/hold-sitting";
import { recordConsensus } from "@/features/sittings/commands/record-consensus";
import { saveDeliberation } from "@/features/sittings/commands/save-deliberation";
import { castBallot, closeVote, openVote, voidVote } from "@/features/sittings/commands/votes";
import { readRoomState } from "@/features/sittings/queries/room";
import type { RoomState } from "@/features/sittings/room-state";
import { actionsOf } from "../../fixtures/jury";
import { aConvenedSession, anEntrustedDossier, type Jury, theJury } from "../../fixtures/sitting";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let jury: Jury;
beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});

const MORNING = "2021-02-10T10:00:00+01:00";
const AFTERNOON = "2021-02-20T14:00:00+01:00";

/** Two dossiers, four jurors, the conflicted one; the sitting is open and four people of the jury are in. */
async function anOpenSitting({ open = true } = {}) {
  await setClock(MORNING);
  jury = await theJury();
  const all = [jury.juror, jury.second, jury.third, jury.conflicted];
  const first = await anEntrustedDossier(jury, all);
  const second = await anEntrustedDossier(jury, [jury.juror, jury.second]);
  const { session } = first;
  await aConvenedSession(jury, session);
  await setClock(AFTERNOON);
  if (open) {
    await openSitting(jury.secretary, { session });
    for (const who of [jury.chair, jury.juror, jury.second, jury.conflicted])
      await comes(session, who);
  }
  return { session, first, second };
}

const comes = (session: string, who: Actor) =>
  recordAttendance(jury.secretary, { session, agent: who.agentId, present: "oui" });
const leaves = (session: string, who: Actor) =>
  recordAttendance(jury.secretary, { session, agent: who.agentId, present: "non" });

async function stateFor(who: Actor, session: string): Promise<RoomState> {
  const state = await readRoomState(who, session);
  if (!state) throw new Error("A first question has an answer");
  return state;
}

/** A vote on the current dossier, opened by the chair. */
async function aVote(session: string, number: string, secret: "oui" | "non" = "non") {
  const { id } = await openVote(jury.chair, { session, number, question: "Financer ?", secret });
  return { session, vote: id };
}

async function scoredAndClosed(number: string, jurors: readonly Actor[]) {
  for (const juror of jurors) {
    const scores = itn3.criteria.map(({ key }) => ({
      criterion: key,
      value: 3 as const,
      justification: "Raison",
    }));
    await saveSheet(juror, { number, baseRevision: 0, scores, privateNotes: "" });
    await handInSheet(juror, { number, revision: 1 });
  }
  await closeScoring(jury.secretary, { number });
}

describe("opening and ending", () => {
  test("a sitting opens on its day, once convened, by those who keep it", async () => {
    const { session } = await anOpenSitting({ open: false });
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
    const { session, first, second } = await anOpenSitting();
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
      () => comes(session, jury.third),
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
    const { session, first, second } = await anOpenSitting();
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
    const { session, first } = await anOpenSitting();
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
    await scoredAndClosed(number, [jury.juror, jury.second, jury.third]);
    const state = await stateFor(jury.juror, session);
    expect(state.current).toMatchObject({ scores: { mean: 300, sheets: 3 } });
    expect((await stateFor(jury.fourth, session)).current).toEqual({
      kind: "apart",
      word: "Sans vous",
      sentence: expect.stringContaining("ne vous est pas confié"),
    });
  });

  test("gets its consensus scores after the close, with the quorum, and they take the place of the mean", async () => {
    const { session, first } = await anOpenSitting();
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
    await scoredAndClosed(number, [jury.juror, jury.second, jury.third]);
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
    await leaves(session, jury.juror);
    await leaves(session, jury.second);
    await expect(recordConsensus(jury.secretary, agreed)).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringContaining("Quorum non atteint"),
    });
  });

  test("is decided in the sitting, with its quorum, while it is the one examined", async () => {
    const { session, first, second } = await anOpenSitting();
    const { number } = first;
    await callItem(jury.secretary, { session, number });
    await hearItem(jury.secretary, { session, number });
    await scoredAndClosed(number, [jury.juror, jury.second, jury.third]);
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
    await leaves(session, jury.juror);
    await leaves(session, jury.second);
    await expect(proposeDecision(jury.secretary, proposal)).rejects.toMatchObject({
      code: "incomplete",
    });
    await comes(session, jury.juror);
    await comes(session, jury.second);
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
    const { session, first } = await anOpenSitting();
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

describe("votes", () => {
  test("are opened by the chair in the room, with the quorum, one at a time", async () => {
    const { session, first } = await anOpenSitting();
    const { number } = first;
    const input = { session, number, question: "Financer ?", secret: "non" as const };
    await expect(openVote(jury.chair, input)).rejects.toMatchObject({ code: "changed-meanwhile" });
    await callItem(jury.secretary, { session, number });
    for (const who of ["secretary", "owner", "juror", "secondChair"] as const) {
      await expect(openVote(jury[who], input)).rejects.toMatchObject({
        code: who === "juror" ? "not-found" : "not-allowed",
      });
    }
    await leaves(session, jury.chair);
    await expect(openVote(jury.chair, input)).rejects.toMatchObject({ code: "incomplete" });
    await comes(session, jury.chair);
    await leaves(session, jury.juror);
    await expect(openVote(jury.chair, input)).rejects.toMatchObject({
      message: expect.stringContaining("quorum"),
    });
    await comes(session, jury.juror);
    const both = await Promise.allSettled([
      openVote(jury.chair, input),
      openVote(jury.chair, input),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("take one ballot each, of those who take part and are there; a second never counts", async () => {
    const { session, first } = await anOpenSitting();
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(session, first.number);
    const twice = await Promise.allSettled(
      ["in-favour", "against", "in-favour"].map((choice) =>
        castBallot(jury.juror, { ...vote, choice: choice as "against" }),
      ),
    );
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(castBallot(jury.conflicted, { ...vote, choice: "against" })).rejects.toMatchObject(
      { code: "not-found" },
    );
    await expect(castBallot(jury.fourth, { ...vote, choice: "against" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(castBallot(jury.secretary, { ...vote, choice: "against" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(castBallot(jury.third, { ...vote, choice: "against" })).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringContaining("présent"),
    });
    await castBallot(jury.second, { ...vote, choice: "against" });
    // Partial counts are nobody's before the close.
    for (const who of [jury.chair, jury.secretary, jury.juror]) {
      const { vote: open } = await stateFor(who, session);
      expect(open).toMatchObject({ given: 2, voters: 3 });
      expect(JSON.stringify(open)).not.toMatch(/inFavour|against|choice/);
    }
    await closeVote(jury.chair, vote);
    const state = await stateFor(jury.second, session);
    const { current } = state;
    const [closed] = current?.kind === "seen" ? current.votes : [];
    const counts = closed?.counts;
    expect((counts?.inFavour ?? 0) + (counts?.against ?? 0)).toBe(2);
    await expect(castBallot(jury.chair, { ...vote, choice: "against" })).rejects.toMatchObject({
      code: "too-late",
    });
    await expect(closeVote(jury.chair, vote)).rejects.toMatchObject({ code: "already-done" });
    await expect(
      db.vote.update({ where: { id: vote.vote }, data: { inFavour: 9 } }),
    ).rejects.toThrow(/final/);
  });

  test("closing while the last ballots come: each is counted or refused, never half", async () => {
    const { session, first } = await anOpenSitting();
    await comes(session, jury.third);
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(session, first.number, "oui");
    await castBallot(jury.chair, { ...vote, choice: "abstained" });
    await castBallot(jury.juror, { ...vote, choice: "in-favour" });
    await castBallot(jury.second, { ...vote, choice: "in-favour" });
    const [late] = await Promise.allSettled([
      castBallot(jury.third, { ...vote, choice: "against" }),
      closeVote(jury.chair, vote),
    ]);
    const row = await db.vote.findUniqueOrThrow({
      where: { id: vote.vote },
      include: { ballots: true },
    });
    expect(row.inFavour + row.against + row.abstained).toBe(row.ballots.length);
    expect(row.ballots).toHaveLength(late?.status === "fulfilled" ? 4 : 3);
    // Nothing joins a person to a choice.
    expect(row.ballots.map(({ choice }) => choice)).toEqual(row.ballots.map(() => null));
  });

  test("a secret vote needs three voters to open and three ballots to close", async () => {
    const { session, first, second } = await anOpenSitting();
    await db.jurySession.update({ where: { id: session }, data: { quorum: 1 } });
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(session, first.number, "oui");
    await castBallot(jury.juror, { ...vote, choice: "against" });
    await expect(closeVote(jury.chair, vote)).rejects.toMatchObject({
      message: expect.stringContaining("au moins 3 bulletins"),
    });
    await voidVote(jury.chair, vote);
    const { current } = await stateFor(jury.juror, session);
    expect(current?.kind === "seen" && current.votes[0]?.counts).toBeNull();
    await finishItem(jury.secretary, { session, number: first.number, as: "adjourned" });
    await leaves(session, jury.second);
    await callItem(jury.secretary, { session, number: second.number });
    await expect(aVote(session, second.number, "oui")).rejects.toMatchObject({
      message: expect.stringContaining("au moins 3 votants"),
    });
  });

  test("the quorum lost while a vote is open suspends it; regained, it goes on", async () => {
    const { session, first } = await anOpenSitting();
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(session, first.number);
    await castBallot(jury.juror, { ...vote, choice: "in-favour" });
    await leaves(session, jury.juror);
    expect((await stateFor(jury.second, session)).quorum).toMatchObject({
      reached: false,
      sentence: expect.stringContaining("La délibération est suspendue"),
    });
    await expect(castBallot(jury.second, { ...vote, choice: "against" })).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringContaining("Quorum non atteint"),
    });
    await expect(closeVote(jury.chair, vote)).rejects.toMatchObject({ code: "incomplete" });
    await comes(session, jury.third);
    await castBallot(jury.second, { ...vote, choice: "against" });
    await closeVote(jury.chair, vote);
    expect(await db.vote.findUniqueOrThrow({ where: { id: vote.vote } })).toMatchObject({
      inFavour: 1,
      against: 1,
      voided: false,
    });
  });

  test("a recusal imposed in the middle: the ballot refused, or the vote void, never a result with it", async () => {
    const { session, first } = await anOpenSitting();
    await comes(session, jury.third);
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(session, first.number);
    const { id: assignment } = await db.jurorAssignment.findFirstOrThrow({
      where: { dossierId: first.id, jurorId: jury.juror.agentId },
    });
    const [ballot] = await Promise.allSettled([
      castBallot(jury.juror, { ...vote, choice: "in-favour" }),
      imposeRecusal(jury.owner, { number: first.number, assignment, reason: "Lien découvert." }),
    ]);
    await castBallot(jury.second, { ...vote, choice: "in-favour" });
    if (ballot?.status === "fulfilled") {
      await expect(closeVote(jury.chair, vote)).rejects.toMatchObject({
        message: expect.stringContaining("n’a plus de voix"),
      });
      await voidVote(jury.chair, vote);
    } else {
      await closeVote(jury.chair, vote);
    }
    expect((await stateFor(jury.juror, session)).current).toMatchObject({
      kind: "apart",
      word: "Déport",
    });
  });
});

describe("what each screen is told", () => {
  test("a recused member reads « Déport », and nothing of the item is in what they receive", async () => {
    const { session, first } = await anOpenSitting();
    const { number } = first;
    await callItem(jury.secretary, { session, number });
    await hearItem(jury.secretary, { session, number });
    await saveDeliberation(jury.secretary, {
      session,
      number,
      baseRevision: 0,
      text: "Canari de la délibération",
    });
    const before = await stateFor(jury.conflicted, session);
    expect(before.current).toEqual({
      kind: "apart",
      word: "Déport",
      sentence: "Déport\u00A0: ce point ne vous est pas présenté, en raison d’un lien d’intérêts.",
    });
    expect(before).toMatchObject({ quorum: null, vote: null, votes: [] });
    const payload = JSON.stringify(before);
    for (const secret of [number, first.title, first.id, "Canari", "Financer"]) {
      expect(payload).not.toContain(secret);
    }
    // What happens on it changes nothing for them, not even a count of changes.
    const vote = await aVote(session, number);
    await castBallot(jury.juror, { ...vote, choice: "in-favour" });
    await saveDeliberation(jury.secretary, { session, number, baseRevision: 1, text: "Canari 2" });
    await closeVote(jury.chair, vote);
    expect(await readRoomState(jury.conflicted, session, before.seen)).toBeNull();
    // What happens in the sitting does.
    await comes(session, jury.third);
    const after = await readRoomState(jury.conflicted, session, before.seen);
    expect(after?.members.filter(({ present }) => present)).toHaveLength(5);
  });

  test("nothing is answered while nothing changed, and each change is told once", async () => {
    const { session, first } = await anOpenSitting();
    const { seen } = await stateFor(jury.chair, session);
    expect(await readRoomState(jury.chair, session, seen)).toBeNull();
    await callItem(jury.secretary, { session, number: first.number });
    const next = await readRoomState(jury.chair, session, seen);
    expect(next?.current).toMatchObject({ kind: "seen" });
    expect(await readRoomState(jury.chair, session, next?.seen)).toBeNull();
    // A key of one reader opens nothing for another.
    expect(await readRoomState(jury.secretary, session, next?.seen)).not.toBeNull();
    // Whatever the screens show raises the version, whoever writes it: a sheet handed in, a recusal, a decision.
    const changes = [
      () =>
        saveSheet(jury.juror, {
          number: first.number,
          baseRevision: 0,
          privateNotes: "",
          scores: itn3.criteria.map(({ key }) => ({
            criterion: key,
            value: 4 as const,
            justification: "Raison",
          })),
        }).then(() => handInSheet(jury.juror, { number: first.number, revision: 1 })),
      () => hearItem(jury.secretary, { session, number: first.number }),
      () => leaves(session, jury.second),
    ];
    let last = next?.seen;
    for (const change of changes) {
      await change();
      const told = await readRoomState(jury.chair, session, last);
      expect(told).not.toBeNull();
      last = told?.seen;
    }
  });

  test("the room is for its members and those who examine the theme", async () => {
    const { session } = await anOpenSitting();
    for (const who of ["carrier", "outsider", "dnum", "auditor"] as const) {
      await expect(readRoomState(jury[who], session)).rejects.toMatchObject({ code: "not-found" });
    }
    // A juror of the theme who does not sit here.
    const elsewhere = await theJury();
    await expect(readRoomState(elsewhere.juror, session)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await stateFor(jury.instructor, session)).toMatchObject({
      me: { capacity: null, keeps: false, chairs: false },
    });
  });

  test("ids of members reach only those who record the attendance", async () => {
    const { session } = await anOpenSitting();
    expect((await stateFor(jury.secretary, session)).members[0]?.agentId).not.toBeNull();
    for (const who of [jury.chair, jury.juror, jury.instructor]) {
      expect((await stateFor(who, session)).members.map(({ agentId }) => agentId)).toEqual(
        Array.from({ length: 8 }, () => null),
      );
    }
  });
});
