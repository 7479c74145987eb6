import { type Browser, expect, request } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as, requestsOf } from "./sign-in";

const { number } = DOSSIERS.accepted;
const UNIT = "0363-INT-UO1";

/** Proposes by one person, and confirms by another, in the pages; the confirmer is led there by their notice. */
async function moved(
  browser: Browser,
  [proposer, confirmer]: readonly [string, string],
  {
    open,
    button,
    typed,
  }: { open: string; button: string; typed: Readonly<Record<string, string>> },
): Promise<void> {
  let address = "";
  await as(browser, proposer, async (page) => {
    await page.goto(open);
    await expectGood(page);
    for (const [label, value] of Object.entries(typed)) {
      await page.getByLabel(label).fill(value);
    }
    await page.getByLabel("Raison").fill("Essai de la chaîne");
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText("à confirmer par une autre personne")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Confirmer/ })).toHaveCount(0);
    await expectGood(page);
    address = new URL(page.url()).pathname;
  });
  await as(browser, confirmer, async (page) => {
    await page.goto(address);
    await expectGood(page);
    await page.getByRole("button", { name: /^Confirmer/ }).click();
    await expect(page.getByText("Confirmé").first()).toBeVisible();
    await expect(page.getByRole("button", { name: /^Confirmer/ })).toHaveCount(0);
  });
}

