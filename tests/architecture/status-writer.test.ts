import { expect, test } from "vitest";
import { filesUnder } from "./source-tree";

const WRITER = "src/server/transition.ts";
const sources = filesUnder("src", /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file.path));

/** The object literal that follows `data:` in a call on `dossier`. */
const DOSSIER_WRITE =
  /\bdossier\.(?:update|updateMany|updateManyAndReturn|upsert)\(([\s\S]*?)\n\s*\}\);/g;

test("one file writes the status of a dossier", () => {
  const raw = sources.filter((file) => /UPDATE\s+"?dossier"?\s/i.test(file.text));
  expect(raw.map((file) => file.path)).toEqual([WRITER]);

  const writers = sources
    .filter((file) => file.path !== WRITER)
    .filter((file) =>
      [...file.text.matchAll(DOSSIER_WRITE)].some(([, body = ""]) =>
        /data:[\s\S]*\bstatus\b\s*:/.test(body),
      ),
    );
  expect(writers.map((file) => file.path)).toEqual([]);
});

test("a dossier is born a draft: no command creates it with another status", () => {
  const births = sources.filter((file) =>
    /\bdossier\.create\w*\([\s\S]{0,800}?\bstatus\s*:/.test(file.text),
  );
  expect(births.map((file) => file.path)).toEqual([]);
});

test("one file appends to the audit log", () => {
  const writers = sources.filter((file) =>
    /\bauditLine\.create|INSERT INTO audit_line|append_fact\(/i.test(file.text),
  );
  expect(writers.map((file) => file.path)).toEqual(["src/server/audit.ts"]);
});
