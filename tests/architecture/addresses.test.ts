import { expect, test } from "vitest";
import { config } from "@/proxy";
import { isKnownAddress } from "@/server/known-addresses";
import { KEYED, KEYED_ELSEWHERE } from "../fixtures/access-keys";
import { ACCESS } from "../fixtures/access-matrix";
import { BY_ROW } from "../fixtures/access-visits";
import { filesUnder } from "./source-tree";

/** The address of a page, with a word in place of each parameter. */
function addressOf(path: string): string {
  const segments = path.split("/").slice(2, -1);
  return `/${segments
    .filter((segment) => !segment.startsWith("("))
    .map((segment) => (segment.startsWith("[") ? "un-parametre" : segment))
    .join("/")}`;
}

test("every page is in routes.ts: proxy.ts gives its content policy to known addresses only", () => {
  const pages = filesUnder("src/app", /^page\.tsx$/).map((file) => addressOf(file.path));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((address) => !isKnownAddress(address))).toEqual([]);
});

test("an address nobody named is unknown", () => {
  expect(isKnownAddress("/jury/inconnu")).toBe(false);
  expect(isKnownAddress("/dossiers/2021-000421/etapes/projet/encore")).toBe(false);
  expect(isKnownAddress("/dossiers/2021-000421/etapes/projet")).toBe(true);
});

test("every page that asks who one is passes by the proxy, which gives it its policy and the way back from sign-in", () => {
  const sections = config.matcher
    .filter((each) => typeof each === "string")
    .map((each) => each.replace("/:path*", ""));
  const closed = Object.keys(ACCESS).filter(
    (line) => ACCESS[line] !== "public" && !line.startsWith("/api/"),
  );
  expect(closed.length).toBeGreaterThan(40);
  const outside = closed.filter(
    (line) => !sections.some((section) => line === section || line.startsWith(`${section}/`)),
  );
  expect(outside).toEqual([]);
});

test("every address that holds the key of a row says who opens it: the browser test tries them as everybody", () => {
  const lines = Object.keys(ACCESS).filter((line) => BY_ROW.some((row) => line.includes(row)));
  const opened = KEYED.flatMap((keyed) => Object.keys(keyed.lines));
  expect(lines.filter((line) => ![...opened, ...KEYED_ELSEWHERE].includes(line))).toEqual([]);
  expect(opened.filter((line) => !(line in ACCESS))).toEqual([]);
});
