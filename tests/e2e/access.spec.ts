import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { routes } from "@/routes";
import { ACCESS } from "../fixtures/access-matrix";
import { expectedStatus, PEOPLE, VISITS, type Visit } from "../fixtures/access-visits";
import { SECRETS } from "../fixtures/demonstration-dossiers";
import { requestsOf, signInByHand } from "./sign-in";

// A trace of hundreds of answers would weigh more than the answers.
test.use({ trace: "off", screenshot: "off" });

/** As a script asks for a page: what the payload holds must be what the page may show. */
const RSC = { RSC: "1" };
/** Where a payload could tell more than the page. */
const hasPayload = ({ line, dossier }: Visit) => dossier !== undefined && !line.startsWith("/api/");

async function visit(context: APIRequestContext, address: string, headers = {}) {
  const response = await context.get(address, {
    maxRedirects: 0,
    headers: { accept: "text/html", ...headers },
  });
  return { status: response.status(), location: response.headers().location, response };
}

test("signed out, public pages open and every other address leads to sign-in", async ({
  baseURL,
}) => {
  const context = await request.newContext({ baseURL });
  const wrong: string[] = [];
  for (const { line, address, status: expected = 200 } of VISITS) {
    const { status, location } = await visit(context, address);
    if (ACCESS[line] === "public") {
      if (status !== expected) wrong.push(`${address}: ${status} instead of ${expected}`);
    } else if (![303, 307].includes(status) || !location?.includes("/connexion?retour=")) {
      wrong.push(`${address}: ${status} ${location}`);
    }
  }
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
    for (const each of VISITS) {
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
        for (const secret of SECRETS) {
          if (!secret.readers.includes(person) && text.includes(secret.text)) {
            leaks.push(`${each.address} tells ${secret.is}`);
          }
        }
      }
    }
    await context.dispose();
    expect({ wrong, leaks }).toEqual({ wrong: [], leaks: [] });
  });
}

const mark = (address: string) => (address.includes("?") ? "&_rsc=walk" : "?_rsc=walk");
