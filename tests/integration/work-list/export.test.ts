import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { euros } from "@/domain/money";
import { exportCsv } from "@/features/work-list/export/csv";
import { parseFilters } from "@/features/work-list/filters";
import { PAGE_SIZE } from "@/features/work-list/queries/list";
import { aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
const csvOf = async (query: Record<string, string | string[]>, who: keyof Room = "owner") => {
  const actor = room[who];
  if (!("agentId" in actor)) throw new Error(`${who} is nobody`);
  return (await buffer(await exportCsv(actor, parseFilters(query)))).toString("utf8");
};
const linesOf = (csv: string) => parse(csv, { delimiter: ";", bom: true }) as string[][];

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  room = await theRoom("ITN3");
});

test("every dossier filtered, not the page, in the columns chosen, and the export in the log", async () => {
  for (let index = 0; index < PAGE_SIZE + 5; index += 1) {
    await aReviewedDossier(room, { grant: euros(1_234_567), total: euros(2_000_000) });
  }
  await aReviewedDossier(room, { status: "scored" });
  const csv = await csvOf({ statut: "filed", colonne: ["projet", "subvention", "age"] });
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const [header, ...lines] = linesOf(csv);
  expect(header).toEqual(["Numéro", "Projet", "Subvention demandée", "Date de dépôt"]);
  expect(lines).toHaveLength(PAGE_SIZE + 5);
  expect(new Set(lines.map(([number]) => number)).size).toBe(PAGE_SIZE + 5);
  expect(lines[0]?.slice(2)).toEqual(["1234567,00", "10/01/2021"]);
  const line = await db.auditLine.findFirstOrThrow({ where: { action: "export-list" } });
  expect(line.facts).toEqual({
    format: "csv",
    list: "statut=filed&colonne=projet&colonne=subvention&colonne=age",
  });
});

test.each(["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx"])(
  "%j in a title is no formula in a spreadsheet",
  async (title) => {
    const { id, number } = await aReviewedDossier(room);
    await db.dossier.update({ where: { id }, data: { title } });
    const [, line] = linesOf(await csvOf({ recherche: number, colonne: "projet" }));
    expect(line).toEqual([number, `'${title}`]);
  },
);

test("quotes, semicolons and line feeds stay in their cell", async () => {
  const { id, number } = await aReviewedDossier(room);
  const title = 'Un « "mot" » ; puis\nun autre';
  await db.dossier.update({ where: { id }, data: { title } });
  const [, line] = linesOf(await csvOf({ recherche: number, colonne: "projet" }));
  expect(line).toEqual([number, title]);
});

test("what one may not see is not exported; a carrier exports nothing", async () => {
  const { id, number } = await aReviewedDossier(room, { status: "under-review" });
  await db.jurorAssignment.create({
    data: {
      dossierId: id,
      jurorId: room.secretary.agentId,
      assignedById: room.owner.agentId,
      status: "recused",
      ground: "same-ministry",
      endedAt: new Date(),
    },
  });
  expect(await csvOf({}, "secretary")).not.toContain(number);
  expect(await csvOf({})).toContain(number);
  for (const who of ["carrier", "juror", "auditor", "dnum"] as const) {
    await expect(csvOf({}, who)).rejects.toMatchObject({ code: "not-found" });
  }
});
