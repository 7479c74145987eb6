import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { expectAccessible } from "./accessible";
import { test } from "./browsers";
import { fillStep, formOf, goOn, startDossier } from "./dossier-filling";
import { signIn } from "./sign-in";

test("a deconcentrated service files an ITN3 dossier by hand", async ({ page }) => {
  await signIn(page, "porteur-deconcentre", routes.dossiers());
  await expectAccessible(page);
  const number = await startDossier(page, "ITN3", "Cartes de l’eau d’Occitanie");
  const form = formOf("ITN3");
  await page.goto(routes.missing(number));
  await expect(page.getByRole("main")).toContainText("réponses manquent");
  await expectAccessible(page);
  await page.goto(routes.step(number, form.steps[0]?.key ?? ""));

  for (const [index, step] of form.steps.entries()) {
    await expect(page.getByRole("heading", { level: 2, name: step.title })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`étape ${index + 1} sur ${form.steps.length}`));
    await expectAccessible(page);
    await fillStep(page, "ITN3", step);
    if (step.kind !== "files") await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await expectAccessible(page);
    await goOn(page, step);
    const next = form.steps[index + 1];
    await page.waitForURL(`**${next ? routes.step(number, next.key) : routes.missing(number)}`);
  }

  await expect(page.getByText("Succès\u00a0: le dossier est complet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Relire et déposer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Relire et déposer");
  await expectAccessible(page);
  const file = page.getByRole("button", { name: "Déposer le dossier" });
  await file.click();
  await expect(
    page.getByText("Erreur\u00a0: une réponse à corriger avant de déposer."),
  ).toBeVisible();
  await page.getByLabel("J’ai relu le dossier").check({ force: true });
  await file.click();

  await page.waitForURL(`**${routes.receipt(number)}`);
  await expect(page.getByText(`Succès\u00a0: votre dossier ${number} est déposé`)).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Télécharger le récépissé/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`recepisse-${number}.pdf`);
  await page.getByRole("link", { name: "Suivre le dossier" }).click();
  await expect(page.getByText("Prochaine étape")).toBeVisible();
  await expectAccessible(page);
  // A filed dossier has no step to fill any more.
  await page.goto(routes.step(number, "projet"));
  await page.waitForURL(`**${routes.dossier(number)}`);
});
