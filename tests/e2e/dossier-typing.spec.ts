import { expect, type Page, request } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectAccessible, expectFitsPhone, expectGood } from "./accessible";
import { test } from "./browsers";
import { formOf, startDossier } from "./dossier-filling";
import { asPersona, requestsOf, signIn } from "./sign-in";

const CARRIER = "porteur-deconcentre";
const summary = (page: Page) => page.locator(`#${fieldId("summary")}`);
const saved = (page: Page) => page.getByText(/^Enregistré à/);

test("what is typed while the network is cut is saved when it returns", async ({ page }) => {
  await signIn(page, CARRIER, routes.dossiers());
  await startDossier(page, "ITN3", "Sans réseau");
  await page.context().setOffline(true);
  await summary(page).fill("Tapé dans un train.");
  await expect(page.getByText(/^Hors connexion\. Votre saisie est gardée/).first()).toBeVisible();
  await expectAccessible(page);
  await summary(page).fill("Tapé dans un train, puis dans un tunnel.");
  await page.context().setOffline(false);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(summary(page)).toHaveValue("Tapé dans un train, puis dans un tunnel.");
});

test("a closed page finds again what it could not send", async ({ page, context }) => {
  await signIn(page, CARRIER, routes.dossiers());
  await startDossier(page, "ITN3", "Page fermée");
  const address = page.url();
  await context.setOffline(true);
  await summary(page).fill("Tapé avant la panne.");
  await expect(page.getByText(/^Hors connexion/).first()).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(summary(again)).toHaveValue("Tapé avant la panne.");
  await expect(saved(again)).toBeVisible();
});

test("an expired session loses nothing: signing in again in another tab is enough", async ({
  page,
  context,
}) => {
  await signIn(page, CARRIER, routes.dossiers());
  await startDossier(page, "ITN3", "Session expirée");
  await context.clearCookies({ name: /guichet-session/ });
  await summary(page).fill("Tapé après la pause.");
  await expect(page.getByText(/^Votre session a expiré, rien n’est perdu/).first()).toBeVisible();
  await expectAccessible(page);
  // The provider still knows the person: one click is enough.
  const tab = await context.newPage();
  await tab.goto(routes.signIn(routes.dossiers()));
  await tab
    .getByRole("main")
    .getByRole("link", { name: /ProConnect/ })
    .first()
    .click();
  await tab.waitForURL(`**${routes.dossiers()}`);
  await page.bringToFront();
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });
});

test("one answer in two browsers: both texts stay until one chooses", async ({ page, browser }) => {
  await signIn(page, CARRIER, routes.dossiers());
  await startDossier(page, "ITN3", "À deux");
  const { page: other, context } = await asPersona(browser, CARRIER);
  await other.goto(page.url());
  await summary(page).fill("Le texte du premier.");
  await expect(saved(page)).toBeVisible();
  await summary(other).fill("Le texte du second.");
  await expect(other.getByText(/^Vous avez modifié cette réponse/)).toBeVisible();
  await expect(other.getByText("Le texte du premier.")).toBeVisible();
  await expectGood(other);
  await other.getByRole("button", { name: "Réunir les deux" }).click();
  await expect(summary(other)).toHaveValue("Le texte du second.\n\nLe texte du premier.");
  await expect(saved(other)).toBeVisible();
  await page.reload();
  await expect(summary(page)).toHaveValue("Le texte du second.\n\nLe texte du premier.");
  await context.close();
});

test("the grant follows the plan, a removed line comes back, every step fits a phone", async ({
  page,
}) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, "ITN3", "Plan vivant");
  await page.goto(routes.step(number, "plan-de-financement"));
  await page.getByRole("button", { name: "Ajouter une dépense" }).click();
  const cell = (column: string, line = 0) => page.locator(`#${fieldId(`plan.${line}.${column}`)}`);
  await expect(cell("label")).toBeFocused();
  await cell("label").fill("Développement");
  await cell("typedAmount").fill("400 000");
  await cell("category").selectOption("development");
  await expect(page.getByRole("main")).toContainText("300\u202F000,00\u00A0€");
  await page.getByRole("button", { name: "Dupliquer la dépense 1" }).click();
  await expect(page.getByRole("main")).toContainText("600\u202F000,00\u00A0€");
  await page.getByRole("button", { name: "Supprimer la dépense 2" }).click();
  await expect(cell("label", 1)).toHaveCount(0);
  await page.getByRole("button", { name: "Annuler la suppression" }).click();
  await expect(cell("label", 1)).toHaveValue("Développement");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(cell("typedAmount", 1)).toHaveValue("400 000");

  for (const step of formOf("ITN3").steps) {
    await page.goto(routes.step(number, step.key));
    await expectFitsPhone(page);
  }
  for (const address of [routes.dossiers(), routes.dossier(number), routes.missing(number)]) {
    await page.goto(address);
    await expectFitsPhone(page);
    await expectAccessible(page);
  }
});

test("the dossier of others is a page that does not exist", async ({ page, baseURL }) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, "ITN3", "À nous seuls");
  const stranger = await requestsOf(request, "porteuse-centrale", baseURL);
  const addresses = [
    routes.dossier(number),
    routes.step(number, "projet"),
    routes.missing(number),
    routes.summary(number),
    routes.receipt(number),
    routes.receiptFile(number),
    routes.decision(number),
    routes.letterFile(number),
    routes.withdrawal(number),
  ];
  for (const address of addresses) {
    expect((await stranger.get(address)).status(), address).toBe(404);
  }
  await stranger.dispose();
});
