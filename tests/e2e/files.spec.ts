import { writeFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { EICAR, pdf } from "../fixtures/hostile-files/corpus";
import { expectAccessible, expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { signIn } from "./sign-in";

const CARRIER = "porteur-deconcentre";
const MEGABYTE = 1024 * 1024;
const CHOICE = `#${fieldId("fichiers.documents")}`;
/** A file of the disk, as a person's are: handed over by the test itself, a large one takes seconds to reach the page. */
function onDisk(name: string, content: Buffer): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  return path;
}

test("a file of 12 Mo cut in the middle goes on where it stopped, is analysed, then taken off", async ({
  page,
  context,
}) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, "ITN3", "Pièces jointes");
  await page.goto(routes.step(number, "pieces-jointes"));
  await expect(page.getByText("50\u00A0Mo au plus par fichier")).toBeVisible();
  await expectAccessible(page);

  const offsets: string[] = [];
  await page.route("**/fichiers/*", async (route) => {
    const request = route.request();
    if (request.method() !== "PATCH") return route.continue();
    offsets.push((await request.headerValue("upload-offset")) ?? "");
    if (offsets.length !== 2) return route.continue();
    await context.setOffline(true);
    await route.abort("internetdisconnected");
  });
  await page.setInputFiles(CHOICE, onDisk("devis.pdf", pdf(12 * MEGABYTE)));
  await page.getByRole("button", { name: "Joindre à « Devis et documents du projet »" }).click();
  await expect(page.getByText("Envoi interrompu à 4\u00A0Mo sur 12\u00A0Mo.")).toBeVisible({
    timeout: 30_000,
  });
  await expectGood(page);
  await context.setOffline(false);

  const file = page.getByRole("listitem").filter({ hasText: "devis.pdf" });
  await expect(file).toContainText("Analysé", { timeout: 30_000 });
  // The piece that was cut, then the rest: what had arrived was not sent again.
  expect(offsets).toEqual([0, 4, 4, 8].map((at) => String(at * MEGABYTE)));
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    file.getByRole("link", { name: /devis\.pdf/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("devis.pdf");
  await file.getByRole("button", { name: "Retirer devis.pdf" }).click();
  await expect(file).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /^Devis et documents/ })).toBeFocused();
});

test("what is refused says why, beside the file; an infected one is bound", async ({ page }) => {
  await signIn(page, CARRIER, routes.dossiers());
  const number = await startDossier(page, "ITN3", "Pièces refusées");
  await page.goto(routes.step(number, "pieces-jointes"));
  await page.setInputFiles(CHOICE, [
    onDisk("faux.pdf", Buffer.from("MZ ceci est un programme")),
    onDisk("vide.pdf", Buffer.alloc(0)),
    onDisk("virus.txt", EICAR),
  ]);
  await page.getByRole("button", { name: /^Joindre à « Devis/ }).click();
  const item = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(item("faux.pdf")).toContainText("n’est pas celui d’un fichier");
  await expect(item("vide.pdf")).toContainText("Ce fichier est vide");
  await expect(item("virus.txt")).toContainText("personne ne peut ouvrir ce fichier");
  await expect(item("virus.txt").getByRole("link")).toHaveCount(0);
  await expectGood(page);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a file is joined, kept under its name, and taken off", async ({ page }) => {
    await signIn(page, CARRIER, routes.dossiers());
    const number = await startDossier(page, "ITN3", "Sans script, avec un fichier");
    await page.goto(routes.step(number, "pieces-jointes"));
    // Handed over, not on disk: where no locale is set, the browser finds no file of that name.
    const quote = { name: "Devis n° 3 – été.pdf", mimeType: "application/pdf" };
    await page.setInputFiles(CHOICE, { ...quote, buffer: pdf(11 * MEGABYTE) });
    await page.getByRole("button", { name: /^Joindre à « Devis/ }).click();
    const file = page.getByRole("listitem").filter({ hasText: "Devis n° 3 – été.pdf" });
    await expect(file).toContainText("11\u00A0Mo");
    await file.getByRole("button", { name: /^Retirer/ }).click();
    await expect(file).toHaveCount(0);
  });
});
