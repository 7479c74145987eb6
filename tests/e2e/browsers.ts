import { type Browser, test as base, type Page } from "@playwright/test";
import { routes } from "@/routes";

/**
 * Browsers used again by one person after another. A new one costs its process, and every script, style and font read
 * anew: two thirds of a second for a page that then takes a tenth. Given back, a page rests on a bare address of the
 * portal, which keeps its process, and nothing remains of who was there.
 */

interface Options {
  readonly javaScriptEnabled?: boolean | undefined;
  readonly viewport?: { readonly width: number; readonly height: number } | null | undefined;
}

const VIEWPORT = { width: 1280, height: 720 };

const atRest = new WeakMap<Browser, Map<string, Page[]>>();

/** The pages at rest that were opened alike. */
function restingLike(browser: Browser, { javaScriptEnabled, viewport }: Options): Page[] {
  const all = atRest.get(browser) ?? new Map<string, Page[]>();
  atRest.set(browser, all);
  const key = JSON.stringify({ javaScriptEnabled, viewport });
  const pages = all.get(key) ?? [];
  all.set(key, pages);
  return pages;
}

/** Leaves nothing of who used a page: cookies, kept texts, routes, listeners, size, other tabs. */
async function empty(page: Page, viewport: Options["viewport"]): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  page.removeAllListeners();
  await page.emulateMedia({ media: null });
  if (viewport) await page.setViewportSize(viewport);
  await page.goto(routes.alive());
  await page.evaluate(() => {
    localStorage.clear();
    // axe is the tests' own, and nobody's.
    for (const key of Object.keys(sessionStorage))
      if (key !== "axe") sessionStorage.removeItem(key);
  });
  await context.clearCookies();
}

/** What somebody does in a browser of their own, alone in it. After a failure it is closed: the page is shown as it was. */
export async function inBrowser(
  browser: Browser,
  options: Options,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { javaScriptEnabled = true, viewport = VIEWPORT } = options;
  const opened = { javaScriptEnabled, viewport };
  const resting = restingLike(browser, opened);
  const page = resting.pop() ?? (await (await browser.newContext(opened)).newPage());
  try {
    await work(page);
    if (page.isClosed()) return await page.context().close();
    await empty(page, viewport);
    resting.push(page);
  } catch (error) {
    await page.context().close();
    throw error;
  }
}

/** A test's own page is such a browser's; a test that sets the clock asks for another, since a clock cannot be taken off. */
export const test = base.extend({
  page: async ({ browser, javaScriptEnabled, viewport }, use, info) => {
    await inBrowser(browser, { javaScriptEnabled, viewport }, async (page) => {
      await use(page);
      if (info.status !== info.expectedStatus) await page.close();
    });
  },
  context: async ({ page }, use) => use(page.context()),
});
