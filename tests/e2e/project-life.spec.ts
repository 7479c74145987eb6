import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { fromBufferPromise } from "yauzl";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as } from "./sign-in";

const { closed, followed, withheld } = DOSSIERS;
const OWNER = "porteuse-de-theme-dinum";

test("what projects ask after their award is a click away, and one view tells how they go", async ({
  browser,
}) => {
  await as(browser, OWNER, async (page) => {
    await page.goto(routes.instruction());
    const awaited = page.getByRole("region", { name: "Ce qui m’attend" });
    const late = awaited.getByRole("row", { name: new RegExp(withheld.number) });
    await expect(late).toContainText("Relancer l’équipe, en retard sur le suivi");
    await expect(late).toContainText("dépassée de");
    await expectGood(page);
    await late.getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`${routes.carrierMessages(withheld.number)}$`));
    await expect(page.getByRole("main")).toContainText(
      "remettre le compte rendu du 4e trimestre\u00A02020 (attendu depuis le 10 janvier 2021), le porteur",
    );
    await expectGood(page);

    await page.goto(routes.instruction());
    await page.getByRole("link", { name: /^En exécution \(/ }).click();
    await expect(page).toHaveURL(/vue=en-execution/);
    await expect(page.getByRole("columnheader", { name: "Suivi attendu" })).toBeVisible();
    const row = page.getByRole("row", { name: new RegExp(followed.number) });
    await expect(row).toContainText("Atteignable");
    await expect(row).toContainText(/Budget .*calendrier/);
    await expectGood(page);
    // The columns of this view are its own.
    await page.getByRole("link", { name: /^À décider \(/ }).click();
    await expect(page.getByRole("columnheader", { name: "Suivi attendu" })).toHaveCount(0);
  });
});

test("the owner keeps the archive of a closed project, each piece with its hash", async ({
  browser,
}) => {
  await as(browser, OWNER, async (page) => {
    await page.goto(routes.followedProject(closed.number));
    await expectGood(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Archive du projet/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`projet-${closed.number}.zip`);
    const zip = await fromBufferPromise(await readFile(await download.path()), {
      lazyEntries: true,
    });
    const names: string[] = [];
    for await (const { fileName } of zip.eachEntry()) names.push(fileName);
    expect(names).toEqual(
      expect.arrayContaining([
        "sommaire.pdf",
        "manifeste.sha256",
        "02-lettre.pdf",
        "10-cloture.json",
      ]),
    );
  });
});

test("its ministry reads its whole life, and does nothing there", async ({ browser }) => {
  await as(browser, "dnum-ecologie", async (page) => {
    await page.goto(routes.ministryDossier(closed.number));
    await expectGood(page);
    await page.getByRole("link", { name: "Voir la vie du projet" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vie du projet");
    await expect(page.getByRole("heading", { name: "Évaluation finale" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Archive du projet/ })).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await expectGood(page);
    await page.getByRole("link", { name: "Comptes rendus et engagements" }).click();
    await page.waitForURL(`**${routes.ministryReports(closed.number)}`);
    await expectGood(page);
  });
  await as(browser, "dnum-interieur", async (page) => {
    const answer = await page.goto(routes.ministryProject(closed.number));
    expect(answer?.status()).toBe(404);
  });
});

test("an auditor reads it with its reports, and the consultation is told", async ({ browser }) => {
  await as(browser, "auditrice", async (page) => {
    await page.goto(routes.auditDossier(followed.number));
    await page.getByRole("link", { name: "Voir la vie du projet" }).click();
    await expect(page.getByText(/Votre consultation est inscrite au\s+journal/)).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: /^janvier/ }).click();
    await expect(page.getByRole("main")).toContainText("Le marché de développement");
    await expectGood(page);
    await page.goto(routes.auditSearch());
    const last = page.locator("#consultations tbody tr").first();
    await expect(last).toContainText(followed.number);
    await expect(last).toContainText("Vie du projet");
  });
});

test("a team reads in its header what comes next, and by when", async ({ browser }) => {
  await as(browser, "porteur-deconcentre", async (page) => {
    await page.goto(routes.project(followed.number));
    await expect(page.getByRole("main")).toContainText(
      "Prochaine étape : remettre le compte rendu de février 2021, vous, avant le 10 mars 2021",
    );
    await expectGood(page);
  });
});
