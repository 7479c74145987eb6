import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Lighthouse's performance score of a page, out of 100, on its simulated mid-range mobile. */
export async function performanceScore(url: string): Promise<number> {
  const browser = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS, logLevel: "silent" });
  try {
    const result = await lighthouse(url, {
      port: browser.port,
      onlyCategories: ["performance"],
      logLevel: "silent",
    });
    return Math.round((result?.lhr.categories.performance?.score ?? 0) * 100);
  } finally {
    browser.kill();
  }
}
