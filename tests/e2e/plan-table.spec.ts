import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { signIn } from "./sign-in";

/** Twenty lines copied from a spreadsheet, two of them wrong. */
const ROWS = [
  "Intitulé\tAnnée\tCatégorie\tMontant TTC\tPrestataire\tRemarque",
  ...Array.from({ length: 20 }, (_, index) =>
    [
      `Lot ${index + 1}`,
      index === 6 ? "2O21" : "2021",
      index === 11 ? "voyages" : "Prestations",
      "1 500,50",
      "Réseaux du Sud",
      "à revoir",
    ].join("\t"),
  ),
].join("\n");

test("a team pastes twenty lines, corrects the two wrong ones and adds them", async ({ page }) => {
  await signIn(page, "porteur-deconcentre", routes.dossiers());
  const number = await startDossier(page, "ITN3", "Un plan venu d’un tableur");
  await page.goto(routes.pastedTable(number, "depenses"));
  const table = page.locator(`#${fieldId("table")}`);
  const main = page.getByRole("main");

  await table.fill(ROWS);
  await page.getByRole("button", { name: "Vérifier le tableau" }).click();
  await expect(main).toContainText("20 lignes lues, 2 à corriger");
  await expect(main).toContainText("Ligne 8, colonne Année, «\u00A02O21\u00A0»");
  await expect(main).toContainText("Ligne 13, colonne Catégorie, «\u00A0voyages\u00A0»");
  await expect(page.getByRole("button", { name: "Ajouter ces dépenses" })).toHaveCount(0);
  await expectGood(page);

  await table.fill(ROWS.replace("2O21", "2021").replace("voyages", "Autre dépense"));
  await page.getByRole("button", { name: "Vérifier à nouveau" }).click();
  await expect(main).toContainText("20 lignes lues, sans erreur");
  await page.getByRole("button", { name: "Ajouter ces dépenses" }).click();
  await page.waitForURL(({ pathname }) => pathname === routes.step(number, "plan-de-financement"));

  // A post and a co-financer, computed as they are typed.
  await expect(page.locator(`#${fieldId("plan.19.label")}`)).toHaveValue("Lot 20");
  await page.getByRole("button", { name: "Ajouter une dépense" }).click();
  const cell = (column: string) => page.locator(`#${fieldId(`plan.20.${column}`)}`);
  await cell("label").fill("Cheffe de projet");
  await cell("nature").selectOption("T2");
  await cell("annualCost").fill("60 000");
  await cell("timeShare").fill("50");
  await cell("months").fill("6");
  await expect(main).toContainText("÷ 12 = 15\u202F000,00\u00A0€");
  await page.getByRole("button", { name: "Ajouter un co-financeur" }).click();
  await page.locator(`#${fieldId("coFinancers.0.name")}`).fill("Région");
  await page.locator(`#${fieldId("coFinancers.0.typedAmount")}`).fill("4 000");
  await page.locator(`#${fieldId("coFinancers.0.certainty")}`).selectOption("requested");
  await expect(page.locator("#financement")).toContainText("4\u202F000,00\u00A0€");
  await expectGood(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger en CSV" }).click();
  expect((await download).suggestedFilename()).toBe(`plan-${number}.csv`);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a team uploads sites, reads what is wrong, and corrects one", async ({ page }) => {
    const { number } = DOSSIERS.sites;
    await signIn(page, "porteur-deconcentre", routes.pastedTable(number, "sites"));
    const buffer = Buffer.from(
      "Nom;Adresse;Effectif;Débit avant;Débit après;Technologie;Zone;Partagé\r\nDépôt;Florac;3;2;1;fibre;rural;non\r\n",
      "latin1",
    );
    const file = { name: "sites.csv", mimeType: "text/csv", buffer };
    await page.locator(`#${fieldId("file")}`).setInputFiles(file);
    await page.getByRole("button", { name: "Vérifier le tableau" }).click();
    await expect(page.getByRole("main")).toContainText("1 ligne lue, 1 à corriger");
    await expect(page.locator(`#${fieldId("table")}`)).toHaveValue(/Dépôt\tFlorac/);

    await page.goto(routes.step(number, "sites"));
    await page.getByRole("link", { name: /Florac/ }).click();
    await page.locator(`#${fieldId("after")}`).fill("0");
    await page.getByRole("button", { name: "Enregistrer le site" }).last().click();
    await expect(page.locator(`#${fieldId("after")}`)).toHaveAttribute("aria-invalid", "true");
    await page.locator(`#${fieldId("after")}`).fill("300");
    await page.getByRole("button", { name: "Enregistrer le site" }).last().click();
    await page.waitForURL(({ pathname }) => pathname === routes.step(number, "sites"));
    await expect(page.locator("#liste-des-sites")).toContainText("300");
  });
});