test("from the delegation of a BOP to the payment of a dossier, by two people each time", async ({
  browser,
}) => {
  test.slow();
  const keepers = ["gestionnaire-bop-dinum", "second-gestionnaire-bop-dinum"] as const;
  const dnums = ["dnum-interieur", "seconde-dnum-interieur"] as const;
  let unit = "";
  await as(browser, keepers[0], async (page) => {
    await page.goto(routes.credits());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Crédits");
    await expect(
      page.getByRole("list", { name: /^Chaîne des crédits/ }).getByRole("listitem"),
    ).toHaveCount(7);
    await expectGood(page);
    await page.getByRole("link", { name: UNIT, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Unité ${UNIT}`);
    await expectGood(page);
    unit = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    // More than the BOP has left: refused, with what is left, and nothing typed is lost.
    await page.goto(routes.creditUnitMovement(unit, "delegation"));
    await page.getByLabel(/Autorisations d’engagement/).fill("999 000 000");
    await page.getByLabel("Raison").fill("Trop à la fois");
    await page.getByRole("button", { name: "Proposer la délégation à l’unité" }).click();
    await expect(page.getByRole("link", { name: /BOP DINUM.* il reste/ })).toBeVisible();
    await expect(page.getByLabel("Raison")).toHaveValue("Trop à la fois");
    await expectGood(page);
  });
  await moved(browser, keepers, {
    open: routes.creditUnitMovement(unit, "delegation"),
    button: "Proposer la délégation à l’unité",
    typed: { "Autorisations d’engagement (AE)": "10 000", "Crédits de paiement (CP)": "10 000" },
  });
  await moved(browser, dnums, {
    open: routes.creditDossierMovement(number, "delegation"),
    button: "Proposer la délégation au dossier",
    typed: { "Autorisations d’engagement (AE)": "8 000", "Crédits de paiement (CP)": "8 000" },
  });
  await moved(browser, dnums, {
    open: routes.creditDossierMovement(number, "engagement"),
    button: "Proposer l’engagement",
    typed: {
      "Autorisations d’engagement (AE)": "5 000,50",
      "Numéro de l’engagement juridique (EJ)": "2100099999",
    },
  });
  await moved(browser, dnums, {
    open: routes.creditDossierMovement(number, "paiement"),
    button: "Proposer le paiement",
    typed: {
      "Crédits de paiement (CP)": "2 500",
      "Numéro de la demande de paiement (DP)": "DP-99",
    },
  });
  await as(browser, dnums[0], async (page) => {
    await page.goto(routes.creditDossier(number));
    await expectGood(page);
    await expect(page.getByRole("cell", { name: "2100099999" })).toBeVisible();
    await page.goto(routes.ministryDossier(number));
    await expect(page.getByRole("heading", { name: "Crédits" })).toBeVisible();
    await expectGood(page);
  });
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.instructionDossier(number));
    await expect(page.getByRole("heading", { name: "Crédits" })).toBeVisible();
  });
});

test("an extract of the accounting is checked line by line, then entered once", async ({
  browser,
}) => {
  const line = (piece: string, amount: string, dossier: string = number) =>
    `${UNIT};EJ;${piece};10;2021;${dossier};${amount};15/01/2021;Facture`;
  const content = [
    "Centre financier;Type de pièce;Numéro de pièce;Poste;Exercice;Dossier;Montant TTC;Date comptable;Libellé",
    line("E2E-1", "1 000,00"),
    line("E2E-2", "9 999 999,00"),
    line("E2E-3", "1,00", "2020-999999"),
  ].join("\r\n");
  await as(browser, "second-gestionnaire-bop-dinum", async (page) => {
    await page.goto(routes.creditImports());
    await expectGood(page);
    const send = async (name: string) => {
      await page.goto(routes.creditImports());
      await page.getByLabel(/^Extrait comptable/).setInputFiles({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(content),
      });
      await page.getByRole("button", { name: "Vérifier l’extrait" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Extrait");
    };
    await send("extrait.csv");
    await expect(page.getByText("rien n’est encore enregistré")).toBeVisible();
    await expect(page.getByText("Aucun dossier accordé de votre BOP")).toBeVisible();
    await expectGood(page);
    await page.getByRole("link", { name: "Refusée (2)" }).click();
    await expect(page.locator("#lignes tbody tr")).toHaveCount(2);
    await page.getByRole("button", { name: "Enregistrer la ligne prise" }).click();
    await expect(page.getByText("l’extrait est enregistré")).toBeVisible();
    await expectGood(page);
    await send("autre-nom.csv");
    await expect(page.getByText("l’extrait est enregistré")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Enregistrer/ })).toHaveCount(0);
  });
});

test("an administrator creates a unit; a ministry sees its own alone", async ({
  browser,
  baseURL,
}) => {
  await as(browser, "administrateur", async (page) => {
    await page.goto(routes.creditUnitCreation());
    await expectGood(page);
    await page
      .getByLabel("Ministère", { exact: true })
      .selectOption({ label: "Ministère de la Culture" });
    await page.getByLabel("BOP DINUM").check({ force: true });
    await page.getByRole("textbox", { name: /^Code/ }).fill(UNIT);
    await page.getByRole("textbox", { name: /^Nom/ }).fill("UO France Relance, culture");
    await page.getByRole("button", { name: "Créer l’unité" }).click();
    await expect(page.getByRole("link", { name: /déjà celui d’une unité/ })).toBeVisible();
    await page.getByRole("textbox", { name: /^Code/ }).fill("0363-CUL-UO1");
    await page.getByRole("button", { name: "Créer l’unité" }).click();
    await expect(page.getByText("L’unité 0363-CUL-UO1 est créée.")).toBeVisible();
    expect((await page.request.get(routes.credits())).status()).toBe(404);
  });
  await as(browser, "dnum-ecologie", async (page) => {
    await page.goto(routes.credits());
    await expect(page.getByRole("link", { name: "0363-TES-UO1" })).toBeVisible();
    expect(await page.content()).not.toContain("0363-INT");
  });
  const send = async (persona: string | null, headers: Record<string, string>) => {
    const context = persona
      ? await requestsOf(request, persona, baseURL)
      : await request.newContext({ ...(baseURL && { baseURL }) });
    const file = { name: "e.csv", mimeType: "text/csv", buffer: Buffer.from("x") };
    const answer = await context.post(routes.sendExtract(), {
      multipart: { extrait: file },
      headers,
      maxRedirects: 0,
    });
    await context.dispose();
    return answer.status();
  };
  const here = { "sec-fetch-site": "same-origin" };
  expect(await send(null, here)).toBe(401);
  expect(await send("dnum-interieur", here)).toBe(404);
  expect(await send("gestionnaire-bop-dinum", { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await send("gestionnaire-bop-dinum", here)).toBe(400);
});
