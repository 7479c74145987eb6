import { buffer, text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import type { ExportFormat } from "@/domain/export-formats";
import { cents, euros } from "@/domain/money";
import { exportList } from "@/features/work-list/export/export-list";
import { parseFilters } from "@/features/work-list/filters";
import { PAGE_SIZE } from "@/features/work-list/queries/list";
import { aReviewedDossier, type Room, recused, theRoom } from "../../fixtures/jury";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let room: Room;
const actorOf = (who: keyof Room) => {
  const actor = room[who];
  if (!("agentId" in actor)) throw new Error(`${who} is nobody`);
  return actor;
};
type Query = Record<string, string | string[]>;
const fileOf = async (format: ExportFormat, query: Query, who: keyof Room = "owner") =>
  buffer(await exportList(actorOf(who), parseFilters(query), format));
const csvOf = async (query: Query, who?: keyof Room) =>
  (await fileOf("csv", query, who)).toString("utf8");
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
  await recused(id, room.secretary);
  expect(await csvOf({}, "secretary")).not.toContain(number);
  expect(await csvOf({})).toContain(number);
  for (const who of ["carrier", "juror", "auditor", "dnum"] as const) {
    await expect(csvOf({}, who)).rejects.toMatchObject({ code: "not-found" });
  }
});

describe("XLSX and ODS", () => {
  const columns = ["projet", "subvention", "age", "echeance", "avis"];

  test("the same list as the CSV: numbers are numbers, days are days, a formula is a text", async () => {
    const { id, number } = await aReviewedDossier(room, {
      grant: cents(123_456_789),
      total: euros(2_000_000),
    });
    const title = '=HYPERLINK("https://ailleurs.example";"<b>&\u0001 voir  ici")';
    await db.dossier.update({ where: { id }, data: { title } });
    const query = { recherche: number, colonne: columns };
    const [sheet] = await readExcelFile(await fileOf("xlsx", query));
    expect(sheet?.sheet).toBe("Dossiers");
    const clean = title.replace("\u0001", "");
    expect(sheet?.data).toEqual([
      ["Numéro", "Projet", "Subvention demandée", "Date de dépôt", "Échéance", "Avis d’experts"],
      [number, clean, 1_234_567.89, new Date("2021-01-10T00:00:00Z"), null, null],
    ]);
    const xlsx = await unzipped(await fileOf("xlsx", query));
    expect(xlsx.get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
    for (const xml of xlsx.values()) expect(unbalanced(xml)).toBeNull();

    const bytes = await fileOf("ods", query);
    // Its type can be read at a fixed place: the first entry, neither packed nor with an extra field.
    expect(bytes.subarray(30, 38).toString()).toBe("mimetype");
    expect(bytes.subarray(38, 84).toString()).toBe(
      "application/vnd.oasis.opendocument.spreadsheet",
    );
    expect([bytes.readUInt16LE(8), bytes.readUInt16LE(28)]).toEqual([0, 0]);
    const ods = await unzipped(bytes);
    expect([...ods.keys()]).toEqual(["mimetype", "META-INF/manifest.xml", "content.xml"]);
    const content = ods.get("content.xml") ?? "";
    expect(unbalanced(content)).toBeNull();
    expect(unbalanced(ods.get("META-INF/manifest.xml") ?? "")).toBeNull();
    expect(content).toContain('office:value-type="float" office:value="1234567.89"');
    expect(content).toContain('office:value-type="date" office:date-value="2021-01-10"');
    expect(content).toContain(
      '<text:p>=HYPERLINK(&quot;https://ailleurs.example&quot;;&quot;&lt;b&gt;&amp; voir<text:s text:c="2"/>ici&quot;)</text:p>',
    );
    expect(content).not.toContain("table:formula");
  });

  test.each(["xlsx", "ods"] as const)(
    "%s: every page, what one may not see left out",
    async (format) => {
      const secret = await aReviewedDossier(room, { status: "under-review" });
      await recused(secret.id, room.instructor);
      const all = await db.dossier.findMany({ where: { themeCode: "ITN3" } });
      const numbersFor = async (who: keyof Room) => {
        const files = await unzipped(await fileOf(format, { colonne: "projet" }, who));
        const xml = files.get(format === "ods" ? "content.xml" : "xl/worksheets/sheet1.xml") ?? "";
        return all.filter(({ number }) => xml.includes(`>${number}<`)).map(({ id }) => id);
      };
      expect(await numbersFor("owner")).toHaveLength(all.length);
      const seen = await numbersFor("instructor");
      const recusals = await db.jurorAssignment.count({
        where: { jurorId: room.instructor.agentId, status: "recused" },
      });
      expect(seen).toHaveLength(all.length - recusals);
      expect(seen).not.toContain(secret.id);
      await expect(fileOf(format, {}, "carrier")).rejects.toMatchObject({ code: "not-found" });
      const { facts } = await db.auditLine.findFirstOrThrow({
        where: { action: "export-list", actorId: room.instructor.agentId },
        orderBy: { sequence: "desc" },
      });
      expect(facts).toEqual({ format, list: "colonne=projet" });
    },
  );
});

/** The files of an archive, by name, in its order. */
async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

/** The first tag that does not close the one it should, or an `&` or `<` that is none; null in a well-formed document. */
function unbalanced(xml: string): string | null {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, "");
  for (const [piece, end, name = "", self] of body.matchAll(
    /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>|[^<]+|</g,
  )) {
    if (piece === "<" || /&(?!(amp|lt|gt|quot);)/.test(piece)) return piece;
    if (!piece.startsWith("<") || self) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return piece;
  }
  return open.pop() ?? null;
}
