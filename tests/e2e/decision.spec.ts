import { expect, type Page } from "@playwright/test";
import { justificationPath, valuePath } from "@/domain/evaluation/scores";
import { itn3 } from "@/domain/themes/itn3/theme";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { fileSample } from "./filed-dossier";
import { as } from "./sign-in";

test.describe.configure({ mode: "serial" });

const TITLE = "Zones humides : du signalement à la visite";
/** As the portal writes it. */
const GRANTED = "150\u202F000,50";
let number = "";

test.beforeAll(async ({ browser }) => {
  await as(browser, "porteuse-centrale", async (page) => {
    number = await fileSample(page, "ITN3", TITLE);
  });
});

test("the instructor finds the dossier, settles each point and declares it admissible", async ({
  browser,
}) => {
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.instruction(`recherche=${number}`));
    await expectGood(page);
    await page.getByRole("link", { name: new RegExp(number) }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    await expectGood(page);
    await page.getByRole("link", { name: "Vérifier la recevabilité" }).click();
    await page.waitForURL(`**${routes.admissibility(number)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recevabilité");
    await expectGood(page);
    await page.getByRole("button", { name: "Déclarer le dossier recevable" }).click();
    await expect(page.getByRole("link", { name: /Tranchez ce point/ }).first()).toBeVisible();
    for (const group of await page.locator("main fieldset").all()) {
      await group.locator('input[value="yes"]').check({ force: true });
    }
    await page.getByRole("button", { name: "Déclarer le dossier recevable" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
    await expect(page.getByRole("link", { name: "Confier le dossier à des jurés" })).toBeVisible();
  });
});

test("the secretary entrusts it to three jurors, of whom the portal recuses one", async ({
  browser,
}) => {
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.jurors(number));
    await expectGood(page);
    for (const name of ["Thomas Aubertin", "Aïcha Morel", "Rémi Fontanel"]) {
      await page.getByRole("checkbox", { name }).check({ force: true });
    }
    const day = page.getByLabel("Jour de la séance du jury");
    if ((await day.count()) > 0) await day.fill("2021-02-10");
    await page.getByRole("button", { name: "Confier le dossier aux jurés cochés" }).click();
    await expect(page.getByRole("main")).toContainText("Désigné");
    await expect(page.getByRole("row", { name: /Rémi Fontanel/ })).toContainText(
      "même ministère que le porteur",
    );
    await expectGood(page);
  });
  await as(browser, "jure-en-conflit", async (page) => {
    await page.goto(routes.jury());
    await expect(page.getByRole("main")).not.toContainText(number);
    const answer = await page.goto(routes.sheet(number));
    expect(answer?.status()).toBe(404);
  });
});

test("a juror scores with the autosave, another without script; nobody reads anything before the close", async ({
  browser,
}) => {
  await as(browser, "jure-economie", async (page) => {
    await page.goto(routes.jury());
    await expectGood(page);
    await page.getByRole("link", { name: new RegExp(number) }).click();
    await page.waitForURL(`**${routes.sheet(number)}`);
    // Beside the dossier on a desk, far below it on a phone: there a link leads to it.
    const toSheet = page.getByRole("link", { name: "Aller à ma fiche" });
    await expect(toSheet).toBeHidden();
    await page.setViewportSize({ width: 320, height: 720 });
    await toSheet.click();
    await expect(page.getByRole("heading", { name: "Ma fiche" })).toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 720 });
    await expectGood(page);
    await fillSheet(page, 4);
    await expect(page.getByText("4,00\u00A0sur\u00A05")).toBeVisible();
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await page.reload();
    await expect(page.locator(`#${fieldId(justificationPath("team"))}`)).toHaveValue(
      "Raison de la note 4.",
    );
    await page.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
    await page.waitForURL(`**${routes.handIn(number)}`);
    await expectGood(page);
    await page.getByRole("button", { name: "Remettre ma fiche" }).click();
    await page.waitForURL(`**${routes.sheet(number)}`);
    await expect(page.getByRole("main")).toContainText("votre fiche est remise");
    await expectGood(page);
  });
  await as(
    browser,
    "juree-justice",
    async (page) => {
      await page.goto(routes.sheet(number));
      await page.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
      await page.waitForURL(`**${routes.handIn(number)}`);
      await expect(page.getByText("14 réponses manquent")).toBeVisible();
      await page.getByRole("link", { name: "Modifier ma fiche" }).click();
      await page.waitForURL(`**${routes.sheet(number)}`);
      await fillSheet(page, 3);
      await page.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
      await page.waitForURL(`**${routes.handIn(number)}`);
      await page.getByRole("button", { name: "Remettre ma fiche" }).click();
      await page.waitForURL(`**${routes.sheet(number)}`);
      await expect(page.getByRole("main")).not.toContainText("Thomas Aubertin");
    },
    { javaScriptEnabled: false },
  );
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.scores(number));
    await expect(page.getByText("Les notes se lisent après la clôture")).toBeVisible();
    expect(await page.content()).not.toContain("Raison de la note");
    await expectGood(page);
  });
});

