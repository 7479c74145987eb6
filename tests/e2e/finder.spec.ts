import { expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { expectAccessible, expectGood } from "./accessible";
import { test } from "./browsers";
import { signIn } from "./sign-in";

/** Answers as somebody of a deconcentrated service who extends a solution, at 300 000 € of which 60 000 € of staff. */
async function answer(page: Page): Promise<void> {
  await page.locator("label").filter({ hasText: "Reprendre sur" }).click();
  await page.locator("label").filter({ hasText: "Service déconcentré" }).click();
  await page.getByLabel("Combien le projet coûte-t-il en tout").fill("300 000");
  await page.getByLabel("Dans ce coût, combien pour les agents").fill("60 000");
  await page.getByRole("button", { name: "Comparer les thèmes" }).click();
}

test("from the home page to a dossier that holds what was answered", async ({ page }) => {
  await page.goto(routes.home());
  await page.getByRole("main").getByRole("link", { name: "Trouver mon thème" }).click();
  await expect(page.getByRole("group")).toHaveCount(3);
  await expectGood(page);

  await page.getByRole("button", { name: "Comparer les thèmes" }).click();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.getByText(/3 réponses à corriger avant de comparer/)).toBeVisible();
  await expectAccessible(page);

  await answer(page);
  const eligible = page.getByRole("region", { name: "Éligible" });
  await expect(eligible.getByRole("row")).toHaveCount(2);
  await expect(eligible.getByRole("row").last()).toContainText(/225\u202F000,00\u00A0€/);
  await expect(page.getByRole("region", { name: "Non" }).getByRole("row")).toHaveCount(17);
  await expect(page.getByRole("main")).not.toContainText(/correspondance/i);
  await expectGood(page);

  // The link is all there is to share; from it the dossier starts.
  const shared = page.url();
  await signIn(page, "porteur-deconcentre", new URL(shared).pathname + new URL(shared).search);
  await eligible.getByRole("link", { name: "Commencer un dossier ITN3" }).click();
  await expect(page.getByText(/Repris de vos réponses/)).toContainText("240\u202F000,00");
  await page.getByLabel(/^Nom du/).fill("Bornes de rendez-vous en sous-préfecture");
  await page.getByRole("button", { name: "Commencer le dossier" }).click();
  await page.waitForURL(/\/etapes\//);
  await page.goto(page.url().replace(/etapes\/.*/, "etapes/plan-de-financement"));
  const amounts = page.locator("input[name$='typedAmount'], input[name$='.amount']");
  await expect(amounts.first()).toHaveValue("240\u202F000,00");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("without an account either, for a project that no theme takes", async ({ page }) => {
    await page.goto(routes.finder());
    await answer(page);
    await expect(page.getByRole("region", { name: "Éligible" }).getByRole("row")).toHaveCount(2);
    await page.getByText("Modifier mes réponses").click();
    await page.locator("label").filter({ hasText: "Collectivité territoriale" }).click();
    await page.getByRole("button", { name: "Comparer les thèmes" }).click();
    await expect(page.getByText(/aucun thème ne convient tel quel/)).toBeVisible();
    await expect(page.getByText(/Le plus proche est/)).toContainText("ITN3");
    await expect(page.getByRole("region", { name: "Presque" })).toContainText("Non calculée");
  });
});
