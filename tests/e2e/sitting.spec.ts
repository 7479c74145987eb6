import { type BrowserContext, expect, type Page } from "@playwright/test";
import { of } from "@/domain/text";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as, asPersona } from "./sign-in";

test.describe.configure({ mode: "serial", timeout: 300_000 });

/** Of Camille Verdier: Rémi Fontanel is recused from it. */
const { number, title } = DOSSIERS.underReview;
/** Eight people at once: who keeps, who chairs, who owns the theme, five jurors. */
const PEOPLE = {
  secretary: "secretaire",
  chair: "presidente",
  owner: "porteuse-de-theme-dinum",
  economy: "jure-economie",
  justice: "juree-justice",
  culture: "jure-culture",
  armies: "juree-armees",
  recused: "jure-en-conflit",
} as const;
type Person = keyof typeof PEOPLE;

const pages = {} as Record<Person, Page>;
const contexts = {} as Record<Person, BrowserContext>;
let session = "";

const arrives = async (name: string) => {
  await pages.secretary.getByRole("button", { name: `Arrivée ${of(name)}` }).click();
  await expect(pages.secretary.getByRole("button", { name: `Départ ${of(name)}` })).toBeVisible();
};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  for (const [person, persona] of Object.entries(PEOPLE) as [Person, string][]) {
    const { page, context } = await asPersona(browser, persona);
    pages[person] = page;
    contexts[person] = context;
  }
});

test.afterAll(async () => {
  for (const context of Object.values(contexts)) await context.close();
});

test("the carrier reads its slot and what the jury asks", async ({ browser }) => {
  await as(browser, "porteuse-centrale", async (page) => {
    await page.goto(routes.dossier(number));
    await page.getByRole("link", { name: "Voir l’audition" }).click();
    await page.waitForURL(`**${routes.ownHearing(number)}`);
    await expect(page.getByRole("main")).toContainText("Créneau confirmé");
    await expectGood(page);
    await page.getByLabel("Non, ce créneau ne convient pas").check({ force: true });
    await page.getByRole("button", { name: "Répondre sur le créneau" }).click();
    await expect(page.getByRole("link", { name: /Dites pourquoi ce créneau/ })).toBeVisible();
    await page.getByLabel("Oui, nous venons").check({ force: true });
    await page.getByRole("button", { name: "Répondre sur le créneau" }).click();
    await expect(page.getByText("Le jury sait que vous venez.").first()).toBeVisible();
    await page.getByLabel("Votre réponse à la question 1").fill("Le propriétaire le déclare.");
    await page.getByRole("button", { name: "Envoyer la réponse à la question 1" }).click();
    await expect(page.getByText("Votre réponse est transmise au jury.").first()).toBeVisible();
  });
});

test("the secretary finds the sitting ready, page by page", async () => {
  const page = pages.secretary;
  await page.goto(routes.sessions());
  await expectGood(page);
  await page.getByRole("link", { name: /Appel à projets ITN3\s*, 20/ }).click();
  await page.waitForURL(`**${routes.session("*")}`);
  session = page.url().split("/").at(-1) ?? "";
  await expect(page.getByRole("heading", { name: "La séance est prête" })).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: `Descendre le dossier ${number}` }).click();
  await expect(page.getByRole("row", { name: new RegExp(`^2 ${number}`) })).toBeVisible();
  await page.getByRole("button", { name: `Monter le dossier ${number}` }).click();
  await expect(page.getByRole("row", { name: new RegExp(`^1 ${number}`) })).toBeVisible();
  for (const address of [
    routes.sessionSettings(session),
    routes.sessionMembers(session),
    routes.sessionConvocation(session),
    routes.sessionItem(session, number),
  ]) {
    await page.goto(address);
    await expectGood(page);
  }
  await expect(page.getByRole("main")).toContainText("Le propriétaire le déclare.");
  await page.goto(routes.session(session));
  const [pack] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Télécharger le dossier de séance/ }).click(),
  ]);
  expect(pack.suggestedFilename()).toBe("dossier-de-seance.zip");
});

test("a member answers without script; whoever is recused reads a word and nothing else", async ({
  browser,
}) => {
  await as(
    browser,
    PEOPLE.armies,
    async (page) => {
      await page.goto(routes.session(session));
      await page.getByLabel("Je viens").check({ force: true });
      await page.getByRole("button", { name: "Répondre à la convocation" }).click();
      await expect(page.getByText("Le secrétariat sait que vous venez.").first()).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
  await pages.recused.goto(routes.session(session));
  await expect(pages.recused.getByRole("row", { name: /^1 Déport/ })).toBeVisible();
  expect(await pages.recused.content()).not.toContain(number);
  await expectGood(pages.recused);
});

test("all enter the room; the secretary opens it, and each screen follows without reload", async () => {
  await Promise.all(Object.values(pages).map((page) => page.goto(routes.room(session))));
  await expectGood(pages.economy);
  await pages.secretary.getByRole("button", { name: "Ouvrir la séance" }).click();
  for (const page of [pages.chair, pages.economy, pages.recused]) {
    await expect(page.getByRole("heading", { name: /Aucun dossier n’est en cours/ })).toBeVisible();
    await expect(page.getByText("Quorum non atteint").first()).toBeVisible();
  }
  for (const name of ["Damien Kieffer", "Geneviève Lacombe", "Thomas Aubertin"]) {
    await arrives(name);
  }
  for (const name of ["Aïcha Morel", "Julien Pasquet", "Rémi Fontanel"]) await arrives(name);
  await expect(
    pages.economy.getByText("Quorum atteint\u00A0: 5 membres présents").first(),
  ).toBeVisible();
  // The list of a reader does not move under them.
  await pages.economy
    .getByRole("button", { name: /changements?\s: afficher\s+dans les présents/ })
    .click();
  await expect(pages.economy.getByRole("heading", { name: "Présents (6 sur 7)" })).toBeVisible();
  await expectGood(pages.secretary);
});

test("a dossier is called: its jury reads it, the recused juror reads « Déport »", async () => {
  await pages.secretary.getByRole("button", { name: `Appeler le dossier ${number}` }).click();
  for (const page of [pages.secretary, pages.chair, pages.economy, pages.owner]) {
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }
  await expect(pages.economy.getByText("Déports\u00A0: Rémi Fontanel.").first()).toBeVisible();
  await expect(pages.recused.getByRole("heading", { name: "Déport" })).toBeVisible();
  const told = await pages.recused.evaluate(async (address) => {
    const answer = await fetch(address);
    return answer.text();
  }, routes.roomState(session));
  expect(told).toContain("Déport");
  for (const secret of [number, title, "Direction générale de l’aménagement"]) {
    expect(told).not.toContain(secret);
    expect(await pages.recused.content()).not.toContain(secret);
  }
  await expectGood(pages.recused);
  await expectGood(pages.economy);
});
