import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as } from "./sign-in";

test.describe.configure({ mode: "serial" });

/** ITN2, of Camille Verdier, in execution: nothing is reported of its first quarter. */
const NUMBER = "2020-000103";
const PERIOD = "2021-T1";
const { followed, inExecution } = DOSSIERS;

test("a team fills its grid by keyboard, reads it again, hands it in, then corrects it", async ({
  browser,
}) => {
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.followUp(NUMBER));
    await expect(page.getByRole("main")).toContainText("à remettre par votre équipe avant le");
    await expectGood(page);
    await page.getByRole("link", { name: /^Remplir le compte rendu/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^Compte rendu du 1er trimestre\s2021$/,
    );
    await expect(page.getByRole("main")).toContainText("déjà remplies");
    await expectGood(page);

    // Nothing is sent unseen: the agents are missing, and the page says which cell.
    await page.getByRole("button", { name: "Relire et remettre" }).click();
    await page.getByRole("link", { name: /^Agents mobilisés/ }).click();
    const agents = page.getByLabel(/^Agents mobilisés/);
    await agents.focus();
    await page.keyboard.type("2,5");
    await page.keyboard.press("Tab");
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await page.reload();
    await expect(agents).toHaveValue("2,5");
    await page.getByRole("button", { name: "Relire et remettre" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Remettre le compte rendu/);
    await expectGood(page);
    await expect(page.getByRole("radio", { name: /^Sécurisé/ })).toBeChecked();
    await page.getByRole("button", { name: "Remettre le compte rendu" }).click();
    await expect(page.getByRole("link", { name: /Confirmez les valeurs reprises/ })).toBeVisible();
    await page.getByLabel(/^Je confirme les/).check({ force: true });
    await page.getByRole("button", { name: "Remettre le compte rendu" }).click();
    await expect(page.getByText(/^Remis le/)).toBeVisible();
    await expectGood(page);

    await page.getByRole("link", { name: "Rectifier ce compte rendu" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rectifier/);
    await expectGood(page);
    await page.getByLabel(/^Agents mobilisés/).fill("3");
    await page.getByRole("button", { name: "Rectifier le compte rendu" }).click();
    await expect(page.getByRole("link", { name: /Dites pourquoi vous rectifiez/ })).toBeVisible();
    await expect(page.getByLabel(/^Agents mobilisés/)).toHaveValue("3");
    await page.getByLabel(/^Raison de la rectification/).fill("Un agent est arrivé le 4 janvier.");
    await page.getByRole("button", { name: "Rectifier le compte rendu" }).click();
    await expect(page.getByText(/rectifié depuis/)).toBeVisible();
    await page.getByText(/^Version 1/).click();
    await expect(page.getByText("Un agent est arrivé le 4 janvier.")).toBeVisible();
    await expectGood(page);
  });
});

test("those who follow the project read the report; the others do not know of it", async ({
  browser,
}) => {
  await as(browser, "dnum-ecologie", async (page) => {
    await page.goto(routes.ministryProjects());
    await expectGood(page);
    await page.getByRole("link", { name: NUMBER }).click();
    await expect(page.getByRole("link", { name: /1er trimestre/ })).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: /1er trimestre/ }).click();
    await expect(page.getByText("Un agent est arrivé le 4 janvier.")).toBeAttached();
    await expectGood(page);
  });
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.followedProjects());
    await expect(page.getByRole("link", { name: followed.number })).toBeVisible();
    await expectGood(page);
    await page.getByLabel("Météo").selectOption({ label: "Atteignable" });
    await page.getByRole("button", { name: "Appliquer les filtres" }).click();
    await expect(page.getByRole("link", { name: followed.number })).toBeVisible();
    await expect(page.getByRole("link", { name: inExecution.number })).toBeHidden();
    await page.getByRole("link", { name: followed.number }).click();
    await expect(page.getByRole("link", { name: /janvier/ })).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: /janvier/ }).click();
    await expect(page.getByRole("main")).toContainText("Le marché de développement");
    await expectGood(page);
  });
  await as(browser, "porteuse-operateur", async (page) => {
    const answer = await page.goto(routes.report(NUMBER, PERIOD));
    expect(answer?.status()).toBe(404);
  });
});

test("without script, a grid is saved, filled from a spreadsheet and handed in", async ({
  browser,
}) => {
  await as(
    browser,
    "dnum-affaires-sociales",
    async (page) => {
      const { number } = inExecution;
      await page.goto(routes.report(number, PERIOD));
      await page.getByLabel(/^Agents mobilisés/).fill("4");
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await expect(page.getByLabel(/^Agents mobilisés/)).toHaveValue("4");
      await page
        .getByLabel(/^Tableau copié/)
        .fill("Ligne\tRéalisé\nJour de fin estimé\t31/12/2023\nUne ligne inconnue\t3");
      await page.getByRole("button", { name: "Remplir la grille" }).click();
      await expect(page.getByText(/1 case remplie/)).toBeVisible();
      await expect(page.getByText(/cette ligne n’est pas dans la grille/)).toBeVisible();
      await expect(page.getByLabel(/^Jour de fin estimé/)).toHaveValue("31/12/2023");
      await page.getByRole("button", { name: "Relire et remettre" }).click();
      await expect(page.getByRole("main")).toContainText("à corriger");
    },
    { javaScriptEnabled: false },
  );
});
