import { type APIRequestContext, expect } from "@playwright/test";
import { justificationPath, valuePath } from "@/domain/evaluation/scores";
import { itn3 } from "@/domain/themes/itn3/theme";
import { snap4 } from "@/domain/themes/snap4/theme";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { personas } from "../../prisma/demonstration/personas";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectFitsPhone, expectGood } from "./accessible";
import { test } from "./browsers";
import { as, asPersona } from "./sign-in";

/** What people of a jury do between two sittings, and the expert they ask. */
test.describe.configure({ mode: "serial" });

const { presentedAgain, scored } = DOSSIERS;
const [first, second] = snap4.criteria;
const [revised] = itn3.criteria;
const EXPERT = personas.find(({ key }) => key === "experte")?.claims.email ?? "";

test("invited in a jury, a member accepts without script and declares their interests", async ({
  browser,
}) => {
  await as(
    browser,
    "juree-armees",
    async (page) => {
      await page.goto(routes.jury());
      await page.getByRole("link", { name: "Répondre à l’invitation" }).click();
      await page.waitForURL(`**${routes.juryInvitation("*")}`);
      await expectFitsPhone(page);
      await page.getByRole("button", { name: "Accepter de siéger au jury SNAP1" }).click();
      await page.waitForURL(/\/jury\/interets/);
    },
    { javaScriptEnabled: false },
  );
  await as(browser, "juree-armees", async (page) => {
    await page.goto(routes.interests());
    await expectGood(page);
    await page.getByRole("button", { name: "Signer ma déclaration" }).click();
    await expect(page.getByRole("heading", { name: /^Erreur/ })).toBeVisible();
    await page.getByLabel("Je n’ai rien à déclarer").check({ force: true });
    await page.getByLabel(/^Je certifie/).check({ force: true });
    await page.getByRole("button", { name: "Signer ma déclaration" }).click();
    await expect(page.getByRole("heading", { name: /^Erreur/ })).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("20 janvier 2021");
    await expectGood(page);
  });
});

test("a sheet is written with the network lost, kept, then handed in", async ({ browser }) => {
  const { page, context } = await asPersona(browser, "juree-justice");
  const value = (key: string, given: number) =>
    page.locator(`input[name="${valuePath(key)}"][value="${given}"]`);
  const reason = (key: string) => page.locator(`#${fieldId(justificationPath(key))}`);
  await page.goto(routes.jury());
  await expectGood(page);
  await page.getByRole("link", { name: new RegExp(presentedAgain.number) }).click();
  await page.waitForURL(`**${routes.sheet(presentedAgain.number)}`);
  await value(first?.key ?? "", 4).check({ force: true });
  await reason(first?.key ?? "").fill("Le besoin est montré par l’essai.");
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await context.setOffline(true);
  await value(second?.key ?? "", 3).check({ force: true });
  await reason(second?.key ?? "").fill("Simple, hors connexion aussi.");
  await expect(page.getByText(/^Hors connexion/).first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await page.reload();
  await expect(reason(second?.key ?? "")).toHaveValue("Simple, hors connexion aussi.");
  for (const { key } of snap4.criteria.slice(2)) {
    await value(key, 4).check({ force: true });
    await reason(key).fill("Le dossier le montre.");
  }
  await page.getByRole("button", { name: "Relire et remettre ma fiche" }).click();
  await page.waitForURL(`**${routes.handIn(presentedAgain.number)}`);
  await expectGood(page);
  await page.getByRole("button", { name: "Remettre ma fiche" }).click();
  await page.waitForURL(`**${routes.sheet(presentedAgain.number)}`);
  await expect(page.getByRole("main")).toContainText("votre fiche est remise");
  // The others' are as unread as before.
  expect(await page.content()).not.toContain("Claire Tanguy");
  await expectGood(page);
  await context.close();
});

test("after the discussion a juror changes a score, with the reason; both are read", async ({
  browser,
}) => {
  await as(browser, "juree-justice", async (page) => {
    await page.goto(routes.sheet(scored.number));
    await page.getByRole("link", { name: `Changer ma note du critère ${revised?.name}` }).click();
    await page.waitForURL(`**${routes.scoreRevision(scored.number, revised?.key ?? "")}`);
    await expectGood(page);
    await page.locator('input[name="value"][value="1"]').check({ force: true });
    await page.getByRole("button", { name: "Changer ma note" }).click();
    await expect(page.getByRole("heading", { name: /^Erreur/ })).toBeVisible();
    await page.getByRole("textbox", { name: /changer cette note/ }).fill("L’équipe part en mars.");
    await page.getByRole("button", { name: "Changer ma note" }).click();
    await page.waitForURL(`**${routes.sheet(scored.number)}`);
    await expect(page.getByText(/Changée de \d à 1 après la discussion/).first()).toBeVisible();
    await expectGood(page);
  });
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.scores(scored.number));
    await expect(page.getByText("L’équipe part en mars.").first()).toBeAttached();
  });
});

