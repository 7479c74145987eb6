import { expect, test } from "vitest";
import { isKnownAddress } from "@/server/known-addresses";
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
