import { expect, test } from "vitest";
import { filesUnder, importsOf, type SourceFile } from "./source-tree";

/** Rooms of the house and the rooms each may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  app: ["app", "features", "server", "ui", "domain", "routes"],
  features: ["features", "server", "ui", "domain", "routes"],
  server: ["server", "domain", "routes"],
  ui: ["ui", "domain", "routes"],
  domain: ["domain"],
  routes: [],
  proxy: ["server", "domain", "routes"],
  instrumentation: ["server", "domain"],
};

function roomOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.tsx?$/, "");
}

function featureOf(path: string): string | undefined {
  const [, room, feature] = path.split("/");
  return room === "features" ? feature : undefined;
}

const sources = filesUnder("src", /\.tsx?$/);
const isTest = (file: SourceFile) => /\.test\.tsx?$/.test(file.path);

test("there is something to check", () => {
  expect(sources.length).toBeGreaterThan(50);
});

test("every room is known", () => {
  expect(sources.map((file) => roomOf(file.path)).filter((room) => !(room in MAY_IMPORT))).toEqual(
    [],
  );
});

test("imports go one way: app → features → server → domain, ui → domain", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => target.startsWith("src/"))
      .filter(({ target }) => !MAY_IMPORT[roomOf(file.path)]?.includes(roomOf(target)))
      .map(({ target }) => `${file.path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("no feature imports another", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => featureOf(file.path) && featureOf(target))
      .filter(({ target }) => featureOf(file.path) !== featureOf(target))
      .map(({ target }) => `${file.path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("the rules are pure: zod is their only package, and they read no clock, chance or environment", () => {
  const rules = sources.filter((file) => roomOf(file.path) === "domain" && !isTest(file));
  const packages = rules.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => !target.startsWith("src/") && target !== "zod")
      .map(({ target }) => `${file.path} → ${target}`),
  );
  expect(packages).toEqual([]);
  const impure = rules.filter((file) =>
    /\bDate\.now\(|\bnew Date\(\)|\bprocess\.env|\bMath\.random\(|\bfetch\(/.test(file.text),
  );
  expect(impure.map((file) => file.path)).toEqual([]);
});

test("only the server's plumbing and the features reach the database", () => {
  const wrong = sources
    .filter((file) => ["app", "ui", "domain"].includes(roomOf(file.path)))
    .filter((file) =>
      importsOf(file).some(
        ({ target, typeOnly }) => !typeOnly && target.includes("server/database"),
      ),
    );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("a client component imports nothing of the server but types and actions", () => {
  const wrong = sources
    .filter((file) => /^["']use client["']/.test(file.text))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, typeOnly }) => !typeOnly && target.startsWith("src/server/"))
        .map(({ target }) => `${file.path} → ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("everything in server/ refuses to enter a browser bundle", () => {
  const unmarked = sources
    .filter((file) => roomOf(file.path) === "server" && !isTest(file))
    .filter((file) => !/import ["']server-only["']/.test(file.text))
    .filter(
      (file) =>
        !/^(import type|export (type|interface)|\/\*\*|\s|\*|\}|$)/m.test(file.text) ||
        /\b(process\.env|database\()/.test(file.text),
    );
  expect(unmarked.map((file) => file.path)).toEqual([]);
});
