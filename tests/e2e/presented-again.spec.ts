import { expect, type Page } from "@playwright/test";
import { replyField } from "@/domain/dossier/complements";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { openBeforeScripts } from "./before-scripts";
import { test } from "./browsers";
import { as } from "./sign-in";

test.describe.configure({ mode: "serial" });

const { toPresentAgain, presentedAgain, scored } = DOSSIERS;
const { number } = toPresentAgain;
const OUTCOME = /^Demander une nouvelle présentation/;
const BODY = "Ce que la nouvelle présentation doit montrer";

const expectation = (page: Page, position: number) =>
  page.getByRole("group", { name: `Attente ${position}` });

/** Types two expectations, puts the second first, adds a third and takes it away. */
async function typeExpectations(page: Page): Promise<void> {
  await page.getByLabel(OUTCOME).check({ force: true });
  await expectation(page, 1).getByLabel(BODY).fill("Chiffrez le coût de sortie.");
  await page.getByRole("button", { name: "Ajouter une attente" }).click();
  await expectation(page, 2).getByLabel(BODY).fill("Nommez la structure qui tient l’outil.");
  await expectation(page, 2)
    .getByLabel(/Réponse ou étape/)
    .selectOption({ label: "Toute l’étape «\u00A0Le plan de financement\u00A0»" });
  await page.getByRole("button", { name: "Monter l’attente 2" }).click();
  await expect(expectation(page, 1).getByLabel(BODY)).toHaveValue(
    "Nommez la structure qui tient l’outil.",
  );
  await expect(expectation(page, 1).getByLabel(/Réponse ou étape/)).toHaveValue(
    "step:plan-de-financement",
  );
  await page.getByRole("button", { name: "Ajouter une attente" }).click();
  await page.getByRole("button", { name: "Retirer l’attente 3" }).click();
  await expect(expectation(page, 3)).toHaveCount(0);
  await expect(page.getByLabel(OUTCOME)).toBeChecked();
}

for (const javaScriptEnabled of [true, false]) {
  test(`expectations are written, moved and removed ${javaScriptEnabled ? "with" : "without"} script; the confirmer reads them`, async ({
    browser,
  }) => {
    await as(
      browser,
      "instructrice",
      async (page) => {
        await page.goto(routes.proposal(scored.number));
        await expect(expectation(page, 1)).toBeHidden();
        await page.getByLabel(OUTCOME).check({ force: true });
        await page.getByLabel("Raison principale").selectOption({ index: 1 });
        await page.getByRole("button", { name: "Proposer la décision" }).click();
        await expect(
          page.getByRole("link", { name: /Écrivez au moins une attente/ }),
        ).toBeVisible();
        await typeExpectations(page);
        if (javaScriptEnabled) await expectGood(page);
        await page.getByLabel("Raison principale").selectOption("not-mature");
        await page.getByLabel("Raisons de la décision").fill("Le projet n’est pas encore mûr.");
        await page.getByRole("button", { name: "Proposer la décision" }).click();
        await expect(page.getByRole("heading", { name: "Décision proposée" })).toBeVisible();
      },
      { javaScriptEnabled },
    );
    await as(browser, "presidente", async (page) => {
      await page.goto(routes.proposal(scored.number));
      const main = page.getByRole("main");
      await expect(
        main.getByRole("listitem").filter({ hasText: "Nommez la structure" }),
      ).toHaveText(/^Nommez la structure qui tient l’outil\.\s*Sur\s*: Le plan de financement$/);
      await expectGood(page);
      // Sent back: the dossier is as it was.
      await page.getByRole("link", { name: "Renvoyer avec un motif" }).click();
      await page.getByLabel(/doit revoir/).fill("Une attente de plus est à écrire.");
      await page.getByRole("button", { name: "Renvoyer la décision" }).click();
      await page.waitForURL(`**${routes.proposal(scored.number)}`);
    });
  });
}

test("the carrier reads what is expected and cannot file before each reply", async ({
  browser,
}) => {
  await as(browser, "dnum-affaires-sociales", async (page) => {
    await page.goto(routes.dossiers());
    await page.getByRole("link", { name: /^Préparer une nouvelle présentation/ }).click();
    await page.waitForURL(`**${routes.newPresentation(number)}`);
    await expect(page.getByRole("heading", { name: "3 attentes" })).toBeVisible();
    await expectGood(page);
    await page.goto(routes.dossier(number));
    await expect(page.getByRole("link", { name: "Répondre aux attentes" })).toBeVisible();
    await expectGood(page);
    await page.goto(routes.decision(number));
    await expect(
      page.getByRole("heading", { name: "Ce que la nouvelle présentation doit montrer" }),
    ).toBeVisible();
    await expectGood(page);
    const [letter] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Télécharger la lettre/ }).click(),
    ]);
    expect(letter.suggestedFilename()).toBe(`decision-${number}.pdf`);
    await page.goto(routes.missing(number));
    await expect(page.getByText("3 réponses manquent")).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: /^Répondez à l’attente 3/ }).click();
    await page.waitForURL(`**${routes.newPresentation(number)}#${fieldId(replyField(3))}`);
  });
});

