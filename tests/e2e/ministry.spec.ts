import { expect, type Page, request } from "@playwright/test";
import { routes } from "@/routes";
import { organisations } from "../../prisma/demonstration/organisations";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { asPersona, requestsOf, signIn } from "./sign-in";

/** The cells of a column of the portfolio, by its header. */
async function column(page: Page, header: string): Promise<string[]> {
  return page.locator(`#portefeuille [data-label="${header}"]`).allInnerTexts();
}

const carriersOf = (ministryKey: string) =>
  organisations.filter((each) => each.ministryKey === ministryKey).map(({ name }) => name);

test("a DNUM reads the dossiers of its ministry and no other", async ({ browser, page }) => {
  await signIn(page, "dnum-ecologie");
  await expect(page.getByRole("heading", { level: 1, name: "Portefeuille" })).toBeVisible();
  const own = await column(page, "Organisation");
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((name) => !carriersOf("ecologie").includes(name))).toEqual([]);
  // The one draft that its team shows, by its line alone.
  const draft = page.locator("#portefeuille tbody tr").filter({ hasText: "Brouillon" });
  await expect(draft).toHaveCount(1);
  await expect(draft.getByRole("link")).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Ministère" })).toHaveCount(0);

  const { page: interior, context } = await asPersona(browser, "dnum-interieur");
  await interior.goto(routes.ministry());
  const others = await column(interior, "Numéro");
  expect(others.length).toBeGreaterThan(0);
  expect(await column(page, "Numéro")).not.toEqual(expect.arrayContaining(others.slice(0, 1)));
  const elsewhere = routes.ministryDossier(others[0] ?? "");
  await interior.goto(elsewhere);
  await expect(interior.getByRole("heading", { level: 2, name: "Dossier déposé" })).toBeVisible();
  expect((await page.request.get(elsewhere)).status()).toBe(404);
  await context.close();
});

test("a status waits for its notification, in the list and in its filter", async ({ page }) => {
  await signIn(page, "dnum-interieur");
  const statuses = await page.getByLabel("Statut").locator("option").allInnerTexts();
  expect(statuses).not.toContain("Noté");
  const total = (await column(page, "Numéro")).length;
  await page.getByLabel("Statut").selectOption({ label: "En instruction" });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page.getByRole("link", { name: "Retirer le filtre En instruction" })).toBeVisible();
  await expect(page).toHaveURL(/statut=en-instruction/);
  const waiting = (await column(page, "Numéro")).length;
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThan(total);
  expect(new Set(await column(page, "Accordée"))).toEqual(new Set(["Sans\u00A0objet"]));
  expect(await page.content()).not.toMatch(/Motif|"scored"|Noté/);
  await page.getByRole("link", { name: "Retirer le filtre En instruction" }).click();
  await expect(page.locator("#portefeuille [data-label='Numéro']")).toHaveCount(total);

  await page.getByLabel("Statut").selectOption({ label: "Accepté" });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page.getByRole("link", { name: "Retirer le filtre Accepté" })).toBeVisible();
  await page.locator("#portefeuille [data-label='Numéro'] a").first().click();
  await page.waitForURL(/dossiers/);
  await expect(page.getByRole("heading", { level: 2, name: "Décision" })).toBeVisible();
  await expect(page.getByText("Motif", { exact: true })).toBeVisible();
});

test("an agent of two ministries keeps the chosen one in the address", async ({ page }) => {
  await signIn(page, "dnum-affaires-sociales", routes.ministry());
  const choice = page.getByRole("combobox", { name: "Ministère" });
  const names = await choice.locator("option").allInnerTexts();
  expect(names).toHaveLength(3);
  await choice.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page).toHaveURL(/ministere=/);
  await expect(
    page.getByRole("combobox", { name: "Ministère" }).locator("option:checked"),
  ).toHaveText(names[1] ?? "");
});

test("the room is closed to the others", async ({ baseURL }) => {
  const carrier = await requestsOf(request, "porteuse-centrale", baseURL);
  expect((await carrier.get(routes.ministry())).status()).toBe(404);
  await carrier.dispose();
});

test("its pages are accessible and fit a phone", async ({ page }) => {
  await signIn(page, "dnum-interieur");
  await expectGood(page);
  await page.locator("#portefeuille [data-label='Numéro'] a").first().click();
  await page.waitForURL(/dossiers/);
  await expect(page.getByRole("heading", { level: 2, name: "Dossier déposé" })).toBeVisible();
  await expectGood(page);
});
