import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { moveRow } from "@/features/ranking/commands/move-row";
import {
  adoptScenario,
  deleteScenario,
  saveScenario,
  takeScoresOrder,
} from "@/features/ranking/commands/scenarios";
import { CURRENT_SCENARIO } from "@/features/ranking/compared";
import { readComparison } from "@/features/ranking/queries/comparison";
import { type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMove, aScoredDossier, orderOf, pageOf, scopeOf, seenAt } from "./world";

const db = await testDatabase();
let room: Room;
let first: string;
let second: string;

beforeAll(async () => {
  await setClock("2021-02-10T10:00:00+01:00");
});
beforeEach(async () => {
  room = await theRoom("ITN3", { total: euros(400_000) });
  first = (await aScoredDossier(room, 5)).number;
  second = (await aScoredDossier(room, 4, euros(250_000))).number;
});

const save = (name: string, revision = 0) =>
  saveScenario(room.owner, { ...seenAt(room, revision), name });

describe("a scenario", () => {
  test("keeps the ranking under its own name, and is written in the log", async () => {
    const { id } = await save("Prudent");
    expect((await pageOf(room)).scenarios).toMatchObject([{ id, name: "Prudent" }]);
    await expect(save("prudent")).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "name" }],
    });
    expect(await db.auditLine.count({ where: { action: "save-scenario" } })).toBeGreaterThan(0);
  });

  test("adopted, gives its order and amounts to the ranking: one change, taken back at once", async () => {
    await moveRow(
      room.owner,
      aMove(room, { revision: 0, dossier: second, rank: "1", amount: "100 000" }),
    );
    const { id } = await save("Le second d’abord", 1);
    await takeScoresOrder(room.owner, seenAt(room, 1));
    expect(await orderOf(room)).toEqual([first, second]);
    await adoptScenario(room.chair, { ...seenAt(room, 2), scenario: id });
    expect((await pageOf(room)).rows).toEqual([
      { dossier: second, amount: euros(100_000), place: "ranked" },
      { dossier: first, amount: null, place: "ranked" },
    ]);
    expect((await pageOf(room)).last?.words).toBe(
      "scénario «\u00A0Le second d’abord\u00A0» repris",
    );
    await moveRow(room.owner, aMove(room, { revision: 3, act: "undo" }));
    expect(await orderOf(room)).toEqual([first, second]);
    expect((await pageOf(room)).rows[1]?.amount).toBeNull();
  });

  test("of another ranking is nobody's here; deleted, it leaves what was taken from it", async () => {
    const { id } = await save("Prudent");
    const other = await theRoom("ITN3");
    await expect(
      adoptScenario(other.owner, { ...seenAt(other, 0), scenario: id }),
    ).rejects.toMatchObject({ code: "not-found" });
    await deleteScenario(room.owner, { ...seenAt(room, 0), scenario: id });
    expect((await pageOf(room)).scenarios).toEqual([]);
    expect(await orderOf(room)).toEqual([first, second]);
  });

  test.each(["instructor", "juror", "outsider"] as const)("is not saved by %s", async (who) => {
    await expect(
      saveScenario(room[who], { ...seenAt(room, 0), name: "Essai" }),
    ).rejects.toMatchObject({ code: who === "instructor" ? "not-allowed" : "not-found" });
  });
});

describe("a comparison", () => {
  test("puts them side by side, and the totals of each add up to what it gives", async () => {
    const { id } = await save("Notes");
    await moveRow(room.owner, aMove(room, { revision: 0, dossier: second, rank: "1" }));
    const comparison = await readComparison(room.owner, scopeOf(room), [CURRENT_SCENARIO, id]);
    expect(comparison?.columns.map(({ name }) => name)).toEqual(["Classement en cours", "Notes"]);
    expect(comparison?.rows).toMatchObject([
      {
        number: second,
        cells: [
          { rank: 1, situation: "funded", paid: euros(250_000) },
          { rank: 2, situation: "partly", paid: euros(100_000) },
        ],
      },
      {
        number: first,
        cells: [
          { rank: 2, situation: "partly", paid: euros(150_000) },
          { rank: 1, situation: "funded", paid: euros(300_000) },
        ],
      },
    ]);
    for (const { title, rows } of comparison?.totals ?? []) {
      const sums = [0, 1].map((index) =>
        rows.reduce((total, { paid }) => total + (paid[index] ?? 0), 0),
      );
      expect(sums, title).toEqual([euros(400_000), euros(400_000)]);
    }
    expect(comparison?.totals[1]?.rows[0]?.label).toBe("Ministère porteur");
    expect(comparison?.totals[2]?.rows[0]?.label).toBe("France entière");
  });

  test("holds three columns at most, and none for whoever is recused", async () => {
    const ids = [];
    for (const name of ["A", "B", "C"]) ids.push((await save(name)).id);
    const all = [CURRENT_SCENARIO, ...ids];
    const chosen = all.slice(0, 3);
    expect((await readComparison(room.owner, scopeOf(room), chosen))?.columns).toHaveLength(3);
    expect(await readComparison(room.owner, scopeOf(room), all)).toBeNull();
    expect(await readComparison(room.owner, scopeOf(room), [CURRENT_SCENARIO])).toBeNull();
    const dossier = await db.dossier.findUniqueOrThrow({ where: { number: first } });
    await db.dossierMember.create({
      data: { dossierId: dossier.id, agentId: room.secretary.agentId, access: "write" },
    });
    expect(await readComparison(room.secretary, scopeOf(room), chosen)).toBeNull();
  });
});
