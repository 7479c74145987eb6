import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as } from "./sign-in";

test.describe.configure({ mode: "serial" });

const LIST = "Comité de pilotage du 28 janvier 2021";
const CHANGED = "300\u202F000,00";

test("the minister changes a line with a reason and confirms the rest; the carriers know nothing yet", async ({
  browser,
}) => {
  await as(browser, "presidente", async (page) => {
    await page.goto(routes.arbitrations());
    await expectGood(page);
    await page.getByRole("link", { name: LIST }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LIST);
    await expectGood(page);
    await page
      .getByRole("link", { name: /^Arbitrer le dossier/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Arbitrage du ministre");
    await expectGood(page);
    await page.getByLabel("Changer, avec un motif").check({ force: true });
    await page.getByLabel("Accepter", { exact: true }).check({ force: true });
    await page.getByLabel("Montant accordé, TTC").fill("300 000");
    await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
    await expect(page.getByRole("link", { name: /Écrivez pourquoi/ })).toBeVisible();
    await expect(page.getByLabel("Montant accordé, TTC")).toHaveValue("300 000");
    await expectGood(page);
    await page.getByLabel(/Motif du changement/).fill("L’enveloppe est à préserver.");
    await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LIST);
    await expect(page.getByText(CHANGED).first()).toBeVisible();
    await page.getByRole("button", { name: "Confirmer la ligne restante" }).click();
    await expect(page.getByText("Toutes les lignes ont leur réponse.")).toBeVisible();
    await expectGood(page);
  });
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.dossiers());
    await expect(page.getByRole("main")).not.toContainText(CHANGED);
  });
});

test("the owner notifies both together, and each carrier reads its letter", async ({ browser }) => {
  let number = "";
  await as(browser, "porteur-de-theme-ditp", async (page) => {
    await page.goto(routes.decisions());
    await expectGood(page);
    const boxes = page.getByRole("checkbox", { name: /\(ITN8/ });
    await expect(boxes).toHaveCount(2);
    for (const box of await boxes.all()) await box.check({ force: true });
    await page.getByRole("button", { name: "Notifier les porteurs cochés" }).click();
    await expect(page.getByRole("link", { name: "Choisissez quand notifier." })).toBeVisible();
    await expect(boxes.first()).toBeChecked();
    const label = await page.locator("label", { hasText: "(ITN8A)" }).textContent();
    number = /\d{4}-\d{6}/.exec(label ?? "")?.[0] ?? "";
    await page.getByLabel("Tout de suite").check({ force: true });
    await page.getByRole("button", { name: "Notifier les porteurs cochés" }).click();
    await expect(page.getByText("2 décisions notifiées.")).toBeVisible();
  });
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.decision(number));
    await expect(page.getByRole("main")).toContainText(CHANGED);
    await expect(page.getByRole("heading", { name: "Les points forts du projet" })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("L’enveloppe est à préserver.");
    await expectGood(page);
  });
});

test("a carrier contests its decision; two people who had no part in it answer", async ({
  browser,
}) => {
  const { number } = DOSSIERS.accepted;
  await as(browser, "porteur-deconcentre", async (page) => {
    await page.goto(routes.decision(number));
    await page.getByRole("link", { name: "Contester cette décision" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recours");
    await expectGood(page);
    await page.getByRole("button", { name: "Former le recours" }).click();
    await expect(page.getByRole("link", { name: /Écrivez pourquoi/ })).toBeVisible();
    await expectGood(page);
    await page.getByLabel("Pourquoi vous contestez la décision").fill("La formation est oubliée.");
    await page.getByRole("button", { name: "Former le recours" }).click();
    await expect(page.getByText("Formé", { exact: true })).toBeVisible();
  });
  await as(browser, "presidente", async (page) => {
    await page.goto(routes.examinedAppeal(number));
    await expect(page.getByText("La suite revient à l’instruction.")).toBeVisible();
  });
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.examinedAppeal(number));
    await expectGood(page);
    await page.getByRole("button", { name: "Enregistrer le recours" }).click();
    await page.getByLabel("Rejeter le recours").check({ force: true });
    await page.getByLabel("Raisons").fill("La formation est hors de la base du thème.");
    await page.getByRole("button", { name: "Proposer la réponse" }).click();
    await expect(page.getByText("une autre personne doit la confirmer")).toBeVisible();
    await expectGood(page);
  });
  await as(browser, "presidente", async (page) => {
    await page.goto(routes.examinedAppeal(number));
    await expect(page.getByText("Vous avez pris part à la décision contestée")).toBeVisible();
    await expect(page.getByRole("button", { name: "Confirmer la réponse" })).toHaveCount(0);
  });
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.examinedAppeal(number));
    await page.getByRole("button", { name: "Confirmer la réponse" }).click();
    await expect(page.getByText("Rejeté", { exact: true }).first()).toBeVisible();
  });
  await as(browser, "porteur-deconcentre", async (page) => {
    await page.goto(routes.appeal(number));
    await expect(page.getByText("La formation est hors de la base du thème.")).toBeVisible();
    await expectGood(page);
  });
});

test("an auditor gathers the evidence of a decision, and each reading is written", async ({
  browser,
}) => {
  const { number } = DOSSIERS.accepted;
  await as(browser, "auditrice", async (page) => {
    await page.goto(routes.auditDossier(number));
    await page.getByRole("link", { name: /^Preuves de la décision/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dossier de preuves");
    await expect(page.getByText("le journal du dossier est intact")).toBeVisible();
    await expectGood(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Télécharger le dossier de preuves/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`preuves-${number}.zip`);
    await page.goto(routes.auditSearch());
    await expect(
      page.getByRole("cell", { name: "Téléchargement des preuves" }).first(),
    ).toBeVisible();
  });
});

test("an owner prepares a call: what is wrong is named, nothing typed is lost", async ({
  browser,
}) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.administrationCalls());
    await expectGood(page);
    await page.getByRole("link", { name: "Créer une ouverture" }).click();
    await page.getByRole("combobox", { name: "Thème" }).selectOption("ITN3");
    await page.getByRole("radio", { name: /^Appel à projets/ }).check({ force: true });
    await page.getByLabel("Nom de l’ouverture").fill("Appel à projets ITN3, session 2");
    await page.getByLabel(/^Jour d’ouverture/).fill("2021-01-10");
    await page.getByRole("button", { name: "Créer l’ouverture" }).click();
    await expect(page.getByRole("link", { name: /choisissez demain ou plus tard/ })).toBeVisible();
    await expect(page.getByLabel("Nom de l’ouverture")).toHaveValue(
      "Appel à projets ITN3, session 2",
    );
    await expectGood(page);
    await page.goto(routes.administrationCalls());
    await page.getByRole("link", { name: /ITN3/ }).first().click();
    await expect(page.getByText("Règles figées depuis le")).toBeVisible();
    await expect(page.getByRole("button", { name: "Repousser la clôture" })).toBeVisible();
    await expectGood(page);
  });
});
