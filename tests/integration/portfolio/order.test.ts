import { beforeAll, describe, expect, test } from "vitest";
import { UNRANKED } from "@/domain/dossier/ministry-rank";
import type { Actor } from "@/domain/rights/actor";
import { setOrder } from "@/features/portfolio/commands/set-order";
import { EVERYTHING } from "@/features/portfolio/filters";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { formerRankField, rankField } from "@/features/portfolio/rank-fields";
import { orderSchema } from "@/features/portfolio/schemas";
import { aCall, aDossier, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMinistry, atOnce, type Ministry } from "../visas/world";

const db = await testDatabase();

let own: Ministry;
let other: Ministry;
let call: Awaited<ReturnType<typeof aCall>>;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  call = await aCall("ITN3");
  own = await aMinistry();
  other = await aMinistry();
});

const file = async ({ carrier }: Ministry = own) => (await aDossier({ carrier, call })).number;

type Change = readonly [number: string, from: number, to: number];
const order = (actor: Actor, ...changes: Change[]) =>
  setOrder(
    actor,
    Object.fromEntries(
      changes.flatMap(([number, from, to]) => [
        [rankField(number), to],
        [formerRankField(number), from],
      ]),
    ),
  );
const rankOf = async (number: string) =>
  (await db.dossier.findUniqueOrThrow({ where: { number } })).ministryRank;

describe("the ministry's order", () => {
  test("is the list's: ranked first, then the others", async () => {
    const [first, second, third] = [await file(), await file(), await file()];
    await order(own.dnum, [first, UNRANKED, 2], [third, UNRANKED, 1], [second, UNRANKED, UNRANKED]);
    const { rows } = await readPortfolio(own.dnum, EVERYTHING);
    expect(rows.map(({ number }) => number).slice(0, 3)).toEqual([third, first, second]);
    await order(own.dnum, [third, 1, UNRANKED]);
    expect(await rankOf(third)).toBe(UNRANKED);
  });

  test("is a line of the general log, and none of any dossier: neither theme nor carrier reads it there", async () => {
    const [moved, kept] = [await file(), await file()];
    expect(await order(own.dnum, [moved, UNRANKED, 4], [kept, UNRANKED, UNRANKED])).toEqual({
      changed: 1,
    });
    const lines = await db.auditLine.findMany({ where: { actorId: own.dnum.agentId } });
    expect(lines.at(-1)).toMatchObject({
      chain: "general",
      action: "rank-dossiers",
      facts: { ranks: [{ number: moved, from: UNRANKED, to: 4 }] },
    });
    expect(lines.filter(({ chain }) => chain !== "general")).toEqual([]);
  });

  test("written by two people at once: one is heard, the other is told and nothing of theirs is kept", async () => {
    const [fought, free] = [await file(), await file()];
    const { held, refusals } = await atOnce([
      order(own.dnum, [fought, UNRANKED, 5], [free, UNRANKED, 6]),
      order(own.colleague, [fought, UNRANKED, 8]),
    ]);
    expect([held, refusals]).toEqual([1, ["changed-meanwhile"]]);
    const now = await rankOf(fought);
    expect([5, 8]).toContain(now);
    expect(await rankOf(free)).toBe(now === 5 ? 6 : UNRANKED);
    await expect(order(own.colleague, [fought, UNRANKED, 9])).rejects.toMatchObject({
      code: "changed-meanwhile",
      fields: [{ path: rankField(fought), message: expect.stringContaining(`le rang ${now}`) }],
    });
    // Read again, it is written over.
    await order(own.colleague, [fought, now, 9]);
    expect(await rankOf(fought)).toBe(9);
  });

  test("is no other ministry's, nor anybody else's, and no draft has one", async () => {
    const number = await file();
    const draft = await aDossier({ carrier: own.carrier, call, status: "draft" });
    await db.dossier.update({ where: { id: draft.id }, data: { shownToDnum: true } });
    for (const [actor, asked] of [
      [other.dnum, number],
      [own.carrier, number],
      [own.dnum, draft.number],
    ] as const) {
      await expect(order(actor, [asked, UNRANKED, 1])).rejects.toMatchObject({ code: "not-found" });
    }
    expect([await rankOf(number), await rankOf(draft.number)]).toEqual([UNRANKED, UNRANKED]);
  });
});

test("a posted form holds the ranks of its dossiers and nothing else", () => {
  const form = {
    [rankField("2021-000001")]: " 3 ",
    [formerRankField("2021-000001")]: "1000",
    [rankField("2021-000002")]: "",
    [formerRankField("2021-000002")]: "12",
  };
  expect(orderSchema(form).strict().parse(form)).toEqual({
    [rankField("2021-000001")]: 3,
    [formerRankField("2021-000001")]: 1000,
    [rankField("2021-000002")]: UNRANKED,
    [formerRankField("2021-000002")]: 12,
  });
  for (const wrong of [
    { ...form, [rankField("2021-000001")]: "0" },
    { ...form, role: "administrator" },
    { [rankField("2021-000001")]: "1" },
  ]) {
    expect(orderSchema(wrong).strict().safeParse(wrong).success).toBe(false);
  }
});
