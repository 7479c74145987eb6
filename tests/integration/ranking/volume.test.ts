import { beforeAll, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { moveRow } from "@/features/ranking/commands/move-row";
import { linesOf } from "@/features/ranking/ranking-lines";
import { type Room, theRoom } from "../../fixtures/jury";
import { scoredDossiers } from "../../fixtures/ranked-call";
import { statementsOf } from "../../fixtures/statements";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMove, aScoredDossier, orderOf, pageOf } from "./world";

await testDatabase();
let room: Room;

beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
  room = await theRoom("ITN3", { total: euros(12_000_000) });
  await scoredDossiers(room.call, { dossiers: 300, jurors: 12, by: room.owner });
});

test("300 dossiers and 3 600 sheets: every one has its rank and its score, the money adds up", async () => {
  const page = await pageOf(room);
  expect(new Set(page.rows.map(({ dossier }) => dossier)).size).toBe(300);
  const scores = page.rows.map(
    ({ dossier }) => page.lines.find(({ number }) => number === dossier)?.score ?? -1,
  );
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.every((score) => score >= 0 && score <= 500)).toBe(true);
  const facts = new Map(page.lines.map((line) => [line.number, line]));
  const { envelopes, funded } = linesOf(page.rows, facts, page.levels);
  expect(funded.count).toBeGreaterThan(30);
  for (const { remaining, funded: full, partial, left } of envelopes) {
    expect(full + partial + left).toBe(remaining);
  }
});

test("the page and a move send as many statements for 300 dossiers as for 3", async () => {
  const small = await theRoom("ITN3");
  for (const value of [3, 5, 4] as const) await aScoredDossier(small, value);
  const pages: number[] = [];
  const moves: number[] = [];
  for (const each of [small, room]) {
    const [first = ""] = await orderOf(each);
    pages.push((await statementsOf(() => pageOf(each))).length);
    const move = aMove(each, { revision: 0, dossier: first, rank: "2" });
    moves.push((await statementsOf(() => moveRow(each.owner, move))).length);
    expect((await orderOf(each))[1]).toBe(first);
  }
  expect(pages[1]).toBe(pages[0]);
  expect(moves[1]).toBe(moves[0]);
});

test("the last of 300 goes first, and comes back", async () => {
  const before = await orderOf(room);
  const last = before.at(-1) ?? "";
  await moveRow(room.owner, aMove(room, { revision: 1, dossier: last, rank: "1" }));
  expect(await orderOf(room)).toEqual([last, ...before.slice(0, -1)]);
  await moveRow(room.owner, aMove(room, { revision: 2, act: "undo" }));
  expect(await orderOf(room)).toEqual(before);
});
