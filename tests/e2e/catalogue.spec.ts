import { expect, type Page } from "@playwright/test";
import { THEME_LIST } from "@/domain/themes/index";
import { routes } from "@/routes";
import { expectGood } from "./accessible";
import { test } from "./browsers";

/** The codes of the themes shown, in their order. */
async function codes(page: Page): Promise<string[]> {
  const titles = await page.locator(".catalogue-cards h3").allTextContents();
  return titles.map((title) => title.split(/[\s\u00A0]/)[0] ?? "");
}

test("the home page says what is funded, when, and leads to the themes", async ({ page }) => {
  await page.goto(routes.home());
  await expect(page.getByRole("heading", { name: "Prochaines dates" })).toBeVisible();
  const volets = page.getByRole("region", { name: "Ce que le fonds finance" });
  for (const amount of ["265", "202", "27", "6", "500"]) {
    await expect(volets.getByText(new RegExp(`\\b${amount}\u00A0M€`)).first()).toBeVisible();
  }
  await expectGood(page);
  await page.getByRole("main").getByRole("link", { name: "Voir les 17 thèmes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thèmes" })).toBeVisible();
  expect(await codes(page)).toEqual(THEME_LIST.map(({ code }) => code));
  await expectGood(page);
});

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("words lead to themes, accents and synonyms forgiven", async ({ page }) => {
      for (const [words, code] of [
        ["debit", "SNAP1"],
        ["fibre", "SNAP1"],
        ["Visioconférences", "SNAP4"],
        ["demarche en ligne", "ITN1"],
      ] as const) {
        await page.goto(routes.themes());
        await page.getByLabel("Rechercher un thème").fill(words);
        await page.getByRole("button", { name: "Rechercher" }).click();
        await expect(page).toHaveURL(/recherche=/);
        await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(words);
        expect((await codes(page))[0]).toBe(code);
      }
      if (script) {
        await expectGood(page);
      }
    });

    test("filters are kept in the address and dropped one by one", async ({ page }) => {
      await page.goto(routes.themes());
      await page
        .getByLabel("Volet")
        .selectOption({ label: "SNAP, sac à dos numérique de l’agent public" });
      await page
        .getByLabel("Qui porte le projet")
        .selectOption({ label: "Services déconcentrés de l’État" });
      await page.getByRole("button", { name: "Appliquer les filtres" }).click();
      await expect(page).toHaveURL(/volet=snap/);
      expect(await codes(page)).toEqual(["SNAP1"]);
      await expect(page.getByLabel("Volet")).toHaveValue("snap");

      await page.getByRole("link", { name: /Retirer le filtre Qui porte le projet/ }).click();
      await expect(page).toHaveURL(
        new RegExp(`${routes.themes("volet=snap")}$`.replace("?", "\\?")),
      );
      expect(await codes(page)).toHaveLength(6);
    });
  });
}

test.describe("on a phone without script", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("filters are folded, and open", async ({ page }) => {
    await page.goto(routes.themes());
    await expect(page.getByLabel("Volet")).toBeHidden();
    await page.getByText("Filtrer les thèmes").click();
    await expect(page.getByLabel("Volet")).toBeVisible();
  });
});

test("nothing found keeps the question and says what to drop", async ({ page }) => {
  await page.goto(routes.themes("recherche=fibre&volet=itn&montant=beaucoup"));
  await expect(page.getByLabel("Rechercher un thème")).toHaveValue("fibre");
  await expect(page.getByText("Ce filtre n’est pas appliqué.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Aucun thème/ })).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: /^Sans «.*Volet/ }).click();
  expect(await codes(page)).toContain("SNAP1");
});

test("the calendar says when, month by month, and goes to people's own calendars", async ({
  page,
  request,
}) => {
  await page.goto(routes.calendar());
  await expect(page.getByText(/^Prochaine date/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Janvier 2021" })).toBeVisible();
  for (const words of ["T2 2021", "T4 2021"]) await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sans date de fin" })).toBeVisible();
  await expectGood(page);

  const address = await page
    .getByRole("link", { name: /Télécharger le calendrier/ })
    .getAttribute("href");
  const answer = await request.get(address ?? "");
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const file = await answer.text();
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toMatch(/DTSTART;VALUE=DATE:20210131\r\nDTEND;VALUE=DATE:20210201/);
});
