import { readFile } from "node:fs/promises";
import { type Download, expect, type Page, request } from "@playwright/test";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { fromBufferPromise } from "yauzl";
import { routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { requestsOf, signIn } from "./sign-in";

const OWNER = "porteuse-de-theme-dinum";
const INSTRUCTOR = "instructrice";
const SECRETARY = "secretaire";
const LABEL = "à relire ensemble";

const tick = (page: Page, number: string) =>
  page.getByLabel(`Sélectionner le dossier ${number}`).check({ force: true });

/** The numbers of the list, in its order. */
const listed = (page: Page): Promise<string[]> =>
  page
    .locator("#dossiers tbody th")
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.slice(0, 11) ?? ""));

const expectListed = (page: Page, numbers: readonly string[]) =>
  expect.poll(() => listed(page)).toEqual(numbers);

test("what waits comes first, each act a click away; a filter goes straight to the list", async ({
  page,
}) => {
  await signIn(page, OWNER, routes.instruction());
  const awaited = page.getByRole("region", { name: "Ce qui m’attend" });
  await expect(awaited.getByRole("row").nth(1)).toContainText(
    /(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d.*\(heure de Paris\)/,
  );
  await expect(awaited.getByText(/^Enveloppes de vos 13 thèmes/)).toBeVisible();
  await expectGood(page);
  const act = awaited.getByRole("row").nth(1).getByRole("link");
  const place = (await act.getAttribute("href")) ?? "";
  await act.click();
  await expect(page).toHaveURL(new RegExp(`${place}$`));

  await page.goto(routes.instruction("statut=filed"));
  await expect(page.getByRole("heading", { name: "Ce qui m’attend" })).toHaveCount(0);
  await page.getByRole("link", { name: "Voir ce qui m’attend" }).click();
  await expect(page.getByRole("heading", { name: "Ce qui m’attend" })).toBeVisible();
});

test("search, filters and columns are the address; a view keeps them, and its name is corrected where it is wrong", async ({
  page,
}) => {
  await signIn(page, INSTRUCTOR, routes.instruction());
  const { number } = DOSSIERS.underReview;
  await page.getByLabel("Numéro, projet, résumé ou porteur").fill("AMIANTE");
  await page.getByRole("combobox", { name: "Thème" }).selectOption("ITN3");
  await page.getByText("Autres filtres, colonnes et ordre").click();
  await page.getByLabel("Coût total").check({ force: true });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page).toHaveURL(/recherche=AMIANTE/);
  await expectListed(page, [number]);
  await expect(page.getByRole("columnheader", { name: "Coût total" })).toBeVisible();
  await page.getByRole("combobox", { name: "Statut" }).selectOption({ label: "Déposé" });
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page.getByText("Aucun dossier ne correspond à ces filtres.")).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: "Retirer le filtre Déposé" }).click();
  await expect(page).toHaveURL(/recherche=AMIANTE.*colonne=cout/);
  await expectListed(page, [number]);

  for (const name of ["Amiante", "Autre vue"]) {
    await page.getByText("Enregistrer cette vue").click();
    await page.getByLabel("Nom de la vue").fill(name);
    await page.getByRole("button", { name: "Enregistrer la vue" }).click();
    await expect(page.getByRole("link", { name: new RegExp(`^${name} \\(`) })).toBeVisible();
    await page.goto(routes.instruction("theme=ITN6"));
  }
  await page.getByRole("link", { name: /^Amiante \(1\)/ }).click();
  await expect(page).toHaveURL(/recherche=AMIANTE/);
  await expectListed(page, [number]);

  await page.getByRole("link", { name: "Gérer mes vues" }).click();
  const wrong = page.getByLabel("Nouveau nom de «\u00A0Autre vue\u00A0»");
  await wrong.fill("Amiante");
  await page.getByRole("button", { name: "Renommer la vue Autre vue" }).click();
  const summary = page.getByRole("link", { name: /^Vous avez déjà une vue/ });
  await summary.click();
  await expect(wrong).toBeFocused();
  await expectGood(page);
  for (const name of ["Amiante", "Autre vue"]) {
    await page.getByRole("button", { name: `Supprimer la vue ${name}` }).click();
    await expect(page).toHaveURL(/\/instruction\?/);
    await page.goto(routes.savedViews());
  }
  await expect(page.getByText("Vous n’avez pas encore de vue.")).toBeVisible();
});

