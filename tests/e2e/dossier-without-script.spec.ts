import { expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { test } from "./browsers";
import { fillStep, formOf, goOn, startDossier } from "./dossier-filling";
import { signIn, signInByHand } from "./sign-in";

test.use({ javaScriptEnabled: false });

/** A redirect keeps the anchor of the page it leaves. */
async function expectAt(page: Page, address: string): Promise<void> {
  await expect(page).toHaveURL(({ pathname }) => pathname === address);
}

test("an operator files an ITN6 dossier without script", async ({ page }) => {
  await signInByHand(page, "porteuse-operateur", routes.dossiers());
  const number = await startDossier(page, "ITN6", "Plans anciens");
  const form = formOf("ITN6");

  for (const [index, step] of form.steps.entries()) {
    await expect(page).toHaveTitle(new RegExp(`étape ${index + 1} sur ${form.steps.length}`));
    await fillStep(page, "ITN6", step);
    if (step.kind === "plan") {
      // A line too many is removed, then taken back, then removed.
      await page.getByRole("button", { name: "Dupliquer la dépense 3" }).click();
      await page.getByRole("button", { name: "Supprimer la dépense 4" }).click();
      await page.getByRole("button", { name: "Rétablir la dépense" }).click();
      await expect(page.locator(`#${fieldId("plan.3.label")}`)).toHaveValue(/hébergement/);
      await page.getByRole("button", { name: "Supprimer la dépense 4" }).click();
      await expect(page.locator(`#${fieldId("plan.3.label")}`)).toHaveCount(0);
      await page.getByRole("button", { name: "Recalculer" }).click();
      // Full funding up to 48 000 €, the rest is the carrier's.
      await expect(page.getByRole("main")).toContainText("48\u202F000,00\u00A0€");
    }
    await goOn(page, step);
    const next = form.steps[index + 1];
    await expectAt(page, next ? routes.step(number, next.key) : routes.missing(number));
  }

  await expect(page.getByText("Succès\u00A0: le dossier est complet")).toBeVisible();
  await page.getByRole("link", { name: "Relire et déposer" }).click();
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await expect(page.getByText(/Cochez «.J’ai relu le dossier.» pour le déposer/)).toBeVisible();
  await page.getByLabel("J’ai relu le dossier").check({ force: true });
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await expectAt(page, routes.receipt(number));
  await expect(page.getByText(`Succès\u00A0: votre dossier ${number} est déposé`)).toBeVisible();
});

test("an answer that cannot be read comes back beside its field, and is kept", async ({ page }) => {
  await signIn(page, "porteur-deconcentre", routes.dossiers());
  const number = await startDossier(page, "ITN3", "Réponses à corriger");
  const users = page.locator(`#${fieldId("currentUsers")}`);
  await page.goto(routes.step(number, "preuves"));
  await users.fill("beaucoup");
  await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  await expect(
    page.getByText("Erreur\u00A0: une réponse à corriger avant de continuer."),
  ).toBeVisible();
  await expect(users).toHaveValue("beaucoup");
  await expect(users).toHaveAttribute("aria-invalid", "true");
  await users.fill("850");
  await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
  await expectAt(page, routes.step(number, "territoires"));
});
