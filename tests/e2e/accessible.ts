import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const PHONE = { width: 320, height: 720 };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES: RunOptions = { resultTypes: ["violations"], runOnly: ["RGAAv4"] };

/** The classes that the DSFR's sheet has rules for: as it is published, and as the build keeps it. */
const classesOf = (sheet: string) =>
  new Set(
    [
      ...readFileSync(`node_modules/@codegouvfr/react-dsfr/dsfr/${sheet}`, "utf8").matchAll(CLASS),
    ].map(([, name]) => name?.replaceAll("\\", "")),
  );
const CLASS = /\.(fr-(?:[\w-]|\\.)+)/g;
const PUBLISHED = classesOf("dsfr.main.min.css");
const KEPT = classesOf("dsfr.min.css");

/**
 * Fails on any violation of the RGAA rules axe knows, and names the criterion, the rule and the element; and on any class
 * of the DSFR whose rules the build took out of the sheet. The pages of the portal hold no frame, so axe enters the page
 * once, shortened, and its own way to run is enough.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // After a move inside the portal, the title comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  if (!(await page.evaluate(enter, null))) await page.evaluate(enter, AXE);
  const { violations, classes } = await page.evaluate(judge, RULES);
  const unstyled = classes.filter((name) => PUBLISHED.has(name) && !KEPT.has(name));
  expect(unstyled, page.url()).toEqual([]);
  const told = violations.flatMap(({ id, tags, nodes }) => {
    const criteria = tags.filter((tag) => /^RGAA-\d/.test(tag)).join(" ");
    return nodes.map(({ target }) => `${criteria} ${id}: ${target.join(" ")}`);
  });
  expect(told, page.url()).toEqual([]);
}

/**
 * Run in the page: lets axe in, if it is not there already. Carried from outside, its source takes longer than its rules:
 * the tab keeps it for its next pages. Returns whether axe is there.
 */
function enter(source: string | null): boolean {
  if ("axe" in window) return true;
  const kept = source ?? sessionStorage.getItem("axe");
  if (kept === null) return false;
  sessionStorage.setItem("axe", kept);
  new Function(kept)();
  return true;
}

/** Run in the page. */
async function judge(
  rules: RunOptions,
): Promise<{ violations: AxeResults["violations"]; classes: string[] }> {
  const { axe } = window as unknown as { axe: typeof import("axe-core") };
  const { violations } = await axe.run(document, rules);
  const named = [...document.querySelectorAll("[class]")].flatMap((one) => [...one.classList]);
  return { violations, classes: [...new Set(named)] };
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
