import { describe, expect, test } from "vitest";
import { imposeRecusal } from "@/features/instruction/commands/jurors";
import { callItem, finishItem } from "@/features/sittings/commands/examine-item";
import { castBallot, closeVote, openVote, voidVote } from "@/features/sittings/commands/votes";
import { testDatabase } from "../database";
import { aSitting, stateFor } from "./sitting";

const db = await testDatabase();

describe("votes", () => {
  test("are opened by the chair in the room, with the quorum, one at a time", async () => {
    const { jury, comes, leaves, session, first } = await aSitting();
    const { number } = first;
    const input = { session, number, question: "Financer ?", secret: "non" as const };
    await expect(openVote(jury.chair, input)).rejects.toMatchObject({ code: "changed-meanwhile" });
    await callItem(jury.secretary, { session, number });
    for (const who of ["secretary", "owner", "juror", "secondChair"] as const) {
      await expect(openVote(jury[who], input)).rejects.toMatchObject({
        code: who === "juror" ? "not-found" : "not-allowed",
      });
    }
    await leaves(jury.chair);
    await expect(openVote(jury.chair, input)).rejects.toMatchObject({ code: "incomplete" });
    await comes(jury.chair);
    await leaves(jury.juror);
    await expect(openVote(jury.chair, input)).rejects.toMatchObject({
      message: expect.stringContaining("quorum"),
    });
    await comes(jury.juror);
    const both = await Promise.allSettled([
      openVote(jury.chair, input),
      openVote(jury.chair, input),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("take one ballot each, of those who take part and are there; a second never counts", async () => {
    const { jury, aVote, session, first } = await aSitting();
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(first.number);
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
    const { jury, comes, aVote, session, first } = await aSitting();
    await comes(jury.third);
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(first.number, "oui");
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
    const { jury, leaves, aVote, session, first, second } = await aSitting();
    await db.jurySession.update({ where: { id: session }, data: { quorum: 1 } });
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(first.number, "oui");
    await castBallot(jury.juror, { ...vote, choice: "against" });
    await expect(closeVote(jury.chair, vote)).rejects.toMatchObject({
      message: expect.stringContaining("au moins 3 bulletins"),
    });
    await voidVote(jury.chair, vote);
    const { current } = await stateFor(jury.juror, session);
    expect(current?.kind === "seen" && current.votes[0]?.counts).toBeNull();
    await finishItem(jury.secretary, { session, number: first.number, as: "adjourned" });
    await leaves(jury.second);
    await callItem(jury.secretary, { session, number: second.number });
    await expect(aVote(second.number, "oui")).rejects.toMatchObject({
      message: expect.stringContaining("au moins 3 votants"),
    });
  });

  test("the quorum lost while a vote is open suspends it; regained, it goes on", async () => {
    const { jury, comes, leaves, aVote, session, first } = await aSitting();
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(first.number);
    await castBallot(jury.juror, { ...vote, choice: "in-favour" });
    await leaves(jury.juror);
    expect((await stateFor(jury.second, session)).quorum).toMatchObject({
      reached: false,
      sentence: expect.stringContaining("La délibération est suspendue"),
    });
    await expect(castBallot(jury.second, { ...vote, choice: "against" })).rejects.toMatchObject({
      code: "incomplete",
      message: expect.stringContaining("Quorum non atteint"),
    });
    await expect(closeVote(jury.chair, vote)).rejects.toMatchObject({ code: "incomplete" });
    await comes(jury.third);
    await castBallot(jury.second, { ...vote, choice: "against" });
    await closeVote(jury.chair, vote);
    expect(await db.vote.findUniqueOrThrow({ where: { id: vote.vote } })).toMatchObject({
      inFavour: 1,
      against: 1,
      voided: false,
    });
  });

  test("a recusal imposed in the middle: the ballot refused, or the vote void, never a result with it", async () => {
    const { jury, comes, aVote, session, first } = await aSitting();
    await comes(jury.third);
    await callItem(jury.secretary, { session, number: first.number });
    const vote = await aVote(first.number);
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