test("pages follow each other both ways, and the address holds the page", async ({ page }) => {
  await signIn(page, SECRETARY, routes.instruction("tri=anciens"));
  const first = await listed(page);
  expect(first).toHaveLength(25);
  await page.getByRole("link", { name: "Page suivante" }).click();
  await expect(page).toHaveURL(/apres=/);
  const second = await listed(page);
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter((number) => first.includes(number))).toEqual([]);
  await page.reload();
  await expectListed(page, second);
  await page.getByRole("link", { name: "Page précédente" }).click();
  await expect(page).toHaveURL(/avant=/);
  await expectListed(page, first);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a label is put on several dossiers, then taken off; the outcome is opened again by its author alone", async ({
    page,
    baseURL,
  }) => {
    await signIn(page, SECRETARY, routes.instruction("theme=ITN3"));
    const two = (await listed(page)).slice(0, 2);
    for (const number of two) await tick(page, number);
    await page.getByRole("button", { name: "Ajouter une étiquette" }).click();
    await expect(page.getByText("2\u00A0dossiers choisis.")).toBeVisible();
    for (const number of two) await expect(page.getByRole("main")).toContainText(number);
    await page.getByLabel("Étiquette à ajouter").fill(LABEL);
    await page.getByRole("button", { name: "Ajouter une étiquette (2\u00A0dossiers)" }).click();
    await expect(page.getByText("Succès\u00A0: 2\u00A0dossiers sur 2 traités")).toBeVisible();
    const outcome = page.url();
    await page.goto(outcome);
    await expect(page.getByText("Fait", { exact: true })).toHaveCount(2);
    await page.getByRole("link", { name: "Revenir à la liste" }).click();
    await expect(page).toHaveURL(/theme=ITN3/);

    await page.goto(routes.instruction(new URLSearchParams({ etiquette: LABEL })));
    expect((await listed(page)).sort()).toEqual([...two].sort());
    for (const number of two) await tick(page, number);
    await page.getByRole("button", { name: "Retirer une étiquette" }).click();
    await page.getByLabel("Étiquette à retirer").selectOption({ label: LABEL });
    await page.getByRole("button", { name: "Retirer une étiquette (2\u00A0dossiers)" }).click();
    await expect(page.getByText("2\u00A0dossiers sur 2 traités")).toBeVisible();

    for (const other of [OWNER, "porteuse-centrale", "jure-economie"]) {
      const context = await requestsOf(request, other, baseURL);
      expect((await context.get(outcome)).status(), other).toBe(404);
      await context.dispose();
    }
  });

  test("nothing ticked: the page says so and leads back to the same list", async ({ page }) => {
    await signIn(page, OWNER, routes.instruction("statut=filed"));
    await page.getByRole("button", { name: "Confier l’instruction" }).click();
    await expect(page.getByText("Aucun dossier n’est coché.")).toBeVisible();
    await page.getByRole("link", { name: "Revenir à la liste" }).click();
    await expect(page).toHaveURL(/statut=filed/);
  });
});

test("dossiers ticked together are entrusted to a person; a refusal is told beside its dossier", async ({
  page,
}) => {
  const assignTo = async (label: string) => {
    await page.goto(routes.instruction("statut=filed"));
    await page.getByRole("button", { name: "Tout cocher" }).click();
    await expect(page.getByText(/^\d+\u00A0dossiers cochés\.$/)).toBeVisible();
    await page.getByRole("button", { name: "Confier l’instruction" }).click();
    await page.waitForURL(/action-groupee/);
    const send = page.getByRole("button", { name: /^Confier l’instruction \(/ });
    if (label === "Inès Rouquette") {
      await expectGood(page);
      await send.click();
      await page.getByRole("link", { name: "Choisissez à qui confier ces dossiers." }).click();
      await expect(page.getByLabel("Confier l’instruction à")).toBeFocused();
    }
    await page.getByLabel("Confier l’instruction à").selectOption({ label });
    await send.click();
    await page.waitForURL(/action-groupee\/[0-9a-f-]{36}/);
  };
  await signIn(page, OWNER);
  await assignTo("Inès Rouquette");
  await expect(page.getByText("Fait", { exact: true }).first()).toBeVisible();
  await expectGood(page);
  await page.goto(routes.instruction("statut=filed"));
  await expect(page.getByRole("cell", { name: "Inès Rouquette" }).first()).toBeVisible();
  await assignTo("Personne : laisser sans instructeur");
  await page.goto(routes.instruction("statut=filed"));
  await expect(page.getByRole("cell", { name: "Inès Rouquette" })).toHaveCount(0);
});

test("what is declared admissible together is read first: nothing is ticked beforehand", async ({
  page,
}) => {
  await signIn(page, OWNER, routes.instruction("statut=filed"));
  const [number = ""] = await listed(page);
  await tick(page, number);
  await page.getByRole("button", { name: "Déclarer recevables" }).click();
  await expect(page.getByText(/^Conditions du thème/)).toBeVisible();
  await page.getByRole("button", { name: "Déclarer recevables les dossiers cochés" }).click();
  await page.getByRole("link", { name: "Cochez au moins un dossier." }).click();
  await expect(page.getByLabel(new RegExp(`^${number}`))).toBeFocused();
  await expectGood(page);
});

test("the list leaves as XLSX, ODS and CSV: the same dossiers, in the columns shown", async ({
  page,
}) => {
  await signIn(page, OWNER, routes.instruction("theme=ITN3&colonne=projet&colonne=subvention"));
  const numbers = await listed(page);
  const file = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: new RegExp(`^${format}`) }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`dossiers.${format.toLowerCase()}`);
    return contentOf(download);
  };
  const [sheet] = await readExcelFile(await file("XLSX"));
  expect(sheet?.data[0]).toEqual(["Numéro", "Projet", "Subvention demandée"]);
  expect(sheet?.data.slice(1).map(([number]) => number)).toEqual(numbers);
  for (const [, , grant] of sheet?.data.slice(1) ?? []) expect(typeof grant).toBe("number");

  const csv = parse(await file("CSV"), { delimiter: ";", bom: true }) as string[][];
  expect(csv.slice(1).map(([number]) => number)).toEqual(numbers);

  const zip = await fromBufferPromise(await file("ODS"), { lazyEntries: true });
  let content = "";
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== "content.xml") continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) content += String(piece);
  }
  // As a browser reads XML: what is not well-formed is no document.
  const found = await page.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, "application/xml");
    const rows = [...read.getElementsByTagName("table:table-row")].slice(1);
    return {
      error: read.querySelector("parsererror")?.textContent ?? null,
      numbers: rows.map((row) => row.firstElementChild?.textContent),
      kinds: rows.map((row) => row.lastElementChild?.getAttribute("office:value-type")),
    };
  }, content);
  expect(found).toEqual({ error: null, numbers, kinds: numbers.map(() => "float") });
});

const contentOf = async (download: Download) => readFile(await download.path());
