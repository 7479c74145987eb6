import { expect, test } from "vitest";
import { ACCESS } from "../fixtures/access-matrix";
import { filesUnder } from "./source-tree";

const sources = filesUnder("src", /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file.path));
const handlers = sources.filter((file) => /^src\/app\/.*\/route\.ts$/.test(file.path));
const actions = sources.filter((file) => /^["']use server["']/.test(file.text));

/** The address a page or a handler answers at: room names in brackets leave no trace. */
function addressOf(path: string): string {
  const segments = path.split("/").slice(2, -1);
  return `/${segments.filter((segment) => !segment.startsWith("(")).join("/")}`;
}

/** Next-auth is the handler of its own addresses. */
const NEXT_AUTH = "src/app/api/auth/[...nextauth]/route.ts";

test("every route handler enters through the wrapper", () => {
  const METHOD =
    /export (?:async function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b([^;{]*)/g;
  const wrong = handlers
    .filter((file) => file.path !== NEXT_AUTH)
    .filter((file) => {
      const methods = [...file.text.matchAll(METHOD)];
      return (
        methods.length === 0 ||
        !methods.every(([, , rest = ""]) =>
          /^\s*=\s*(?:route|bareRoute|publicRoute|openRoute|preflight)\(/.test(rest),
        )
      );
    });
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("every Server Action enters through the wrapper", () => {
  const wrong = actions.filter((file) =>
    [...file.text.matchAll(/^export (.*)$/gm)].some(
      ([, rest = ""]) => !/^const \w+ = formAction\(/.test(rest) && !/^type /.test(rest),
    ),
  );
  expect(actions.length).toBeGreaterThan(0);
  expect(wrong.map((file) => file.path)).toEqual([]);
});

test("Server Actions live in the actions of a feature, nowhere else", () => {
  const strays = sources.filter(
    (file) =>
      /["']use server["']/.test(file.text) &&
      !/^src\/features\/[a-z-]+\/(?:[a-z-]+\/)*(?:[a-z-]+-)?actions(?:\/[a-z-]+)?\.ts$/.test(
        file.path,
      ),
  );
  expect(strays.map((file) => file.path)).toEqual([]);
});

test("every page and handler has its line in the access matrix, and every line its page", () => {
  const addresses = sources
    .filter(
      (file) => /\/(page\.tsx|route\.ts)$/.test(file.path) && file.path.startsWith("src/app/"),
    )
    .map((file) => addressOf(file.path));
  expect([...new Set(addresses)].sort()).toEqual(Object.keys(ACCESS).sort());
});
