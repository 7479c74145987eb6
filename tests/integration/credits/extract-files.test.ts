import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { enterExtract } from "@/features/credits/commands/enter-extract";
import { receiveExtract } from "@/features/credits/commands/receive-extract";
import { extractModel, readImport, reportFile } from "@/features/credits/queries/imports";
import { type Credits, theCredits } from "../../fixtures/credits";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { ALL, credited, csv, fileOf, HEADINGS, line, send } from "./extract-sending";

const db = await testDatabase();
beforeAll(() => setClock("2021-01-20T10:00:00+01:00"));

describe("a file as accountings and spreadsheets write it", () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
  test.each([
    ["UTF-8 with its mark", (text: string) => `\uFEFF${text}`],
    ["windows-1252", (text: string) => Buffer.from(text, "latin1")],
    ["UTF-16", utf16],
    ["UTF-16, the other way", (text: string) => utf16(text).swap16()],
    ["commas", (text: string) => text.replaceAll(",00", ".00").replaceAll(";", ",")],
    ["tabs", (text: string) => text.replaceAll(";", "\t")],
    ["line feeds", (text: string) => text.replaceAll("\r\n", "\n")],
    ["carriage returns", (text: string) => text.replaceAll("\r\n", "\r")],
    [
      "quotes and blank lines",
      (text: string) =>
        text.replace("Facture", '"Facture ; n° ""12"""').replaceAll("\r\n", "\r\n\r\n"),
    ],
    [
      "other columns, in another order",
      (text: string) =>
        text
          .split("\r\n")
          .map((each) => {
            const cells = each.split(";");
            return [...cells.reverse(), "x"].join(";");
          })
          .join("\r\n"),
    ],
  ])("%s", async (_, written) => {
    const { room, dossier } = await credited();
    const preview = await send(
      room.keeper,
      written(
        csv(
          line(room, dossier.number, "1000,00"),
          line(room, dossier.number, "500,00", { label: "Clé" }),
        ),
      ),
    );
    expect(preview.counts).toEqual({ taken: 2, known: 0, refused: 0 });
    expect(preview.taken.ae).toBe(150_000);
    expect(preview.lines[1]?.content.label).toBe("Clé");
  });

  test("cut in the middle: the last line is refused, and says why", async () => {
    const { room, dossier } = await credited();
    const whole = csv(line(room, dossier.number, "1000,00"), line(room, dossier.number, "500,00"));
    const preview = await send(room.keeper, whole.slice(0, -30));
    expect(preview.counts).toEqual({ taken: 1, known: 0, refused: 1 });
    expect(preview.lines[1]?.reason).toContain("le fichier est peut-être coupé");
  });

  test.each([
    ["nothing but headings", HEADINGS, "aucune écriture"],
    ["spaces", "  \r\n \r\n", "aucune écriture"],
    ["no headings", "0363;EJ;1;10;2021;2021-000001;1,00;01/01/2021;x", "première ligne"],
    ["a column away", HEADINGS.replace(";Dossier", ""), "«\u00A0Dossier\u00A0»"],
    [
      "a quote left open",
      `${HEADINGS}\n0363;"EJ;1;10;2021;2021-000001;1,00;01/01/2021;x\n`,
      "guillemet",
    ],
    ["a line without end", `${HEADINGS}\n${"x".repeat(5_000)}`, "trop longue"],
    ["a spreadsheet", Buffer.from("504b0304140000000800000021000000", "hex"), "CSV"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "CSV"],
  ])("%s is refused whole, and nothing is kept", async (_, content, word) => {
    const room = await theCredits();
    const before = await db.accountingExtract.count();
    await expect(receiveExtract(room.keeper, await fileOf(content))).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringContaining(word),
    });
    expect(await db.accountingExtract.count()).toBe(before);
  });

  test("no text of its report is a formula", async () => {
    const { room, dossier } = await credited();
    const preview = await send(
      room.keeper,
      csv(
        line(room, dossier.number, "1000,00", { label: "=HYPERLINK(1)" }),
        line(room, dossier.number, "@SUM(A1)", { label: "+33" }),
      ),
    );
    let text = "";
    for await (const chunk of await reportFile(room.keeper, preview.id)) text += String(chunk);
    const cells = text
      .replace(/^\uFEFF/, "")
      .split(/[;\r\n]+/)
      .map((cell) => cell.replaceAll('"', ""));
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(text).toContain("'=HYPERLINK(1)");
    let model = "";
    for await (const chunk of extractModel(room.keeper)) model += String(chunk);
    expect(model).toContain(`\uFEFF${HEADINGS}\r\n0363-INT-UO1;EJ;`);
  });
});

/** What the process holds once what nobody reads any more is collected, in bytes. */
function kept(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

describe("a hundred thousand lines", () => {
  const lines = (room: Credits, number: string, count: number) => {
    const rows = Array.from({ length: count }, (_, index) =>
      line(room, number, "0,01", { piece: String(index) }),
    );
    return csv(...rows);
  };

  test("are entered in bounded memory, each account checked once", async () => {
    const { room, dossier, accountNow } = await credited();
    const file = await fileOf(lines(room, dossier.number, 100_000));
    const before = kept();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, kept() - before);
    }, 1_000);
    const { id } = await receiveExtract(room.keeper, file);
    await enterExtract(room.keeper, { extract: id });
    clearInterval(watch);
    // The keys met are some 30 MB; the lines as objects would be some 200.
    expect(most).toBeLessThan(90 * 1024 * 1024);
    expect((await accountNow()).committedAe).toBe(100_000n);
    expect((await readImport(room.keeper, id, ALL)).counts.taken).toBe(100_000);
  }, 240_000);

  test("and one more are refused", async () => {
    const { room, dossier } = await credited();
    const file = await fileOf(lines(room, dossier.number, 100_001));
    await expect(receiveExtract(room.keeper, file)).rejects.toMatchObject({ code: "too-large" });
    expect(await db.accountingExtract.count({ where: { fingerprint: file.sha256 } })).toBe(0);
  }, 60_000);
});
