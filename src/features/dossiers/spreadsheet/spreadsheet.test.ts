import { ZipArchive } from "archiver";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { parsePlan, typedLineSchema } from "@/domain/dossier/funding-plan";
import { PASTED_PLAN } from "@/domain/dossier/pasted-plan";
import { asRows, asText, readPasted } from "@/domain/dossier/pasted-table";
import { spend } from "@/domain/themes/sample";
import { MAX_TABLE_FILE, readTableFile, readTableText } from "./read-table";
import { planCsv, planXlsx } from "./write-table";

const file = (content: BlobPart | Buffer, name = "plan.csv") =>
  new File([content as BlobPart], name);
const again = (rows: string[][]) => readPasted(PASTED_PLAN, asRows(asText(rows)));

async function zipOf(parts: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipArchive({ zlib: { level: 9 } });
  for (const [name, content] of Object.entries(parts)) zip.append(content, { name });
  const chunks: Buffer[] = [];
  zip.on("data", (chunk: Buffer) => chunks.push(chunk));
  await zip.finalize();
  return Buffer.concat(chunks);
}

const LINES = [
  spend("Développement; « annuaire »", "development", "12 500,50", { tax: "HT", taxRate: "5,5" }),
  spend('=HYPERLINK("http://exemple.fr")', "licence", "1000", {
    nonEuropeanLicence: true,
    provider: "@éditeur",
    innovative: false,
    seatInFrance: true,
  }),
  typedLineSchema.parse({
    label: "Cheffe de projet",
    nature: "T2",
    year: "2022",
    category: "staff",
    annualCost: "60 000",
    timeShare: "62,5",
    months: "4,5",
  }),
];

describe("the plan's own file", () => {
  test.each([
    ["CSV", async () => file(planCsv(LINES))],
    ["XLSX", async () => file(await planXlsx(LINES), "plan.xlsx")],
  ])("comes back from %s as it left", async (_kind, made) => {
    const table = again(await readTableFile(await made()));
    expect(table).toMatchObject({ refusal: null, ignored: ["Montant TTC calculé"] });
    expect(table.rows.flatMap(({ problems }) => problems)).toEqual([]);
    const lines = table.rows.map(({ line }) => line);
    expect(lines.map(({ label }) => label)).toEqual(LINES.map(({ label }) => label));
    expect(parsePlan(lines).expenses).toEqual(parsePlan(LINES).expenses);
  });

  test("is a CSV that French spreadsheets open, without a formula", () => {
    const csv = planCsv(LINES);
    expect(csv.startsWith("\uFEFFIntitulé;Nature;Année;")).toBe(true);
    expect(csv).toContain("\"'=HYPERLINK(");
    expect(csv).toContain("'@éditeur");
    expect(csv).toContain(";12500,50;");
    expect(csv.split("\r\n")).toHaveLength(LINES.length + 2);
  });
});

describe("a file", () => {
  test.each([
    ["UTF-8", Buffer.from("Développement;T3\nAudit;T3")],
    ["UTF-8 with its mark", Buffer.from("\uFEFFDéveloppement;T3\nAudit;T3")],
    ["windows-1252", Buffer.from("Développement;T3\r\nAudit;T3", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFDéveloppement;T3\nAudit;T3", "utf16le")],
  ])("is read in %s", async (_encoding, bytes) => {
    expect(await readTableFile(file(bytes))).toEqual([
      ["Développement", "T3"],
      ["Audit", "T3"],
    ]);
  });

  test("keeps its numbers as people write them", async () => {
    const bytes = await writeExcelFile([
      ["Montant", "Part", "Licence"],
      [0.1 + 0.2, 0.5, true],
      [1234567.89, 12, null],
    ]).toBuffer();
    expect(await readTableFile(file(bytes, "a.xlsx"))).toEqual([
      ["Montant", "Part", "Licence"],
      ["0,3", "0,5", "oui"],
      ["1234567,89", "12", ""],
    ]);
  });

  test.each([
    ["too large", () => Buffer.alloc(MAX_TABLE_FILE + 1, "a"), /1\u00A0Mo/],
    ["neither CSV nor XLSX", () => Buffer.from([0x89, 0x50, 0, 1]), /ni un CSV ni un XLSX/],
    ["a broken archive", () => Buffer.from("PK pas une archive"), /ne s’ouvre pas/],
    ["an archive of something else", () => zipOf({ "a.txt": "a" }), /ne s’ouvre pas/],
    [
      "a bomb",
      () => zipOf({ "xl/worksheets/sheet1.xml": Buffer.alloc(64 * 1024 * 1024) }),
      /ne s’ouvre pas/,
    ],
    ["an unclosed quote", () => Buffer.from('a;"b\nc'), /guillemet/],
  ])("is refused when it is %s", async (_what, bytes, told) => {
    const error = await readTableFile(file(await bytes())).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid-input", fields: [{ path: "file" }] });
    expect((error as { fields: { message: string }[] }).fields[0]?.message).toMatch(told);
  });
});

test("a pasted text keeps its rows, quotes inside cells and empty lines included", () => {
  expect(readTableText('a\tb\n\n"c\td"\te 5"')).toEqual([["a", "b"], [""], ["c\td", 'e 5"']]);
});
