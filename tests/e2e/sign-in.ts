import {
  type APIRequest,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
} from "@playwright/test";
import { routes } from "@/routes";
import { type Persona, personas } from "../../prisma/demonstration/personas";
import { inBrowser } from "./browsers";

/** Requests under way at the same time. */
const AT_ONCE = 4;

function personaOf(key: string): Persona {
  const persona = personas.find((each) => each.key === key);
  if (!persona) throw new Error(`No persona is called ${key}`);
  return persona;
}

/** Signs in as a person does: by the sign-in page and the provider's page of personas. */
export async function signInByHand(page: Page, key: string, returnTo?: string): Promise<void> {
  const { given_name, usual_name } = personaOf(key).claims;
  await page.goto(routes.signIn(returnTo));
  await page
    .getByRole("main")
    .getByRole("link", { name: /ProConnect/ })
    .first()
    .click();
  await page
    .getByRole("button", { name: `Continuer en tant que ${given_name} ${usual_name}` })
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith("/api/"));
}

/**
 * Opens a session as a person of the demonstration: the same requests as by hand, without drawing a page for each. The
 * context that makes them keeps the cookies. Returns where the portal sends the person then.
 */
async function openSession(
  request: APIRequestContext,
  key: string,
  returnTo: string,
): Promise<string> {
  const start = routes.startSignIn(new URLSearchParams({ retour: returnTo }));
  const choice = await request.get(start);
  const action = /action="([^"]+)"/.exec(await choice.text())?.[1] ?? "";
  expect(action, "the address of the page of personas").toMatch(/^\/api\/v2\/interaction\//);
  let answer = await request.post(new URL(action, choice.url()).href, {
    form: { persona: personaOf(key).key },
    maxRedirects: 0,
  });
  // By the provider, then by the portal's own callback, to the first page of the portal.
  for (;;) {
    const to = new URL(answer.headers().location ?? "", answer.url());
    expect(answer.status(), answer.url()).toBeGreaterThanOrEqual(302);
    if (!to.pathname.startsWith("/api/")) return to.pathname + to.search;
    answer = await request.get(to.href, { maxRedirects: 0 });
  }
}

/** Signs in as a person of the demonstration, on the page asked for or in the person's own room. */
export async function signIn(
  page: Page,
  key: string,
  returnTo: string = routes.landing(),
): Promise<void> {
  await page.goto(await openSession(page.request, key, returnTo));
}

/** A browser of one's own, signed in as a person of the demonstration, on no page yet. */
export async function asPersona(
  browser: Browser,
  key: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext(options);
  await openSession(context.request, key, routes.landing());
  return { page: await context.newPage(), context };
}

/** What a person of the demonstration does in a browser of their own, given back afterwards. */
export async function as(
  browser: Browser,
  key: string,
  work: (page: Page) => Promise<void>,
  options: Parameters<typeof inBrowser>[1] = {},
): Promise<void> {
  await inBrowser(browser, options, async (page) => {
    await openSession(page.request, key, routes.landing());
    await work(page);
  });
}

/** Requests of a person of the demonstration, without a browser. */
export async function requestsOf(
  request: APIRequest,
  key: string,
  baseURL: string | undefined,
): Promise<APIRequestContext> {
  const context = await request.newContext(baseURL === undefined ? {} : { baseURL });
  await openSession(context, key, routes.landing());
  return context;
}

/** Does something of each, a few at a time: who asks waits for the portal half of the time. */
export async function atOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const item of waiting) await work(item);
  });
  await Promise.all(workers);
}
