import { describe, expect, test } from "vitest";
import { callItem, hearItem } from "@/features/sittings/commands/examine-item";
import { saveDeliberation } from "@/features/sittings/commands/save-deliberation";
import { castBallot, closeVote } from "@/features/sittings/commands/votes";
import { readRoomState } from "@/features/sittings/queries/room";
import { theJury } from "../../fixtures/sitting";
import { testDatabase } from "../database";
import { aSitting, handsIn, stateFor } from "./sitting";

await testDatabase();

describe("what each screen is told", () => {
  test("a recused member reads « Déport », and nothing of the item is in what they receive", async () => {
    const { jury, comes, aVote, session, first } = await aSitting();
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
    const vote = await aVote(number);
    await castBallot(jury.juror, { ...vote, choice: "in-favour" });
    await saveDeliberation(jury.secretary, { session, number, baseRevision: 1, text: "Canari 2" });
    await closeVote(jury.chair, vote);
    expect(await readRoomState(jury.conflicted, session, before.seen)).toBeNull();
    // What happens in the sitting does.
    await comes(jury.third);
    const after = await readRoomState(jury.conflicted, session, before.seen);
    expect(after?.members.filter(({ present }) => present)).toHaveLength(5);
  });

  test("nothing is answered while nothing changed, and each change is told once", async () => {
    const { jury, leaves, session, first } = await aSitting();
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
      () => handsIn(jury.juror, first.number),
      () => hearItem(jury.secretary, { session, number: first.number }),
      () => leaves(jury.second),
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
    const { jury, session } = await aSitting();
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
    const { jury, session } = await aSitting();
    expect((await stateFor(jury.secretary, session)).members[0]?.agentId).not.toBeNull();
    for (const who of [jury.chair, jury.juror, jury.instructor]) {
      expect((await stateFor(who, session)).members.map(({ agentId }) => agentId)).toEqual(
        Array.from({ length: 8 }, () => null),
      );
    }
  });
});
