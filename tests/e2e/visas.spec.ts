import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { fileFilled, fillSample } from "./filed-dossier";
import { asPersona, signIn } from "./sign-in";

const TITLE = "Un compte unique pour les bureaux d’études";

test("a carrier informs its DNUM, reads its reservation, and files", async ({ browser, page }) => {
  await signIn(page, "porteuse-centrale");
  const number = await startDossier(page, "SNAP2A", TITLE);
  await fillSample(page, number, "SNAP2A");
  await page.goto(routes.missing(number));
  await page.getByRole("link", { name: /doit être informée avant le dépôt/ }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Informer la DNUM" })).toBeVisible();
  await expectGood(page);
  await page.getByLabel("Un message pour la DNUM").fill("Votre pôle identités a relu le projet.");
  await page.getByRole("button", { name: "Informer la DNUM" }).click();
  await expect(page.getByRole("heading", { name: /information enregistrée/ })).toBeVisible();
  await expect(page.getByText("Attendu", { exact: true })).toBeVisible();

  const { page: dnum, context } = await asPersona(browser, "dnum-ecologie");
  await dnum.goto(routes.visas());
  await expectGood(dnum);
  await dnum.getByRole("link", { name: new RegExp(number) }).click();
  await expect(dnum.getByText("Votre pôle identités a relu le projet.")).toBeVisible();
  await dnum.getByLabel("Avec réserve").check({ force: true });
  await dnum.getByRole("button", { name: "Donner le visa" }).click();
  await expect(dnum.getByRole("link", { name: /Expliquez la réserve/ })).toBeVisible();
  await expectGood(dnum);
  await dnum.getByLabel(/Votre raison/).fill("Le support n’est pas prévu après 2022.");
  await dnum.getByRole("button", { name: "Donner le visa" }).click();
  await expect(dnum.getByRole("button", { name: "Donner le visa" })).toHaveCount(0);
  await expect(dnum.getByText("Le support n’est pas prévu après 2022.")).toBeVisible();
  await dnum.goto(routes.ministryOrganisations());
  await expectGood(dnum);
  await context.close();

  await page.reload();
  await expect(page.getByText("Le support n’est pas prévu après 2022.")).toBeVisible();
  await expectGood(page);
  await fileFilled(page, number);
});
