import { type BrowserContext, expect, type Page } from "@playwright/test";
import { justificationPath, valuePath } from "@/domain/evaluation/scores";
import { of } from "@/domain/text";
import { THEMES } from "@/domain/themes/index";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectAccessible, expectFitsPhone, expectGood } from "./accessible";
import { test } from "./browsers";
import { fileSample } from "./filed-dossier";
import { as, asPersona } from "./sign-in";

/**
 * A sitting held to its end, on dossiers of its own: what the demonstration shows stays as it is for whoever walks it.
 */
test.describe.configure({ mode: "serial", timeout: 300_000 });

const THEME = "SNAP3";
const { criteria } = THEMES[THEME];
/** Of the ministry of Rémi Fontanel: he is recused from it. */
const TITLE = "Un annuaire commun des agents, tenu par les agents";
/** Of another ministry: he takes part in it. */
const NEXT_TITLE = "Un espace de dépôt pour les pièces volumineuses";

const PEOPLE = {
  secretary: "secretaire",
  chair: "presidente",
  owner: "porteuse-de-theme-dinum",
  economy: "jure-economie",
  justice: "juree-justice",
  culture: "jure-culture",
  recused: "jure-en-conflit",
} as const;
type Person = keyof typeof PEOPLE;

const pages = {} as Record<Person, Page>;
const contexts = {} as Record<Person, BrowserContext>;
let number = "";
let next = "";
let session = "";

async function arrives(name: string): Promise<void> {
  await pages.secretary.getByRole("button", { name: `Arrivée ${of(name)}` }).click();
  await expect(pages.secretary.getByRole("button", { name: `Départ ${of(name)}` })).toBeVisible();
}

async function leaves(name: string): Promise<void> {
  await pages.secretary.getByRole("button", { name: `Départ ${of(name)}` }).click();
  await expect(pages.secretary.getByRole("button", { name: `Arrivée ${of(name)}` })).toBeVisible();
}

async function admitted(page: Page, dossier: string): Promise<void> {
  await page.goto(routes.admissibility(dossier));
  for (const group of await page.locator("main fieldset").all()) {
    await group.locator('input[value="yes"]').check({ force: true });
  }
  await page.getByRole("button", { name: "Déclarer le dossier recevable" }).click();
  await page.waitForURL(`**${routes.instructionDossier(dossier)}`);
}

async function entrusted(page: Page, dossier: string, jurors: readonly string[]): Promise<void> {
  await page.goto(routes.jurors(dossier));
  for (const name of jurors) await page.getByRole("checkbox", { name }).check({ force: true });
  const day = page.getByLabel("Jour de la séance du jury");
  if ((await day.count()) > 0) await day.fill("2021-01-20");
  await page.getByRole("button", { name: "Confier le dossier aux jurés cochés" }).click();
  await expect(page.getByRole("row", { name: new RegExp(jurors[0] ?? "") })).toBeVisible();
}

/** A sheet filled and handed in, beside the room. */
async function handsIn(juror: Page, value: 3 | 4): Promise<void> {
  const sheet = await juror.context().newPage();
  await sheet.goto(routes.sheet(number));
  for (const { key } of criteria) {
    await sheet.locator(`input[name="${valuePath(key)}"][value="${value}"]`).check({ force: true });
    await sheet.locator(`#${fieldId(justificationPath(key))}`).fill("Vu à l’audition.");
  }
  await sheet.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
  await sheet.waitForURL(`**${routes.handIn(number)}`);
  await sheet.getByRole("button", { name: "Remettre ma fiche" }).click();
  await sheet.waitForURL(`**${routes.sheet(number)}`);
  await sheet.close();
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  await as(browser, "porteuse-centrale", async (page) => {
    number = await fileSample(page, THEME, TITLE);
  });
  await as(browser, "porteuse-operateur", async (page) => {
    next = await fileSample(page, THEME, NEXT_TITLE);
  });
  await as(browser, "instructrice", async (page) => {
    await admitted(page, number);
    await admitted(page, next);
  });
  for (const [person, persona] of Object.entries(PEOPLE) as [Person, string][]) {
    const { page, context } = await asPersona(browser, persona);
    pages[person] = page;
    contexts[person] = context;
  }
});

