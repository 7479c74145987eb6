import { expect, type Page } from "@playwright/test";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { startDossier } from "./dossier-filling";

/**
 * A dossier filed with the sample of its theme by the person signed in, its answers sent as the autosave sends them: for
 * tests of what comes after the filing.
 */
export async function fileSample(page: Page, theme: ThemeCode, title: string): Promise<string> {
  const number = await startDossier(page, theme, title);
  await fillSample(page, number, theme);
  await page.goto(routes.dnum(number));
  // Where the theme asks for it: elsewhere the page does not exist.
  const inform = page.getByRole("button", { name: "Informer la DNUM" });
  if ((await inform.count()) > 0) {
    await inform.click();
    await expect(page.getByText("Information enregistrée")).toBeVisible();
  }
  await fileFilled(page, number);
  return number;
}

/** Fills a draft just started with the sample of its theme: answers, plan and commitments. */
export async function fillSample(page: Page, number: string, theme: ThemeCode): Promise<void> {
  const { typed = {}, lines } = SAMPLES[theme];
  const answers = Object.entries(typed)
    .filter(([field]) => field !== "title")
    .map(([field, value]) => ({ field, value, baseRevision: 0 }));
  await put(page, routes.saveAnswers(number), { answers });
  await put(page, routes.savePlan(number), { baseRevision: 0, lines });
  for (const { key } of THEMES[theme].commitments) {
    await put(page, routes.saveCommitment(number), { commitment: key, accepted: true });
  }
}

/** Files a complete draft from its summary. */
export async function fileFilled(page: Page, number: string): Promise<void> {
  await page.goto(routes.summary(number));
  await page.getByLabel("J’ai relu le dossier").check({ force: true });
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await page.waitForURL(`**${routes.receipt(number)}`);
}

/** Sends what the autosave of a page sends. */
export async function put(page: Page, url: string, body: unknown): Promise<void> {
  const status = await page.evaluate(
    async ([address, json]) => {
      const response = await fetch(address ?? "", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: json ?? "",
      });
      return response.status;
    },
    [url, JSON.stringify(body)],
  );
  expect(status, url).toBe(200);
}
