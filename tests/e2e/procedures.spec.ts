import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectAccessible, expectFitsPhone, expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { asPersona } from "./sign-in";

const NAME = "Demander une autorisation de tournage";
const LINE = `D072;${NAME};Ministère de la Culture`;

test("an administrator imports a procedure, a carrier chooses it, it leaves the list and stays in the dossier", async ({
  browser,
}) => {
  const { page: office, context } = await asPersona(browser, "administrateur");
  await office.goto(routes.administration());
  await office.getByRole("link", { name: "Tenir la liste des démarches" }).click();
  await expect(office.getByRole("table")).toContainText("Demander un passeport");
  await expectAccessible(office);

  await office.getByRole("link", { name: "Importer une liste" }).click();
  const content = office.getByLabel("Contenu du fichier");
  await content.fill(`code;nom;ministère\n${LINE}\nD073;Nom`);
  const send = office.getByRole("button", { name: "Importer la liste" });
  await send.click();
  await expect(office.getByRole("link", { name: /^Ligne 3/ })).toBeVisible();
  await expect(content).toHaveValue(/D073;Nom/);
  await expectAccessible(office);
  await office
    .getByLabel("Fichier CSV")
    .setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(LINE) });
  await expect(content).toHaveValue(LINE);
  await send.click();
  await expect(office.getByText(/\d ajoutée, /)).toBeVisible();

  const { page, context: carrier } = await asPersona(browser, "porteuse-centrale");
  const number = await startDossier(page, "ITN1", "Tournages en ligne");
  const procedure = page.locator(`#${fieldId("procedure")}`);
  const goOn = page.getByRole("button", { name: "Enregistrer et continuer" });
  await procedure.fill("autorisation tournages");
  await goOn.click();
  await expect(page.getByRole("link", { name: new RegExp(NAME) })).toBeVisible();
  await expectAccessible(page);
  await procedure.fill(NAME.toLowerCase());
  await goOn.click();
  await page.waitForURL(`**${routes.step(number, "qualite")}`);

  await office.goto(routes.administrationProcedure("D072"));
  await expectGood(office);
  await office.getByRole("button", { name: "Retirer de la liste" }).click();
  await expect(office.getByRole("row", { name: new RegExp(NAME) })).toContainText("Retirée");
  await expectFitsPhone(office);

  await page.goto(routes.step(number, "projet"));
  await expect(procedure).toHaveValue(`${NAME} [D072]`);
  await context.close();
  await carrier.close();
});