test.afterAll(async () => {
  for (const context of Object.values(contexts)) await context.close();
});

test("the secretary entrusts the dossiers, sets the sitting, composes its jury and convenes it", async () => {
  const page = pages.secretary;
  await entrusted(page, number, [
    "Thomas Aubertin",
    "Aïcha Morel",
    "Julien Pasquet",
    "Rémi Fontanel",
  ]);
  await entrusted(page, next, ["Thomas Aubertin", "Rémi Fontanel"]);
  await page.getByRole("link", { name: /^Jury, Guichet SNAP3/ }).click();
  await page.waitForURL(`**${routes.session("*")}`);
  session = page.url().split("/").at(-1) ?? "";
  await page.goto(routes.sessionMembers(session));
  await page.getByRole("checkbox", { name: "Geneviève Lacombe" }).check({ force: true });
  await page.getByRole("checkbox", { name: "Damien Kieffer" }).check({ force: true });
  await page.getByRole("button", { name: "Enregistrer la composition" }).click();
  await page.waitForURL(`**${routes.session(session)}`);
  await page.goto(routes.sessionSettings(session));
  await page.getByLabel(/^Heure de début/).fill("10:30");
  await page.getByLabel(/^Lieu/).fill("Salle 2 ou visioconférence");
  await page.getByLabel(/^Quorum/).fill("3");
  await page.getByRole("button", { name: "Enregistrer les réglages" }).click();
  await page.waitForURL(`**${routes.session(session)}`);
  await page.goto(routes.sessionConvocation(session));
  await page.getByRole("button", { name: /^Convoquer/ }).click();
  await expect(page.getByText("Toutes les personnes sont convoquées.")).toBeVisible();
  await expectGood(page);
  await page.goto(routes.session(session));
  await expectGood(page);
});

test("the room opens; the first dossier is called, the hearing recorded, the scoring closed under all eyes", async () => {
  const page = pages.secretary;
  await Promise.all(Object.values(pages).map((each) => each.goto(routes.room(session))));
  await page.getByRole("button", { name: "Ouvrir la séance" }).click();
  for (const name of ["Damien Kieffer", "Geneviève Lacombe", "Thomas Aubertin"])
    await arrives(name);
  for (const name of ["Aïcha Morel", "Julien Pasquet", "Rémi Fontanel"]) await arrives(name);
  await page.getByRole("button", { name: `Appeler le dossier ${number}` }).click();
  for (const each of [page, pages.chair, pages.economy, pages.owner]) {
    await expect(each.getByRole("heading", { level: 2, name: TITLE })).toBeVisible();
  }
  await expect(pages.recused.getByRole("heading", { name: "Déport" })).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer l’audition" }).click();
  await expect(pages.chair.getByText(/Le porteur a été entendu à/).first()).toBeVisible();
  await expect(page.getByText("Il manque des fiches.").first()).toBeVisible();
  await page.getByRole("button", { name: "Relancer les jurés" }).click();
  await handsIn(pages.economy, 4);
  await handsIn(pages.justice, 3);
  await handsIn(pages.culture, 3);
  await expect(page.getByText("Toutes les fiches sont remises.").first()).toBeVisible();
  await page.getByRole("button", { name: "Clore la notation" }).click();
  await expect(pages.economy.getByText(/Note du dossier/).first()).toBeVisible();
  await expectGood(pages.economy);
});

test("the sitting agrees on a score, with its reason; everybody reads it but the recused", async () => {
  const page = pages.secretary;
  await page.getByText("Enregistrer une note de consensus").first().click();
  await page.getByRole("combobox", { name: /^Critère/ }).selectOption({ index: 1 });
  await page.getByRole("combobox", { name: /^Note de consensus/ }).selectOption("4");
  await page.getByRole("button", { name: "Enregistrer la note de consensus" }).click();
  await expect(page.getByRole("link", { name: /^Dites pourquoi le jury/ })).toBeVisible();
  await page.getByRole("textbox", { name: /^Raison Gard/ }).fill("L’audition a levé le doute.");
  await page.getByRole("button", { name: "Enregistrer la note de consensus" }).click();
  for (const each of [page, pages.chair, pages.justice]) {
    await expect(each.getByText(/4 sur 5\s*: L’audition a levé le doute\./).first()).toBeVisible();
  }
  expect(await pages.recused.content()).not.toContain("L’audition a levé le doute.");
  await expectGood(page);
});

