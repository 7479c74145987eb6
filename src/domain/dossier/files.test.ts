import { describe, expect, test } from "vitest";
import { type ArchiveEntry, archiveRefusal } from "./archive";
import {
  announcedFileSchema,
  fileNameSchema,
  formatSize,
  isReadable,
  kindOf,
  MAX_FILE_SIZE,
} from "./files";

const MEGABYTE = 1024 * 1024;

describe("the name of a file", () => {
  test.each(["Devis n° 3.pdf", "PLAN.XLSX", "Étude d’impact (v2).odt", "photo.été.jpeg"])(
    "%s is accepted",
    (name) => expect(fileNameSchema.safeParse(name).success).toBe(true),
  );

  test.each([
    "facture\u202Efdp.exe",
    "devis\u202Ecod.pdf",
    "devis\u0000.pdf",
    "devis\n.pdf",
    "../../etc/passwd.pdf",
    "C:\\devis.pdf",
    "devis.exe",
    "devis.pdf.js",
    "page.html",
    "dessin.svg",
    "macros.xlsm",
    "sans-extension",
    "constructor",
    ".toString",
    "",
    `${"a".repeat(200)}.pdf`,
  ])("%j is refused with a sentence", (name) => {
    const { error } = fileNameSchema.safeParse(name);
    expect(error?.issues[0]?.message).toMatch(/^[A-ZÉ].*\.$/);
  });

  test("says the kind, whatever its case", () => {
    expect(kindOf("a.DOCX")?.family).toBe("office");
    expect(kindOf("a.hasOwnProperty")).toBeNull();
  });
});

test("a file is announced with one byte at least, 50 Mo at most, and a readable fingerprint", () => {
  const announced = { field: "documents", name: "a.pdf", size: 1, sha256: "a".repeat(64) };
  expect(announcedFileSchema.safeParse(announced).success).toBe(true);
  expect(announcedFileSchema.safeParse({ ...announced, size: MAX_FILE_SIZE }).success).toBe(true);
  for (const wrong of [
    { size: 0 },
    { size: -1 },
    { size: 1.5 },
    { size: MAX_FILE_SIZE + 1 },
    { sha256: "A".repeat(64) },
    { sha256: "" },
    { status: "analysed" },
  ]) {
    expect(announcedFileSchema.safeParse({ ...announced, ...wrong }).success).toBe(false);
  }
});

test("sizes are told as file managers tell them", () => {
  expect([1, 12, 1536, MAX_FILE_SIZE, 13_002_342].map(formatSize)).toEqual([
    "1\u00A0octet",
    "12\u00A0octets",
    "2\u00A0ko",
    "50\u00A0Mo",
    "12,4\u00A0Mo",
  ]);
});

test("a file is read by all once analysed, by its author while it waits, by nobody otherwise", () => {
  expect(isReadable("analysed", false)).toBe(true);
  expect(isReadable("waiting", true)).toBe(true);
  expect(isReadable("waiting", false)).toBe(false);
  for (const status of ["receiving", "infected", "refused"] as const) {
    expect(isReadable(status, true)).toBe(false);
  }
});

describe("an archive, by its directory alone", () => {
  let offset = 0;
  const entry = (name: string, more: Partial<ArchiveEntry> = {}): ArchiveEntry => {
    offset += 10_000_000;
    return {
      name,
      offset,
      compressedSize: 100,
      uncompressedSize: 200,
      isEncrypted: false,
      isSymlink: false,
      ...more,
    };
  };
  const zip = { family: "archive", size: 100_000 } as const;

  test("of ordinary documents is accepted, folders included", () => {
    const entries = [entry("devis/"), entry("devis/a.pdf"), entry("note.docx")];
    expect(archiveRefusal(entries, zip)).toBeNull();
  });

  test.each<[string, ArchiveEntry[], RegExp]>([
    ["nothing", [], /vide/],
    ["a declared bomb", [entry("a.txt", { uncompressedSize: 501 * MEGABYTE })], /démesuré/],
    ["a bomb by its ratio", [entry("a.txt", { uncompressedSize: 30 * MEGABYTE })], /démesuré/],
    ["more bytes than it has", [entry("a.txt", { compressedSize: 200_000 })], /mal formé/],
    [
      "entries over each other",
      [entry("a.txt", { offset: 0 }), entry("b.txt", { offset: 40 })],
      /mal formé/,
    ],
    ["too many entries", Array.from({ length: 5001 }, (_, n) => entry(`${n}`)), /trop de fichiers/],
    ["a password", [entry("a.pdf", { isEncrypted: true })], /mot de passe/],
    ["a way out", [entry("../../a.pdf")], /hors d’elle-même/],
    ["a way out, by Windows", [entry("a\\..\\..\\b.pdf")], /hors d’elle-même/],
    ["an absolute path", [entry("/etc/a.pdf")], /hors d’elle-même/],
    ["a link", [entry("a.pdf", { isSymlink: true })], /hors d’elle-même/],
    ["another archive", [entry("dans/a.zip")], /en contient une autre/],
    ["a program", [entry("installe.EXE")], /programme/],
    ["a document with macros", [entry("a.xlsm")], /programme/],
  ])("with %s is refused", (_what, entries, sentence) => {
    expect(archiveRefusal(entries, zip)).toMatch(sentence);
  });

  test("an office file may hold other documents, never macros", () => {
    const office = { family: "office", size: 100_000 } as const;
    expect(archiveRefusal([entry("word/embeddings/plan.xlsx")], office)).toBeNull();
    expect(archiveRefusal([entry("word/vbaProject.bin")], office)).toMatch(/macros/);
    expect(archiveRefusal([entry("xl/macrosheets/sheet1.xml")], office)).toMatch(/macros/);
    const open = { family: "open-document", size: 100_000 } as const;
    expect(archiveRefusal([entry("Basic/Standard/Module1.xml")], open)).toMatch(/macros/);
    expect(archiveRefusal([entry("content.xml")], open)).toBeNull();
  });
});
