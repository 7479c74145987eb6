import type { Page } from "@playwright/test";

/** Opens a page whose scripts wait; what is returned lets them come. */
export async function openBeforeScripts(page: Page, address: string): Promise<() => Promise<void>> {
  let come = () => {};
  const awaited = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await awaited;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return async () => {
    const loaded = page.waitForLoadState("load");
    come();
    await loaded;
    await page.unrouteAll({ behavior: "wait" });
  };
}
