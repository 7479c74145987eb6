import { expect } from "@playwright/test";
import { justificationPath, valuePath } from "@/domain/evaluation/scores";
import { itn3 } from "@/domain/themes/itn3/theme";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectAccessible, expectGood } from "./accessible";
import { test } from "./browsers";
import { fillStep, formOf, goOn } from "./dossier-filling";
import { as, signInByHand } from "./sign-in";

/** The whole life of one dossier of ITN3, each act by the person whose it is. Each test goes on from the one before. */
test.describe.configure({ mode: "serial" });

const TITLE = "Écluses ouvertes : dire aux plaisanciers où l’on passe";
const MOTIVE = "Le comité salue les mesures de 2020 et attend l’ouverture des données avant juin.";
const JURORS = [
  ["jure-economie", "Thomas Aubertin", 5],
  ["juree-justice", "Aïcha Morel", 4],
  ["jure-culture", "Julien Pasquet", 3],
  ["juree-armees", "Claire Tanguy", 4],
  ["jure-en-conflit", "Rémi Fontanel", 4],
] as const;
let number = "";

test("a visitor finds ITN3, tries it with figures, and signs in to begin", async ({ page }) => {
  await page.goto(routes.home());
  await expectGood(page);
  await page.getByRole("main").getByRole("link", { name: "Voir les 17 thèmes" }).click();
  await page.getByLabel("Rechercher un thème").fill("préfecture");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await page
    .getByRole("link", { name: /Extensions territoriales de bonnes pratiques/ })
    .first()
    .click();
  await page.waitForURL(`**${routes.theme("itn3")}`);
  await expectGood(page);
  await page.getByLabel("Montant TTC, en euros").fill("400 000");
  const result = page.getByRole("region", { name: "Résultat" });
  await expect(result).toContainText("300\u202F000,00");
  await page.getByRole("link", { name: "Commencer un dossier" }).click();
  await page.waitForURL(/\/connexion\?retour=/);
  await expectGood(page);
  await signInByHand(page, "porteur-deconcentre", routes.newDossier("itn3"));
  await page.waitForURL(`**${routes.newDossier("itn3")}`);

  await page.getByLabel("Un nouveau projet").check({ force: true });
  await page.locator(`#${fieldId("title")}`).fill(TITLE);
  await expectGood(page);
  await page.getByRole("button", { name: "Commencer le dossier" }).click();
  await page.waitForURL(/\/dossiers\/\d{4}-\d{6}\/etapes\//);
  number = /\d{4}-\d{6}/.exec(page.url())?.[0] ?? "";

  await page.goto(routes.missing(number));
  await expect(page.getByRole("main")).toContainText("réponses manquent");
  await expectGood(page);
  const { steps } = formOf("ITN3");
  await page.goto(routes.step(number, steps[0]?.key ?? ""));
  for (const [index, step] of steps.entries()) {
    await expect(page.getByRole("heading", { level: 2, name: step.title })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`étape ${index + 1} sur ${steps.length}`));
    await expectAccessible(page);
    await fillStep(page, "ITN3", step);
    if (index === 0) await page.locator(`#${fieldId("title")}`).fill(TITLE);
    // Each file is saved by itself.
    if (step.kind !== "files") await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await expectGood(page);
    await goOn(page, step);
    const next = steps[index + 1];
    await page.waitForURL(`**${next ? routes.step(number, next.key) : routes.missing(number)}`);
  }
  await expect(page.getByText("Succès\u00a0: le dossier est complet")).toBeVisible();
  await expectGood(page);
});

test("the carrier reads again, files, and holds a receipt", async ({ browser }) => {
  await as(browser, "porteur-deconcentre", async (page) => {
    await page.goto(routes.dossiers());
    await expectAccessible(page);
    await page.goto(routes.missing(number));
    await page.getByRole("link", { name: "Relire et déposer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Relire et déposer");
    await expectGood(page);
    const file = page.getByRole("button", { name: "Déposer le dossier" });
    await file.click();
    await expect(
      page.getByText("Erreur\u00a0: une réponse à corriger avant de déposer."),
    ).toBeVisible();
    await page.getByLabel("J’ai relu le dossier").check({ force: true });
    await file.click();
    await page.waitForURL(`**${routes.receipt(number)}`);
    await expect(page.getByText(`Succès\u00a0: votre dossier ${number} est déposé`)).toBeVisible();
    await expectGood(page);
    const receipt = await page.request.get(routes.receiptFile(number));
    expect(receipt.headers()["content-type"]).toBe("application/pdf");
    expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Télécharger le récépissé/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`recepisse-${number}.pdf`);
    await page.getByRole("link", { name: "Suivre le dossier" }).click();
    await expect(page.getByText("Prochaine étape")).toBeVisible();
    await expectGood(page);
    // A filed dossier has no step to fill any more.
    await page.goto(routes.step(number, "projet"));
    await page.waitForURL(`**${routes.dossier(number)}`);
  });
});

test("the instructor finds it admissible and entrusts it to five jurors", async ({ browser }) => {
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.admissibility(number));
    for (const group of await page.locator("main fieldset").all()) {
      await group.locator('input[value="yes"]').check({ force: true });
    }
    await page.getByRole("button", { name: "Déclarer le dossier recevable" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
    await page.goto(routes.jurors(number));
    for (const [, name] of JURORS) {
      await page.getByRole("checkbox", { name }).check({ force: true });
    }
    const day = page.getByLabel("Jour de la séance du jury");
    if ((await day.count()) > 0) await day.fill("2021-02-10");
    await page.getByRole("button", { name: "Confier le dossier aux jurés cochés" }).click();
    await expect(page.getByRole("row", { name: /Rémi Fontanel/ })).toContainText("Désigné");
    await expectGood(page);
  });
});

