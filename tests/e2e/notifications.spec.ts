import { expect, type Locator, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectAccessible, expectFitsPhone } from "./accessible";
import { test } from "./browsers";
import { asPersona, signIn } from "./sign-in";

const WHO = "porteur-deconcentre";
const REMINDER = "Rappel sept jours avant la clôture d’une ouverture";

/** The number the header's link tells; none when everything is read. */
async function unread(page: Page): Promise<number> {
  const text = await page
    .getByRole("link", { name: /^Notifications/ })
    .first()
    .textContent();
  return Number(/\((\d+)\)/.exec(text ?? "")?.[1] ?? 0);
}

/** Waits until React holds an element: before, nothing counts. */
async function runs(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => /^__react/.test(key))))
    .toBe(true);
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a notice is read and leads to its place; a mail refused stays refused", async ({
    page,
  }) => {
    await signIn(page, WHO, routes.notifications());
    const before = await unread(page);
    expect(before).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Marquer comme lu", exact: true }).first().click();
    await expect(page.getByText("La notification est marquée comme lue.")).toBeVisible();
    expect(await unread(page)).toBe(before - 1);
    await page.getByRole("button", { name: "Marquer comme non lu" }).first().click();
    expect(await unread(page)).toBe(before);
    await page.getByRole("link", { name: "Voir le récépissé" }).first().click();
    await expect(page).toHaveURL(/\/dossiers\/\d{4}-\d{6}\/recepisse$/);

    await page.goto(routes.account());
    for (const wanted of [false, true]) {
      await page.getByLabel(REMINDER).setChecked(wanted, { force: true });
      await page.getByRole("button", { name: "Enregistrer mes choix" }).click();
      await expect(page.getByText("Vos choix sont enregistrés.")).toBeVisible();
      await page.goto(routes.account());
      await expect(page.getByLabel(REMINDER)).toBeChecked({ checked: wanted });
    }
  });
});

test("the time left before a closing and before the end of the session is told as it passes", async ({
  browser,
}) => {
  const { page, context } = await asPersona(browser, WHO);
  await page.clock.install();
  await page.goto(routes.missing(DOSSIERS.draft.number));
  const closing = page.getByText(/avant le dimanche 31.janvier.2021 à 23.h.59 \(heure de Paris\)/);
  await expect(closing).toContainText(/, dans \d+ jours\./);
  await runs(closing);
  await page.clock.fastForward("11:51:00");
  await expect(page.getByText(/^Votre session se termine à \d+.h.\d+\.$/)).toBeVisible();
  await page.clock.fastForward("10:00");
  await expect(page.getByText("Votre session est terminée.")).toBeVisible();

  const nearly = /, dans \d+ minutes?/;
  await page.clock.fastForward(10 * 24 * 3_600_000);
  for (let hour = 0; hour < 50; hour += 1) {
    if (nearly.test((await closing.textContent()) ?? "")) break;
    await page.clock.fastForward("01:00:00");
  }
  await expect(closing).toContainText(nearly);
  await expect(page.getByText(/^Il reste \d+ minutes? pour déposer\.$/)).toBeAttached();
  await page.clock.fastForward("01:00:00");
  await expect(closing).toContainText(": dépôt clos");
  await expect(page.getByText("Le dépôt est clos. Votre brouillon est conservé.")).toBeAttached();
  await context.close();
});

test("the pages are accessible, fit a phone, and another session ends for good", async ({
  browser,
}) => {
  const here = await asPersona(browser, WHO);
  const elsewhere = await asPersona(browser, WHO);
  for (const address of [routes.notifications(), routes.account()]) {
    await here.page.goto(address);
    await expectAccessible(here.page);
    await expectFitsPhone(here.page);
  }
  await here.page.getByRole("button", { name: "Fermer mes autres sessions" }).click();
  await expect(
    here.page.getByText(/session(?: est fermée|s sont fermées)\. Celle-ci reste ouverte/),
  ).toBeVisible();
  await elsewhere.page.goto(routes.notifications());
  await expect(elsewhere.page).toHaveURL(/\/connexion/);

  await here.page.goto(routes.notifications());
  const mark = here.page.getByRole("button", { name: "Marquer comme lu", exact: true }).first();
  await mark.click();
  await expect(here.page.getByText("La notification est marquée comme lue.")).toBeFocused();
  await here.page.getByRole("button", { name: "Marquer comme non lu" }).first().click();
  await expect(here.page.getByText("La notification est marquée comme non lue.")).toBeFocused();
  await here.context.close();
  await elsewhere.context.close();
});
