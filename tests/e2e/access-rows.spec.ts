import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { routes } from "@/routes";
import { KEYED, type KeyFound } from "../fixtures/access-keys";
import { ACCESS } from "../fixtures/access-matrix";
import { PEOPLE, VISITS } from "../fixtures/access-visits";
import { canariesIn, readCanaries } from "./canaries";
import { atOnce, requestsOf } from "./sign-in";

/**
 * Addresses that hold the key of a row, found in the pages of those who may read them. With the same settings as the
 * other tests, so that it runs among the first: the stories after it answer invitations and hand opinions in.
 */

const PAGE = { headers: { accept: "text/html" }, maxRedirects: 0 };
/** Everyone who opens something here besides the walk's people. */
const EVERYONE = [...PEOPLE, "jure-culture", "juree-armees", "experte"];
const WRITING = { maxRedirects: 0, headers: { "sec-fetch-site": "same-origin" } };

async function keyOf(context: APIRequestContext, { on, shape, proof }: KeyFound): Promise<string> {
  const text = await (await context.get(on, PAGE)).text();
  const keys = new Set([...text.matchAll(new RegExp(shape, "g"))].map(([, key]) => key ?? ""));
  for (const key of keys) {
    if (!proof || (await context.get(proof(key), PAGE)).status() === 200) return key;
  }
  throw new Error(`${on} holds no ${shape}`);
}

test("each row is opened by its readers, and not found by anybody else", async ({ baseURL }) => {
  const contexts = new Map<string, APIRequestContext>();
  for (const person of EVERYONE) contexts.set(person, await requestsOf(request, person, baseURL));
  const as = (person: string) => contexts.get(person) as APIRequestContext;
  // Their organisation waits for an administrator from their first sign-in on.
  await (await requestsOf(request, "organisation-inconnue", baseURL)).dispose();
  const wrong: string[] = [];
  const canaries = await readCanaries();
  for (const { found, lines } of KEYED) {
    const key = await keyOf(as(found.by), found);
    for (const { address, opens, stale, refused = [] } of Object.values(lines)) {
      await atOnce(EVERYONE, async (person) => {
        const answer = stale
          ? await as(person).put(address(key), { ...WRITING, data: stale })
          : await as(person).get(address(key), PAGE);
        const letIn = stale ? 409 : 200;
        const expected = opens.includes(person) ? letIn : refused.includes(person) ? 403 : 404;
        const { leaks } = canariesIn(canaries, await answer.text(), person);
        wrong.push(...leaks.map((leak) => `${address(key)} tells ${person} ${leak}`));
        if (answer.status() !== expected) {
          wrong.push(`${address(key)} as ${person}: ${answer.status()}`);
        }
      });
    }
  }
  for (const context of contexts.values()) await context.dispose();
  expect(wrong).toEqual([]);
});

test("an agent of an unknown organisation waits in one page", async ({ baseURL }) => {
  const unknown = await requestsOf(request, "organisation-inconnue", baseURL);
  for (const { line, address } of VISITS.filter(({ line }) => ACCESS[line] !== "public")) {
    const answer = await unknown.get(address, PAGE);
    if (line.startsWith("/api/")) {
      expect(answer.status(), address).toBe(404);
    } else {
      expect(answer.headers().location, address).toBe(routes.unknownOrganisation());
    }
  }
  await unknown.dispose();
});
