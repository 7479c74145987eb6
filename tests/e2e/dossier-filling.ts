import { expect, type Page } from "@playwright/test";
import type { TypedLine } from "@/domain/dossier/funding-plan";
import { SITE_COLUMNS } from "@/domain/dossier/pasted-sites";
import { asText } from "@/domain/dossier/pasted-table";
import { siteWords } from "@/domain/dossier/site-words";
import { typedSitesSchema } from "@/domain/dossier/sites";
import { metaOf } from "@/domain/themes/field-kinds";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { FormStep, ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";

/** Fills a dossier by hand with the sample of its theme, whether script runs or not. */

/** The form of a theme open on the portal. */
export function formOf(theme: ThemeCode) {
  const form = formByTheme(theme);
  if (!form) throw new Error(`${theme} has no form`);
  return form;
}

/** Starts a dossier and returns its number, from the address of its first step. */
export async function startDossier(page: Page, theme: ThemeCode, title: string): Promise<string> {
  await page.goto(routes.newDossier(theme.toLowerCase()));
  const choice = page.getByLabel("Un nouveau projet");
  if ((await choice.count()) > 0) await choice.check({ force: true });
  await page.locator(`#${fieldId("title")}`).fill(title);
  await page.getByRole("button", { name: "Commencer le dossier" }).click();
  await page.waitForURL(/\/dossiers\/\d{4}-\d{6}\/etapes\//);
  return /dossiers\/(\d{4}-\d{6})/.exec(page.url())?.[1] ?? "";
}

/** Types one answer of the sample in its field. */
export async function fillAnswer(page: Page, theme: ThemeCode, field: string): Promise<void> {
  const value = SAMPLES[theme].typed?.[field];
  const schema = formOf(theme).fields.shape[field];
  if (value === undefined || !schema) return;
  const { widget } = metaOf(schema);
  if (widget === "choice" || widget === "yes-no" || widget === "choices") {
    for (const one of Array.isArray(value) ? value : [value]) {
      await page.locator(`input[name="${field}"][value="${one}"]`).check({ force: true });
    }
    return;
  }
  await page.locator(`#${fieldId(field)}`).fill(String(value));
}

/** Types the columns of a line of the plan that the sample states. */
export async function fillLine(page: Page, index: number, line: TypedLine): Promise<void> {
  const cell = (column: keyof TypedLine) => page.locator(`#${fieldId(`plan.${index}.${column}`)}`);
  await cell("label").fill(line.label);
  await cell("typedAmount").fill(line.typedAmount);
  await cell("year").selectOption(line.year);
  await cell("category").selectOption(line.category);
  if (line.nature !== "T2") {
    await cell("tax").selectOption(line.tax);
    await cell("provider").fill(line.provider);
    const known = { true: "oui", false: "non", null: "inconnu" } as const;
    if ((await cell("innovative").count()) > 0) {
      await cell("seatInFrance").selectOption(known[`${line.seatInFrance}`]);
      await cell("innovative").selectOption(known[`${line.innovative}`]);
    }
  }
  // Last: the fields of a purchase leave the line of a salary.
  await cell("nature").selectOption(line.nature);
}

async function fillPlan(page: Page, theme: ThemeCode): Promise<void> {
  for (const [index, line] of SAMPLES[theme].lines.entries()) {
    await page.getByRole("button", { name: "Ajouter une dépense" }).click();
    await expect(page.locator(`#${fieldId(`plan.${index}.label`)}`)).toBeVisible();
    await fillLine(page, index, line);
  }
}

/** The sites come from a spreadsheet: one by one they would take the day. */
async function pasteSites(page: Page, theme: ThemeCode, step: FormStep): Promise<void> {
  const sites = typedSitesSchema.parse(SAMPLES[theme].typed?.sites);
  const rows = sites.map((site) => SITE_COLUMNS.map(({ key }) => siteWords(site, key)));
  await page.getByRole("link", { name: "Coller ou importer un tableau" }).click();
  await page.locator(`#${fieldId("table")}`).fill(asText(rows));
  await page.getByRole("button", { name: "Vérifier le tableau" }).click();
  await page.getByRole("button", { name: "Ajouter ces sites" }).click();
  await page.waitForURL((url) => url.pathname.endsWith(`/etapes/${step.key}`));
}

async function fillCommitments(page: Page, theme: ThemeCode): Promise<void> {
  for (const { key } of THEMES[theme].commitments) {
    await page.locator(`#${fieldId(`commitment.${key}`)}`).check({ force: true });
  }
}

/** Leaves a step by its main button; that of files saves each file by itself. */
export async function goOn(page: Page, step: FormStep): Promise<void> {
  if (step.kind === "files") await page.getByRole("link", { name: "Étape suivante" }).click();
  else await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
}

/** Fills one step; the page shows it already. */
export async function fillStep(page: Page, theme: ThemeCode, step: FormStep): Promise<void> {
  if (step.kind === "plan") await fillPlan(page, theme);
  if (step.kind === "sites") await pasteSites(page, theme, step);
  if (step.kind === "commitments") await fillCommitments(page, theme);
  for (const field of step.fields) await fillAnswer(page, theme, field);
}
