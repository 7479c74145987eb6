import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectAccessible, expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { asPersona } from "./sign-in";

const LEAD = "porteur-deconcentre";
const GUEST = "porteuse-operateur";
const ADDRESS = "noemie.castel@ailleurs.example";

const summary = (page: Page) => page.locator(`#${fieldId("summary")}`);
const saved = (page: Page) => page.getByText(/^Enregistré à/).first();

/** The link of the invitation, as its mail brings it. */
async function linkSentTo(request: APIRequestContext, number: string): Promise<string> {
  const read = async (path: string) => (await request.get(mailbox() + path)).text();
  const mail = new RegExp(`(/courriels/[^"]+)">Invitation à travailler sur le dossier ${number}`);
  const found = async () => mail.exec(await read("/"))?.[1] ?? "";
  await expect.poll(found, { timeout: 30_000 }).not.toBe("");
  return /\/invitations\/[\w-]{43}/.exec(await read(await found()))?.[0] ?? "";
}

test("two people on one dossier: invited, present, in conflict without losing a word, compared", async ({
  browser,
  request,
}) => {
  const { page: lead } = await asPersona(browser, LEAD);
  await startDossier(lead, "ITN3", "À deux voix");
  const step = lead.url();
  const number = /\d{4}-\d{6}/.exec(step)?.[0] ?? "";

  await lead.getByRole("link", { name: "Équipe", exact: true }).click();
  await expect(lead.getByRole("heading", { level: 1 })).toContainText("Équipe du dossier");
  await lead.getByLabel("Adresse de messagerie").fill("noemie");
  await lead.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(lead.getByRole("heading", { name: /^Erreur/ })).toBeVisible();
  await expectGood(lead);
  await lead.getByLabel("Adresse de messagerie").fill(ADDRESS);
  await lead.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(lead.getByText(`Invitation envoyée à ${ADDRESS}.`).first()).toBeVisible();
  await expect(lead.getByRole("heading", { name: "Invitations en attente" })).toBeVisible();
  await expectGood(lead);

  const { page: guest } = await asPersona(browser, GUEST);
  await guest.goto(await linkSentTo(request, number));
  await expect(guest.getByText("À deux voix").first()).toBeVisible();
  await expectGood(guest);
  await guest.getByRole("button", { name: "Rejoindre le dossier" }).click();
  await expect(guest).toHaveURL(new RegExp(`${routes.dossier(number)}$`));

  await lead.goto(step);
  await summary(lead).fill("Une carte des sentiers.");
  await expect(saved(lead)).toBeVisible();
  await guest.goto(step);
  await expect(
    guest.getByText(/^Aussi sur ce dossier.*Bastien Larrieu \(Le projet\)/),
  ).toBeVisible();
  await summary(lead).fill("Une carte des sentiers et des refuges.");
  await expect(lead.getByText(/^Modifications non enregistrées/).first()).toBeVisible();
  await expect(saved(lead)).toBeVisible();
  await summary(guest).fill("Une carte des massifs.");
  const panel = guest.locator(".guichet-conflict");
  await expect(panel).toContainText("Une autre personne a modifié cette réponse");
  await expect(panel).toContainText("Une carte des sentiers et des refuges.");
  await expect(summary(guest)).toHaveValue("Une carte des massifs.");
  await expectAccessible(guest);
  await panel.getByRole("button", { name: "Réunir les deux" }).click();
  await expect(saved(guest)).toBeVisible();

  await lead.goto(routes.fieldHistory(number, "summary"));
  await expect(lead.locator(".guichet-diff ins").first()).toContainText("ajouté");
  await expectGood(lead);
  await lead.getByRole("button", { name: "Remettre la version 2 en place" }).click();
  await expect(
    lead.getByRole("option", { name: /^Version 4, Bastien Larrieu/ }).first(),
  ).toBeAttached();
  await lead.goto(step);
  await expect(summary(lead)).toHaveValue("Une carte des sentiers et des refuges.");
});

test("the pages around a dossier are accessible and fit a phone; a question is discussed", async ({
  browser,
}) => {
  const { page } = await asPersona(browser, LEAD);
  await startDossier(page, "ITN3", "Autour du dossier");
  const number = /\d{4}-\d{6}/.exec(page.url())?.[0] ?? "";
  await page.goto(routes.comments(number));
  await page.locator(`#${fieldId("body")}`).fill("Qui écrit les risques ?");
  await page.getByRole("button", { name: "Publier le commentaire" }).click();
  await expect(page.getByText("Qui écrit les risques ?", { exact: true })).toBeVisible();
  await expectGood(page);
  for (const address of [
    routes.answerHistory(number),
    routes.duplication(number),
    routes.coCarriers(number, "nom=agence"),
    routes.invitation("un-lien-que-personne-n-a-fait"),
    routes.withdrawal(number),
  ]) {
    await page.goto(address);
    await expectGood(page);
  }
  await page.getByRole("button", { name: "Abandonner le brouillon" }).click();
  await expect(page.getByText(/ce brouillon n’a pas été déposé/)).toBeVisible();
  await expectGood(page);
});

/** The local mailbox listens two ports above the portal. */
function mailbox(): string {
  const portal = new URL(process.env.PORTAL_URL ?? "http://localhost:3000");
  return process.env.MAILBOX_URL ?? `http://127.0.0.1:${Number(portal.port) + 2}`;
}
