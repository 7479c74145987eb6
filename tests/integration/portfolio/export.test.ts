import { buffer, text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { exportPortfolio } from "@/features/portfolio/export-portfolio";
import { EVERYTHING, type PortfolioQuery } from "@/features/portfolio/filters";
import { readPortfolio } from "@/features/portfolio/queries/portfolio";
import { readSynthesis } from "@/features/portfolio/queries/synthesis";
import { aCall, aDossier, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aMinistry, type Ministry } from "../visas/world";

const db = await testDatabase();

let own: Ministry;
let other: Ministry;

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  own = await aMinistry();
  other = await aMinistry();
  const itn3 = await aCall("ITN3");
  const snap1 = await aCall("SNAP1");
  for (const { carrier } of [own, own, other]) {
    for (const call of [itn3, itn3, snap1]) {
      const { id } = await aDossier({ carrier, call, total: euros(100), grant: euros(60) });
      await db.dossier.update({ where: { id }, data: { staffCost: 1_000n, coFinancing: 500n } });
    }
    await aDossier({ carrier, call: itn3, status: "draft" });
  }
});

const cells = async (query: Partial<PortfolioQuery> = {}) => {
  const csv = await text(await exportPortfolio(own.dnum, { ...EVERYTHING, ...query }, "csv"));
  return csv
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(";"));
};

test("a file holds every dossier of the selection, in the order of the list, and no other ministry's", async () => {
  const { rows } = await readPortfolio(own.dnum, EVERYTHING);
  const [headings = [], ...lines] = await cells();
  expect(lines.map((line) => line[1])).toEqual(rows.map(({ number }) => number));
  expect(lines).toHaveLength(6);
  const line = Object.fromEntries(headings.map((heading, index) => [heading, lines[0]?.[index]]));
  expect(line).toMatchObject({
    Organisation: own.carrier.organisation?.name,
    Statut: "Déposé",
    Étape: "En instruction",
    "Subvention demandée": "60,00",
    "Subvention accordée": "",
    "Part propre en numéraire": "25,00",
    "Part propre en T2": "10,00",
  });
  expect(await cells({ theme: "SNAP1" })).toHaveLength(3);
  expect(await cells({ stage: "ended" })).toHaveLength(1);
});

test("its export is a line of the general log, before its first line leaves", async () => {
  await buffer(await exportPortfolio(own.dnum, { ...EVERYTHING, theme: "SNAP1" }, "ods"));
  const line = await db.auditLine.findFirstOrThrow({
    where: { action: "export-portfolio", actorId: own.dnum.agentId },
    orderBy: { sequence: "desc" },
  });
  expect(line).toMatchObject({
    chain: "general",
    facts: { format: "ods", list: "theme=snap1" },
  });
});

test("is closed to the others, and to a ministry one does not serve", async () => {
  for (const [actor, ministryId] of [
    [own.carrier, null],
    [own.dnum, other.ministry.id],
  ] as const) {
    const query = { ...EVERYTHING, ministryId };
    await expect(exportPortfolio(actor, query, "csv")).rejects.toMatchObject({ code: "not-found" });
    await expect(readSynthesis(actor, ministryId)).rejects.toMatchObject({ code: "not-found" });
  }
});

test("the synthesis adds up as the lists do, by stage and by theme", async () => {
  const { stages, totals, themes, carriers, credits, drift } = await readSynthesis(own.dnum, null);
  const list = await readPortfolio(own.dnum, EVERYTHING);
  expect(stages).toEqual(list.stages);
  expect(totals).toEqual(list.totals);
  expect(themes.map(({ code, count, asked }) => [code, count, asked])).toEqual([
    ["ITN3", 4, 24_000],
    ["SNAP1", 2, 12_000],
  ]);
  expect(carriers).toEqual(list.carriers);
  expect([credits.paid, drift.projects]).toEqual([0, 0]);
});
