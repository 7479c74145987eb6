import { expect, test } from "vitest";
import { filesUnder } from "./source-tree";

const sources = filesUnder("src");
const all = [
  ...sources,
  ...filesUnder("tests"),
  ...filesUnder("scripts"),
  ...filesUnder("prisma", /\.ts$/),
];

/** Names Next gives a meaning to: `[code]`, `[...nextauth]`, `(public)`. */
const SEGMENT = /^(?:\[(?:\.\.\.)?[a-z][a-z0-9-]*\]|\([a-z][a-z-]*\)|[a-z0-9][a-z0-9.-]*)$/;

test("names are kebab-case ASCII", () => {
  const wrong = all.filter(
    (file) => !file.path.split("/").every((segment) => SEGMENT.test(segment)),
  );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("no file exceeds 400 lines", () => {
  expect(
    all.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`),
  ).toEqual([]);
});

test("a page says who asks, asks one or two queries and shows one component: at most 60 lines", () => {
  const pages = sources.filter((file) => /\/page\.tsx$/.test(file.path));
  expect(pages.length).toBeGreaterThan(10);
  expect(
    pages.filter((file) => file.lines > 60).map((file) => `${file.path}: ${file.lines}`),
  ).toEqual([]);
});

test("commands stay under 250 lines, else they become a folder with one file per verb", () => {
  const commands = sources.filter((file) => /\/commands(\.ts|\/[^/]+\.ts)$/.test(file.path));
  expect(commands.filter((file) => file.lines > 250).map((file) => file.path)).toEqual([]);
});

test("no barrel but the theme registry, no drawer without a name", () => {
  const barrels = sources.filter((file) => /\/index\.tsx?$/.test(file.path));
  expect(barrels.map((file) => file.path)).toEqual(["src/domain/themes/index.ts"]);
  const drawers = all.filter((file) =>
    /\/(utils?|helpers?|lib|common|misc|shared)\//.test(file.path),
  );
  expect(drawers.map((file) => file.path)).toEqual([]);
});

test("a form that saves itself hears what was typed before its scripts came", () => {
  const saving = sources.filter((file) => / = useAutosave\(/.test(file.text));
  expect(saving.length).toBeGreaterThan(5);
  const deaf = saving.filter((file) => !/ useEarlyInput\(form\);|<StepFrameForm/.test(file.text));
  expect(deaf.map((file) => file.path)).toEqual([]);
});

test("an integration test that changes its process has one of its own, by its name", () => {
  const changes =
    /\bvi\.mock\(|\bprocess\.env\.[A-Z_]+ (?:\?\?)?= |delete process\.env|assign\(process\.env|testProvider\(/;
  const tests = all.filter((file) => /^tests\/integration\/.*\.test\.ts$/.test(file.path));
  const named = (file: { path: string }) => file.path.endsWith(".isolated.test.ts");
  expect(tests.filter(named).length).toBeGreaterThan(5);
  const wrong = tests.filter((file) => changes.test(file.text) !== named(file));
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("no promise of later work, no suppressed error, no loose type", () => {
  const loose =
    /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|: any\b|<any>/;
  const wrong = all.filter(
    (file) => file.path !== "tests/architecture/shape.test.ts" && loose.test(file.text),
  );
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("no internal address is written outside routes.ts", () => {
  const address = /(?:href|action|redirect\()\s*[=(]?\s*[{(]?["'`]\/(?!\/)/;
  const wrong = sources
    .filter(
      (file) =>
        /\.tsx?$/.test(file.path) &&
        file.path !== "src/routes.ts" &&
        !/\.test\.tsx?$/.test(file.path),
    )
    .filter((file) => address.test(file.text));
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("a font or a logo of the State is never committed", () => {
  const files = filesUnder("public", /.*/).map((file) => file.path);
  expect(files.filter((file) => /\.(woff2?|ttf|otf)$|marianne/i.test(file))).toEqual([]);
});
