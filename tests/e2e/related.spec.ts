import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { asPersona } from "./sign-in";

const { number } = DOSSIERS.underReview;

test("an owner reads what a carrier filed elsewhere, and what resembles its dossier", async ({
  browser,
}) => {
  const { page } = await asPersona(browser, "porteuse-de-theme-dinum");
  await page.goto(routes.instructionDossier(number));
  await page.getByRole("link", { name: "Rapprochements" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rapprochements");
  const near = page.getByRole("row").filter({ hasText: "hangars agricoles" });
  await expect(near).toContainText("titre proche");
  await expect(near).toContainText("amiante");
  // Of ITN8, which another directorate examines: a title and whom to write to, no way in.
  const other = page.getByRole("listitem").filter({ hasText: "permis de louer" });
  await expect(other).toContainText("même porteur");
  await expect(other).toContainText("À contacter");
  await expect(other.getByRole("link")).toHaveCount(0);
  await expect(other).not.toContainText(/\d{4}-\d{6}/);
  await expectGood(page);
});
