import { expect, type Page } from "@playwright/test";
import { SAMPLES } from "@/domain/themes/samples";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { openBeforeScripts } from "./before-scripts";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { signIn } from "./sign-in";

const saved = (page: Page) => page.getByText(/^Enregistré à/);
const field = (page: Page, name: string) => page.locator(`#${fieldId(name)}`);

test("what is typed before the page's scripts have come is saved as well", async ({ page }) => {
  await signIn(page, "porteur-deconcentre", routes.dossiers());
  const number = await startDossier(page, "ITN3", "Ligne lente");
  const step = page.url();
  await field(page, "summary").fill("Une première version.");
  await expect(saved(page)).toBeVisible();

  let scriptsCome = await openBeforeScripts(page, step);
  await field(page, "title").fill("Ligne très lente");
  await expect(field(page, "summary")).toHaveValue("Une première version.");
  await field(page, "summary").fill("Une seconde version, tapée dans l’attente.");
  await scriptsCome();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(field(page, "title")).toHaveValue("Ligne très lente");
  await expect(field(page, "summary")).toHaveValue("Une seconde version, tapée dans l’attente.");

  const lines = SAMPLES.ITN3.lines.slice(0, 3);
  const answer = await page.request.put(routes.savePlan(number), {
    headers: { "sec-fetch-site": "same-origin" },
    data: { baseRevision: 0, lines },
  });
  expect(answer.status()).toBe(200);
  scriptsCome = await openBeforeScripts(page, routes.step(number, "plan-de-financement"));
  await field(page, "plan.0.label").fill("Tapé tôt");
  await field(page, "plan.2.typedAmount").fill("1 234,50");
  await scriptsCome();
  await expect(page.locator("legend", { hasText: "Tapé tôt" })).toBeVisible();
  await expect(page.locator("legend", { hasText: "1\u202F234,50" })).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(field(page, "plan.0.label")).toHaveValue("Tapé tôt");
  await expect(field(page, "plan.2.typedAmount")).toHaveValue("1 234,50");
});

test("so is what an expert types before them", async ({ page }) => {
  await signIn(page, "experte", routes.myOpinions());
  await page
    .locator(`a[href^="${routes.opinion("")}"]`)
    .first()
    .click();
  await page.waitForURL(`**${routes.opinion("*")}`);
  const text = page.getByRole("textbox", { name: /^Votre avis/ });
  await expect(text).toBeVisible();
  const scriptsCome = await openBeforeScripts(page, page.url());
  await text.fill("Tapé tôt, avant la page.");
  await scriptsCome();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue("Tapé tôt, avant la page.");
});