test("two people write the deliberation, one of them cut off: both texts are kept, and put together", async () => {
  const [one, other] = [pages.secretary, pages.owner];
  const text = (page: Page) => page.getByRole("textbox", { name: /^Texte de la délibération/ });
  await text(other).fill("Le jury salue l’équipe.");
  await expect(pages.economy.getByText("Le jury salue l’équipe.").first()).toBeVisible();
  await contexts.secretary.setOffline(true);
  await text(one).fill("Le jury demande un calendrier.");
  await expect(one.getByText(/Lien perdu depuis/).first()).toBeVisible();
  // What is typed stays, and is nobody's yet.
  await expect(text(one)).toHaveValue("Le jury demande un calendrier.");
  await expect(pages.economy.getByText("Le jury demande un calendrier.")).toHaveCount(0);
  await text(other).fill("Le jury salue l’équipe et ses résultats.");
  await expect(
    pages.economy.getByText("Le jury salue l’équipe et ses résultats.").first(),
  ).toBeVisible();
  await contexts.secretary.setOffline(false);
  await expect(one.getByText(/Une autre personne a modifié ce texte/).first()).toBeVisible();
  await expect(text(one)).toHaveValue("Le jury demande un calendrier.");
  await expectAccessible(one);
  await one.getByRole("button", { name: "Réunir les deux" }).click();
  for (const part of [/et ses résultats\./, /Le jury demande un calendrier\./]) {
    await expect(pages.economy.getByText(part).first()).toBeVisible();
  }
  await expect(one.getByText(/Lien perdu depuis/)).toHaveCount(0);
});

test("a secret vote: suspended when the quorum is lost, it goes on once regained", async () => {
  const { chair } = pages;
  await chair.getByText("Ouvrir un vote").click();
  await chair.getByLabel("Secret").check({ force: true });
  await chair.getByRole("button", { name: "Ouvrir le vote" }).click();
  const voters = [chair, pages.economy, pages.justice, pages.culture];
  for (const page of voters) {
    await expect(page.getByText(/0 bulletin sur 4 votants/).first()).toBeVisible();
  }
  await expect(pages.recused.getByText("votants")).toHaveCount(0);
  await expect(pages.owner.getByRole("button", { name: "Voter" })).toHaveCount(0);
  await expectGood(pages.economy);
  const votes = async (page: Page, choice: string) => {
    await page.getByLabel(choice, { exact: true }).check({ force: true });
    await page.getByRole("button", { name: "Voter" }).click();
    await expect(page.getByText("Votre bulletin est compté.").first()).toBeVisible();
  };
  await votes(pages.economy, "Pour");
  await leaves("Aïcha Morel");
  await leaves("Thomas Aubertin");
  await expect(pages.culture.getByText(/Quorum non atteint/).first()).toBeVisible();
  await expect(pages.culture.getByRole("button", { name: "Voter" })).toHaveCount(0);
  await expect(chair.getByRole("button", { name: "Clore le vote" })).toHaveCount(0);
  await expectGood(chair);
  await arrives("Aïcha Morel");
  await votes(pages.culture, "Pour");
  await votes(pages.justice, "Contre");
  await votes(chair, "Abstention");
  await chair.getByRole("button", { name: "Clore le vote" }).click();
  for (const page of [...voters, pages.secretary]) {
    await expect(page.getByText(/Adopté\s*: 2 pour, 1 contre, 1 abstention/).first()).toBeVisible();
  }
  // Nobody reads who voted what.
  const told = await pages.secretary.evaluate(async (address) => {
    const answer = await fetch(address);
    return answer.text();
  }, routes.roomState(session));
  expect(told).not.toMatch(/"choice"/);
});

