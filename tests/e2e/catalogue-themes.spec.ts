import { expect, type Page } from "@playwright/test";
import { THEME_LIST } from "@/domain/themes/index";
import { routes } from "@/routes";
import { expectGood } from "./accessible";
import { inBrowser, test } from "./browsers";

const result = (page: Page) => page.getByRole("region", { name: "Résultat" });

for (const theme of THEME_LIST) {
  test(`${theme.code} tells its facts with their sources`, async ({ page }) => {
    await page.goto(routes.theme(theme.slug));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(theme.title);
    const text = (await page.getByRole("main").textContent()) ?? "";
    for (const fact of [...theme.summary, ...theme.fundingFacts, ...theme.silences]) {
      expect(text).toContain(fact.text);
      if (fact.reading) expect(text).toContain(fact.reading);
    }
    for (const criterion of theme.criteria) expect(text).toContain(criterion.definition);
    await expectGood(page);
  });
}

test("an address that is no theme is not found", async ({ page }) => {
  expect((await page.goto(routes.theme("itn9")))?.status()).toBe(404);
});

test("a theme whose form is open leads to a dossier, another says where to write", async ({
  page,
}) => {
  await page.goto(routes.theme("itn3"));
  await expect(page.getByRole("link", { name: "Commencer un dossier" })).toHaveAttribute(
    "href",
    routes.newDossier("itn3"),
  );
  await page.goto(routes.theme("itn7"));
  await expect(page.getByRole("link", { name: "Commencer un dossier" })).toHaveCount(0);
  await expect(page.getByText("ne reçoit pas encore les dossiers de ce thème")).toBeVisible();
  await page.getByRole("link", { name: "Pourquoi il n’y a pas de formulaire" }).click();
  await expect(page.getByText("Il n’existe pas de formulaire pour ITN7.")).toBeVisible();
});

test("the form is read before signing in, and printed without the frame of the portal", async ({
  page,
}) => {
  await page.goto(routes.theme("snap3"));
  await page.getByRole("link", { name: "Lire le formulaire" }).click();
  await expect(page.getByRole("heading", { name: "Étape 5\u00A0: Les phases" })).toBeVisible();

  await page.emulateMedia({ media: "print" });
  // The width of an A4 sheet between its margins, at 96 points an inch.
  await page.setViewportSize({ width: 680, height: 1000 });
  for (const frame of [page.getByRole("banner"), page.getByRole("contentinfo")]) {
    await expect(frame).toBeHidden();
  }
  await expect(page.getByRole("navigation", { name: "Sommaire" })).toBeHidden();
  const question = page.getByText("Quels usages nouveaux permet-il en déplacement");
  await expect(question).toBeVisible();
  const cut = await page
    .locator(".blank-form *")
    .evaluateAll(
      (all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length,
    );
  expect(cut).toBe(0);
});

test("ITN7 has no simulator and says why", async ({ page }) => {
  await page.goto(routes.theme("itn7"));
  await expect(page.getByText("Aucun calcul n’est possible pour ITN7.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Calculer" })).toHaveCount(0);
  await page.goto(routes.simulator("itn7"));
  await expect(page.getByText("Aucun calcul n’est possible pour ITN7.")).toBeVisible();
});

test("what the browser computes while one types is what the server answers", async ({
  browser,
  page,
}) => {
  await page.goto(routes.theme("snap4"));
  await page.getByLabel("Montant TTC, en euros").fill("5 000 000");
  await expect(result(page)).toContainText("Plafond du dossier");
  await page.getByRole("button", { name: "Ajouter une dépense" }).click();
  await expect(page.getByLabel("Montant TTC, en euros").nth(1)).toBeFocused();
  await page.keyboard.type("40000,10");
  await page.getByLabel("Année").nth(1).selectOption("2023");
  await page.getByText("Ailleurs").click();
  await page.getByLabel(/Subventions déjà accordées/).fill("6000000");
  await expect(result(page)).toContainText("hors base");
  await expect(result(page)).toContainText("n’est pas éligible");
  await expect(result(page)).toContainText(/reste 2.000.000,00/);
  await expect(page.getByRole("status")).toContainText(/Subvention estimée.*2.000.000,00/);
  // A rule bears its own number, not that of a list of the page before it.
  const number = await result(page)
    .locator("ol")
    .evaluate((list) => getComputedStyle(list).getPropertyValue("--ol-content"));
  expect(number).toMatch(/^counter\(/);
  const live = await result(page).textContent();
  await expectGood(page);

  await page.getByRole("button", { name: "Calculer" }).click();
  await expect(page).toHaveURL(/\/themes\/snap4\/simulation\?/);
  expect(await result(page).textContent()).toBe(live);
  await expectGood(page);

  await inBrowser(browser, { javaScriptEnabled: false }, async (plain) => {
    await plain.goto(page.url());
    expect(await result(plain).textContent()).toBe(live);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the simulator adds and removes lines, and computes", async ({ page }) => {
    await page.goto(routes.theme("itn6"));
    await page.getByLabel("Montant TTC, en euros").fill("60 000");
    await page.getByRole("button", { name: "Ajouter une dépense" }).click();
    await expect(page.getByLabel("Montant TTC, en euros")).toHaveCount(2);
    await expect(page.getByLabel("Montant TTC, en euros").first()).toHaveValue("60 000");
    await expect(result(page)).toContainText(/48.000,00/);

    await page.getByLabel("Montant TTC, en euros").nth(1).fill("douze");
    await page.getByRole("button", { name: "Calculer" }).click();
    await expect(
      page.getByText("Le montant de la dépense 2 doit être un nombre en euros."),
    ).toBeVisible();
    await page.getByRole("button", { name: "Retirer la dépense 2" }).click();
    await expect(page.getByLabel("Montant TTC, en euros")).toHaveCount(1);
    await expect(result(page)).toContainText(/12.000,00/);
  });
});

test("the Enter key computes, it removes no line", async ({ page }) => {
  await page.goto(routes.simulator("itn3", "depenses.0.montant=300000&depenses.1.montant=100000"));
  await page.getByLabel("Montant TTC, en euros").first().press("Enter");
  await expect(page).toHaveURL(/porteur=/);
  await expect(page.getByLabel("Montant TTC, en euros")).toHaveCount(2);
});