/** The link of the request, as its mail brings it. */
async function linkSent(request: APIRequestContext): Promise<string> {
  const read = async (path: string) => (await request.get(mailbox() + path)).text();
  const mail = new RegExp(
    `(/courriels/[^"]+)">Votre avis est demandé sur le dossier ${presentedAgain.number}`,
  );
  const found = async () => mail.exec(await read("/"))?.[1] ?? "";
  await expect.poll(found, { timeout: 30_000 }).not.toBe("");
  return /\/avis\/lien\/[\w-]+/.exec(await read(await found()))?.[0] ?? "";
}

test("an expert accepts by the link of the mail, writes and hands in; the jury reads it", async ({
  browser,
  request,
}) => {
  await as(browser, "instructrice", async (page) => {
    await page.goto(routes.opinions(presentedAgain.number));
    await expectGood(page);
    await page.getByRole("textbox", { name: /^Question/ }).fill("L’outil tient-il 5 000 agents ?");
    await page.getByRole("textbox", { name: /^Adresse de l’expert/ }).fill(EXPERT);
    await page.getByLabel(/^Attendu pour le/).fill("2021-01-25");
    await page.getByLabel(/^L’instruction et le jury/).check({ force: true });
    await page.getByRole("button", { name: "Demander l’avis" }).click();
    await expect(page.getByRole("main")).toContainText(EXPERT);
    await expectGood(page);
  });
  const link = await linkSent(request);
  await as(browser, "experte", async (page) => {
    await page.goto(link);
    await expectGood(page);
    await page.getByRole("button", { name: "Accepter et lire le dossier" }).click();
    await expect(page.getByRole("heading", { name: /^Erreur/ })).toBeVisible();
    await page.getByLabel(/^Je n’ai de lien d’intérêts/).check({ force: true });
    await page.getByRole("button", { name: "Accepter et lire le dossier" }).click();
    await page.waitForURL(`**${routes.opinion("*")}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(presentedAgain.title);
    await expectGood(page);
    await page.locator('input[name="choice"]').first().check({ force: true });
    await page
      .getByRole("textbox", { name: /^Votre avis/ })
      .fill("Les mesures de charge sont crédibles jusqu’à 5 000 agents.");
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await page.getByRole("button", { name: "Relire et remettre mon avis" }).click();
    await page.waitForURL(/\/remise$/);
    await expectGood(page);
    await page.getByRole("button", { name: "Remettre mon avis" }).click();
    await expect(page.getByText("votre avis est remis")).toBeVisible();
    await expectGood(page);
    await page.goto(routes.myOpinions());
    await expectGood(page);
  });
  await as(browser, "jure-culture", async (page) => {
    await page.goto(routes.sheet(presentedAgain.number));
    await expect(page.getByRole("main")).toContainText("Les mesures de charge sont crédibles");
    await expectGood(page);
  });
});

/** The local mailbox listens two ports above the portal. */
function mailbox(): string {
  const portal = new URL(process.env.PORTAL_URL ?? "http://localhost:3000");
  return process.env.MAILBOX_URL ?? `http://127.0.0.1:${Number(portal.port) + 2}`;
}
