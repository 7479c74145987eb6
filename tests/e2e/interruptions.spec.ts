import { expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectAccessible } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { fillSample } from "./filed-dossier";
import { signIn } from "./sign-in";

/** What comes between a person and what they type: going back, a new version, another session, a lost answer. */

const CARRIER = "porteur-deconcentre";
const THEME = "ITN4";
const summary = (page: Page) => page.locator(`#${fieldId("summary")}`);
const saved = (page: Page) => page.getByText(/^Enregistré à/);
const mainButton = (page: Page) => page.getByRole("button", { name: "Enregistrer et continuer" });

/** Answers Server Actions as a portal that no longer knows them, and pages as one of another version. */
async function deployAnotherVersion(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    if (headers["next-action"]) {
      await route.fulfill({
        status: 404,
        contentType: "text/plain",
        headers: { "x-nextjs-action-not-found": "1" },
        body: "Server action not found.",
      });
    } else if (headers.rsc) {
      const response = await route.fetch();
      const told = { ...response.headers(), "x-nextjs-deployment-id": "another-version" };
      await route.fulfill({ response, headers: told });
    } else {
      await route.fallback();
    }
  });
}

test("« Précédent » of the browser finds what was typed since, and what is still missing", async ({
  page,
}) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, THEME, "Retour en arrière");
  await page.goto(routes.missing(number));
  const asked = page.getByRole("link", { name: /^Présentez le projet en quelques phrases/ });
  await asked.click();
  await expect(summary(page)).toBeVisible();
  await summary(page).fill("Tapé, puis laissé.");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("link", { name: "La stratégie et les méthodes" }).click();
  await expect(page.locator(`#${fieldId("stakes")}`)).toBeVisible();
  await page.goBack();
  await expect(summary(page)).toHaveValue("Tapé, puis laissé.");
  await summary(page).fill("Tapé, laissé, puis repris.");
  await expect(saved(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Ce qui manque" })).toBeVisible();
  await expect(asked).toHaveCount(0);
});

test("a page older than the portal saves, keeps what it cannot send, and files", async ({
  page,
  context,
}) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, THEME, "Vieil onglet");
  await fillSample(page, number, THEME);

  await page.goto(routes.comments(number));
  const comment = page.locator(`#${fieldId("body")}`);
  const publish = page.getByRole("button", { name: "Publier le commentaire" });
  await comment.fill("Qui écrit les risques ?");
  await context.setOffline(true);
  await publish.click();
  await expect(page.getByText(/L’envoi n’est pas confirmé/)).toBeVisible();
  await expect(comment).toHaveValue("Qui écrit les risques ?");
  await context.setOffline(false);
  await deployAnotherVersion(page);
  await publish.click();
  await expect(page.getByText(/Le portail a été mis à jour pendant votre saisie/)).toBeVisible();
  await expect(comment).toHaveValue("Qui écrit les risques ?");
  await expectAccessible(page);

  await page.goto(routes.step(number, "projet"));
  await summary(page).fill("Tapé dans un onglet d’avant la nouvelle version.");
  await expect(saved(page)).toBeVisible();
  await mainButton(page).click();
  await expect(page.locator(`#${fieldId("stakes")}`)).toBeVisible();

  await page.goto(routes.summary(number));
  // The answer of the filing is lost on its way: the same form is sent again, and files once.
  let sendings = 0;
  await page.route(`**${routes.file()}`, async (route) => {
    sendings += 1;
    if (sendings > 1) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await page.getByLabel("J’ai relu le dossier").check({ force: true });
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await expect(page.getByText(`Succès\u00A0: votre dossier ${number} est déposé`)).toBeVisible();
  expect(sendings).toBe(2);
  // Nor does going back show a draft to file again.
  await page.goBack();
  await expect(page.getByRole("button", { name: "Déposer le dossier" })).toHaveCount(0);
});

test("what this device alone holds is told before filing; nobody's text is saved as another's", async ({
  page,
  context,
}) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, THEME, "Sur cet appareil");
  await context.setOffline(true);
  await summary(page).fill("Tapé dans le train du soir.");
  await expect(page.getByText(/^Hors connexion/).first()).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto(routes.summary(number));
  const warning = next.getByText(
    "Attention : une partie de votre saisie n’est que sur cet appareil",
  );
  await expect(warning).toBeVisible();
  await expectAccessible(next);
  await next.getByRole("status").getByRole("link", { name: "Le projet" }).click();
  await expect(saved(next)).toBeVisible();
  await expect(summary(next)).toHaveValue("Tapé dans le train du soir.");

  // A colleague signs in in another tab of the same browser.
  const tab = await context.newPage();
  await tab.goto(routes.dossiers());
  await tab.getByRole("button", { name: "Se déconnecter" }).first().click();
  await expect(tab.getByRole("main")).toContainText("vous êtes déconnecté");
  await signIn(tab, "porteuse-centrale", routes.dossiers());
  await next.bringToFront();
  await summary(next).fill("Tapé par le premier.");
  await expect(next.getByText(/^Votre session a expiré, rien n’est perdu/).first()).toBeVisible();
});