test("a new presentation is proposed in the room, with what it must answer; then the next dossier is called", async () => {
  const page = pages.secretary;
  await page.getByText("Proposer la décision").first().click();
  await page.getByLabel(/^Demander une nouvelle présentation/).check({ force: true });
  const first = page.getByRole("group", { name: "Attente 1" });
  await first.getByLabel("Ce que la nouvelle présentation doit montrer").fill("Un calendrier.");
  await page.getByRole("button", { name: "Ajouter une attente" }).click();
  await expect(page.getByRole("group", { name: "Attente 2" })).toBeVisible();
  await page.getByRole("button", { name: "Retirer l’attente 2" }).click();
  await expect(page.getByRole("group", { name: "Attente 2" })).toHaveCount(0);
  await page.getByLabel("Raison principale").selectOption("not-mature");
  await page.getByLabel("Raisons de la décision").fill("Le calendrier n’est pas chiffré.");
  await page.getByRole("button", { name: "Proposer la décision", exact: true }).click();
  for (const each of [page, pages.economy]) {
    await expect(each.getByText(/Proposée en séance par Damien Kieffer/).first()).toBeVisible();
  }
  await page.getByRole("button", { name: "Terminer l’examen" }).click();
  await expect(pages.chair.getByRole("heading", { name: /Aucun dossier/ })).toBeVisible();
  await page.getByRole("button", { name: `Appeler le dossier ${next}` }).click();
  // Recused from the first, he takes part in this one.
  await expect(pages.recused.getByRole("heading", { level: 2, name: NEXT_TITLE })).toBeVisible();
  await page.getByRole("button", { name: "Ajourner ce dossier" }).click();
  await expect(pages.chair.getByRole("heading", { name: /Aucun dossier/ })).toBeVisible();
});

test("the room without script says where the sitting is, and is acted in", async ({ browser }) => {
  await as(
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
  await as(
    browser,
    PEOPLE.secretary,
    async (page) => {
      await page.goto(routes.room(session));
      await page.getByRole("button", { name: `Départ ${of("Julien Pasquet")}` }).click();
      await expect(
        page.getByRole("button", { name: `Arrivée ${of("Julien Pasquet")}` }),
      ).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
});

test("the minutes are signed by two people, sealed, and verified by anybody", async ({
  browser,
}) => {
  const page = pages.secretary;
  const { chair, recused } = pages;
  await page.getByText("Lever la séance").first().click();
  await page.getByRole("button", { name: "Lever la séance" }).click();
  await page.waitForURL(`**${routes.minutes(session)}`);
  await page
    .getByRole("textbox", { name: /^Remarques/ })
    .fill("Une panne de réseau de cinq minutes.");
  await page.getByRole("button", { name: "Enregistrer les remarques" }).click();
  await expect(page.getByRole("article")).toContainText("Une panne de réseau de cinq minutes.");
  await expect(page.getByRole("article")).toContainText("1. Un calendrier.");
  await expectGood(page);
  await page.getByRole("button", { name: "Signer le procès-verbal" }).click();
  await expect(page.getByRole("main")).toContainText("Damien Kieffer, le");
  await chair.goto(routes.minutes(session));
  await expect(chair.getByRole("article")).toContainText(/Adopté\s*: 2 pour/);
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
  for (const secret of [number, TITLE, "Un calendrier."]) {
    expect(await recused.content()).not.toContain(secret);
  }
  await expectGood(recused);

  const visitor = await browser.newContext({ javaScriptEnabled: false });
  const verification = await visitor.newPage();
  await verification.goto(routes.verification());
  const print = verification.getByLabel(/^Empreinte/);
  await print.fill(fingerprint);
  await verification.getByRole("button", { name: "Vérifier l’empreinte" }).click();
  await expect(verification.getByRole("main")).toContainText("Procès-verbal d’une séance de jury");
  await expectFitsPhone(verification);
  await print.fill(fingerprint.replace(/.$/, "x"));
  await verification.getByRole("button", { name: "Vérifier l’empreinte" }).click();
  await expect(
    verification.getByRole("link", { name: /Une empreinte compte 64 chiffres/ }),
  ).toBeVisible();
  await visitor.close();
  await pages.economy.goto(routes.verification());
  await expectAccessible(pages.economy);
});
