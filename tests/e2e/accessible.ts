import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const PHONE = { width: 320, height: 720 };

/**
 * Fails on any violation of the RGAA rules axe knows, and names the criterion, the rule and the element. In axe's older
 * way, seven times as fast: the other one opens a page for the sake of frames, and the policy of the portal allows none.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // After a move inside the portal, the title comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"], runOnly: ["RGAAv4"] })
    .setLegacyMode()
    .analyze();
  const told = violations.flatMap(({ id, tags, nodes }) => {
    const criteria = tags.filter((tag) => /^RGAA-\d/.test(tag)).join(" ");
    return nodes.map(({ target }) => `${criteria} ${id}: ${target.join(" ")}`);
  });
  expect(told, page.url()).toEqual([]);
}

/** Fails when a page 320 px wide has to be scrolled sideways (RGAA 10.11). */
export async function expectFitsPhone(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} at ${PHONE.width} px`).toBeLessThanOrEqual(PHONE.width);
  if (size) await page.setViewportSize(size);
}

/** What every page must be: without a violation, and read without scrolling sideways on a phone. */
export async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFitsPhone(page);
}