test("each juror writes alone; before the close nobody reads another's sheet", async ({
  browser,
}) => {
  for (const [key, name, value] of JURORS) {
    await as(browser, key, async (page) => {
      await page.goto(routes.sheet(number));
      for (const { key: criterion } of itn3.criteria) {
        await page
          .locator(`input[name="${valuePath(criterion)}"][value="${value}"]`)
          .check({ force: true });
        await page
          .locator(`#${fieldId(justificationPath(criterion))}`)
          .fill(`Raison écrite par ${name}.`);
      }
      await page.getByLabel("Notes privées").fill(`Carnet de ${name}.`);
      await expect(page.getByText(/^Enregistré à/)).toBeVisible();
      await page.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
      await page.waitForURL(`**${routes.handIn(number)}`);
      await page.getByRole("button", { name: "Remettre ma fiche" }).click();
      await expect(page.getByRole("main")).toContainText("votre fiche est remise");
      const content = await page.content();
      for (const [, other] of JURORS.filter(([each]) => each !== key)) {
        expect(content).not.toContain(`Raison écrite par ${other}`);
      }
    });
  }
  for (const reader of ["secretaire", "porteuse-de-theme-dinum"]) {
    await as(browser, reader, async (page) => {
      for (const address of [routes.scores(number), routes.decisions(), routes.sessions()]) {
        await page.goto(address);
        expect(await page.content()).not.toMatch(/Raison écrite par|Carnet de/);
      }
    });
  }
});

test("the secretary records the hearing and closes the scoring: the sheets are read", async ({
  browser,
}) => {
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.hearing(number));
    await page.getByRole("button", { name: "Enregistrer l’audition" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
    await page.getByRole("link", { name: "Voir la séance" }).click();
    await page.getByRole("button", { name: `Clore la notation du dossier ${number}` }).click();
    await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText(
      "Notation close.",
    );
    await page.goto(routes.scores(number));
    await expect(page.getByRole("main")).toContainText("Raison écrite par Claire Tanguy.");
    await expect(page.getByRole("main")).toContainText("4,00\u00A0sur\u00A05");
    expect(await page.content()).not.toContain("Carnet de");
    await expectGood(page);
  });
});

test("a decision is proposed, confirmed by another person, notified by a third", async ({
  browser,
}) => {
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.proposal(number));
    await page.getByLabel("Accepter, avec un montant").check({ force: true });
    await page.getByLabel("Montant accordé, TTC").fill("181 357,50");
    await page.getByLabel("Raison principale").selectOption("meets-criteria");
    await page.getByLabel("Raisons de la décision").fill(MOTIVE);
    await page.getByRole("button", { name: "Proposer la décision" }).click();
    await expect(page.getByText("une autre personne doit la confirmer").first()).toBeVisible();
    await expectGood(page);
  });
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.proposal(number));
    await expectGood(page);
    await page.getByRole("button", { name: "Confirmer la décision" }).click();
    await page.waitForURL(`**${routes.letter(number)}`);
  });
  await as(browser, "porteur-deconcentre", async (page) => {
    await page.goto(routes.dossier(number));
    expect(await page.content()).not.toContain("181\u202F357,50");
    expect((await page.goto(routes.decision(number)))?.status()).toBe(404);
  });
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.letter(number));
    await page.getByRole("button", { name: "Notifier le porteur" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
  });
});

test("the carrier reads the decision, its letter and its mails", async ({ browser, request }) => {
  await as(browser, "porteur-deconcentre", async (page) => {
    await page.goto(routes.decision(number));
    await expect(page.getByText("Votre dossier est accepté")).toBeVisible();
    await expect(page.getByText(MOTIVE)).toBeVisible();
    await expectGood(page);
    const letter = await page.request.get(routes.letterFile(number));
    expect((await letter.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
  const inbox = () => request.get(mailbox()).then((answer) => answer.text());
  await expect.poll(inbox, { timeout: 60_000 }).toContain(number);
  const mails = (await inbox()).split("<li").filter((mail) => mail.includes(number));
  expect(mails.length).toBeGreaterThanOrEqual(2);
  // Mails say that something is there to read, never what was decided.
  expect(mails.join()).not.toMatch(/181.357|accepté/);
});

test("the ministry's DNUM follows it, another reads nothing, the auditor reads it all", async ({
  browser,
}) => {
  await as(browser, "dnum-interieur", async (page) => {
    await page.goto(routes.ministryDossier(number));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    await expect(page.getByRole("main")).toContainText("181\u202F357,50");
    expect(await page.content()).not.toMatch(/Raison écrite par|Carnet de/);
    await expectGood(page);
  });
  await as(browser, "dnum-ecologie", async (page) => {
    expect((await page.goto(routes.ministryDossier(number)))?.status()).toBe(404);
    expect(await page.content()).not.toContain(TITLE);
    await page.goto(routes.ministry());
    await expect(page.getByRole("main")).not.toContainText(number);
  });
  await as(browser, "auditrice", async (page) => {
    await page.goto(routes.auditDossier(number));
    await expect(page.getByText(/le journal est intact, \d+ lignes/)).toBeVisible();
    const journal = page.locator("#journal");
    await expect(journal.getByText("Dossier déposé. Subvention demandée")).toBeVisible();
    await expect(journal.getByText(/^Décision notifiée à /)).toBeVisible();
    await expectGood(page);
  });
});

/** The local mailbox listens two ports above the portal. */
function mailbox(): string {
  const portal = new URL(process.env.PORTAL_URL ?? "http://localhost:3000");
  return process.env.MAILBOX_URL ?? `http://127.0.0.1:${Number(portal.port) + 2}`;
}
