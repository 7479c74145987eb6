import { readFile } from "node:fs/promises";
import { expect, type Page, request } from "@playwright/test";
import { formatShortDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { personas } from "../../prisma/demonstration/personas";
import { expectAccessible, expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { as, asPersona, requestsOf, signIn } from "./sign-in";

const DNUM = "dnum-ecologie";
const CARRIER = "porteuse-centrale";
const TITLE = "Un compte unique pour les gardes du littoral";

/** The cells of a column of the portfolio, by its header. */
const column = (page: Page, header: string) =>
  page.locator(`#portefeuille [data-label="${header}"]`).allInnerTexts();
const rowOf = (page: Page, text: string) =>
  page.locator("#portefeuille tbody tr").filter({ hasText: text });

test.describe.configure({ mode: "serial" });

let number = "";

test("a carrier shows its draft to the DNUM, which reads one line of it; taken back, nothing", async ({
  browser,
  page,
}) => {
  await signIn(page, CARRIER);
  number = await startDossier(page, "SNAP2A", TITLE);
  await page.goto(routes.dossier(number));
  await page.getByRole("link", { name: /à informer avant le dépôt/ }).click();
  const box = page.getByLabel("Montrer ce brouillon à ma DNUM");
  await expect(box).not.toBeChecked();
  await as(browser, DNUM, async (dnum) => {
    await dnum.goto(routes.ministry());
    await expect(dnum.getByText(TITLE)).toHaveCount(0);
  });
  await box.check({ force: true });
  await page.getByLabel(/Dépôt prévu le/).fill("2021-03-12");
  await page.getByRole("button", { name: "Enregistrer ce choix" }).click();
  await expect(page.getByText("Votre DNUM voit maintenant ce brouillon")).toBeVisible();
  await expectGood(page);
  await as(browser, DNUM, async (dnum) => {
    await dnum.goto(routes.ministry("etape=en-preparation"));
    const row = rowOf(dnum, TITLE);
    await expect(row).toContainText(`Dépôt prévu, le ${formatShortDay("2021-03-12")}`);
    await expect(row.getByRole("link")).toHaveCount(0);
    expect((await dnum.request.get(routes.ministryDossier(number))).status()).toBe(404);
  });
  await box.uncheck({ force: true });
  await page.getByRole("button", { name: "Enregistrer ce choix" }).click();
  await expect(page.getByText("Votre DNUM ne voit pas ce brouillon")).toBeVisible();
  await as(browser, DNUM, async (dnum) => {
    await dnum.goto(routes.ministry("etape=en-preparation"));
    await expect(dnum.getByText(TITLE)).toHaveCount(0);
  });
});

test("it gives a visa from the portfolio", async ({ browser, page }) => {
  await signIn(page, CARRIER);
  await page.goto(routes.dnum(number));
  await page.getByRole("button", { name: "Informer la DNUM" }).click();
  await expect(page.getByRole("heading", { name: /information enregistrée/ })).toBeVisible();
  await as(browser, DNUM, async (dnum) => {
    await dnum.goto(routes.ministry());
    await dnum.getByRole("link", { name: /visas? à donner/ }).click();
    await dnum.getByRole("link", { name: new RegExp(number) }).click();
    await dnum.getByRole("radio", { name: /^Favorable/ }).check({ force: true });
    await dnum.getByRole("button", { name: "Donner le visa" }).click();
    await expect(dnum.getByRole("button", { name: "Donner le visa" })).toHaveCount(0);
  });
});

test("it orders its dossiers; a colleague who ordered meanwhile is not written over unseen", async ({
  browser,
  page,
}) => {
  await signIn(page, DNUM, routes.ministry("etape=en-instruction"));
  await expectGood(page);
  const [first = ""] = await column(page, "Numéro");
  const field = page.getByLabel(`Rang du dossier ${first}`);
  const before = await field.inputValue();
  await as(browser, DNUM, async (colleague) => {
    await colleague.goto(routes.ministry("etape=en-instruction"));
    await colleague.getByLabel(`Rang du dossier ${first}`).fill("41");
    await colleague.getByRole("button", { name: "Enregistrer l’ordre" }).click();
    await expect(colleague.getByText("Ordre enregistré\u00A0: 1 rang changé.")).toBeVisible();
  });
  await field.fill("42");
  // With the keyboard alone.
  await field.press("Enter");
  await page.getByRole("link", { name: /un collègue lui a donné le rang 41/ }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("42");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enregistrer l’ordre" }).click();
  await expect(page.getByText("Ordre enregistré\u00A0: 1 rang changé.")).toBeVisible();
  await field.fill("mille");
  await page.getByRole("button", { name: "Enregistrer l’ordre" }).click();
  await expect(page.getByRole("link", { name: /Le rang est un nombre entier/ })).toBeVisible();
  await field.fill(before);
  await page.getByRole("button", { name: "Enregistrer l’ordre" }).click();
  await expect(page.getByText("Ordre enregistré\u00A0: 1 rang changé.")).toBeVisible();
});

test("it reads the same dossiers stage by stage, keeps a view of them, and exports what it shows", async ({
  page,
}) => {
  await signIn(page, DNUM, routes.ministry());
  await page.getByRole("link", { name: "Colonnes par étape" }).click();
  await expect(page).toHaveURL(/vue=colonnes/);
  await expect(
    page.getByRole("heading", { level: 3, name: /^En instruction \(\d+\)$/ }),
  ).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: "Tableau", exact: true }).click();
  await expect(page.locator("#portefeuille")).toBeVisible();
  await page.getByLabel("Étape").selectOption({ label: "Terminés" });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(
    page.getByRole("link", { name: "Retirer le filtre Étape\u00A0: Terminés" }),
  ).toBeVisible();
  const shown = await column(page, "Numéro");
  expect(shown.length).toBeGreaterThan(0);

  await page.getByText("Enregistrer cette vue", { exact: true }).click();
  await page.getByLabel("Nom de la vue").fill("Finis");
  await page.getByRole("button", { name: "Enregistrer la vue" }).click();
  await expect(page.getByRole("link", { name: "Finis" })).toHaveAttribute("aria-current", "page");
  await expectGood(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^CSV/ }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines.slice(1).map((line) => line.split(";")[1])).toEqual(shown);
  for (const format of ["xlsx", "ods"] as const) {
    const answer = await page.request.get(routes.ministryFile(format, "etape=termines"));
    expect([answer.status(), answer.headers()["cache-control"]]).toEqual([
      200,
      "private, no-store",
    ]);
  }

  await page.goto(routes.ministryViews());
  await expectGood(page);
  await page.getByRole("button", { name: "Supprimer la vue Finis" }).click();
  await expect(page).toHaveURL(/etape=termines/);
  await expect(page.getByRole("link", { name: "Finis" })).toHaveCount(0);
});

