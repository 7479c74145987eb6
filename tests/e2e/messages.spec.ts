import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { asPersona, signIn } from "./sign-in";

const INSTRUCTOR = "instructrice";
const CARRIER = "porteuse-operateur";
const { number } = DOSSIERS.filed;
const SIGNATURE = "L’instruction (DINUM";
const ANSWER = "Oui, le 5 février convient. <b>Gardez</b> ce lien : https://exemple.gouv.fr/suite";
const NOTE = "Convention attendue : relancer le 8 février si rien n’est venu.";

const written = (page: Page) => page.locator(`#${fieldId("body")}`);

test("an instructor and a carrier write to each other; what is internal stays inside", async ({
  browser,
  request,
}) => {
  const { page: inside } = await asPersona(browser, INSTRUCTOR);
  await inside.goto(routes.instruction("vue=messages-sans-reponse"));
  const row = inside.getByRole("row").filter({ hasText: number });
  await row.getByRole("link", { name: "Message du porteur à lire" }).click();
  await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Messages avec le porteur");
  await expect(inside.getByText("Visible par le porteur")).toBeVisible();
  await expect(inside.getByText("Nouveau", { exact: true })).toBeVisible();
  await expectGood(inside);
  await inside.getByRole("button", { name: "Envoyer au porteur" }).click();
  await expect(inside.getByRole("heading", { name: /^Erreur/ })).toBeVisible();
  await expectGood(inside);
  await written(inside).fill(ANSWER);
  await inside.getByRole("button", { name: "Envoyer au porteur" }).click();
  await expect(inside.getByText("Message envoyé au porteur.")).toBeVisible();
  await expect(written(inside)).toHaveValue("");
  await expect(inside.getByText(ANSWER, { exact: true })).toBeVisible();
  await expect(inside.getByText("Le porteur attend une réponse")).toHaveCount(0);

  await inside.goto(routes.internalNotes(number));
  await expect(inside.getByText("Interne : jamais visible par le porteur")).toBeVisible();
  await expect(inside.getByRole("button", { name: "Envoyer au porteur" })).toHaveCount(0);
  await written(inside).fill(NOTE);
  await inside.getByRole("button", { name: "Enregistrer la note interne" }).click();
  await expect(inside.getByText("Note interne enregistrée.")).toBeVisible();
  await expect(inside.getByText(NOTE, { exact: true })).toBeVisible();
  await expectGood(inside);

  const { page: outside, context } = await asPersona(browser, CARRIER);
  await outside.goto(routes.dossiers());
  await outside.getByRole("link", { name: /^Lire un message de l’instruction/ }).click();
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText(
    "Messages avec l’instruction",
  );
  await expect(outside.getByText(SIGNATURE)).toBeVisible();
  await expect(outside.getByText(ANSWER, { exact: true })).toBeVisible();
  await expect(outside.getByRole("main").locator('a[href*="exemple.gouv.fr"]')).toHaveCount(0);
  await expectGood(outside);
  await written(outside).fill("Merci, nous vous l’envoyons.");
  await outside.getByRole("button", { name: "Envoyer à l’instruction" }).click();
  await expect(outside.getByText("Message envoyé à l’instruction.")).toBeVisible();

  const own = [
    routes.dossiers(),
    routes.dossier(number),
    routes.messages(number),
    routes.receipt(number),
    routes.notifications(),
    routes.team(number),
  ];
  for (const address of own) {
    const asked: Record<string, string>[] = [{}, { RSC: "1" }];
    for (const headers of asked) {
      const text = await (await context.request.get(address, { headers })).text();
      for (const secret of [NOTE, "Rouquette", "notes internes"]) {
        expect(text.includes(secret), `${address} tells « ${secret} »`).toBe(false);
      }
    }
  }
  for (const address of [routes.internalNotes(number), routes.carrierMessages(number)]) {
    expect((await context.request.get(address)).status(), address).toBe(404);
  }
  await expectTold(request, `Dossier ${number} : message de l’instruction`);

  await inside.goto(routes.instructionDossier(number));
  await expect(inside.getByRole("link", { name: /^Messages\s*1 à lire/ })).toBeVisible();
  await inside.goto(routes.carrierMessages(number));
  await inside.getByRole("button", { name: "Aucune réponse à donner" }).click();
  await expect(inside.getByText(/aucune réponse n’est attendue/)).toBeVisible();
  await expect(inside.getByRole("button", { name: "Aucune réponse à donner" })).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a message leaves once, and a refused form keeps what is typed", async ({ page }) => {
    await signIn(page, CARRIER, routes.messages(number));
    await written(page).fill("Un mot\u0007 de plus");
    await page.getByRole("button", { name: "Envoyer à l’instruction" }).click();
    await expect(page.getByRole("heading", { name: /^Erreur/ })).toBeVisible();
    await expect(written(page)).toHaveValue("Un mot\u0007 de plus");
    await written(page).fill("Un mot de plus");
    await page.getByRole("button", { name: "Envoyer à l’instruction" }).click();
    await expect(page.getByText("Message envoyé à l’instruction.")).toBeVisible();
    await expect(page.getByText("Un mot de plus", { exact: true })).toHaveCount(1);
  });
});

/** A mail says that somebody wrote, and nothing of what they wrote. */
async function expectTold(request: APIRequestContext, subject: string): Promise<void> {
  const portal = new URL(process.env.PORTAL_URL ?? "http://localhost:3000");
  const mailbox = process.env.MAILBOX_URL ?? `http://127.0.0.1:${Number(portal.port) + 2}`;
  const read = async (path: string) => (await request.get(mailbox + path)).text();
  const mail = new RegExp(`(/courriels/[^"]+)">${subject}`);
  const found = async () => mail.exec((await read("/")).replaceAll("\u00A0", " "))?.[1] ?? "";
  await expect.poll(found, { timeout: 30_000 }).not.toBe("");
  const text = await read(await found());
  expect(text).not.toContain("5 février");
  expect(text).not.toContain("Rouquette");
}
