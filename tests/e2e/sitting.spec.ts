import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { justificationPath, valuePath } from "@/domain/evaluation/scores";
import { of } from "@/domain/text";
import { itn3 } from "@/domain/themes/itn3/theme";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectAccessible, expectFitsPhone } from "./accessible";
import { asPersona } from "./sign-in";

test.describe.configure({ mode: "serial", timeout: 300_000 });

/** Of Camille Verdier: Rémi Fontanel is recused from it. */
const { number, title } = DOSSIERS.underReview;
const NEXT = "2020-000010";
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

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFitsPhone(page);
}

/** A page somebody opens beside, closed at the end. */
async function aside(
  browser: Browser,
  persona: string,
  work: (page: Page) => Promise<void>,
  options: Parameters<typeof asPersona>[2] = {},
): Promise<void> {
  const { page, context } = await asPersona(browser, persona, options);
  try {
    await work(page);
  } finally {
    await context.close();
  }
}

const arrives = async (name: string) => {
  await pages.secretary.getByRole("button", { name: `Arrivée ${of(name)}` }).click();
  await expect(pages.secretary.getByRole("button", { name: `Départ ${of(name)}` })).toBeVisible();
};
const leaves = async (name: string) => {
  await pages.secretary.getByRole("button", { name: `Départ ${of(name)}` }).click();
  await expect(pages.secretary.getByRole("button", { name: `Arrivée ${of(name)}` })).toBeVisible();
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
  await aside(browser, "porteuse-centrale", async (page) => {
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
  await aside(
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

test("the hearing is recorded, the last sheets come in, the scoring closes under all eyes", async () => {
  const page = pages.secretary;
  await page.getByRole("button", { name: "Enregistrer l’audition" }).click();
  await expect(pages.chair.getByText(/Le porteur a été entendu à/).first()).toBeVisible();
  await expect(page.getByText("Il manque des fiches.").first()).toBeVisible();
  await page.getByRole("button", { name: "Relancer les jurés" }).click();
  for (const juror of [pages.justice, pages.armies]) {
    const sheet = await juror.context().newPage();
    await sheet.goto(routes.sheet(number));
    for (const { key } of itn3.criteria) {
      await sheet.locator(`input[name="${valuePath(key)}"][value="3"]`).check({ force: true });
      await sheet.locator(`#${fieldId(justificationPath(key))}`).fill("Vu à l’audition.");
    }
    await sheet.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
    await sheet.waitForURL(`**${routes.handIn(number)}`);
    await sheet.getByRole("button", { name: "Remettre ma fiche" }).click();
    await sheet.waitForURL(`**${routes.sheet(number)}`);
    await sheet.close();
  }
  await expect(page.getByText("Toutes les fiches sont remises.").first()).toBeVisible();
  await page.getByRole("button", { name: "Clore la notation" }).click();
  await expect(pages.economy.getByText(/Note du dossier/).first()).toBeVisible();
  await page.getByText("Enregistrer une note de consensus").first().click();
  await page.getByLabel("Critère").selectOption({ index: 1 });
  await page.getByLabel("Note de consensus").selectOption("4");
  await page.getByLabel("Raison", { exact: true }).fill("L’audition a levé le doute.");
  await page.getByRole("button", { name: "Enregistrer la note de consensus" }).click();
  await expect(pages.chair.getByText("L’audition a levé le doute.").first()).toBeVisible();
  await expectGood(page);
});

test("two people write the deliberation at once: both texts are kept, and put together", async () => {
  const [one, other] = [pages.secretary, pages.owner];
  const text = (page: Page) => page.getByLabel(/^Texte de la délibération/);
  await text(other).fill("Le jury salue l’équipe.");
  await expect(pages.economy.getByText("Le jury salue l’équipe.").first()).toBeVisible();
  await contexts.secretary.setOffline(true);
  await text(one).fill("Le jury demande un calendrier.");
  await expect(one.getByText(/Lien perdu depuis/).first()).toBeVisible();
  await text(other).fill("Le jury salue l’équipe et ses résultats.");
  await expect(
    pages.economy.getByText("Le jury salue l’équipe et ses résultats.").first(),
  ).toBeVisible();
  await contexts.secretary.setOffline(false);
  await expect(one.getByText(/Une autre personne a modifié ce texte/).first()).toBeVisible();
  await expectAccessible(one);
  await one.getByRole("button", { name: "Réunir les deux" }).click();
  for (const part of ["et ses résultats.", "Le jury demande un calendrier."]) {
    await expect(pages.economy.getByText(part).first()).toBeVisible();
  }
  await expect(one.getByText(/Lien perdu depuis/)).toHaveCount(0);
});

test("a secret vote: suspended when the quorum is lost, it goes on once regained", async () => {
  const { chair } = pages;
  await chair.getByText("Ouvrir un vote").click();
  await chair.getByLabel("Secret").check({ force: true });
  await chair.getByRole("button", { name: "Ouvrir le vote" }).click();
  const voters = [pages.chair, pages.economy, pages.justice, pages.culture];
  for (const page of voters) {
    await expect(page.getByText(/bulletin sur 4 votants/).first()).toBeVisible();
  }
  await expect(pages.recused.getByText("votants")).toHaveCount(0);
  await expect(pages.armies.getByRole("button", { name: "Voter" })).toHaveCount(0);
  await expectGood(pages.economy);
  const votes = async (page: Page, choice: string) => {
    await page.getByLabel(choice, { exact: true }).check({ force: true });
    await page.getByRole("button", { name: "Voter" }).click();
    await expect(page.getByText("Votre bulletin est compté.").first()).toBeVisible();
  };
  await votes(pages.economy, "Pour");
  await leaves("Aïcha Morel");
  await leaves("Thomas Aubertin");
  await expect(pages.culture.getByText("La délibération est suspendue").first()).toBeVisible();
  await expect(pages.culture.getByRole("button", { name: "Voter" })).toHaveCount(0);
  await expect(chair.getByText(/Le quorum n’est plus atteint/).first()).toBeVisible();
  await expectGood(chair);
  await arrives("Aïcha Morel");
  await votes(pages.culture, "Pour");
  await votes(pages.justice, "Contre");
  await votes(chair, "Abstention");
  await chair.getByRole("button", { name: "Clore le vote" }).click();
  for (const page of [...voters, pages.secretary]) {
    await expect(
      page.getByText(/Adopté\u00A0: 2 pour, 1 contre, 1 abstention/).first(),
    ).toBeVisible();
  }
});

test("the decision is proposed in the room, and the next dossier is called", async () => {
  const page = pages.secretary;
  await page.getByText("Proposer la décision").first().click();
  await page.getByLabel("Refuser, avec un motif").check({ force: true });
  await page.getByLabel("Raison principale").selectOption("costs-not-justified");
  await page.getByLabel(/^Texte pour le porteur/).fill("Le calendrier n’est pas chiffré.");
  await page.getByRole("button", { name: "Proposer la décision" }).click();
  await expect(
    pages.economy.getByText(/Proposée en séance par Damien Kieffer/).first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Terminer l’examen" }).click();
  await expect(pages.chair.getByRole("heading", { name: /Aucun dossier/ })).toBeVisible();
  await page.getByRole("button", { name: `Appeler le dossier ${NEXT}` }).click();
  // Recused from the first, he takes part in this one.
  await expect(
    pages.recused.getByRole("heading", { level: 2, name: /Remplacements/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Ajourner ce dossier" }).click();
});

test("the room without script says where the sitting is", async ({ browser }) => {
  await aside(
    browser,
    PEOPLE.culture,
    async (page) => {
      await page.goto(routes.room(session));
      await expect(page.getByRole("main")).toContainText("Quorum");
      await page.getByRole("link", { name: "Actualiser" }).click();
      await expect(page.getByRole("main")).toContainText("Ordre du jour");
      await expectFitsPhone(page);
    },
    { javaScriptEnabled: false },
  );
});

test("the minutes are signed by two people, sealed, and verified by anybody", async ({
  browser,
}) => {
  const page = pages.secretary;
  await page.getByText("Lever la séance").first().click();
  await page.getByRole("button", { name: "Lever la séance" }).click();
  await page.waitForURL(`**${routes.minutes(session)}`);
  await page.getByLabel("Remarques").fill("Une panne de réseau de cinq minutes.");
  await page.getByRole("button", { name: "Enregistrer les remarques" }).click();
  await expect(page.getByText("Les remarques sont enregistrées.").first()).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Une panne de réseau de cinq minutes.");
  await expectGood(page);
  await page.getByRole("button", { name: "Signer le procès-verbal" }).click();
  await expect(page.getByRole("main")).toContainText("Damien Kieffer, le");
  const { chair, recused } = pages;
  await chair.goto(routes.minutes(session));
  await expect(chair.getByRole("article")).toContainText("Adopté\u00A0: 2 pour");
  await chair.getByRole("button", { name: "Signer le procès-verbal" }).click();
  await expect(chair.getByText("le procès-verbal est scellé").first()).toBeVisible();
  await expectGood(chair);
  const [file] = await Promise.all([
    chair.waitForEvent("download"),
    chair.getByRole("link", { name: /Télécharger le procès-verbal/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("proces-verbal.pdf");
  const fingerprint = (await chair.locator("code").first().textContent()) ?? "";
  await recused.goto(routes.minutes(session));
  await expect(recused.getByRole("heading", { name: "1. Déport" })).toBeVisible();
  expect(await recused.content()).not.toContain(number);
  await expectGood(recused);

  const visitor = await browser.newContext({ javaScriptEnabled: false });
  const verification = await visitor.newPage();
  await verification.goto(routes.verification());
  await verification.getByLabel("Empreinte du document").fill(fingerprint);
  await verification.getByRole("button", { name: "Vérifier l’empreinte" }).click();
  await expect(verification.getByRole("main")).toContainText("Procès-verbal d’une séance de jury");
  await expectFitsPhone(verification);
  await verification.getByLabel("Empreinte du document").fill(fingerprint.replace(/.$/, "x"));
  await verification.getByRole("button", { name: "Vérifier l’empreinte" }).click();
  await expect(
    verification.getByRole("link", { name: /Une empreinte compte 64 chiffres/ }),
  ).toBeVisible();
  await visitor.close();
  await pages.armies.goto(routes.verification());
  await expectAccessible(pages.armies);
});