test("it delegates its role for its leave, and takes it back", async ({ baseURL, page }) => {
  const colleague = personas.find(({ key }) => key === CARRIER)?.claims;
  if (!colleague) throw new Error("Nobody to delegate to");
  const name = `${colleague.given_name} ${colleague.usual_name}`;
  const reader = await requestsOf(request, CARRIER, baseURL);
  expect((await reader.get(routes.ministry())).status()).toBe(404);
  await signIn(page, DNUM, routes.ministryOrganisations());
  await expectGood(page);
  await page.getByLabel("Adresse électronique de la personne").fill(colleague.email);
  await page.getByRole("textbox", { name: "Raison" }).fill("Congés d’hiver");
  await page.getByRole("button", { name: "Déléguer mon rôle" }).click();
  await expect(page.getByRole("link", { name: /Une délégation a une fin/ })).toBeVisible();
  await page.getByLabel("Dernier jour").fill("2021-03-05");
  await page.getByRole("button", { name: "Déléguer mon rôle" }).click();
  await expect(page.getByText(`${name} tient maintenant votre rôle`)).toBeVisible();
  await expectGood(page);
  expect((await reader.get(routes.ministry())).status()).toBe(200);
  await page.getByRole("button", { name: `Mettre fin à la délégation de ${name}` }).click();
  await expect(page.locator("#personnes-dnum tbody tr").filter({ hasText: name })).toHaveCount(0);
  expect((await reader.get(routes.ministry())).status()).toBe(404);
  await reader.dispose();
});

test("its synthesis holds on paper, and each figure leads to its list", async ({ page }) => {
  await signIn(page, DNUM, routes.ministrySynthesis());
  await expectGood(page);
  const line = page.locator("#etapes tbody tr").filter({ hasText: "Terminés" });
  const count = Number(await line.locator("td").first().textContent());
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await line.getByRole("link").click();
  await expect(page).toHaveURL(/etape=termines/);
  expect(await column(page, "Numéro")).toHaveLength(count);
});

test("all of it is done without script", async ({ browser }) => {
  const { page, context } = await asPersona(browser, DNUM, { javaScriptEnabled: false });
  await page.goto(routes.ministry("vue=colonnes"));
  await page.getByRole("link", { name: "Tableau", exact: true }).click();
  await page.getByLabel("Étape").selectOption({ label: "En instruction" });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  const [first = ""] = await column(page, "Numéro");
  const field = page.getByLabel(`Rang du dossier ${first}`);
  const before = await field.inputValue();
  await field.fill("7");
  await page.getByRole("button", { name: "Enregistrer l’ordre" }).click();
  await expect(page.getByText("Ordre enregistré\u00A0: 1 rang changé.")).toBeVisible();
  await expect(page.getByLabel(`Rang du dossier ${first}`)).toHaveValue("7");
  await page.getByLabel(`Rang du dossier ${first}`).fill(before);
  await page.getByRole("button", { name: "Enregistrer l’ordre" }).click();
  await expect(page.getByText("Ordre enregistré\u00A0: 1 rang changé.")).toBeVisible();
  await page.goto(routes.ministrySynthesis());
  await expect(page.locator("#etapes")).toBeVisible();
  await context.close();
});
