import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as } from "./sign-in";

const COMMITTEE = "membre-cosinum";

/** What a link downloads. */
async function download(page: Page, link: ReturnType<Page["getByRole"]>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await file.path());
}

/** A key figure: its link, named by what it is. */
const keyFigure = (page: Page, name: string) =>
  page.getByRole("link", { name: new RegExp(`^${name}\\s*:`) });

test("the committee reads the whole, opens the list behind a figure and takes it away", async ({
  browser,
}) => {
  test.slow();
  await as(browser, COMMITTEE, async (page) => {
    // Its own room is the first page it is sent to.
    await page.goto(routes.landing());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("COSINUM");
    await expectGood(page);

    // The envelopes of the texts, with what has no theme apart, add up to 500 M€.
    const themes = page.getByRole("table", { name: /^Par thème/ });
    await expect(themes.getByRole("row")).toHaveCount(1 + 18 + 1);
    await expect(themes.getByRole("row", { name: /^Sans thème dans les textes/ })).toContainText(
      /33\s000\s000,00/,
    );
    await expect(themes.getByRole("row", { name: /^Total/ })).toContainText(/500\s000\s000,00/);
    // Each chart is named, and its table is in the same figure.
    const chart = page.getByRole("img", { name: /^Emploi des enveloppes, par thème/ });
    await expect(chart).toBeVisible();
    const figure = page.getByRole("figure", { name: /^Emploi des enveloppes, par thème/ });
    await expect(figure.getByRole("table")).toBeVisible();

    // A key figure is the total of its list.
    const granted = keyFigure(page, "Accordé");
    const amount = /([\d\s,]+€)/.exec((await granted.textContent()) ?? "")?.[1]?.trim() ?? "";
    expect(amount).not.toBe("");
    await granted.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Projets du fonds");
    await expect(page.getByRole("definition").nth(1)).toHaveText(amount);
    await expectGood(page);
    await expect(page.getByRole("combobox", { name: "Projets", exact: true })).toHaveValue(
      "accordes",
    );
    const text = (
      await download(page, page.getByRole("link", { name: "Télécharger la liste (CSV)" }))
    ).toString("utf8");
    const count = Number(
      /(\d+) dossier/.exec((await page.locator("main").textContent()) ?? "")?.[1],
    );
    expect(text.trim().split("\r\n")).toHaveLength(1 + count);
    const workbook = await download(
      page,
      page.getByRole("link", { name: "Télécharger la liste (XLSX)" }),
    );
    expect(workbook.subarray(0, 2).toString()).toBe("PK");

    // Its award opens in the credits.
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/credits\/dossiers\//);
  });
});

test("a quarter chosen is kept by the lists and the files", async ({ browser }) => {
  await as(browser, COMMITTEE, async (page) => {
    await page.goto(routes.steering());
    await page.getByRole("combobox", { name: "Trimestre de dépôt" }).selectOption("2021-T1");
    await page.getByRole("button", { name: "Afficher ces chiffres" }).click();
    await expect(page).toHaveURL(/trimestre=2021-T1/);
    await expect(page.getByText("Dossiers déposés au 1er trimestre")).toBeVisible();
    await expect(page.getByRole("table", { name: /^Par trimestre/ })).toHaveCount(0);
    const files = page.getByRole("link", { name: /CSV.*Par ministère/ });
    const text = (await download(page, files)).toString("utf8");
    expect(text).toContain("Ministère;Dossiers;Demandé");
    await keyFigure(page, "Dossiers déposés").click();
    await expect(page).toHaveURL(/trimestre=2021-T1/);
    await page.getByRole("link", { name: /^Retirer le filtre 1er trimestre/ }).click();
    await expect(page).not.toHaveURL(/trimestre/);
  });
});

test("the note is read, and taken as a PDF", async ({ browser }) => {
  await as(browser, COMMITTEE, async (page) => {
    await page.goto(routes.steering());
    await page.getByRole("link", { name: /^Lire la note au COSINUM/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Note au COSINUM");
    await expectGood(page);
    const pdf = await download(page, page.getByRole("link", { name: /^Télécharger la note/ }));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1")).toContain("/StructTreeRoot");
  });
});

test("by the keyboard, without a script, from the page to a list", async ({ browser }) => {
  await as(
    browser,
    COMMITTEE,
    async (page) => {
      await page.goto(routes.steering());
      const link = keyFigure(page, "Dossiers déposés");
      for (let pressed = 0; pressed < 40; pressed += 1) {
        if (await link.evaluate((node) => node === node.ownerDocument.activeElement)) break;
        await page.keyboard.press("Tab");
      }
      await expect(link).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Projets du fonds");
    },
    { javaScriptEnabled: false },
  );
});

test("a keeper of a BOP reads its themes, a DNUM sums alone", async ({ browser }) => {
  await as(browser, "gestionnaire-bop-ditp", async (page) => {
    await page.goto(routes.steering("bop=dinum"));
    const themes = page.getByRole("table", { name: /^Par thème/ });
    await expect(themes.getByRole("row")).toHaveCount(1 + 4 + 1);
    await expect(themes.getByRole("row", { name: /^Total/ })).toContainText(/83\s000\s000,00/);
  });
  await as(browser, "dnum-interieur", async (page) => {
    await page.goto(routes.credits());
    await page.getByRole("link", { name: "Voir les chiffres du fonds entier" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("COSINUM");
    await expect(page.getByRole("table")).toHaveCount(3);
    await expect(page.getByRole("main").getByRole("link", { name: /CSV|projets/ })).toHaveCount(0);
    await expectGood(page);
  });
});

test("an owner leads a theme from its envelope to its projects", async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.followedProjects());
    await page.getByRole("link", { name: /^Voir l’enveloppe, les délais/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mes thèmes");
    await expectGood(page);
    await page.getByRole("link", { name: /^ITN3/ }).click();
    await expect(page.getByRole("heading", { name: "Enveloppe et crédits" })).toBeVisible();
    await expect(page.getByRole("img", { name: /^Emploi de l’enveloppe ITN3/ })).toBeVisible();
    await expectGood(page);
  });
});
