import { defineConfig } from "@playwright/test";

/** Named by `npm test`; none: Playwright's own. */
const executablePath = process.env.CHROMIUM;

/**
 * End-to-end tests. `npm test -- e2e` starts a portal for them; against one that runs already:
 * `PORTAL_URL=http://localhost:3000 CHROMIUM=/usr/bin/chromium npx playwright test --config tests/playwright.config.ts`.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  // One browser at a time: the tests tell one story on one portal, on two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // A test takes less than forty seconds on two free cores, an answer less than four: a machine four times as slow passes.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: process.env.PORTAL_URL ?? "http://localhost:3000",
    // What is not there is told long before the test is over.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // A failure prints the page as a reader hears it. A trace, which costs a fifth of the time, is asked for: `--trace on`.
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // A page is judged once: what the compilers optimise is thrown away with it (a quarter of the browser's time).
        "--js-flags=--no-opt --no-maglev",
      ],
    },
  },
});
