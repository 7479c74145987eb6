import { readFileSync } from "node:fs";
import { expect, request } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectAccessible, expectGood } from "./accessible";
import { test } from "./browsers";
import { requestsOf, signIn } from "./sign-in";

test("an auditor reads the trail of a decided dossier, and each reading is written", async ({
  page,
}) => {
  const { number } = DOSSIERS.accepted;
  await signIn(page, "auditrice", routes.auditSearch());
  const readings = page.locator("#consultations tbody tr");
  const before = await readings.count();

  await page.getByLabel("Numéro du dossier").fill("2021-999999");
  await page.getByRole("button", { name: "Ouvrir le journal du dossier" }).click();
  await page.waitForURL(/numero=/);
  await expect(page.getByText("Aucun dossier déposé ne porte ce numéro").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Numéro du dossier").fill(number);
  await page.getByRole("button", { name: "Ouvrir le journal du dossier" }).click();
  await page.waitForURL((url) => url.pathname === routes.auditDossier(number));
  await expect(page.getByText("Votre consultation est inscrite au journal.")).toBeVisible();
  await expect(page.getByText(/le journal est intact, \d+ lignes/)).toBeVisible();
  const journal = page.locator("#journal");
  await expect(journal.getByText("Dossier déposé. Subvention demandée")).toBeVisible();
  await expect(journal.getByText(/^Décision confirmée/)).toBeVisible();
  await expect(journal.getByText(/^Décision notifiée à /)).toBeVisible();
  await expectGood(page);

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: /Télécharger le journal du dossier/ }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(`journal-${number}.json`);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(file).toMatchObject({ format: 1, dossier: number });

  // One line for the reading, one for the download.
  await page.getByRole("link", { name: "Recherche" }).first().click();
  await page.waitForURL((url) => url.pathname === routes.auditSearch());
  await expect(readings).toHaveCount(Math.min(before + 2, 20));
  await readings.first().getByRole("link", { name: number }).click();
  await page.waitForURL((url) => url.pathname === routes.auditDossier(number));
  await expect(page.getByText("Votre consultation est inscrite au journal.")).toBeVisible();
  await page.goto(routes.auditSearch());
  await expect(readings).toHaveCount(Math.min(before + 3, 20));
  await expectGood(page);
});

test("while the jury scores, the trail tells nothing of the jurors", async ({ page }) => {
  const { number } = DOSSIERS.underReview;
  await signIn(page, "auditrice", routes.auditDossier(number));
  await expect(page.getByText(/le journal est intact\.$/)).toBeVisible();
  await expect(
    page
      .locator("#journal")
      .getByText(/^Dossier confié à /)
      .first(),
  ).toBeVisible();
  expect(await page.content()).not.toMatch(/Fiche de notation|save-sheet|hand-in-sheet/);
  await expect(page.getByRole("columnheader", { name: "Ligne" })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "Empreinte" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Télécharger/ })).toHaveCount(0);
  expect((await page.request.get(routes.auditFile(number))).status()).toBe(409);
});

test("the rooms of others are closed", async ({ page, baseURL }) => {
  const { number } = DOSSIERS.accepted;
  for (const persona of ["dnum-interieur", "instructrice", "jure-economie"]) {
    const other = await requestsOf(request, persona, baseURL);
    for (const address of [
      routes.auditSearch(),
      routes.auditDossier(number),
      routes.audit(number),
      routes.auditFile(number),
    ]) {
      expect((await other.get(address)).status(), `${persona} at ${address}`).toBe(404);
    }
    await other.dispose();
  }
  await signIn(page, "porteuse-de-theme-dinum", routes.audit(number));
  await expect(page.getByRole("heading", { level: 1, name: "Historique" })).toBeVisible();
  await expectGood(page);
});
