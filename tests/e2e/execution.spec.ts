import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as } from "./sign-in";

test.describe.configure({ mode: "serial" });

const { number } = DOSSIERS.inExecution;
const CARRIER = "dnum-affaires-sociales";
const OWNER = "porteuse-de-theme-dinum";

test("the owner funds the second phase of a shared tool, a level not reached all the same", async ({
  browser,
}) => {
  await as(browser, OWNER, async (page) => {
    await page.goto(routes.followedProject(number));
    await expectGood(page);
    await page.getByRole("link", { name: "1. Essai avec deux services" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Débloquer la phase 2 \(/);
    await expect(page.getByText("Non atteint", { exact: true })).toBeVisible();
    await expectGood(page);
    await page.getByRole("button", { name: "Ne pas accepter le jalon" }).click();
    await expect(page.getByRole("link", { name: /Écrivez la raison/ })).toBeVisible();
    await page.getByRole("button", { name: "Accepter et débloquer la phase 2" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Suivi du projet");
    await expect(page.getByRole("row", { name: /Essai avec deux services/ })).toContainText(
      "Débloqué",
    );
  });
});

test("its carrier proposes the next milestone, measures first, and reads why it is not accepted", async ({
  browser,
}) => {
  await as(browser, CARRIER, async (page) => {
    await page.goto(routes.project(number));
    await expectGood(page);
    await page.getByRole("link", { name: "2. Ouverture à trois ministères" }).click();
    await expect(page.getByLabel("Ce qui a été fait")).toBeVisible();
    await expectGood(page);
    await page.getByLabel("Ce qui a été fait").fill("L’outil est ouvert à trois ministères.");
    await page.getByRole("button", { name: "Proposer le jalon" }).click();
    await expect(
      page.getByRole("link", { name: /Agents actifs.*écrivez la valeur/ }),
    ).toBeVisible();
    await expect(page.getByLabel("Ce qui a été fait")).toHaveValue(
      "L’outil est ouvert à trois ministères.",
    );
    for (const [index, value] of ["6 400", "99,7"].entries()) {
      await page
        .getByLabel(/^Valeur mesurée/)
        .nth(index)
        .fill(value);
      await page.getByLabel("Jour de la mesure").nth(index).fill("2021-01-20");
      await page.getByLabel("Comment elle a été mesurée").nth(index).fill("Journal du service.");
    }
    await page.getByRole("button", { name: "Proposer le jalon" }).click();
    await expect(page.getByText("Information : le jalon est proposé")).toBeVisible();
    await expectGood(page);
  });
  await as(browser, OWNER, async (page) => {
    await page.goto(routes.examinedPhase(number, 2));
    await page.getByLabel("Pourquoi le jalon n’est pas accepté").fill("Un seul ministère paie.");
    await page.getByRole("button", { name: "Ne pas accepter le jalon" }).click();
    await expect(page.getByText("Un seul ministère paie.")).toBeVisible();
    await expectGood(page);
  });
  await as(browser, CARRIER, async (page) => {
    await page.goto(routes.phase(number, 2));
    await expect(page.getByText("Un seul ministère paie.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Proposer le jalon" })).toBeVisible();
  });
});

test("a later end is asked, read as a difference and accepted; gains and closing are told", async ({
  browser,
}) => {
  await as(browser, OWNER, async (page) => {
    await page.goto(routes.examinedChange(number, 1));
    await expect(page.getByRole("row", { name: /Fin prévue/ })).toContainText(
      "31\u00A0janvier\u00A02023",
    );
    await expectGood(page);
    await page.getByLabel("Accepter la demande").check({ force: true });
    await page.getByRole("button", { name: "Répondre à la demande" }).click();
    await expect(page.getByText("Version 2, après les demandes acceptées.")).toBeVisible();
    await page.goto(routes.examinedClosing(number));
    await expectGood(page);
  });
  await as(browser, CARRIER, async (page) => {
    await page.goto(routes.changes(number));
    await expect(page.getByText("Acceptée", { exact: true })).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: "Suspendre le projet" }).click();
    await page.waitForURL(`**${routes.changes(number, "suspension")}`);
    await expectGood(page);
    await page.goto(routes.gains(number));
    await expectGood(page);
    await page.getByLabel("Gain attendu").fill("Réunions évitées");
    await page.getByLabel("Unité").fill("réunions");
    await page.getByLabel("Valeur promise").fill("300");
    await page.getByRole("button", { name: "Promettre le gain" }).click();
    await expect(page.getByRole("row", { name: /Réunions évitées/ })).toBeVisible();
    await page.goto(routes.closing(number));
    await expectGood(page);
  });
});
