import { expect, type Page } from "@playwright/test";
import { isSharedAnswer } from "@/domain/dossier/shared-questions";
import { formByTheme } from "@/domain/themes/forms";
import { itn2 } from "@/domain/themes/itn2/theme";
import { SAMPLES } from "@/domain/themes/samples";
import { routes } from "@/routes";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { fileSample, put } from "./filed-dossier";
import { as } from "./sign-in";

test.describe.configure({ mode: "serial" });

const TITLE = "Des raccordements pour une plateforme commune";
const FOR_THE_CARRIER = "Votre projet va au-delà des liaisons entre sites.";
let number = "";
let other = "";

/** The instructor of SNAP1 compares the dossier with ITN2, then proposes it. */
async function propose(page: Page, dossier: string, look = expectGood): Promise<void> {
  await page.goto(routes.redirection(dossier));
  await look(page);
  const target = page.getByLabel("Thème à solliciter");
  const call = await target.locator("option", { hasText: "ITN2" }).first().getAttribute("value");
  await target.selectOption(call);
  await page.getByRole("button", { name: "Comparer" }).click();
  await page.waitForURL(/vers=/);
  await expect(page.getByRole("main")).toContainText("50\u00A0% du coût total");
  await look(page);
  await page.getByLabel("Pourquoi ce dossier est pour ITN2").fill("Le projet réunit des acteurs.");
  await page.getByLabel("Ce que le porteur du projet lira").fill(FOR_THE_CARRIER);
  await page.getByRole("button", { name: "Proposer le dossier à ITN2" }).click();
  await expect(page.getByRole("main")).toContainText("le thème ITN2 doit répondre");
}

test.beforeAll(async ({ browser }) => {
  await as(browser, "porteuse-centrale", async (page) => {
    number = await fileSample(page, "SNAP1", TITLE);
    other = await fileSample(page, "SNAP1", "Des raccordements seulement");
  });
});

test("the instructor compares the dossier with ITN2, and proposes it: nothing else is offered meanwhile", async ({
  browser,
}) => {
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.instructionDossier(number));
    await page.getByRole("link", { name: "Réorientation" }).click();
    await page.waitForURL(`**${routes.redirection(number)}`);
    await propose(page, number);
    await expectGood(page);
    await page.goto(routes.admissibility(number));
    await expect(page.getByRole("main")).toContainText("Un autre thème est sollicité");
    await expect(page.getByRole("button", { name: /recevable/ })).toHaveCount(0);
    await expectGood(page);
  });
});

test("the carrier knows nothing of it", async ({ browser }) => {
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.dossier(number));
    await expect(page.getByRole("main")).not.toContainText("ITN2");
    expect((await page.goto(routes.ownRedirection(number)))?.status()).toBe(404);
  });
});

test("the owner of ITN2 finds it in her list, weighs it, and takes it", async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.instruction());
    await page.getByRole("link", { name: "Comparer et répondre" }).click();
    await page.waitForURL(`**${routes.redirections()}`);
    await expectGood(page);
    await page
      .getByRole("link", { name: new RegExp(number) })
      .first()
      .click();
    await page.waitForURL(`**${routes.redirection(number)}`);
    await expect(page.getByRole("main")).toContainText(FOR_THE_CARRIER);
    await expectGood(page);
    await page.goto(routes.redirectionDecline(number));
    await expectGood(page);
    await page.goto(routes.redirection(number));
    await page.getByRole("button", { name: "Accepter le dossier réorienté" }).click();
    await page.waitForURL(`**${routes.instructionDossier(number)}`);
    await expect(page.getByRole("main")).toContainText("ITN2");
    await expect(page.getByText("Réorienté", { exact: true }).first()).toBeVisible();
    await expectGood(page);
  });
});

test("the carrier reads what changes, completes, confirms: the same number, never the word of a decision", async ({
  browser,
}) => {
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.dossiers());
    await page.getByRole("link", { name: new RegExp(`Confirmer.*${TITLE}`) }).click();
    await page.waitForURL(`**${routes.ownRedirection(number)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce qui change");
    await expect(page.getByRole("main")).toContainText(FOR_THE_CARRIER);
    await expect(page.getByRole("main")).not.toContainText(/refus/i);
    await expectGood(page);
    await page.goto(routes.dossier(number));
    await expect(page.getByRole("main")).not.toContainText(/refus|contester/i);
    await expectGood(page);
    await complete(page);
    await page.goto(routes.ownRedirection(number));
    await page.getByRole("link", { name: "Relire et confirmer" }).click();
    await page.waitForURL(`**${routes.summary(number)}`);
    await expectGood(page);
    await page.getByLabel("J’ai relu le dossier").check({ force: true });
    await page.getByRole("button", { name: "Confirmer le dossier réorienté" }).click();
    await page.waitForURL(`**${routes.receipt(number)}**`);
    await expect(page.getByRole("main")).toContainText(
      `votre dossier ${number} est confirmé dans son nouveau thème`,
    );
    await expectGood(page);
  });
});

/** The answers that ITN2 alone asks, its plan and its commitments, sent as the autosave sends them. */
async function complete(page: Page): Promise<void> {
  const [from, to] = [formByTheme("SNAP1"), formByTheme("ITN2")];
  if (!from || !to) throw new Error("Both themes have a form");
  const { typed = {} } = SAMPLES.ITN2;
  const answers = Object.entries(typed)
    .filter(([field]) => !isSharedAnswer(from, to, field))
    .map(([field, value]) => ({ field, value, baseRevision: 0 }));
  await put(page, routes.saveAnswers(number), { answers });
  for (const { key } of itn2.commitments) {
    await put(page, routes.saveCommitment(number), { commitment: key, accepted: true });
  }
}

test("ITN2 then examines it as one of its own", async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.instructionDossier(number));
    await expect(page.getByRole("link", { name: "Vérifier la recevabilité" })).toBeVisible();
    await page.goto(routes.redirection(number));
    await expect(page.getByRole("main")).toContainText("Confirmé par le porteur");
    await expectGood(page);
  });
});

test("without script, another one is proposed then declined: it goes on where it was", async ({
  browser,
}) => {
  const plain = { javaScriptEnabled: false };
  // Axe needs scripts: the same pages were read by it above.
  await as(browser, "instructrice", (page) => propose(page, other, async () => {}), plain);
  await as(
    browser,
    "porteuse-de-theme-dinum",
    async (page) => {
      await page.goto(routes.redirection(other));
      await page.getByRole("link", { name: "Décliner, avec une raison" }).click();
      await page.waitForURL(`**${routes.redirectionDecline(other)}`);
      await page.getByRole("button", { name: "Décliner le dossier" }).click();
      await expect(page.getByRole("link", { name: /Dites pourquoi ce dossier/ })).toBeVisible();
      await page
        .getByLabel("Pourquoi votre thème ne prend pas ce dossier")
        .fill("Le projet ne réunit pas d’acteurs.");
      await page.getByRole("button", { name: "Décliner le dossier" }).click();
      await page.waitForURL(`**${routes.redirections()}`);
      await expect(page.getByRole("main")).toContainText("Le projet ne réunit pas d’acteurs.");
    },
    plain,
  );
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.instructionDossier(other));
    await expect(page.getByRole("link", { name: "Vérifier la recevabilité" })).toBeVisible();
  });
});