test("the secretary records the hearing, the chair closes the scoring", async ({ browser }) => {
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.hearing(number));
    await expectGood(page);
    await page.getByRole("button", { name: "Enregistrer l’audition" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
  });
  await as(browser, "presidente", async (page) => {
    await page.goto(routes.instructionDossier(number));
    await page.getByRole("link", { name: "Voir la séance" }).click();
    await page.waitForURL(`**${routes.session("*")}`);
    await expectGood(page);
    await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText(
      "Toutes les fiches sont remises.",
    );
    await page.getByRole("button", { name: `Clore la notation du dossier ${number}` }).click();
    await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText(
      "Notation close.",
    );
  });
});

test("the owner proposes within both limits, another person confirms, a third notifies", async ({
  browser,
}) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.scores(number));
    await expect(page.getByText("3,50\u00A0sur\u00A05").first()).toBeVisible();
    await expectGood(page);
    await page.goto(routes.decisions());
    await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText("3,50");
    await expectGood(page);
    await page.goto(routes.proposal(number));
    await expectGood(page);
    await page.getByLabel("Accepter, avec un montant").check({ force: true });
    await page.getByLabel("Montant accordé, TTC").fill("9 000 000");
    await page.getByLabel("Raison principale").selectOption("meets-criteria");
    await page.getByLabel("Raisons de la décision").fill("Solution éprouvée, équipe engagée.");
    await page.getByLabel("Points forts").fill("Une équipe en place");
    await page.getByRole("button", { name: "Proposer la décision" }).click();
    await expect(
      page.getByRole("link", { name: /le montant accordé ne peut pas la dépasser/ }),
    ).toBeVisible();
    await expect(page.getByLabel("Raisons de la décision")).toHaveValue(
      "Solution éprouvée, équipe engagée.",
    );
    await page.getByLabel("Montant accordé, TTC").fill("150 000,50");
    await page.getByRole("button", { name: "Proposer la décision" }).click();
    await expect(page.getByText("une autre personne doit la confirmer").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Confirmer la décision" })).toHaveCount(0);
  });
  await as(browser, "presidente", async (page) => {
    await page.goto(routes.decisions());
    await page
      .getByRole("link", { name: new RegExp(number) })
      .first()
      .click();
    await expect(page.getByRole("button", { name: "Confirmer la décision" })).toBeVisible();
    await expectGood(page);
    await page.getByRole("button", { name: "Confirmer la décision" }).click();
    await page.waitForURL(`**${routes.letter(number)}`);
    await expectGood(page);
  });
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.dossier(number));
    await expect(page.getByRole("main")).toContainText("En instruction");
    await expect(page.getByRole("main")).not.toContainText(GRANTED);
    const answer = await page.goto(routes.letterFile(number));
    expect(answer?.status()).toBe(404);
  });
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.letter(number));
    await expect(page.getByRole("main")).toContainText("Camille Verdier");
    await page.getByRole("button", { name: "Notifier le porteur" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
  });
});

test("the carrier reads the decision and downloads its letter", async ({ browser }) => {
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.decision(number));
    await expect(page.getByRole("heading", { name: "Votre dossier est accepté" })).toBeVisible();
    await expect(page.getByText(GRANTED).first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Solution éprouvée, équipe engagée.");
    await expect(
      page.getByRole("listitem").filter({ hasText: "Une équipe en place" }),
    ).toBeVisible();
    await expectGood(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Télécharger la lettre/ }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(number);
  });
});

/** Gives every criterion the same value and a justification. */
async function fillSheet(page: Page, value: number): Promise<void> {
  for (const { key } of itn3.criteria) {
    await page.locator(`input[name="${valuePath(key)}"][value="${value}"]`).check({ force: true });
    await page.locator(`#${fieldId(justificationPath(key))}`).fill(`Raison de la note ${value}.`);
  }
}