test("it replies to each, changes the step that is named, and files under the same number", async ({
  browser,
}) => {
  await as(browser, "dnum-affaires-sociales", async (page) => {
    const reply = (position: number) => page.locator(`#${fieldId(replyField(position))}`);
    const scriptsCome = await openBeforeScripts(page, routes.newPresentation(number));
    await reply(1).fill("Notre direction le porte, avec l’accord de quatre ministères.");
    await scriptsCome();
    await reply(3).fill("Deux services l’ont essayé six semaines.");
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await page.reload();
    await expect(reply(1)).toHaveValue(/quatre ministères/);
    await page.getByRole("link", { name: "Modifier « Comment peut-on en sortir" }).click();
    const answer = page.getByLabel("Comment peut-on en sortir");
    await answer.fill("La reprise des données coûte 18 000 euros, chiffrés avec deux éditeurs.");
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  });
  await as(
    browser,
    "dnum-affaires-sociales",
    async (page) => {
      await page.goto(routes.newPresentation(number));
      await page.locator(`#${fieldId(replyField(2))}`).fill("18 000 euros, dans la réponse.");
      await page.getByRole("button", { name: "Relire et déposer à nouveau" }).click();
      await page.waitForURL(`**${routes.summary(number)}`);
      await expect(page.getByRole("heading", { name: "Vos réponses aux attentes" })).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
  await as(browser, "dnum-affaires-sociales", async (page) => {
    await page.goto(routes.summary(number));
    await expectGood(page);
    await page.getByLabel("J’ai relu le dossier").check({ force: true });
    await page.getByRole("button", { name: "Déposer la nouvelle présentation" }).click();
    await page.waitForURL(`**${routes.receipt(number)}`);
    await page.goto(routes.dossier(number));
    await page.getByRole("link", { name: "Lire la décision précédente" }).click();
    await page.waitForURL(`**${routes.decision(number)}`);
    await expectGood(page);
    await page.getByRole("link", { name: /^Décision du 14 janvier 2021/ }).click();
    await expect(page.getByText("a été suivie d’une nouvelle présentation")).toBeVisible();
    await expect(
      page.getByRole("heading", { name: "Votre dossier est à représenter" }),
    ).toBeVisible();
    await expectGood(page);
    const [letter] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Télécharger la lettre/ }).click(),
    ]);
    expect(letter.suggestedFilename()).toBe(`decision-${number}.pdf`);
    await page.goto(routes.newPresentation(number));
    await expect(page.getByText("Aucune nouvelle présentation n’est demandée")).toBeVisible();
  });
});

test("the instructor reads expectation, reply and change, and entrusts it to another jury", async ({
  browser,
}) => {
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.instructionDossier(number));
    await expect(page.getByRole("heading", { name: "Une nouvelle présentation" })).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: /^Lire ce qui a changé dans l’étape/ }).click();
    await expect(
      page.getByRole("heading", { name: "Réponses du porteur aux attentes" }),
    ).toBeVisible();
    await expect(page.locator("ins").first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText(
      /L’étape «\s*Le plan de financement\s*» n’a pas changé/,
    );
    await expectGood(page);
    await page.goto(routes.admissibility(number));
    for (const group of await page.locator("main fieldset").all()) {
      await group.locator('input[value="yes"]').check({ force: true });
    }
    await page.getByRole("button", { name: "Déclarer le dossier recevable" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
  });
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.jurors(number));
    for (const name of ["Aïcha Morel", "Rémi Fontanel"]) {
      await page.getByRole("checkbox", { name }).check({ force: true });
    }
    await page.getByRole("button", { name: "Confier le dossier aux jurés cochés" }).click();
    await expect(page.getByRole("main")).toContainText("Désigné");
  });
});

test("the next jurors read the difference and the former means; never a sheet nor a name", async ({
  browser,
}) => {
  for (const dossier of [number, presentedAgain.number]) {
    await as(browser, "juree-justice", async (page) => {
      await page.goto(routes.sheet(dossier));
      const section = page.getByRole("region", { name: "Une nouvelle présentation" });
      await expect(section).toContainText("Réponse du porteur");
      await expect(
        section.getByRole("heading", { name: "Notes de la présentation précédente" }),
      ).toBeVisible();
      await expect(section).toContainText(/Note du dossier\s*\d,\d\d\ssur\s5/);
      for (const name of ["Thomas Aubertin", "Julien Pasquet", "Geneviève Lacombe"]) {
        expect(await page.content()).not.toContain(name);
      }
      await expectGood(page);
      await section.getByRole("link", { name: "Lire tout ce qui a changé" }).click();
      await page.waitForURL(`**${routes.sheetFilings(dossier)}`);
      await expect(page.locator("ins").first()).toBeVisible();
      await expectGood(page);
    });
  }
  // A juror of the former presentation alone, and whoever is not of the jury, find nothing.
  await as(browser, "jure-economie", async (page) => {
    for (const address of [routes.sheet(number), routes.sheetFilings(number)]) {
      expect((await page.goto(address))?.status()).toBe(404);
    }
  });
});

test("where the theme does not show them, a first presentation has nothing of it", async ({
  browser,
}) => {
  await as(browser, "jure-culture", async (page) => {
    await page.goto(routes.sheet(DOSSIERS.underReview.number));
    expect(await page.content()).not.toContain("présentation précédente");
    await page.goto(routes.sheetFilings(DOSSIERS.underReview.number));
    await expect(page.getByText("présenté pour la première fois")).toBeVisible();
    await expectGood(page);
  });
});
