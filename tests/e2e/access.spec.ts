import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { routes } from "@/routes";
import { ACCESS } from "../fixtures/access-matrix";
import { expectedStatus, PEOPLE, VISITS, type Visit } from "../fixtures/access-visits";
import { SECRETS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { type Canary, canariesIn, readCanaries } from "./canaries";
import { as, atOnce, requestsOf, signInByHand } from "./sign-in";

// A trace of hundreds of answers would weigh more than the answers.
test.use({ trace: "off", screenshot: "off" });

/** As a script asks for a page: what the payload holds must be what the page may show. */
const RSC = { RSC: "1" };
/** Where a payload could tell more than the page. */
const hasPayload = ({ line, dossier }: Visit) => dossier !== undefined && !line.startsWith("/api/");

let canaries: readonly Canary[];
test.beforeAll(async () => {
  canaries = await readCanaries();
});

async function visit(context: APIRequestContext, address: string, headers = {}) {
  const response = await context.get(address, {
    maxRedirects: 0,
    headers: { accept: "text/html", ...headers },
  });
  return { status: response.status(), location: response.headers().location, response };
}

/** What each of these people must have met on the walk: canaries that nobody meets would prove nothing. */
const MET: Readonly<Record<string, readonly Canary["is"][]>> = {
  instructrice: [
    "the justification of a score",
    "an internal note",
    "a message between a carrier and the instruction",
    "a decision not notified",
  ],
  "porteuse-centrale": ["a message between a carrier and the instruction"],
  "jure-economie": ["the justification of a score", "a private note of a juror"],
};

test("the database holds secrets of every kind the walk looks for", () => {
  const kinds = new Set(canaries.map(({ is }) => is));
  expect([...kinds]).toEqual(expect.arrayContaining([...new Set(Object.values(MET).flat())]));
  expect(canaries.length).toBeGreaterThan(50);
});

test("signed out, public pages open and every other address leads to sign-in", async ({
  baseURL,
}) => {
  const context = await request.newContext({ baseURL });
  const wrong: string[] = [];
  await atOnce(VISITS, async ({ line, address, status: expected = 200 }) => {
    const { status, location, response } = await visit(context, address);
    wrong.push(...canariesIn(canaries, await response.text(), "").leaks);
    if (ACCESS[line] === "public") {
      if (status !== expected) wrong.push(`${address}: ${status} instead of ${expected}`);
    } else if (![303, 307].includes(status) || !location?.includes("/connexion?retour=")) {
      wrong.push(`${address}: ${status} ${location}`);
    }
  });
  const closed = VISITS.filter(
    ({ line }) => line.startsWith("/api/v1/") && ACCESS[line] !== "public",
  );
  for (const { line, address } of closed) {
    const response = await context.get(address, { headers: { accept: "application/json" } });
    if (response.status() !== 401) wrong.push(`${line} by script: ${response.status()}`);
  }
  await context.dispose();
  expect(wrong).toEqual([]);
});

test("what is out of sight says so within the frame of its room", async ({ browser }) => {
  await as(browser, "dnum-ecologie", async (page) => {
    for (const address of [routes.ministryDossier("2020-999999"), routes.followedProjects()]) {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "Page non trouvée" })).toBeVisible();
      await expect(page.getByRole("main")).toHaveCount(1);
      await expect(page.getByRole("banner")).toHaveCount(1);
      await expect(page.getByRole("contentinfo")).toHaveCount(1);
      await expectGood(page);
    }
  });
});

test("without script, what is out of sight says so too", async ({ browser }) => {
  await as(
    browser,
    "dnum-ecologie",
    async (page) => {
      const response = await page.goto(routes.ministryDossier("2020-999999"));
      expect(response?.status()).toBe(404);
      const said = await page.evaluate(() => getComputedStyle(document.body, "::before").content);
      expect(said).toContain("Page non trouvée (erreur 404).");
    },
    { javaScriptEnabled: false },
  );
});

test("a sign-in too weak for a role opens no session, and says what to do", async ({ page }) => {
  await signInByHand(page, "connexion-faible");
  await page.waitForURL(`**${routes.refused("authentification")}`);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names.filter((name) => name.endsWith("guichet-session"))).toEqual([]);
  await page.goto(routes.instruction());
  await page.waitForURL(/\/connexion\?retour=/);
});

for (const person of PEOPLE) {
  test(`${person} opens what the matrix says, and reads nothing else`, async ({ baseURL }) => {
    const context = await requestsOf(request, person, baseURL);
    const wrong: string[] = [];
    const leaks: string[] = [];
    const met = new Set<string>();
    await atOnce(VISITS, async (each) => {
      const expected = expectedStatus(each, person);
      const { status, response } = await visit(context, each.address);
      if (status !== expected) wrong.push(`${each.address}: ${status} instead of ${expected}`);
      const texts = [await response.text()];
      if (hasPayload(each)) {
        const payload = await visit(context, `${each.address}${mark(each.address)}`, RSC);
        texts.push(await payload.response.text());
      }
      for (const text of texts) {
        if (expected === 404 && each.dossier && text.includes(each.dossier.title)) {
          leaks.push(`${each.address} tells the title of the dossier`);
        }
        const told = canariesIn(canaries, text, person);
        leaks.push(...told.leaks.map((leak) => `${each.address} tells ${leak}`));
        for (const kind of told.read) met.add(kind);
        for (const secret of SECRETS) {
          if (!secret.readers.includes(person) && text.includes(secret.text)) {
            leaks.push(`${each.address} tells ${secret.is}`);
          }
        }
      }
    });
    await context.dispose();
    expect({ wrong, leaks }).toEqual({ wrong: [], leaks: [] });
    expect([...met]).toEqual(expect.arrayContaining([...(MET[person] ?? [])]));
  });
}

const mark = (address: string) => (address.includes("?") ? "&_rsc=walk" : "?_rsc=walk");
